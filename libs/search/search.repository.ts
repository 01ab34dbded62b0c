import { Injectable } from '@nestjs/common';
import { readableChannel } from '#channels';
import { Sql, statement } from '#database';
import type { Actor } from '#kernel';
import { type PostRow, postColumns } from '#threads';

export type HitRow = PostRow & { snippet: string };

/** Words are compared without accents and case, as the index holds them; snippets show the text as it was written. */
const find = statement(
  'search.posts',
  `with asked as (
     select websearch_to_tsquery('simple', unaccent($3)) as plain,
       websearch_to_tsquery('simple', unaccent($3)) || websearch_to_tsquery('simple', $3) as shown),
   hits as (
     select p.* from asked, posts p join channels c on c.id = p.channel_id
     where search_words(p.body) @@ asked.plain and p.published_at is not null and p.deleted_at is null
       and ${readableChannel({ channel: 'c', viewer: '$1', isGuest: '$2' })}
       and ($5::timestamptz is null or (p.published_at, p.id) < ($5, $6::uuid))
     order by p.published_at desc, p.id desc limit $4)
   select ${postColumns}, ts_headline('simple', p.body, asked.shown,
     'StartSel=**, StopSel=**, MaxFragments=2, MaxWords=24, MinWords=8, FragmentDelimiter=" … "') as snippet
   from hits p, asked order by p.published_at desc, p.id desc`,
);

@Injectable()
export class SearchRepository {
  constructor(private readonly sql: Sql) {}

  /** Published posts that the actor may read and that hold all the words, newest first. */
  posts(actor: Actor, query: string, limit: number, beyond: readonly string[] | undefined): Promise<HitRow[]> {
    const values = [actor.memberId, actor.role === 'GUEST', query, limit, beyond?.[0] ?? null, beyond?.[1] ?? null];
    return this.sql.rows<HitRow>(find, values);
  }
}
