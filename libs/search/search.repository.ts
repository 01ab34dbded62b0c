import { Injectable } from '@nestjs/common';
import { readableChannel } from '#channels';
import { Sql, type Statement, statement } from '#database';
import type { Actor, Id } from '#kernel';
import type { MediaKind } from '#media';
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
/** Each is left out where nothing is asked of it. */
const fits = `($7::uuid is null or p.author_id = $7) and ($8::uuid is null or p.channel_id = $8)
       and ($9::text is null or exists (select 1 from post_media f join media fm on fm.id = f.media_id
         where f.post_id = p.id and fm.kind = $9))
       and ($10::timestamptz is null or exists (select 1 from expected_responses fr
         where fr.post_id = p.id and fr.status = 'OPEN' and fr.due_at < $10))
       and ($11::timestamptz is null or p.published_at >= $11)`;
const headline = (text: string): string =>
  `ts_headline('simple', ${text}, asked.shown,
     'StartSel=**, StopSel=**, MaxFragments=2, MaxWords=24, MinWords=8, FragmentDelimiter=" … "')`;

/**
 * Words are compared without accents and case, as the index holds them; snippets show the text as it was written. In a
 * transcript they need not stand in one segment: the hit is where most of them are spoken together.
 */
const find = (name: string, more: string): Statement =>
  statement(
    name,
    `with asked as (
     select websearch_to_tsquery('simple', unaccent($3)) as plain,
       replace(websearch_to_tsquery('simple', unaccent($3))::text, ' & ', ' | ')::tsquery as any_word,
       websearch_to_tsquery('simple', unaccent($3)) || websearch_to_tsquery('simple', $3) as shown),
   written as (
     select p.*, null::uuid as media_id from asked, posts p join channels c on c.id = p.channel_id
     where search_words(p.body) @@ asked.plain and ${isReadable} ${more}
     order by p.published_at desc, p.id desc limit $4),
   spoken as (
     select distinct on (p.published_at, p.id) p.*, pm.media_id
     from asked, transcripts t join post_media pm on pm.media_id = t.media_id
       join posts p on p.id = pm.post_id join channels c on c.id = p.channel_id
     where search_words(t.words) @@ asked.plain and t.status = 'READY' and not search_words(p.body) @@ asked.plain
       and ${isReadable} ${more}
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
const byWords = find('search.posts', '');
const byWordsAndFilter = find('search.posts_filtered', `and ${fits}`);
/** Without words: whatever fits, with how it begins. */
const byFilter = statement(
  'search.filtered',
  `select ${postColumns}, null::uuid as media_id, null::float8 as media_seconds, left(p.body, 200) as snippet
   from posts p join channels c on c.id = p.channel_id
   where $3::text = '' and ${isReadable} and ${fits} order by p.published_at desc, p.id desc limit $4`,
);

/** Undefined: anybody, anywhere, … */
export interface SearchFilter {
  fromMemberId?: Id;
  channelId?: Id;
  hasMedia?: MediaKind;
  /** Somebody owes an answer that is due before this. */
  dueBefore?: string;
  since?: string;
}

@Injectable()
export class SearchRepository {
  constructor(private readonly sql: Sql) {}

  /**
   * Published posts that the actor may read and that hold all the words, or say them, newest first.
   * @param query empty: whatever the filter lets through
   */
  posts(
    actor: Actor,
    query: string,
    filter: SearchFilter | undefined,
    limit: number,
    beyond: readonly string[] | undefined,
  ): Promise<HitRow[]> {
    const values = [actor.memberId, actor.role === 'GUEST', query, limit, beyond?.[0] ?? null, beyond?.[1] ?? null];
    if (!filter) return this.sql.rows<HitRow>(byWords, values);
    const { fromMemberId, channelId, hasMedia, dueBefore, since } = filter;
    const wanted = [fromMemberId, channelId, hasMedia, dueBefore, since].map((value) => value ?? null);
    return this.sql.rows<HitRow>(query === '' ? byFilter : byWordsAndFilter, [...values, ...wanted]);
  }
}
