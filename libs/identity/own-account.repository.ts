import { Injectable } from '@nestjs/common';
import { Sql, statement } from '#database';
import type { Id, TokenScope } from '#kernel';

export interface SessionRow {
  id: Id;
  created_at: string;
  last_used_at: string;
  user_agent: string | null;
}

export interface AccessTokenRow {
  id: Id;
  name: string;
  scopes: TokenScope[];
  created_at: string;
  expires_at: string | null;
  last_used_at: string | null;
}

/** More than anybody has; a runaway is not listed in full. */
const MOST = 200;
const sessions = statement(
  'sessions.of_member',
  `select id, created_at, last_used_at, user_agent from sessions where member_id = $1 and expires_at > $2
   order by last_used_at desc, id limit ${MOST}`,
);
const tokens = statement(
  'access_tokens.of_member',
  `select id, name, scopes, created_at, expires_at, last_used_at from access_tokens
   where member_id = $1 and revoked_at is null order by id desc limit ${MOST}`,
);
const endSession = statement('sessions.end_own', 'delete from sessions where member_id = $1 and id = $2 returning id');
const endOthers = statement(
  'sessions.end_others',
  'delete from sessions where member_id = $1 and id <> $2 returning id',
);
const revokeToken = statement(
  'access_tokens.revoke_own',
  `update access_tokens set revoked_at = coalesce(revoked_at, $3) where member_id = $1 and id = $2 returning name`,
);
const passwordOf = statement('members.own_password', 'select password_hash from members where id = $1');
const setPassword = statement('members.set_password', 'update members set password_hash = $2 where id = $1');
const setProfile = statement(
  'members.set_profile',
  'update members set name = coalesce($2, name), handle = coalesce($3, handle) where id = $1',
);

/** Rows of a member's own account; every statement names whose. */
@Injectable()
export class OwnAccountRepository {
  constructor(private readonly sql: Sql) {}

  sessions(memberId: Id, now: Date): Promise<SessionRow[]> {
    return this.sql.rows<SessionRow>(sessions, [memberId, now]);
  }

  tokens(memberId: Id): Promise<AccessTokenRow[]> {
    return this.sql.rows<AccessTokenRow>(tokens, [memberId]);
  }

  /** @returns how many ended: 0 or 1 */
  async endSession(memberId: Id, id: Id): Promise<number> {
    return (await this.sql.rows(endSession, [memberId, id])).length;
  }

  async endOthers(memberId: Id, butId: Id): Promise<number> {
    return (await this.sql.rows(endOthers, [memberId, butId])).length;
  }

  /** @returns the token's name; undefined where the member has no such token */
  async revokeToken(memberId: Id, id: Id, now: Date): Promise<string | undefined> {
    return (await this.sql.row<{ name: string }>(revokeToken, [memberId, id, now]))?.name;
  }

  async passwordOf(memberId: Id): Promise<string | null> {
    return (await this.sql.row<{ password_hash: string | null }>(passwordOf, [memberId]))!.password_hash;
  }

  async setPassword(memberId: Id, hash: string): Promise<void> {
    await this.sql.rows(setPassword, [memberId, hash]);
  }

  /** Null: as it is. @throws the database's error of the constraint on the handle */
  async setProfile(memberId: Id, name: string | null, handle: string | null): Promise<void> {
    await this.sql.rows(setProfile, [memberId, name, handle]);
  }
}
