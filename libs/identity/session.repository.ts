import { Injectable } from '@nestjs/common';
import { Sql, statement } from '#database';
import type { Id, Permission, Role, TokenScope } from '#kernel';

/** Who stands behind a bearer secret, whether a browser's session or a program's access token. */
export interface CredentialRow {
  credential_id: Id;
  member_id: Id;
  role: Role;
  is_bot: boolean;
  /** Null for a session: all of them. */
  scopes: TokenScope[] | null;
  /** Of the role. */
  permissions: Permission[];
  expires_at: string | null;
  last_used_at: string | null;
}

const bySecret = statement(
  'credentials.by_secret',
  `select s.id as credential_id, m.id as member_id, m.role, m.is_bot, null::text[] as scopes, rp.permissions, s.expires_at, s.last_used_at
   from sessions s join members m on m.id = s.member_id join role_permissions rp on rp.role = m.role
   where s.token_hash = $1 and s.expires_at > $2 and m.deactivated_at is null
   union all
   select t.id, m.id, m.role, m.is_bot, t.scopes, rp.permissions, t.expires_at, t.last_used_at
   from access_tokens t join members m on m.id = t.member_id join role_permissions rp on rp.role = m.role
   where t.token_hash = $1 and t.revoked_at is null and (t.expires_at is null or t.expires_at > $2) and m.deactivated_at is null`,
);
const insert = statement(
  'sessions.insert',
  'insert into sessions (id, member_id, token_hash, created_at, last_used_at, expires_at) values ($1, $2, $3, $4, $4, $5)',
);
const touch = statement('sessions.touch', 'update sessions set last_used_at = $2, expires_at = $3 where id = $1');
const touchToken = statement('access_tokens.touch', 'update access_tokens set last_used_at = $2 where id = $1');
const setUserAgent = statement('sessions.set_user_agent', 'update sessions set user_agent = $2 where id = $1');
/** An id is that of a session or of a token. Tokens stay, ended, for who looks back. */
const end = statement(
  'credentials.end',
  `with ended as (delete from sessions where id = $1)
   update access_tokens set revoked_at = $2 where id = $1 and revoked_at is null`,
);
const endOf = statement(
  'credentials.end_of',
  `with ended as (delete from sessions where member_id = $1)
   update access_tokens set revoked_at = $2 where member_id = $1 and revoked_at is null`,
);
const removeExpired = statement('sessions.remove_expired', 'delete from sessions where expires_at < $1');
const passwordOf = statement(
  'members.password_of',
  'select id, handle, password_hash from members where email = $1 and deactivated_at is null',
);

@Injectable()
export class SessionRepository {
  constructor(private readonly sql: Sql) {}

  bySecret(secretHash: Buffer, now: Date): Promise<CredentialRow | undefined> {
    return this.sql.row<CredentialRow>(bySecret, [secretHash, now]);
  }

  passwordOf(email: string): Promise<{ id: Id; handle: string; password_hash: string | null } | undefined> {
    return this.sql.row(passwordOf, [email]);
  }

  async insert(session: { id: Id; memberId: Id; tokenHash: Buffer; now: Date; expiresAt: Date }): Promise<void> {
    await this.sql.rows(insert, [session.id, session.memberId, session.tokenHash, session.now, session.expiresAt]);
  }

  async touch(id: Id, now: Date, expiresAt: Date): Promise<void> {
    await this.sql.rows(touch, [id, now, expiresAt]);
  }

  async touchToken(id: Id, now: Date): Promise<void> {
    await this.sql.rows(touchToken, [id, now]);
  }

  async setUserAgent(id: Id, userAgent: string): Promise<void> {
    await this.sql.rows(setUserAgent, [id, userAgent]);
  }

  async end(credentialId: Id, now: Date): Promise<void> {
    await this.sql.rows(end, [credentialId, now]);
  }

  async endOf(memberId: Id, now: Date): Promise<void> {
    await this.sql.rows(endOf, [memberId, now]);
  }

  async removeExpired(now: Date): Promise<void> {
    await this.sql.rows(removeExpired, [now]);
  }
}
