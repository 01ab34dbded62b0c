import { Injectable } from '@nestjs/common';
import { readableChannel } from '#channels';
import { Sql, statement } from '#database';
import type { PageRequest } from '#graph';
import type { Actor, Id } from '#kernel';

export interface RecordingRow {
  id: Id;
  stored_bytes: number;
  created_at: string;
  /** The newest published post that has it. */
  post_id: Id | null;
}

/** Own, arrived, and where words are looked for ($2): in its name, or in the title of a thread that has it. */
const matching = `m.owner_id = $1 and m.status <> 'UPLOADING'
  and ($2::text is null or m.filename ilike $2 or exists (
    select 1 from post_media pm join posts p on p.id = pm.post_id join threads t on t.id = p.thread_id
      join channels c on c.id = t.channel_id
    where pm.media_id = m.id and t.title ilike $2 and p.deleted_at is null
      and ${readableChannel({ channel: 'c', viewer: '$1', isGuest: '$3' })}))`;
const columns = `m.id, m.created_at,
  (coalesce(m.byte_size, 0) + (select coalesce(sum(r.byte_size), 0) from renditions r where r.media_id = m.id))::bigint as stored_bytes,
  (select p.id from post_media pm join posts p on p.id = pm.post_id
   where pm.media_id = m.id and p.published_at is not null and p.deleted_at is null
   order by p.published_at desc, p.id desc limit 1) as post_id`;

const page = statement(
  'recordings.page',
  `select ${columns} from media m where ${matching} and ($5::uuid is null or m.id < $5) order by m.id desc limit $4`,
);
const count = statement('recordings.count', `select count(*)::int as count from media m where ${matching}`);
const byId = statement(
  'recordings.by_id',
  `select ${columns} from media m where m.owner_id = $1 and m.id = $2 and m.status <> 'UPLOADING'`,
);
/** With all that speaks of it, in one statement; posts stay, without it. */
const remove = statement(
  'recordings.remove',
  `with gone as (select id from media where id = $1 and owner_id = $2 and status <> 'UPLOADING' for update),
   posted as (delete from post_media pm using gone where pm.media_id = gone.id returning pm.post_id),
   spoken_of as (
     update posts p set moment_media_id = null, moment_seconds = null from gone where p.moment_media_id = gone.id
     returning p.id),
   drafted as (update drafts d set media_ids = array_remove(d.media_ids, gone.id) from gone
     where d.member_id = $2 and gone.id = any(d.media_ids)),
   shown as (update members a set avatar_media_id = null from gone where a.avatar_media_id = gone.id returning a.id),
   removed as (delete from media m using gone where m.id = gone.id returning m.id)
   select removed.id, (select count(*)::int from shown) as avatars,
     coalesce((select json_agg(json_build_object('postId', p.id, 'threadId', p.thread_id)) from posts p
       where p.published_at is not null
         and p.id in (select post_id from posted union select id from spoken_of)), '[]') as posts
   from removed`,
);
/** Whose read mark has passed a post with it, of those who share that. */
const seenBy = statement(
  'recordings.seen_by',
  `select distinct pm.media_id, tr.member_id
   from post_media pm join posts p on p.id = pm.post_id and p.published_at is not null and p.deleted_at is null
     join media m on m.id = pm.media_id and m.owner_id = $2
     join thread_readers tr on tr.thread_id = p.thread_id and tr.read_number >= p.number and tr.member_id <> $2
     join preferences s on s.member_id = tr.member_id and s.shares_seen
   where pm.media_id = any($1) order by pm.media_id, tr.member_id limit 2000`,
);
const moments = statement(
  'media.moments',
  `select p.id, p.moment_media_id as media_id from unnest($1::uuid[]) as asked (id)
     cross join lateral (
       select p.id, p.moment_media_id, p.moment_seconds, p.channel_id from posts p
       where p.moment_media_id = asked.id and p.published_at is not null and p.deleted_at is null
       order by p.moment_seconds, p.id limit 200) as p
     join channels c on c.id = p.channel_id
   where ${readableChannel({ channel: 'c', viewer: '$2', isGuest: '$3' })}
   order by p.moment_seconds, p.id`,
);

export interface Removed {
  /** How many members showed it as their picture: its owner, or nobody. */
  avatars: number;
  posts: { postId: Id; threadId: Id }[];
}

@Injectable()
export class RecordingRepository {
  constructor(private readonly sql: Sql) {}

  /** Newest first; one row more than asked. */
  page(actor: Actor, pattern: string | null, { size, beyond }: PageRequest): Promise<RecordingRow[]> {
    const values = [actor.memberId, pattern, actor.role === 'GUEST', size + 1, beyond?.[0] ?? null];
    return this.sql.rows<RecordingRow>(page, values);
  }

  async count(actor: Actor, pattern: string | null): Promise<number> {
    const values = [actor.memberId, pattern, actor.role === 'GUEST'];
    return (await this.sql.row<{ count: number }>(count, values))!.count;
  }

  find(ownerId: Id, id: Id): Promise<RecordingRow | undefined> {
    return this.sql.row<RecordingRow>(byId, [ownerId, id]);
  }

  /** Undefined where the member has no such item, or its upload is under way. */
  remove(id: Id, ownerId: Id): Promise<Removed | undefined> {
    return this.sql.row<Removed>(remove, [id, ownerId]);
  }

  /** Members who have seen own items and let that be known. */
  seenBy(mediaIds: readonly Id[], ownerId: Id): Promise<{ media_id: Id; member_id: Id }[]> {
    return this.sql.rows(seenBy, [mediaIds, ownerId]);
  }

  /** Posts that speak of a moment of each item, of those that the actor may read: in the order of the moments. */
  moments(mediaIds: readonly Id[], actor: Actor): Promise<{ id: Id; media_id: Id }[]> {
    return this.sql.rows(moments, [mediaIds, actor.memberId, actor.role === 'GUEST']);
  }
}
