import { Injectable } from '@nestjs/common';
import { Sql, statement } from '#database';
import type { Id, TokenScope } from '#kernel';

const insert = statement(
  'access_tokens.insert',
  `insert into access_tokens (id, member_id, name, token_hash, scopes, expires_at, created_at) values ($1, $2, $3, $4, $5, $6, $7)`,
);

@Injectable()
export class AccessTokenRepository {
  constructor(private readonly sql: Sql) {}

  async insert(token: {
    id: Id;
    memberId: Id;
    name: string;
    tokenHash: Buffer;
    scopes: readonly TokenScope[];
    expiresAt: Date | null;
    now: Date;
  }): Promise<void> {
    const { id, memberId, name, tokenHash, scopes, expiresAt, now } = token;
    await this.sql.rows(insert, [id, memberId, name, tokenHash, scopes, expiresAt, now]);
  }
}
