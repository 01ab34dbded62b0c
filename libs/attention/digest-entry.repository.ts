import { Injectable } from '@nestjs/common';
import { readableByMembership } from '#channels';
import { Sql, statement } from '#database';
import { type ResponseRow, responseColumns } from '#expectations';
import type { Actor, Id } from '#kernel';
import { type PrefixedPostRow, prefixedPostColumns, type ThreadRow, threadColumns } from '#threads';
import type { DigestItem } from './digest-contents.js';
import { EXCERPT_LENGTH } from './excerpt.js';

/** One item with everything that a digest shows of it. */
export interface DigestEntryRow extends ThreadRow, PrefixedPostRow, Omit<ResponseRow, 'r_id'> {
  /** Place of the item in what was asked for, from 0. */
  place: number;
  /** Null where the item names no expected response: then all columns of it are. */
  r_id: Id | null;
  /** Of all recordings of the post together; 0 without. */
  media_seconds: number;
  /** How what is said in them begins; null where nobody has written it down. */
  spoken: string | null;
}

/** A mark or two that an excerpt leaves out may stand in what is quoted. */
const SPOKEN_LENGTH = EXCERPT_LENGTH * 2;

/** Whatever a digest lists, with the rights that its reader has now, in one statement: $1 posts, $2 responses, $3 reader, $4 guest. */
const byItems = statement(
  'digest.entries',
  `select asked.place::int - 1 as place, ${threadColumns}, ${prefixedPostColumns('p_')}, ${responseColumns},
     coalesce(m.seconds, 0) as media_seconds, m.spoken
   from unnest($1::uuid[], $2::uuid[]) with ordinality as asked(post_id, response_id, place)
     join posts p on p.id = asked.post_id and p.published_at is not null and p.deleted_at is null
     join threads t on t.id = p.thread_id
     join channels c on c.id = t.channel_id
     left join thread_readers tr on tr.thread_id = t.id and tr.member_id = $3
     left join channel_members cm on cm.channel_id = t.channel_id and cm.member_id = $3
     left join expected_responses r on r.id = asked.response_id and r.thread_id = t.id
     left join lateral (
       select sum(media.duration_ms) / 1000.0::float8 as seconds,
         string_agg(left(said.words, ${SPOKEN_LENGTH}), ' ' order by pm.position) as spoken
       from post_media pm join media on media.id = pm.media_id
         left join transcripts said on said.media_id = media.id and said.status = 'READY'
       where pm.post_id = p.id) as m on true
   where ${readableByMembership({ channel: 'c', isGuest: '$4' }, 'cm')}
   order by asked.place`,
);

@Injectable()
export class DigestEntryRepository {
  constructor(private readonly sql: Sql) {}

  /** Those of the items that the reader may read and that are still there. */
  of(items: readonly DigestItem[], reader: Pick<Actor, 'memberId' | 'role'>): Promise<DigestEntryRow[]> {
    const posts = items.map(({ postId }) => postId);
    const responses = items.map(({ expectedResponseId }) => expectedResponseId ?? null);
    return this.sql.rows<DigestEntryRow>(byItems, [posts, responses, reader.memberId, reader.role === 'GUEST']);
  }
}
