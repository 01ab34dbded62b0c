import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../api';
import { Avatar, Field, Sheet } from '../design';
import { useLingui } from '../language';
import type { Account } from './accounts-query';
import { useAct } from './use-act';

const People = graphql(`
  query TransferTargets($query: String) {
    members(query: $query, first: 8) {
      nodes {
        id
        name
        avatarUrl
      }
    }
  }
`);
const Transfer = graphql(`
  mutation TransferRecordings($input: TransferRecordingsInput!) {
    transferRecordings(input: $input) {
      moved
    }
  }
`);

/** Recordings of somebody who leaves go to somebody who stays. */
export function TransferSheet({ from, onClose }: { from: Account; onClose: () => void }) {
  const { i18n } = useLingui();
  const [query, setQuery] = useState('');
  const [{ data }] = useQuery({ query: People, variables: { query: query.trim() || null } });
  const [transfer, fetching] = useAct(Transfer);
  return (
    <Sheet title={i18n._('Recordings of {name}', { name: from.member.name })} onClose={onClose}>
      <p>
        {i18n._(
          '{count, plural, =0 {There are none.} one {One recording changes hands.} other {# recordings change hands.}} Posts keep their author.',
          { count: from.recordingCount },
        )}
      </p>
      <Field label={i18n._('To whom')} value={query} onChange={(event) => setQuery(event.target.value)} autoFocus />
      <ul className="choose">
        {data?.members.nodes
          .filter(({ id }) => id !== from.member.id)
          .map((member) => (
            <li key={member.id}>
              <button
                type="button"
                disabled={fetching}
                onClick={async () => {
                  const done = i18n._('{name} has them now.', { name: member.name });
                  if (await transfer({ input: { fromMemberId: from.member.id, toMemberId: member.id } }, done))
                    onClose();
                }}
              >
                <Avatar member={member} size="sm" />
                {member.name}
              </button>
            </li>
          ))}
      </ul>
    </Sheet>
  );
}
