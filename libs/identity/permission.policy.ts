import { type Actor, isAdministrator, type Permission, type Role, roles, type TokenScope } from '#kernel';
import { administratorsOnly, permissionMissing, roleOutOfReach, scopeMissing } from './identity.errors.js';
import { shippedPermissions } from './permissions.js';

/** What is looked after, and not only taken part in: not through a token without ADMIN. */
const administrative: ReadonlySet<Permission> = new Set([
  'INVITE_MEMBERS',
  'SEE_ADMINISTRATION',
  'MANAGE_MEMBERS',
  'MANAGE_SETTINGS',
]);

/** Whether the actor's role may. An owner may always: nobody can lock the last one out. */
export const may = ({ role, permissions }: Pick<Actor, 'role' | 'permissions'>, permission: Permission): boolean =>
  role === 'OWNER' || (permissions?.has(permission) ?? shippedPermissions[role].includes(permission));

/** @throws HubError permission.missing, member.administrators_only, token.scope_missing */
export function requirePermission(actor: Actor, permission: Permission): void {
  if (!may(actor, permission)) {
    throw administrative.has(permission) && !isAdministrator(actor)
      ? administratorsOnly()
      : permissionMissing(permission);
  }
  if (administrative.has(permission)) requireScope(actor, 'ADMIN');
}

/** The scope that an operation needs of an access token: a session has all of them. @throws HubError token.scope_missing */
export function requireScope(actor: Actor, scope: TokenScope): void {
  if (!actor.scopes.has(scope)) throw scopeMissing(scope);
}

/** Administration: an administrator or owner, and not through a token without ADMIN. @throws HubError member.administrators_only, token.scope_missing */
export function requireAdministrator(actor: Actor): void {
  if (!isAdministrator(actor)) throw administratorsOnly();
  requireScope(actor, 'ADMIN');
}

/** A member's mail address is theirs and the administrators', who see it through a token with ADMIN only. */
export const maySeeAddress = (actor: Actor | undefined, memberId: string): boolean =>
  actor !== undefined && (actor.memberId === memberId || (isAdministrator(actor) && actor.scopes.has('ADMIN')));

/** One invites to and changes roles up to one's own: only owners make and unmake owners. @throws HubError member.role_out_of_reach */
export function requireRoleInReach(actor: Pick<Actor, 'role'>, ...involved: Role[]): void {
  const own = roles.indexOf(actor.role);
  if (involved.some((role) => roles.indexOf(role) < own)) throw roleOutOfReach();
}
