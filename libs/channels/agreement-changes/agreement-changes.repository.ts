import { Injectable } from '@nestjs/common';
import { Sql, statement } from '#database';
import { type Id, newId } from '#kernel';
import type { Agreement } from '../agreement.js';
import { type AgreementRow, agreementColumns, agreementOf } from '../agreement-row.js';

export interface UnseenChange {
  /** Null: the organisation's own. */
  channelId: Id | null;
  before: Agreement;
  now: Agreement;
  changedById: Id;
  changedAt: string;
}

type Row = AgreementRow & {
  channel_id: Id | null;
  created_by_id: Id;
  created_at: string;
  before: AgreementRow | null;
};

const MOST = 20;

/**
 * The newest version of the organisation's agreement, and of those of the member's channels, where it was written after
 * they came and they have not seen it; each with the one that they knew. One's own changes are no news.
 */
const unseen = statement(
  'agreements.unseen',
  `with scopes as (
     select null::uuid as channel_id, created_at as since from members where id = $1
     union all
     select cm.channel_id, cm.joined_at from channel_members cm join channels c on c.id = cm.channel_id
     where cm.member_id = $1 and c.archived_at is null)
   select s.channel_id, ${agreementColumns}, a.created_by_id, a.created_at, coalesce(to_jsonb(b), case when s.channel_id is not null then (
       select to_jsonb(o) from agreements o where o.channel_id is null order by o.version desc limit 1) end) as before
   from scopes s
     join lateral (select * from agreements n where n.channel_id is not distinct from s.channel_id
       order by n.version desc limit 1) a on true
     left join agreement_readers r on r.member_id = $1 and r.channel_id is not distinct from s.channel_id
     left join lateral (select * from agreements k where k.channel_id is not distinct from s.channel_id
       and (k.version <= r.version or k.created_at <= s.since) order by k.version desc limit 1) b on true
   where a.version > coalesce(r.version, 0) and a.created_at > s.since and a.created_by_id <> $1
   order by a.created_at desc limit ${MOST}`,
);
const seen = statement(
  'agreements.seen',
  `with known as (update agreement_readers set version = greatest(version, $4::int)
     where member_id = $2 and channel_id is not distinct from $3::uuid returning id)
   insert into agreement_readers (id, member_id, channel_id, version)
   select $1::uuid, $2::uuid, $3::uuid, $4::int
   where not exists (select 1 from known) on conflict do nothing`,
);

@Injectable()
export class AgreementChangesRepository {
  constructor(private readonly sql: Sql) {}

  /** Newest first. */
  async unseen(memberId: Id): Promise<UnseenChange[]> {
    const rows = await this.sql.rows<Row>(unseen, [memberId]);
    return rows.map((row) => ({
      channelId: row.channel_id,
      before: agreementOf(row.before ?? undefined),
      now: agreementOf(row),
      changedById: row.created_by_id,
      changedAt: row.created_at,
    }));
  }

  async seen(memberId: Id, channelId: Id | null, version: number): Promise<void> {
    await this.sql.rows(seen, [newId(), memberId, channelId, version]);
  }
}
