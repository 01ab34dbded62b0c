import { Injectable } from '@nestjs/common';
import { readableChannel } from '#channels';
import { Sql, statement } from '#database';
import type { Actor, Id } from '#kernel';
import { type PostRow, postColumns } from '#threads';

export interface HitRow extends PostRow {
  snippet: string;
  /** Of a hit in a transcript; null where the words stand in the post itself. */
  media_id: Id | null;
  media_seconds: number | null;
}

const isReadable = `p.published_at is not null and p.deleted_at is null
       and ${readableChannel({ channel: 'c', viewer: '$1', isGuest: '$2' })}
       and ($5::timestamptz is null or (p.published_at, p.id) < ($5, $6::uuid))`;
const headline = (text: string): string =>
  `ts_headline('simple', ${text}, asked.shown,
     'StartSel=**, StopSel=**, MaxFragments=2, MaxWords=24, MinWords=8, FragmentDelimiter=" … "')`;

/**
 * Words are compared without accents and case, as the index holds them; snippets show the text as it was written. In a
 * transcript they need not stand in one segment: the hit is where most of them are spoken together.
 */
const find = statement(
  'search.posts',
  `with asked as (
     select websearch_to_tsquery('simple', unaccent($3)) as plain,
       replace(websearch_to_tsquery('simple', unaccent($3))::text, ' & ', ' | ')::tsquery as any_word,
       websearch_to_tsquery('simple', unaccent($3)) || websearch_to_tsquery('simple', $3) as shown),
   written as (
     select p.*, null::uuid as media_id from asked, posts p join channels c on c.id = p.channel_id
     where search_words(p.body) @@ asked.plain and ${isReadable}
     order by p.published_at desc, p.id desc limit $4),
   spoken as (
     select distinct on (p.published_at, p.id) p.*, pm.media_id
     from asked, transcripts t join post_media pm on pm.media_id = t.media_id
       join posts p on p.id = pm.post_id join channels c on c.id = p.channel_id
     where search_words(t.words) @@ asked.plain and t.status = 'READY' and not search_words(p.body) @@ asked.plain
       and ${isReadable}
     order by p.published_at desc, p.id desc, pm.position limit $4),
   hits as (
     select * from (select * from written union all select * from spoken) as p
     order by p.published_at desc, p.id desc limit $4)
   select ${postColumns}, p.media_id, heard.seconds as media_seconds,
     case when p.media_id is null then ${headline('p.body')} else ${headline('heard.words')} end as snippet
   from asked, hits p left join lateral (
     select (s.segment->>'startSeconds')::float8 as seconds, s.segment->>'text' as words
     from transcripts t, jsonb_array_elements(t.segments) with ordinality as s(segment, position)
     where t.media_id = p.media_id
     order by search_words(s.segment->>'text') @@ asked.plain desc,
       ts_rank(search_words(s.segment->>'text'), asked.any_word) desc, s.position
     limit 1) as heard on true
   order by p.published_at desc, p.id desc`,
);

@Injectable()
export class SearchRepository {
  constructor(private readonly sql: Sql) {}

  /** Published posts that the actor may read and that hold all the words, or say them, newest first. */
  posts(actor: Actor, query: string, limit: number, beyond: readonly string[] | undefined): Promise<HitRow[]> {
    const values = [actor.memberId, actor.role === 'GUEST', query, limit, beyond?.[0] ?? null, beyond?.[1] ?? null];
    return this.sql.rows<HitRow>(find, values);
  }
}
