import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { graphql } from '../api';
import { Avatar, Ribbon } from '../design';
import { useLingui, useTimes } from '../language';
import type { ChannelShown } from './channel-query';

const OverlapQuery = graphql(`
  query ChannelOverlap($memberIds: [ID!]!) {
    overlap(memberIds: $memberIds) {
      start
      end
    }
  }
`);
const DAY_MS = 86_400_000;

/** Who is here, when all of them work at once, and what was agreed. */
export function ChannelSide({ channel }: { channel: ChannelShown }) {
  const { i18n } = useLingui();
  const times = useTimes();
  const members = channel.members.nodes;
  const [{ data }] = useQuery({
    query: OverlapQuery,
    variables: { memberIds: members.map(({ id }) => id) },
    pause: members.length < 2,
  });
  const first = data?.overlap[0];
  // Drawn on the day where they meet first: from its quarter before to a day later.
  const start = first ? Math.floor((Date.parse(first.start) - DAY_MS / 3) / 3_600_000) * 3_600_000 : 0;
  return (
    <aside className="channel-side">
      <section>
        <h2>
          {i18n._('Members')} <small>{times.number(channel.memberCount)}</small>
        </h2>
        <ul>
          {members.map((member) => (
            <li key={member.id}>
              <Link to="/people/$memberId" params={{ memberId: member.id }}>
                <Avatar member={member} size="sm" />
                {member.name}
              </Link>
            </li>
          ))}
        </ul>
      </section>
      {members.length > 1 && data && (
        <section>
          <h2>{i18n._('When all work at once')}</h2>
          {first ? (
            <>
              <Ribbon thin start={start} end={start + DAY_MS} working={data.overlap} />
              <p className="note">
                {i18n._('Next: {from} to {to}.', { from: times.due(first.start), to: times.clock(first.end) })}
              </p>
            </>
          ) : (
            <p className="note">{i18n._('Never in the coming week. Writing is the way.')}</p>
          )}
        </section>
      )}
      <section>
        <h2>{i18n._('Agreed here')}</h2>
        <p className="note">
          {channel.agreement.text || i18n._('Nothing beyond what the organisation agreed.')}{' '}
          {channel.agreement.urgentAllowed ? '' : i18n._('No urgent messages.')}
        </p>
      </section>
    </aside>
  );
}
