import { Injectable } from '@nestjs/common';
import { readableByMembership } from '#channels';
import { namedStatement, Sql, statement, valuesOf } from '#database';
import type { PageRequest } from '#graph';
import { type Actor, type Id } from '#kernel';
import type { ThreadState } from './thread.entity.js';
import { type ThreadRow, threadColumns } from './thread-view.js';

const viewerJoins = (viewer: string): string => `
  left join thread_readers tr on tr.thread_id = t.id and tr.member_id = ${viewer}
  left join channel_members cm on cm.channel_id = t.channel_id and cm.member_id = ${viewer}`;

/** Whether a thread is for the viewer to see. One whose first post is still scheduled is its author's alone. */
const visible = (viewer: string, isGuest: string): string =>
  `(t.post_count > 0 or t.author_id = ${viewer}) and ${readableByMembership({ channel: 'c', isGuest }, 'cm')}`;

const byIds = statement(
  'threads.by_ids',
  `select ${threadColumns} from threads t join channels c on c.id = t.channel_id ${viewerJoins('$2')}
   where t.id = any($1) and ${visible('$2', '$3')}`,
);

/** The thread :key with what its viewer keeps about it: `t`, `c`, `tr` and `cm` are in it. */
export const threadText = (columns: string): string =>
  `select ${columns} from threads t join channels c on c.id = t.channel_id ${viewerJoins(':viewer')}
   where t.id = :key::uuid and ${visible(':viewer', ':isGuest')}`;

const unread = statement(
  'threads.unread',
  `select ${threadColumns} from channel_members cm
     join channels c on c.id = cm.channel_id and c.archived_at is null
     join threads t on t.channel_id = cm.channel_id and t.post_count > 0 and t.last_activity_at > cm.joined_at
     left join thread_readers tr on tr.thread_id = t.id and tr.member_id = cm.member_id
   where cm.member_id = $1 and t.post_count > coalesce(tr.read_number, 0)
     and coalesce(tr.involvement, cm.involvement) = 'FOLLOWING'
     and ($3::timestamptz is null or (t.last_activity_at, t.id) < ($3, $4::uuid))
   order by t.last_activity_at desc, t.id desc limit $2`,
);

/** Counting stops where nobody reads the number any more. */
const UNREAD_COUNTED = 1_000;
const unreadCount = statement(
  'threads.unread_count',
  `select count(*)::int as count from (
     select 1 from channel_members cm
       join channels c on c.id = cm.channel_id and c.archived_at is null
       join threads t on t.channel_id = cm.channel_id and t.post_count > 0 and t.last_activity_at > cm.joined_at
       left join thread_readers tr on tr.thread_id = t.id and tr.member_id = cm.member_id
     where cm.member_id = $1 and t.post_count > coalesce(tr.read_number, 0)
       and coalesce(tr.involvement, cm.involvement) = 'FOLLOWING'
     limit ${UNREAD_COUNTED}) as counted`,
);

const readerJoin = 'left join thread_readers tr on tr.thread_id = t.id and tr.member_id = :viewer';

/** What is asked of a channel's threads beside how many; each shape gets a plan of its own. */
export interface ThreadPageShape {
  withState: boolean;
  withCursor: boolean;
  /** A channel without threads gives one row without a thread. */
  keepsParents: boolean;
}

/** One page of each of several channels that the viewer may read. `c`, `cm` and `t` are in it, `tr` by a join. */
export const threadPageText = (
  columns: string,
  joins: string,
  { withState, withCursor, keepsParents }: ThreadPageShape,
): string =>
  `select ${columns} from channels c
     left join channel_members cm on cm.channel_id = c.id and cm.member_id = :viewer
     ${keepsParents ? 'left' : 'cross'} join lateral (
       select t.* from threads t where t.channel_id = c.id and t.post_count > 0 ${withState ? 'and t.state = :state' : ''}
         ${withCursor ? 'and (t.last_activity_at, t.id) < (:beyond0::timestamptz, :beyond1::uuid)' : ''}
       order by t.last_activity_at desc, t.id desc limit :size) as t ${keepsParents ? 'on true' : ''} ${joins}
   where c.id = any(:parents) and ${readableByMembership({ channel: 'c', isGuest: ':isGuest' }, 'cm')}
   order by t.last_activity_at desc, t.id desc`;

