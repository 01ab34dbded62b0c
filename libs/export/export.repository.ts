import { Injectable } from '@nestjs/common';
import { readableChannel } from '#channels';
import { Sql, type Statement, statement } from '#database';
import type { Actor, Id } from '#kernel';

/** Rows that one statement brings: the export of a long life is read in pieces. */
const AT_ONCE = 500;
const readable = readableChannel({ channel: 'c', viewer: '$1', isGuest: '$2' });

const about = statement(
  'export.about',
  `select m.name, m.handle, m.email, m.role, m.time_zone as "timeZone", m.week, m.holiday_region as "holidayRegion",
     m.created_at as "createdAt",
     coalesce((select jsonb_agg(jsonb_build_object('start', f.starts_at, 'end', f.ends_at, 'note', f.note) order by f.starts_at)
       from focus_blocks f where f.member_id = m.id), '[]') as "focusBlocks",
     (select to_jsonb(p) - 'member_id' from preferences p where p.member_id = m.id) as preferences,
     coalesce((select jsonb_agg(jsonb_build_object('from', a.from_date, 'to', a.to_date, 'note', a.note) order by a.from_date)
       from absences a where a.member_id = m.id), '[]') as absences
   from members m where m.id = $1`,
);

/** Each gives its rows in the order of their ids, beyond $3; whatever stands in a channel only where it may be read. */
const lists = {
  posts: statement(
    'export.posts',
    `select p.id, c.name as channel, t.title as thread, p.number, p.body, p.kind, p.timing, p.published_at as "publishedAt",
       p.scheduled_for as "scheduledFor", p.edited_at as "editedAt",
       array(select pm.media_id from post_media pm where pm.post_id = p.id order by pm.position) as "mediaIds"
     from posts p join threads t on t.id = p.thread_id join channels c on c.id = p.channel_id
     where p.author_id = $1 and p.deleted_at is null and ${readable} and ($3::uuid is null or p.id > $3) order by p.id limit $4`,
  ),
  responses: statement(
    'export.responses',
    `select r.id, c.name as channel, t.title as thread, r.kind, r.status, r.author_id = $1 as "askedByMe", r.deliver_at as "deliverAt",
       r.due_at as "dueAt", r.promised_at as "promisedAt", r.choice, r.note, r.created_at as "createdAt", r.closed_at as "closedAt"
     from expected_responses r join threads t on t.id = r.thread_id join channels c on c.id = t.channel_id
     where (r.recipient_id = $1 or r.author_id = $1) and ${readable} and ($3::uuid is null or r.id > $3) order by r.id limit $4`,
  ),
  drafts: statement(
    'export.drafts',
    `select d.id, d.title, d.body, d.expectation_json as "expectationJson", d.publish_at as "publishAt", d.updated_at as "updatedAt",
       d.media_ids as "mediaIds"
     from drafts d where d.member_id = $1 and $2::boolean is not null and ($3::uuid is null or d.id > $3) order by d.id limit $4`,
  ),
  'saved-threads': statement(
    'export.saved_threads',
    `select t.id, c.name as channel, t.title, tr.saved_at as "savedAt"
     from thread_readers tr join threads t on t.id = tr.thread_id join channels c on c.id = t.channel_id
     where tr.member_id = $1 and tr.saved_at is not null and ${readable} and ($3::uuid is null or t.id > $3) order by t.id limit $4`,
  ),
  recordings: statement(
    'export.recordings',
    `select m.id, m.filename, m.mime_type as "mimeType", m.byte_size as "byteSize", m.duration_ms as "durationMs", m.status,
       m.created_at as "createdAt", m.original_key as key
     from media m where m.owner_id = $1 and $2::boolean is not null and ($3::uuid is null or m.id > $3) order by m.id limit $4`,
  ),
} satisfies Record<string, Statement>;
export type ExportList = keyof typeof lists;

export interface ExportedRow {
  id: Id;
}

export interface ExportedRecording extends ExportedRow {
  filename: string;
  byteSize: number | null;
  /** In the store; null: nothing has arrived. */
  key: string | null;
}

@Injectable()
export class ExportRepository {
  constructor(private readonly sql: Sql) {}

  async about(actor: Actor): Promise<object> {
    return (await this.sql.row(about, [actor.memberId]))!;
  }

  /** All rows of a list, read in pieces. */
  async *rows<Row extends ExportedRow>(list: ExportList, actor: Actor): AsyncGenerator<Row, void> {
    let beyond: Id | null = null;
    for (;;) {
      const values = [actor.memberId, actor.role === 'GUEST', beyond, AT_ONCE];
      const rows: Row[] = await this.sql.rows<Row>(lists[list], values);
      yield* rows;
      if (rows.length < AT_ONCE) return;
      beyond = rows.at(-1)!.id;
    }
  }
}
