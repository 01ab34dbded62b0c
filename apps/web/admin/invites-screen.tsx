import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../api';
import { Empty } from '../design';
import { useLingui, useTimes } from '../language';
import { notice } from '../notice';
import { AdminPage } from './admin-page';
import { CsvSheet } from './csv-sheet';
import { InviteSheet } from './invite-sheet';
import { Loaded } from './loaded';
import { roleWords } from './role-words';
import { useAct } from './use-act';

const InvitesQuery = graphql(`
  query Invitations($after: String) {
    administration {
      invitations(first: 50, after: $after) {
        nodes {
          id
          email
          role
          createdAt
          expiresAt
          acceptedAt
          revokedAt
          mailFailure
          invitationUrl
          invitedBy {
            id
            name
          }
          channels {
            id
            name
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
`);
const Revoke = graphql(`
  mutation RevokeInvitation($input: RevokeInvitationInput!) {
    revokeInvitation(input: $input) {
      invitation {
        id
        revokedAt
      }
    }
  }
`);

/** Who was asked in, by mail or by link; what became of it. */
export function InvitesScreen() {
  const { i18n } = useLingui();
  const times = useTimes();
  const [after, setAfter] = useState<string | null>(null);
  const [state, retry] = useQuery({ query: InvitesQuery, variables: { after } });
  const [revoke] = useAct(Revoke);
  const [open, setOpen] = useState<'one' | 'csv'>();
  const words = roleWords(i18n);
  const close = () => {
    setOpen(undefined);
    retry({ requestPolicy: 'network-only' });
  };
  return (
    <AdminPage
      title={i18n._('Invites')}
      lead={i18n._('An invitation works until it expires or is revoked.')}
      tools={
        <>
          <button type="button" className="btn quiet" onClick={() => setOpen('csv')}>
            {i18n._('From a table')}
          </button>
          <button type="button" className="btn primary" onClick={() => setOpen('one')}>
            {i18n._('Invite')}
          </button>
        </>
      }
    >
      <Loaded state={state} onRetry={retry}>
        {({ administration: { invitations } }) =>
          invitations.nodes.length === 0 ? (
            <Empty title={i18n._('Nobody is invited yet.')}>
              <button type="button" className="btn soft" onClick={() => setOpen('one')}>
                {i18n._('Invite somebody')}
              </button>
            </Empty>
          ) : (
            <table className="tbl">
              <thead>
                <tr>
                  <th>{i18n._('Whom')}</th>
                  <th>{i18n._('As')}</th>
                  <th>{i18n._('State')}</th>
                  <th>
                    <span className="sr">{i18n._('Actions')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {invitations.nodes.map((invitation) => (
                  <tr key={invitation.id}>
                    <td>
                      <b>{invitation.email || i18n._('Whoever has the link')}</b>
                      <small>
                        {invitation.invitedBy
                          ? i18n._('by {name}, {time}', {
                              name: invitation.invitedBy.name,
                              time: times.since(invitation.createdAt),
                            })
                          : times.since(invitation.createdAt)}
                      </small>
                    </td>
                    <td className="hide">
                      {words[invitation.role]}
                      <small>{invitation.channels.map(({ name }) => `#${name}`).join(' ')}</small>
                    </td>
                    <td>
                      <StateWords invitation={invitation} />
                    </td>
                    <td>
                      {!invitation.acceptedAt && !invitation.revokedAt && (
                        <span className="row-acts">
                          {invitation.invitationUrl && (
                            <button
                              type="button"
                              className="btn quiet"
                              onClick={() => void copyLink(invitation.invitationUrl!, i18n._('The link is copied.'))}
                            >
                              {i18n._('Copy the link')}
                            </button>
                          )}
                          <button
                            type="button"
                            className="btn bare"
                            onClick={() =>
                              void revoke({ input: { invitationId: invitation.id } }, i18n._('It works no more.'))
                            }
                          >
                            {i18n._('Revoke')}
                          </button>
                        </span>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
      {state.data?.administration.invitations.pageInfo.hasNextPage && (
        <button
          type="button"
          className="btn quiet"
          onClick={() => setAfter(state.data!.administration.invitations.pageInfo.endCursor)}
        >
          {i18n._('Show more')}
        </button>
      )}
      {open === 'one' && <InviteSheet onClose={close} />}
      {open === 'csv' && <CsvSheet onClose={close} />}
    </AdminPage>
  );
}

interface Stated {
  acceptedAt: string | null;
  revokedAt: string | null;
  expiresAt: string;
  mailFailure: string | null;
}

function StateWords({ invitation: { acceptedAt, revokedAt, expiresAt, mailFailure } }: { invitation: Stated }) {
  const { i18n } = useLingui();
  const times = useTimes();
  if (acceptedAt) return <>{i18n._('Joined {time}', { time: times.since(acceptedAt) })}</>;
  if (revokedAt) return <>{i18n._('Revoked')}</>;
  if (Date.parse(expiresAt) < Date.now()) return <>{i18n._('Expired')}</>;
  return (
    <>
      {mailFailure ? <span className="fail">{i18n._('The mail did not arrive')}</span> : i18n._('Waits')}
      <small>{mailFailure ?? i18n._('until {time}', { time: times.date(expiresAt) })}</small>
    </>
  );
}

async function copyLink(url: string, done: string): Promise<void> {
  await navigator.clipboard.writeText(url);
  notice({ text: done });
}