/** Joins of {@link threadPageText} that only some columns need. */
export const threadPageJoins = { tr: readerJoin } as const;

const pages = [false, true].map((withState) =>
  [false, true].map((withCursor) =>
    namedStatement(
      `threads.page${withState ? '_state' : ''}${withCursor ? '_after' : ''}`,
      threadPageText(threadColumns, readerJoin, { withState, withCursor, keepsParents: false }),
    ),
  ),
);

const markRead = statement(
  'threads.mark_read',
  `insert into thread_readers (thread_id, member_id, read_number) values ($1, $2, $3)
   on conflict (thread_id, member_id) do update set read_number = greatest(thread_readers.read_number, excluded.read_number)`,
);
const involve = statement(
  'threads.involve',
  `insert into thread_readers (thread_id, member_id, involvement) values ($1, $2, $3)
   on conflict (thread_id, member_id) do update set involvement = excluded.involvement`,
);
const conclude = statement(
  'threads.conclude',
  `with concluded as (
     update threads set state = 'CONCLUDED', conclusion = $2, concluded_by_id = $3, concluded_at = $4
     where id = $1 and state = 'OPEN' returning id),
   happened as (
     insert into happenings (kind, thread_id, actor_id, at) select 'CONCLUSION', id, $3::uuid, $4::timestamptz from concluded)
   select id from concluded`,
);
const reopen = statement(
  'threads.reopen',
  `update threads set state = 'OPEN', conclusion = null, concluded_by_id = null, concluded_at = null
   where id = $1 and state = 'CONCLUDED' returning id`,
);

@Injectable()
export class ThreadRepository {
  constructor(private readonly sql: Sql) {}

  /** Those of the threads that the actor may read, with what they keep about them. */
  visible(ids: readonly Id[], actor: Pick<Actor, 'memberId' | 'role'>): Promise<ThreadRow[]> {
    return this.sql.rows<ThreadRow>(byIds, [ids, actor.memberId, actor.role === 'GUEST']);
  }

  /** The next page of each channel, newest activity first, one row more than asked; of those that the actor may read. */
  page(
    channelIds: readonly Id[],
    actor: Pick<Actor, 'memberId' | 'role'>,
    state: ThreadState | null,
    { size, beyond }: PageRequest,
  ): Promise<ThreadRow[]> {
    const shape = pages[state ? 1 : 0]![beyond ? 1 : 0]!;
    const values = {
      parents: channelIds,
      viewer: actor.memberId,
      isGuest: actor.role === 'GUEST',
      size: size + 1,
      state,
      beyond0: beyond?.[0],
      beyond1: beyond?.[1],
    };
    return this.sql.rows<ThreadRow>(shape, valuesOf(shape, values));
  }

  unread(memberId: Id, { size, beyond }: PageRequest): Promise<ThreadRow[]> {
    return this.sql.rows<ThreadRow>(unread, [memberId, size + 1, beyond?.[0] ?? null, beyond?.[1] ?? null]);
  }

  /** How many threads have news for a member; 1,000 for a thousand and more. */
  async unreadCount(memberId: Id): Promise<number> {
    return (await this.sql.row<{ count: number }>(unreadCount, [memberId]))!.count;
  }

  async markRead(threadId: Id, memberId: Id, number: number): Promise<void> {
    await this.sql.rows(markRead, [threadId, memberId, number]);
  }

  async involve(threadId: Id, memberId: Id, involvement: string): Promise<void> {
    await this.sql.rows(involve, [threadId, memberId, involvement]);
  }

  /** @returns false where it was concluded already */
  async conclude(threadId: Id, summary: string, memberId: Id, at: Date): Promise<boolean> {
    return (await this.sql.row(conclude, [threadId, summary, memberId, at])) !== undefined;
  }

  /** @returns false where it was open already */
  async reopen(threadId: Id): Promise<boolean> {
    return (await this.sql.row(reopen, [threadId])) !== undefined;
  }
}
