import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../api';
import { useLingui } from '../language';
import { AdminPage } from './admin-page';
import { Loaded } from './loaded';
import { roleWords } from './role-words';
import { useAct } from './use-act';

const RolesQuery = graphql(`
  query Roles {
    administration {
      roles {
        role
        permissions
        locked
      }
    }
  }
`);
const UpdateRole = graphql(`
  mutation UpdateRole($input: UpdateRolePermissionsInput!) {
    updateRolePermissions(input: $input) {
      roles {
        role
        permissions
        locked
      }
    }
  }
`);
type RoleRow = ResultOf<typeof RolesQuery>['administration']['roles'][number];
type Permission = RoleRow['permissions'][number];

/** What each role may do, in plain words. Each tick counts at once. */
export function RolesScreen() {
  const { i18n } = useLingui();
  const [state, retry] = useQuery({ query: RolesQuery });
  const [update, fetching] = useAct(UpdateRole);
  const words = roleWords(i18n);
  const permissions: [Permission, string, string][] = [
    ['RECORD', i18n._('Record and upload'), i18n._('Voice, camera, screen and files.')],
    [
      'SEND_URGENT',
      i18n._('Interrupt with urgent messages'),
      i18n._('Still gated by both questions and the weekly budget.'),
    ],
    ['CREATE_CHANNEL', i18n._('Make channels'), ''],
    ['INVITE_MEMBERS', i18n._('Invite people'), ''],
    ['SHARE_OUTSIDE', i18n._('Share recordings outside'), i18n._('With people who have no account.')],
    ['SEE_ADMINISTRATION', i18n._('See the administration'), ''],
    ['MANAGE_MEMBERS', i18n._('Change roles, deactivate accounts'), ''],
    ['MANAGE_SETTINGS', i18n._('Change settings'), i18n._('Rights of roles, agreements and queues too.')],
  ];
  const set = async (row: RoleRow, permission: Permission, on: boolean) => {
    const next = on ? [...row.permissions, permission] : row.permissions.filter((one) => one !== permission);
    if (await update({ input: { role: row.role, permissions: next } })) retry({ requestPolicy: 'network-only' });
  };
  return (
    <AdminPage
      title={i18n._('Roles')}
      lead={i18n._('What each role may do. The owner may do everything, so that nobody is locked out.')}
    >
      <Loaded state={state} onRetry={retry}>
        {({ administration: { roles } }) => (
          <div className="scroll-x">
            <table className="tbl matrix">
              <thead>
                <tr>
                  <th>{i18n._('May')}</th>
                  {roles.map(({ role }) => (
                    <th key={role} scope="col">
                      {words[role]}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {permissions.map(([permission, name, hint]) => (
                  <tr key={permission}>
                    <th scope="row">
                      <b>{name}</b>
                      {hint && <small>{hint}</small>}
                    </th>
                    {roles.map((row) => (
                      <td key={row.role}>
                        <input
                          type="checkbox"
                          aria-label={`${words[row.role]}: ${name}`}
                          checked={row.permissions.includes(permission)}
                          disabled={fetching || row.locked.includes(permission)}
                          onChange={(event) => void set(row, permission, event.target.checked)}
                        />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Loaded>
    </AdminPage>
  );
}
