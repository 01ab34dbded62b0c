import { Injectable } from '@nestjs/common';
import { Sql, statement } from '#database';
import type { Id, Role } from '#kernel';

export interface OpenInvitation {
  id: Id;
  /** Null: a link for whoever has it. */
  email: string | null;
  role: Role;
  channel_ids: Id[];
}

export interface InvitationRow extends OpenInvitation {
  uses_left: number;
  created_at: string;
  expires_at: string;
  accepted_at: string | null;
  revoked_at: string | null;
  invited_by_id: Id;
  mail_failure: string | null;
}

export interface NewInvitation {
  id: Id;
  email: string | null;
  role: Role;
  channelIds: readonly Id[];
  codeHash: Buffer;
  uses: number;
  expiresAt: Date;
  mailFailure: string | null;
}

const insert = statement(
  'invitations.insert',
  `insert into invitations (id, email, role, channel_ids, code_hash, uses_left, expires_at, mail_failure, invited_by_id, created_at)
   select n.id, n.email, n.role, array(select jsonb_array_elements_text(n.channels)::uuid), decode(n.code_hash, 'hex'), n.uses,
     n.expires_at, n.mail_failure, $2, $3
   from jsonb_to_recordset($1::jsonb) as n(id uuid, email text, role text, channels jsonb, code_hash text, uses int,
     expires_at timestamptz, mail_failure text)`,
);
const rank = (role: string): string => `array_position(array['OWNER', 'ADMIN', 'MEMBER', 'GUEST'], ${role})`;
/**
 * With uses left, in time, and from somebody who may still invite to that role: who has left or stepped down would
 * otherwise keep a way back in. Takes the code's hash and the time.
 */
const isOpen = `i.code_hash = $1 and i.uses_left > 0 and i.revoked_at is null and i.expires_at > $2
  and m.id = i.invited_by_id and m.deactivated_at is null and rp.role = m.role
  and (m.role = 'OWNER' or ('INVITE_MEMBERS' = any(rp.permissions) and ${rank('i.role')} >= ${rank('m.role')}))`;
const findOpen = statement(
  'invitations.find_open',
  `select i.id, i.email, i.role, i.channel_ids from invitations i, members m, role_permissions rp where ${isOpen}`,
);
/** Of two who use the last use of a code at once, the second waits and finds it used. */
const use = statement(
  'invitations.use',
  `update invitations i set uses_left = i.uses_left - 1, accepted_at = $2 from members m, role_permissions rp
   where ${isOpen} returning i.id`,
);
const accepted = statement('invitations.accepted', 'update invitations set accepted_by_id = $2 where id = $1');
const revoke = statement(
  'invitations.revoke',
  `update invitations set revoked_at = $2 where id = $1 and revoked_at is null and uses_left > 0 returning id`,
);
const mailed = statement('invitations.mailed', 'update invitations set mail_failure = $2 where id = $1');
const columns = `i.id, i.email, i.role, i.channel_ids, i.uses_left, i.created_at, i.expires_at, i.accepted_at, i.revoked_at,
  i.invited_by_id, i.mail_failure`;
const page = statement(
  'invitations.page',
  `select ${columns} from invitations i where ($1::timestamptz is null or (i.created_at, i.id) < ($1, $2::uuid))
   order by i.created_at desc, i.id desc limit $3`,
);
const byId = statement('invitations.by_id', `select ${columns} from invitations i where i.id = $1`);

@Injectable()
export class InvitationRepository {
  constructor(private readonly sql: Sql) {}

  async insert(invitations: readonly NewInvitation[], invitedById: Id, now: Date): Promise<void> {
    const rows = invitations.map(({ codeHash, channelIds, expiresAt, mailFailure, ...rest }) => ({
      ...rest,
      channels: channelIds,
      code_hash: codeHash.toString('hex'),
      expires_at: expiresAt,
      mail_failure: mailFailure,
    }));
    await this.sql.rows(insert, [JSON.stringify(rows), invitedById, now]);
  }

  /** Undefined for an invitation that is used up, expired, revoked, withdrawn with the rights of who gave it, or unknown. */
  findOpen(codeHash: Buffer, now: Date): Promise<OpenInvitation | undefined> {
    return this.sql.row<OpenInvitation>(findOpen, [codeHash, now]);
  }

  /** Takes one use of an open invitation. @returns false where it is open no more */
  async use(codeHash: Buffer, now: Date): Promise<boolean> {
    return (await this.sql.row(use, [codeHash, now])) !== undefined;
  }

  async accepted(id: Id, memberId: Id): Promise<void> {
    await this.sql.rows(accepted, [id, memberId]);
  }

  /** @returns false where there is none, or nothing of it is left */
  async revoke(id: Id, now: Date): Promise<boolean> {
    return (await this.sql.row(revoke, [id, now])) !== undefined;
  }

  /** @param failure null: the mail server has taken it */
  async mailed(id: Id, failure: string | null): Promise<void> {
    await this.sql.rows(mailed, [id, failure]);
  }

  /** Newest first. */
  page(limit: number, beyond: readonly string[] | undefined): Promise<InvitationRow[]> {
    return this.sql.rows<InvitationRow>(page, [beyond?.[0] ?? null, beyond?.[1] ?? null, limit]);
  }

  byId(id: Id): Promise<InvitationRow | undefined> {
    return this.sql.row<InvitationRow>(byId, [id]);
  }
}
