import type { Id } from './ids.js';
import type { Permission } from './permission.js';

export const roles = ['OWNER', 'ADMIN', 'MEMBER', 'GUEST'] as const;
export type Role = (typeof roles)[number];

export const tokenScopes = ['READ', 'WRITE', 'ADMIN'] as const;
export type TokenScope = (typeof tokenScopes)[number];

/** Who acts: a signed-in member, through a browser session or through an access token with its scopes. */
export interface Actor {
  memberId: Id;
  role: Role;
  isBot: boolean;
  /** All scopes for a browser session; the token's own otherwise. */
  scopes: ReadonlySet<TokenScope>;
  /** True for a program's access token. */
  isToken?: boolean;
  /** The session or access token behind the request; revoking it ends its subscriptions. */
  credentialId: Id;
  /** What the role may do, as it stood at the last change of roles; without them, as shipped. */
  permissions?: ReadonlySet<Permission>;
  ipAddress?: string;
}

export const isAdministrator = (actor: Pick<Actor, 'role'>): boolean =>
  actor.role === 'OWNER' || actor.role === 'ADMIN';
