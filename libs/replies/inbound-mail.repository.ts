import { Injectable } from '@nestjs/common';
import { Sql, statement } from '#database';
import type { Id } from '#kernel';
import type { InboundMailEntity } from './inbound-mail.entity.js';

export type Outcome = InboundMailEntity['outcome'];

export interface WaitingMail {
  id: Id;
  recipient: string;
  raw: Buffer;
}

const insert = statement(
  'inbound_mails.insert',
  `insert into inbound_mails (id, fingerprint, recipient, raw, received_at) values ($1, $2, $3, $4, $5)
   on conflict (fingerprint) do nothing returning id`,
);
/** Held until the end of the transaction. */
const waiting = statement(
  'inbound_mails.waiting',
  `select id, recipient, raw from inbound_mails where id = $1 and outcome = 'WAITING' for update`,
);
const settle = statement(
  'inbound_mails.settle',
  'update inbound_mails set outcome = $2, member_id = $3, settled_at = $4, raw = null where id = $1',
);
const refusedSince = statement(
  'inbound_mails.refused_since',
  `select count(*)::int as count from inbound_mails where member_id = $1 and outcome = 'REFUSED' and settled_at > $2`,
);
const counts = statement(
  'inbound_mails.counts',
  'select outcome, count(*)::int as count from inbound_mails where received_at > $1 group by outcome',
);
const forget = statement('inbound_mails.forget', 'delete from inbound_mails where settled_at < $1');

@Injectable()
export class InboundMailRepository {
  constructor(private readonly sql: Sql) {}

  /** @returns false where it is here already */
  async insert(id: Id, fingerprint: Buffer, recipient: string, raw: Buffer, at: Date): Promise<boolean> {
    return (await this.sql.row(insert, [id, fingerprint, recipient, raw, at])) !== undefined;
  }

  waiting(id: Id): Promise<WaitingMail | undefined> {
    return this.sql.row<WaitingMail>(waiting, [id]);
  }

  async settle(id: Id, outcome: Outcome, memberId: Id | null, at: Date): Promise<void> {
    await this.sql.rows(settle, [id, outcome, memberId, at]);
  }

  async refusedSince(memberId: Id, since: Date): Promise<number> {
    return (await this.sql.row<{ count: number }>(refusedSince, [memberId, since]))!.count;
  }

  async counts(since: Date): Promise<Partial<Record<Outcome, number>>> {
    const rows = await this.sql.rows<{ outcome: Outcome; count: number }>(counts, [since]);
    return Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count]));
  }

  async forget(before: Date): Promise<void> {
    await this.sql.rows(forget, [before]);
  }
}
