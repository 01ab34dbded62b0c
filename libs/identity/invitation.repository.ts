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
/**
 * Unused, in time, and from somebody who may still invite to that role: an administrator who has left or stepped down
 * would otherwise keep a way back in. Takes the code's hash and the time.
 */
const isOpen = `i.code_hash = $1 and i.accepted_at is null and i.expires_at > $2 and m.id = i.invited_by_id
  and m.deactivated_at is null and (m.role = 'OWNER' or (m.role = 'ADMIN' and i.role <> 'OWNER'))`;
const findOpen = statement(
  'invitations.find_open',
  `select i.id, i.email, i.role, i.channel_ids from invitations i, members m where ${isOpen}`,
);
/** Of two who use a code at once, the second waits and finds it used. */
const use = statement(
  'invitations.use',
  `update invitations i set accepted_at = $2 from members m where ${isOpen} returning i.id`,
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

  /** Undefined for an invitation that is used, expired, withdrawn with the rights of who gave it, or unknown. */
  findOpen(codeHash: Buffer, now: Date): Promise<InvitationRow | undefined> {
    return this.sql.row<InvitationRow>(findOpen, [codeHash, now]);
  }

  /** Marks an open invitation as used. @returns false where it is open no more */
  async use(codeHash: Buffer, now: Date): Promise<boolean> {
    return (await this.sql.row(use, [codeHash, now])) !== undefined;
  }

  async accepted(id: Id, memberId: Id): Promise<void> {
    await this.sql.rows(accepted, [id, memberId]);
  }
}
