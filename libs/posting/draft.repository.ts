import { Injectable } from '@nestjs/common';
import { readableChannel } from '#channels';
import { Sql, statement } from '#database';
import type { PageRequest } from '#graph';
import { type Actor, Clock, type Id } from '#kernel';

/** `channel_id` only where the member may still read it; threads and media are looked up by their own rules. */
export interface DraftRow {
  id: Id;
  channel_id: Id | null;
  thread_id: Id | null;
  title: string;
  body: string;
  media_ids: Id[];
  expectation_json: string | null;
  publish_at: string | null;
  updated_at: string;
}

/** What a draft can hold; undefined: as it is. */
export interface DraftChanges {
  channelId?: Id | null;
  threadId?: Id | null;
  title?: string;
  body?: string;
  mediaIds?: readonly Id[];
  expectationJson?: string | null;
  publishAt?: string | null;
}

const mayRead = readableChannel({ channel: 'c', viewer: '$1', isGuest: '$2' });
const columns = `d.id, case when ${mayRead} then d.channel_id end as channel_id, d.thread_id, d.title, d.body, d.media_ids,
  d.expectation_json, d.publish_at, d.updated_at`;
const from = 'drafts d left join channels c on c.id = d.channel_id';

const byId = statement('drafts.by_id', `select ${columns} from ${from} where d.member_id = $1 and d.id = $3`);
const page = statement(
  'drafts.page',
  `select ${columns} from ${from} where d.member_id = $1
     and ($4::timestamptz is null or (d.updated_at, d.id) < ($4, $5::uuid))
   order by d.updated_at desc, d.id desc limit $3`,
);
const insert = statement(
  'drafts.insert',
  `insert into drafts (id, member_id, channel_id, thread_id, title, body, media_ids, expectation_json, publish_at, updated_at)
   select $2, $1, $3, $4, $5, $6, $7, $8, $9, $10
   where (select count(*) from drafts where member_id = $1) < $11 returning id`,
);
const update = statement(
  'drafts.update',
  `update drafts set
     channel_id = case when 'channelId' = any($3::text[]) then $4::uuid else channel_id end,
     thread_id = case when 'threadId' = any($3) then $5::uuid else thread_id end,
     title = case when 'title' = any($3) then $6::text else title end,
     body = case when 'body' = any($3) then $7::text else body end,
     media_ids = case when 'mediaIds' = any($3) then $8::uuid[] else media_ids end,
     expectation_json = case when 'expectationJson' = any($3) then $9::text else expectation_json end,
     publish_at = case when 'publishAt' = any($3) then $10::timestamptz else publish_at end,
     updated_at = $11
   where member_id = $1 and id = $2 returning id`,
);
const remove = statement('drafts.remove', 'delete from drafts where member_id = $1 and id = $2');

@Injectable()
export class DraftRepository {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  find(actor: Actor, id: Id): Promise<DraftRow | undefined> {
    return this.sql.row<DraftRow>(byId, [actor.memberId, actor.role === 'GUEST', id]);
  }

  /** Changed last first; one row more than asked. */
  page(actor: Actor, { size, beyond }: PageRequest): Promise<DraftRow[]> {
    const place = [beyond?.[0] ?? null, beyond?.[1] ?? null];
    return this.sql.rows<DraftRow>(page, [actor.memberId, actor.role === 'GUEST', size + 1, ...place]);
  }

  /** @returns false where the member has as many drafts as one may have */
  async insert(memberId: Id, id: Id, draft: DraftChanges, most: number): Promise<boolean> {
    const saved = await this.sql.row(insert, [
      memberId,
      id,
      draft.channelId ?? null,
      draft.threadId ?? null,
      draft.title ?? '',
      draft.body ?? '',
      draft.mediaIds ?? [],
      draft.expectationJson ?? null,
      draft.publishAt ?? null,
      this.clock.now(),
      most,
    ]);
    return saved !== undefined;
  }

  /** @returns false where the member has no such draft */
  async update(memberId: Id, id: Id, changes: DraftChanges): Promise<boolean> {
    const given = Object.entries(changes).flatMap(([name, value]) => (value === undefined ? [] : [name]));
    const saved = await this.sql.row(update, [
      memberId,
      id,
      given,
      changes.channelId ?? null,
      changes.threadId ?? null,
      changes.title ?? '',
      changes.body ?? '',
      changes.mediaIds ?? [],
      changes.expectationJson ?? null,
      changes.publishAt ?? null,
      this.clock.now(),
    ]);
    return saved !== undefined;
  }

  async remove(memberId: Id, id: Id): Promise<void> {
    await this.sql.rows(remove, [memberId, id]);
  }
}
