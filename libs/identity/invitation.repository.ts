import { Injectable } from '@nestjs/common';
import { Sql, statement } from '#database';
import type { Id, Role } from '#kernel';

export interface InvitationRow {
  id: Id;
  email: string;
  role: Role;
  channel_ids: Id[];
}

const insert = statement(
  'invitations.insert',
  `insert into invitations (id, email, role, channel_ids, code_hash, invited_by_id, created_at, expires_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);
/** Of two who use a code at once, the second waits and finds it used. */
const use = statement(
  'invitations.use',
  `update invitations set accepted_at = $2 where code_hash = $1 and accepted_at is null and expires_at > $2
   returning id, email, role, channel_ids`,
);
const accepted = statement('invitations.accepted', 'update invitations set accepted_by_id = $2 where id = $1');

@Injectable()
export class InvitationRepository {
  constructor(private readonly sql: Sql) {}

  async insert(invitation: {
    id: Id;
    email: string;
    role: Role;
    channelIds: readonly Id[];
    codeHash: Buffer;
    invitedById: Id;
    now: Date;
    expiresAt: Date;
  }): Promise<void> {
    const { id, email, role, channelIds, codeHash, invitedById, now, expiresAt } = invitation;
    await this.sql.rows(insert, [id, email, role, channelIds, codeHash, invitedById, now, expiresAt]);
  }

  /** Marks an open invitation as used; undefined for one that is used, expired or unknown. */
  use(codeHash: Buffer, now: Date): Promise<InvitationRow | undefined> {
    return this.sql.row<InvitationRow>(use, [codeHash, now]);
  }

  async accepted(id: Id, memberId: Id): Promise<void> {
    await this.sql.rows(accepted, [id, memberId]);
  }
}
