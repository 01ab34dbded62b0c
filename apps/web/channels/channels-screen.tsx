import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { graphql, sentenceOf } from '../api';
import { Empty, Icon, Problem, Skeleton } from '../design';
import { useLingui } from '../language';
import { notice } from '../notice';
import { usePageTitle, useViewer } from '../shell';
import './channels.css';
import { NewChannelSheet } from './new-channel-sheet';

const ChannelsQuery = graphql(`
  query BrowseChannels($after: String) {
    channels(first: 60, after: $after) {
      nodes {
        id
        name
        slug
        purpose
        visibility
        archivedAt
        memberCount
        viewerIsMember
        viewerUnreadCount
        members(first: 4) {
          nodes {
            id
            name
          }
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);
const Join = graphql(`
  mutation JoinChannel($input: JoinChannelInput!) {
    joinChannel(input: $input) {
      channel {
        id
        viewerIsMember
      }
    }
  }
`);
const Leave = graphql(`
  mutation LeaveChannel($input: LeaveChannelInput!) {
    leaveChannel(input: $input) {
      channel {
        id
        viewerIsMember
      }
    }
  }
`);

/** Every channel one may see; join and leave without ado. */
export function ChannelsScreen() {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const viewer = useViewer();
  const [after, setAfter] = useState<string | null>(null);
  const [filter, setFilter] = useState('');
  const [making, setMaking] = useState(false);
  const [{ data, error }, refetch] = useQuery({ query: ChannelsQuery, variables: { after } });
  const [, join] = useMutation(Join);
  const [, leave] = useMutation(Leave);
  usePageTitle(i18n._('Channels'));
  const wanted = filter.trim().toLowerCase();
  const all = data?.channels.nodes.filter(({ archivedAt }) => !archivedAt) ?? [];
  const shown = all.filter(({ name, purpose }) => `${name} ${purpose}`.toLowerCase().includes(wanted));
  const channels = shown.filter(({ visibility }) => visibility !== 'DIRECT');
  const direct = shown.filter(({ visibility }) => visibility === 'DIRECT');
  const namesOf = (members: { id: string; name: string }[]) =>
    members.filter(({ id }) => id !== viewer.member.id).map(({ name }) => name);

  async function change(id: string, isMember: boolean, name: string) {
    const answer = await (isMember ? leave : join)({ input: { channelId: id } });
    if (answer.error) notice({ text: sentenceOf(i18n, answer.error), isProblem: true });
    else if (isMember)
      notice({ text: i18n._('You left {name}.', { name }), undo: () => join({ input: { channelId: id } }) });
  }

  return (
    <div className="screen">
      <header>
        <div>
          <h1>{i18n._('Channels')}</h1>
          <p>{i18n._('A topic each. Join what concerns you; the rest stays quiet.')}</p>
        </div>
        {viewer.permissions.includes('CREATE_CHANNEL') && (
          <div className="tools">
            <button type="button" className="btn primary" onClick={() => setMaking(true)}>
              <Icon name="plus" small />
              {i18n._('New channel')}
            </button>
          </div>
        )}
      </header>
      <label className="search-line">
        <Icon name="search" small />
        <input
          type="search"
          value={filter}
          placeholder={i18n._('Name or purpose')}
          aria-label={i18n._('Filter channels')}
          onChange={(event) => setFilter(event.target.value)}
        />
      </label>
      {error && <Problem onRetry={() => refetch({ requestPolicy: 'network-only' })}>{sentenceOf(i18n, error)}</Problem>}
      {!data && !error && <Skeleton lines={6} />}
      {data && shown.length === 0 && (
        <Empty title={wanted ? i18n._('No channel is called that.') : i18n._('There is no channel yet.')} />
      )}
      <ul className="lines">
        {channels.map((channel) => (
          <li key={channel.id}>
            <Icon name={channel.visibility === 'PRIVATE' ? 'lock' : 'lines'} />
            <div>
              <div className="ttl">
                <Link to="/c/$slug" params={{ slug: channel.slug }}>{`#${channel.name}`}</Link>
              </div>
              <p>
                {channel.purpose && `${channel.purpose} · `}
                {i18n._('{count, plural, one {one member} other {# members}}', { count: channel.memberCount })}
              </p>
            </div>
            <span className="acts">
              {channel.viewerUnreadCount > 0 && (
                <span className="badge">{i18n._('{count} new', { count: channel.viewerUnreadCount })}</span>
              )}
              <button
                type="button"
                className={channel.viewerIsMember ? 'btn bare' : 'btn quiet'}
                aria-label={
                  channel.viewerIsMember
                    ? i18n._('Leave {name}', { name: channel.name })
                    : i18n._('Join {name}', { name: channel.name })
                }
                onClick={() => void change(channel.id, channel.viewerIsMember, channel.name)}
              >
                {channel.viewerIsMember ? i18n._('Leave') : i18n._('Join')}
              </button>
            </span>
          </li>
        ))}
      </ul>
      {direct.length > 0 && (
        <section>
          <h2>{i18n._('Direct messages')}</h2>
          <ul className="lines">
            {direct.map((channel) => (
              <li key={channel.id}>
                <Icon name="people" />
                <div className="ttl">
                  <Link to="/c/$slug" params={{ slug: channel.slug }}>
                    {namesOf(channel.members.nodes).join(', ') || channel.name}
                  </Link>
                </div>
                <span className="acts">
                  {channel.viewerUnreadCount > 0 && (
                    <span className="badge">{i18n._('{count} new', { count: channel.viewerUnreadCount })}</span>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {data?.channels.pageInfo.hasNextPage && (
        <p>
          <button type="button" className="btn quiet" onClick={() => setAfter(data.channels.pageInfo.endCursor)}>
            {i18n._('Show more')}
          </button>
        </p>
      )}
      {making && (
        <NewChannelSheet
          onClose={() => setMaking(false)}
          onMade={(slug) => void navigate({ to: '/c/$slug', params: { slug } })}
        />
      )}
    </div>
  );
}
