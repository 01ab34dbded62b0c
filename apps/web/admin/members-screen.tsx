import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../api';
import { Avatar, Empty, Icon, MenuButton } from '../design';
import { bytesWords, useLingui, useTimes } from '../language';
import { type Account, MembersQuery } from './accounts-query';
import { AdminPage } from './admin-page';
import { Loaded } from './loaded';
import { roles, roleWords } from './role-words';
import { TransferSheet } from './transfer-sheet';
import { useAct } from './use-act';

const ChangeRole = graphql(`
  mutation ChangeRole($input: ChangeMemberRoleInput!) {
    changeMemberRole(input: $input) {
      member {
        id
        role
      }
    }
  }
`);
const Deactivate = graphql(`
  mutation Deactivate($input: DeactivateMemberInput!) {
    deactivateMember(input: $input) {
      member {
        id
        deactivatedAt
      }
    }
  }
`);
const Reactivate = graphql(`
  mutation Reactivate($input: ReactivateMemberInput!) {
    reactivateMember(input: $input) {
      member {
        id
        deactivatedAt
      }
    }
  }
`);

/** Everybody: who they are here, where, whether they said when they work, and the space their recordings take. */
export function MembersScreen() {
  const { i18n } = useLingui();
  const times = useTimes();
  const [query, setQuery] = useState('');
  const [after, setAfter] = useState<string | null>(null);
  const [state, retry] = useQuery({ query: MembersQuery, variables: { query: query.trim() || null, after } });
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [transferring, setTransferring] = useState<Account>();
  const [changeRole] = useAct(ChangeRole);
  const [deactivate] = useAct(Deactivate);
  const [reactivate] = useAct(Reactivate);
  const words = roleWords(i18n);
  const count = state.data?.administration.memberAccounts.totalCount;
  const toggle = (id: string) =>
    setPicked((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  /** One after the other: the first refusal says why, the rest still happens. */
  const changeAll = async (role: (typeof roles)[number]) => {
    for (const memberId of picked) await changeRole({ input: { memberId, role } });
    setPicked(new Set());
  };

  return (
    <AdminPage
      title={i18n._('Members')}
      lead={
        count === undefined ? undefined : i18n._('{count, plural, one {One account.} other {# accounts.}}', { count })
      }
      tools={
        picked.size > 0 ? (
          <MenuButton
            label={i18n._('Change the role of the chosen')}
            className="btn quiet"
            items={roles.map((role) => ({ label: words[role], run: () => void changeAll(role) }))}
          >
            {i18n._('{count, plural, one {Role of one member} other {Role of # members}}', { count: picked.size })}
          </MenuButton>
        ) : undefined
      }
    >
      <label className="filter">
        <Icon name="search" small />
        <input
          type="search"
          value={query}
          placeholder={i18n._('Name, handle or address')}
          aria-label={i18n._('Filter members')}
          onChange={(event) => {
            setAfter(null);
            setQuery(event.target.value);
          }}
        />
      </label>
      <Loaded state={state} onRetry={retry}>
        {({ administration: { memberAccounts } }) =>
          memberAccounts.nodes.length === 0 ? (
            <Empty title={i18n._('Nobody is called that.')} />
          ) : (
            <>
              <table className="tbl people-table">
                <thead>
                  <tr>
                    <th>{i18n._('Name')}</th>
                    <th>{i18n._('Role')}</th>
                    <th>{i18n._('Zone and hours')}</th>
                    <th>{i18n._('Last digest')}</th>
                    <th className="r">{i18n._('Space')}</th>
                    <th>
                      <span className="sr">{i18n._('Actions')}</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {memberAccounts.nodes.map((account) => {
                    const { member } = account;
                    return (
                      <tr key={account.id} className={member.deactivatedAt ? 'left' : undefined}>
                        <td>
                          <span className="who">
                            <input
                              type="checkbox"
                              aria-label={i18n._('Choose {name}', { name: member.name })}
                              checked={picked.has(member.id)}
                              onChange={() => toggle(member.id)}
                            />
                            <Avatar member={member} size="sm" />
                            <span>
                              <b>{member.name}</b>
                              <small>{member.email ?? `@${member.handle}`}</small>
                            </span>
                          </span>
                        </td>
                        <td>{member.deactivatedAt ? i18n._('Deactivated') : words[member.role]}</td>
                        <td className="hide">
                          {times.place(member.workingHours.timeZone)}
                          <small>{account.hoursSet ? i18n._('hours set') : i18n._('hours not set')}</small>
                        </td>
                        <td className="hide">
                          {account.lastDigestAt ? (
                            <time dateTime={account.lastDigestAt}>{times.since(account.lastDigestAt)}</time>
                          ) : (
                            i18n._('none yet')
                          )}
                        </td>
                        <td className="r">{bytesWords(i18n, account.storageBytes)}</td>
                        <td>
                          <MenuButton
                            label={i18n._('More about {name}', { name: member.name })}
                            items={[
                              ...roles.map((role) => ({
                                label: words[role],
                                isChosen: member.role === role,
                                run: () =>
                                  void changeRole(
                                    { input: { memberId: member.id, role } },
                                    i18n._('{name}: {role}.', { name: member.name, role: words[role] }),
                                  ),
                              })),
                              'line' as const,
                              {
                                label: i18n._('Hand over the recordings'),
                                icon: 'forward' as const,
                                run: () => setTransferring(account),
                              },
                              member.deactivatedAt
                                ? {
                                    label: i18n._('Let back in'),
                                    icon: 'check' as const,
                                    run: () =>
                                      void reactivate(
                                        { input: { memberId: member.id } },
                                        i18n._('{name} may sign in again.', { name: member.name }),
                                      ),
                                  }
                                : {
                                    label: i18n._('Deactivate'),
                                    icon: 'close' as const,
                                    isDanger: true,
                                    run: () =>
                                      void deactivate(
                                        { input: { memberId: member.id } },
                                        i18n._('{name} is signed out everywhere. What they wrote stays.', {
                                          name: member.name,
                                        }),
                                      ),
                                  },
                            ]}
                          >
                            <Icon name="more" />
                          </MenuButton>
                        </td>
                      </tr>
                    );
                  })}
                </tbody>
              </table>
              {memberAccounts.pageInfo.hasNextPage && (
                <button type="button" className="btn quiet" onClick={() => setAfter(memberAccounts.pageInfo.endCursor)}>
                  {i18n._('Show more')}
                </button>
              )}
            </>
          )
        }
      </Loaded>
      {transferring && <TransferSheet from={transferring} onClose={() => setTransferring(undefined)} />}
    </AdminPage>
  );
}
