import { Injectable } from '@nestjs/common';
import { cursorOf, type ForwardPageArgs, Page, pageRequest } from '#graph';
import { type Actor, globalId, invalidInput } from '#kernel';
import { NamesService, type PostView } from '#threads';
import { type SearchFilter, SearchRepository } from './search.repository.js';

const MAX_QUERY = 200;

export interface SearchHit {
  post: PostView;
  snippet: string;
  mediaSeconds: number | null;
  mediaId: string | null;
}

/** Finding posts by their words, among those that the searcher may read. */
@Injectable()
export class SearchService {
  constructor(
    private readonly rows: SearchRepository,
    private readonly names: NamesService,
  ) {}

  /** Newest first. With a filter, no words find whatever it lets through. @throws HubError search.bad_query, input.page_too_long, input.bad_cursor */
  async search(
    actor: Actor,
    query: string,
    args: ForwardPageArgs,
    filter: SearchFilter | undefined,
  ): Promise<Page<SearchHit>> {
    const words = query.trim();
    if ((words === '' && !filter) || words.length > MAX_QUERY || words.includes('\u0000')) {
      throw invalidInput('search.bad_query', `Search for 1 to ${MAX_QUERY} characters.`, {
        field: 'query',
        data: { most: MAX_QUERY },
      });
    }
    const request = pageRequest(args, ['instant', 'id']);
    const rows = await this.rows.posts(actor, words, filter, request.size + 1, request.beyond);
    const posts = await this.names.posts(rows);
    const hits: SearchHit[] = posts.map((post, index) => {
      const { snippet, media_id, media_seconds } = rows[index]!;
      return { post, snippet, mediaSeconds: media_seconds, mediaId: media_id && globalId('Media', media_id) };
    });
    return Page.of(hits, request, ({ post }) => cursorOf(post.publishedAt, post.key));
  }
}
