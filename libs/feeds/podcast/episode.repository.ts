import { Injectable } from '@nestjs/common';
import { readableByMembership } from '#channels';
import { Sql, statement } from '#database';
import type { Id } from '#kernel';
import type { Subscriber } from '../feed-address.repository.js';

export const MOST_EPISODES = 100;
/** Older recordings are in the hub; this also bounds what the statement looks through. Milliseconds. */
const YEAR_MS = 366 * 86_400_000;
/** Characters of a post that an excerpt may be made of. */
const MOST_OF_BODY = 1_000;

/** A rendition as a podcast lists it. */
export interface EpisodeFile {
  key: string;
  mimeType: string;
  byteSize: number;
}

export interface EpisodeRow {
  post_id: Id;
  media_id: Id;
  thread_id: Id;
  published_at: string;
  title: string;
  channel: string;
  author: string;
  /** What was written; without it, how it begins in words. */
  body: string;
  duration_ms: number | null;
  /** How many recordings the post has, and which of them this is, from 1 on. */
  recordings: number;
  place: number;
  files: Partial<Record<'AUDIO' | 'MP4' | 'POSTER', EpisodeFile>>;
  /** The language of the transcript; null where there is none. */
  spoken: string | null;
  /** What the post asks of the member; null where it asks nothing (any more). */
  asks: 'ACKNOWLEDGE' | 'REPLY' | 'DECIDE' | null;
  due_at: string | null;
}

/**
 * $1 member, $2 whether a guest, $3 now, $4 the least id of a post of the last year. Recordings are few among posts, so
 * the statement begins with them; what is told of each is read for those that are listed. What is asked counts from its
 * delivery on.
 */
const newest = statement(
  'feeds.episodes',
  `with listed as (
     select p.id as post_id, m.id as media_id, p.published_at, pm.position, r.id as response_id
     from post_media pm join posts p on p.id = pm.post_id join media m on m.id = pm.media_id join channels c on c.id = p.channel_id
       left join channel_members cm on cm.channel_id = c.id and cm.member_id = $1
       left join thread_readers tr on tr.thread_id = p.thread_id and tr.member_id = $1
       left join expected_responses r on r.post_id = p.id and r.recipient_id = $1 and r.deliver_at <= $3
     where pm.post_id >= $4::uuid and m.kind in ('VIDEO', 'AUDIO') and m.status = 'READY'
       and exists (select 1 from renditions d where d.media_id = m.id and d.kind in ('AUDIO', 'MP4'))
       and p.published_at is not null and p.deleted_at is null and p.author_id <> $1
       and (coalesce(tr.involvement, cm.involvement) = 'FOLLOWING' or r.id is not null)
       and ${readableByMembership({ channel: 'c', isGuest: '$2' }, 'cm')}
     order by p.published_at desc, p.id, pm.position limit ${MOST_EPISODES}
   )
   select p.id as post_id, m.id as media_id, p.thread_id, p.published_at, t.title, c.name as channel, a.name as author,
     coalesce(nullif(btrim(left(p.body, ${MOST_OF_BODY}), E' \\n\\r\\t'), ''), left(w.words, ${MOST_OF_BODY}), '') as body, m.duration_ms,
     o.recordings, o.place, f.files, w.language as spoken,
     case when r.status = 'OPEN' then r.kind end as asks, case when r.status = 'OPEN' then r.due_at end as due_at
   from listed l join posts p on p.id = l.post_id join media m on m.id = l.media_id
     join threads t on t.id = p.thread_id join channels c on c.id = t.channel_id join members a on a.id = p.author_id
     cross join lateral (
       select jsonb_object_agg(d.kind, jsonb_build_object('key', d.key, 'mimeType', d.mime_type, 'byteSize', d.byte_size)) as files
       from renditions d where d.media_id = m.id and d.kind in ('AUDIO', 'MP4', 'POSTER')) as f
     cross join lateral (
       select count(*)::int as recordings, (count(*) filter (where pm.position <= l.position))::int as place
       from post_media pm join media d on d.id = pm.media_id and d.kind in ('VIDEO', 'AUDIO') where pm.post_id = p.id) as o
     left join transcripts w on w.media_id = m.id and w.status = 'READY'
     left join expected_responses r on r.id = l.response_id
   order by l.published_at desc, l.post_id, l.position`,
);

/** Recordings that a member would listen to, with the rights that they have now. */
@Injectable()
export class EpisodeRepository {
  constructor(private readonly sql: Sql) {}

  /** Newest first, in one statement. */
  newest({ memberId, role }: Subscriber, now: Date): Promise<EpisodeRow[]> {
    return this.sql.rows<EpisodeRow>(newest, [memberId, role === 'GUEST', now, leastIdOf(now.getTime() - YEAR_MS)]);
  }
}

/** The least UUIDv7 of a millisecond. */
const leastIdOf = (ms: number): Id => {
  const time = Math.max(0, ms).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
};
