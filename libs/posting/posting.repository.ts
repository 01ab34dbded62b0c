import { Injectable } from '@nestjs/common';
import { readableChannel } from '#channels';
import { Sql, statement, valuesOf } from '#database';
import type { Actor, Id } from '#kernel';
import { type PostRow, postColumns, type ThreadRow } from '#threads';
import { type PostParts, type PostValues, publishStatement } from './publish.statement.js';

/** An expected response that a post has closed. */
export interface ClosedResponse {
  id: Id;
  authorId: Id;
  recipientId: Id;
  postId: Id;
  /** One answer was enough (quorum ANY). */
  isForAll: boolean;
}

export type Published = ThreadRow & { has_answered: boolean };
type PublishedRow = Omit<Published, 'state' | 'conclusion' | 'read_number'>;

const saveThread = statement(
  'posting.save_thread',
  `insert into threads (id, channel_id, author_id, title, post_count, last_activity_at, created_at)
   select $1::uuid, c.id, $2::uuid, $3::text, 0, $4::timestamptz, $4::timestamptz from channels c
   where c.id = $5::uuid and c.archived_at is null and ${readableChannel({ channel: 'c', viewer: '$2::uuid', isGuest: '$6::boolean' })}
   returning id`,
);
const savePost = statement(
  'posting.save_scheduled',
  `insert into posts (id, thread_id, channel_id, author_id, body, moment_media_id, moment_seconds, kind, timing, working_hours,
     working_days, by_instant, urgency_reason, quorum, choices, idempotency_key, scheduled_recipient_ids, scheduled_for, created_at)
   select $1::uuid, t.id, t.channel_id, $2::uuid, $3::text, $4::uuid, $5::float8, $6::text, $7::text, $8::float8, $9::int,
     $10::timestamptz, $11::text, $12::text, $13::text[], $14::text, $15::uuid[], $16::timestamptz, $17::timestamptz
   from threads t join channels c on c.id = t.channel_id
   where t.id = $18::uuid and t.state = 'OPEN' and c.archived_at is null
     and ${readableChannel({ channel: 'c', viewer: '$2::uuid', isGuest: '$19::boolean' })}
   returning id`,
);
const attach = statement(
  'posting.attach_media',
  'insert into post_media (post_id, media_id, position) select $1::uuid, m.id, m.position from unnest($2::uuid[]) with ordinality as m (id, position)',
);
const mention = statement(
  'posting.mention',
  'insert into mentions (post_id, member_id) select $1::uuid, unnest($2::uuid[]) on conflict do nothing',
);
const byKey = statement(
  'posting.by_idempotency_key',
  `select ${postColumns} from posts p where p.author_id = $1 and p.idempotency_key = $2`,
);
const due = statement(
  'posting.due',
  `select p.id, p.thread_id, p.channel_id, p.author_id, p.kind, p.timing, p.working_hours, p.working_days, p.by_instant,
     p.scheduled_recipient_ids, m.role from posts p join members m on m.id = p.author_id
   where p.published_at is null and p.deleted_at is null and p.scheduled_for <= $1 and m.deactivated_at is null
   order by p.scheduled_for, p.id limit $2`,
);
const drop = statement(
  'posting.drop_scheduled',
  'update posts set deleted_at = $2 where id = $1 and published_at is null',
);

const closedBy = statement(
  'posting.closed_by',
  `select r.id, r.author_id as "authorId", r.recipient_id as "recipientId", r.post_id as "postId",
     p.quorum = 'ANY' as "isForAll"
   from expected_responses a join posts p on p.id = a.post_id join expected_responses r on r.post_id = a.post_id
     and (r.id = a.id or (r.status = 'WITHDRAWN' and r.closed_at = a.closed_at))
   where a.thread_id = $2 and a.recipient_id = $3 and a.answer_post_id = $1`,
);

/** A post whose hour has come. */
export interface DuePost {
  id: Id;
  thread_id: Id;
  channel_id: Id;
  author_id: Id;
  kind: string;
  timing: string;
  working_hours: number | null;
  working_days: number | null;
  by_instant: string | null;
  scheduled_recipient_ids: Id[];
  role: Actor['role'];
}

@Injectable()
export class PostingRepository {
  constructor(private readonly sql: Sql) {}

  /** One statement. Undefined where the author may not post there; nothing was written then. */
  async publish(parts: PostParts, values: PostValues): Promise<Published | undefined> {
    const statement = publishStatement(parts);
    const row = await this.sql.row<PublishedRow>(statement, valuesOf(statement, values));
    return row && { ...row, state: 'OPEN', conclusion: null, read_number: row.post_count };
  }

  /** What the post has closed: what it answers, and what that has released others from. */
  closedBy({ post, thread, author }: PostValues): Promise<ClosedResponse[]> {
    return this.sql.rows<ClosedResponse>(closedBy, [post, thread, author]);
  }

  /** A thread that waits for its first post's hour. @returns false where the author may not post in the channel */
  async saveThread(values: PostValues): Promise<boolean> {
    const { thread, author, title, now, channel, isGuest } = values;
    return (await this.sql.row(saveThread, [thread, author, title, now, channel, isGuest])) !== undefined;
  }

  /** A post that waits for its hour, with what belongs to it. @returns false where the author may not post there */
  async savePost(v: PostValues, recipientIds: readonly Id[], scheduledFor: Date): Promise<boolean> {
    const saved = await this.sql.row(savePost, [
      v.post,
      v.author,
      v.body,
      v.momentMedia,
      v.momentSeconds,
      v.kind,
      v.timing,
      v.workingHours,
      v.workingDays,
      v.by,
      v.urgencyReason,
      v.quorum,
      v.choices,
      v.idempotencyKey,
      recipientIds,
      scheduledFor,
      v.now,
      v.thread,
      v.isGuest,
    ]);
    if (!saved) return false;
    if (v.media.length > 0) await this.sql.rows(attach, [v.post, v.media]);
    if (v.mentioned.length > 0) await this.sql.rows(mention, [v.post, v.mentioned]);
    return true;
  }

  byIdempotencyKey(authorId: Id, key: string): Promise<PostRow | undefined> {
    return this.sql.row<PostRow>(byKey, [authorId, key]);
  }

  /** Posts whose hour has come. */
  due(now: Date, limit: number): Promise<DuePost[]> {
    return this.sql.rows<DuePost>(due, [now, limit]);
  }

  async dropScheduled(postId: Id, at: Date): Promise<void> {
    await this.sql.rows(drop, [postId, at]);
  }
}

/** True for the refusal of a second post with the same idempotency key. */
export const isRepeated = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  (error as { code?: string }).code === '23505' &&
  (error as { constraint?: string }).constraint === 'posts_by_idempotency_key';
