import { Injectable } from '@nestjs/common';
import { readableByMembership, readableChannel } from '#channels';
import { Sql, statement } from '#database';
import type { PageRequest } from '#graph';
import type { Actor, Id } from '#kernel';
import { type PostRow, postColumns } from './post-view.js';
import { type ThreadRow, threadColumns } from './thread-view.js';

/** Threads pinned in one channel. */
export const MOST_PINNED = 20;
/** Counting stops where nobody reads the number any more. */
const UNREAD_COUNTED = 100;

const firstPosts = statement(
  'threads.first_posts',
  `select ${postColumns} from posts p where p.thread_id = any($1) and p.number = 1`,
);
const mediaSeconds = statement(
  'threads.media_seconds',
  `select p.thread_id, sum(m.duration_ms) / 1000.0::float8 as seconds
   from posts p join post_media pm on pm.post_id = p.id join media m on m.id = pm.media_id
   where p.thread_id = any($1) and p.published_at is not null and p.deleted_at is null and m.kind in ('VIDEO', 'AUDIO')
   group by p.thread_id`,
);
/** Of each channel that the viewer is a member of: threads with posts that they have not read, whatever they follow. */
const unreadOfChannels = statement(
  'threads.unread_of_channels',
  `select cm.channel_id, unread.count from channel_members cm
     cross join lateral (select count(*)::int as count from (
       select 1 from threads t
         left join thread_readers tr on tr.thread_id = t.id and tr.member_id = cm.member_id
       where t.channel_id = cm.channel_id and t.post_count > coalesce(tr.read_number, 0) and t.last_activity_at > cm.joined_at
       limit ${UNREAD_COUNTED}) as counted) as unread
   where cm.member_id = $1 and cm.channel_id = any($2)`,
);
const pinned = statement(
  'threads.pinned',
  `select ${threadColumns} from threads t join channels c on c.id = t.channel_id
     left join thread_readers tr on tr.thread_id = t.id and tr.member_id = $2
     left join channel_members cm on cm.channel_id = t.channel_id and cm.member_id = $2
   where t.channel_id = any($1) and t.pinned_at is not null and t.post_count > 0
     and ${readableByMembership({ channel: 'c', isGuest: '$3' }, 'cm')}
   order by t.pinned_at desc, t.id desc`,
);
const saved = statement(
  'threads.saved',
  `select ${threadColumns}, tr.saved_at from thread_readers tr
     join threads t on t.id = tr.thread_id join channels c on c.id = t.channel_id
     left join channel_members cm on cm.channel_id = t.channel_id and cm.member_id = $1
   where tr.member_id = $1 and tr.saved_at is not null and t.post_count > 0
     and ${readableByMembership({ channel: 'c', isGuest: '$2' }, 'cm')}
     and ($4::timestamptz is null or (tr.saved_at, tr.thread_id) < ($4, $5::uuid))
   order by tr.saved_at desc, tr.thread_id desc limit $3`,
);
const save = statement(
  'threads.save',
  `insert into thread_readers as tr (thread_id, member_id, saved_at) values ($1, $2, $3)
   on conflict (thread_id, member_id) do update set
     saved_at = case when $3::timestamptz is null then null else coalesce(tr.saved_at, $3) end`,
);
/** The channel is locked, so that two at once do not pin more than there is room for. */
const pin = statement(
  'threads.pin',
  `with place as (select c.id from channels c join threads t on t.channel_id = c.id where t.id = $1 for no key update of c)
   update threads t set pinned_at = coalesce(t.pinned_at, $2) from place
   where t.id = $1 and (t.pinned_at is not null
     or (select count(*) from threads other where other.channel_id = place.id and other.pinned_at is not null) < ${MOST_PINNED})
   returning t.id`,
);
const unpin = statement('threads.unpin', 'update threads set pinned_at = null where id = $1');
const rename = statement('threads.rename', 'update threads set title = $2 where id = $1');
/** Only what is unread to a member: threads that were over before they came are not. */
const readChannel = statement(
  'threads.read_channel',
  `insert into thread_readers as tr (thread_id, member_id, read_number)
   select t.id, $2, t.post_count from channel_members cm join channels c on c.id = cm.channel_id
     join threads t on t.channel_id = c.id
     left join thread_readers former on former.thread_id = t.id and former.member_id = $2
   where cm.channel_id = $1 and cm.member_id = $2 and t.post_count > coalesce(former.read_number, 0)
     and t.last_activity_at > cm.joined_at and ${readableChannel({ channel: 'c', viewer: '$2', isGuest: '$3' })}
   on conflict (thread_id, member_id) do update set read_number = greatest(tr.read_number, excluded.read_number)`,
);

/** What is kept about threads beside their posts: pinned, saved, read; and what a card of one shows. */
@Injectable()
export class ThreadKeepingRepository {
  constructor(private readonly sql: Sql) {}

  /** The caller may read the threads. */
  firstPosts(threadIds: readonly Id[]): Promise<PostRow[]> {
    return this.sql.rows<PostRow>(firstPosts, [threadIds]);
  }

  mediaSeconds(threadIds: readonly Id[]): Promise<{ thread_id: Id; seconds: number }[]> {
    return this.sql.rows(mediaSeconds, [threadIds]);
  }

  /** Up to 100 for each. */
  unreadOfChannels(memberId: Id, channelIds: readonly Id[]): Promise<{ channel_id: Id; count: number }[]> {
    return this.sql.rows(unreadOfChannels, [memberId, channelIds]);
  }

  pinned(channelIds: readonly Id[], actor: Actor): Promise<ThreadRow[]> {
    return this.sql.rows<ThreadRow>(pinned, [channelIds, actor.memberId, actor.role === 'GUEST']);
  }

  saved(actor: Actor, { size, beyond }: PageRequest): Promise<(ThreadRow & { saved_at: string })[]> {
    const place = [beyond?.[0] ?? null, beyond?.[1] ?? null];
    return this.sql.rows(saved, [actor.memberId, actor.role === 'GUEST', size + 1, ...place]);
  }

  async save(threadId: Id, memberId: Id, at: Date | null): Promise<void> {
    await this.sql.rows(save, [threadId, memberId, at]);
  }

  /** @returns false where the channel has as many pinned threads as it may have */
  async pin(threadId: Id, at: Date): Promise<boolean> {
    return (await this.sql.row(pin, [threadId, at])) !== undefined;
  }

  async unpin(threadId: Id): Promise<void> {
    await this.sql.rows(unpin, [threadId]);
  }

  async rename(threadId: Id, title: string): Promise<void> {
    await this.sql.rows(rename, [threadId, title]);
  }

  async readChannel(channelId: Id, actor: Actor): Promise<void> {
    await this.sql.rows(readChannel, [channelId, actor.memberId, actor.role === 'GUEST']);
  }
}
