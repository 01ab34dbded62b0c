import { type Actor, isAdministrator, type Role, type TokenScope } from '#kernel';
import { administratorsOnly, roleOutOfReach, scopeMissing } from './identity.errors.js';

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

/** Administrators invite and change all but owners; owners all. @throws HubError member.role_out_of_reach */
export function requireRoleInReach(actor: Pick<Actor, 'role'>, ...involved: Role[]): void {
  if (actor.role !== 'OWNER' && involved.includes('OWNER')) throw roleOutOfReach();
}
