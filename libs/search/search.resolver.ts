import { Args, ArgsType, Field, Float, ID, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, connectionOf, ForwardPageArgs, type Page } from '#graph';
import type { Actor } from '#kernel';
import { PostType } from '#threads';
import { type SearchHit, SearchService } from './search.service.js';

@ObjectType('SearchHit')
export class SearchHitType {
  @Field(() => PostType) post: object;
  @Field(() => String, { description: 'With the matched words between ** and **.' }) snippet: string;
  @Field(() => Float, { nullable: true, description: 'With a hit in a transcript: where it is spoken.' })
  mediaSeconds: number | null;
  @Field(() => ID, { nullable: true, description: 'With a hit in a transcript: which of the media of the post.' })
  mediaId: string | null;
}

export const SearchHitConnection = connectionOf('SearchHit', () => SearchHitType);

@ArgsType()
export class SearchArgs extends ForwardPageArgs {
  @Field(() => String) query: string;
}

@Resolver()
export class SearchResolver {
  constructor(private readonly searching: SearchService) {}

  @Query(() => SearchHitConnection)
  search(@CurrentActor() actor: Actor, @Args() { query, ...page }: SearchArgs): Promise<Page<SearchHit>> {
    return this.searching.search(actor, query, page);
  }
}
