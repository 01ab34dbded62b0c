import { Args, ArgsType, Field, Float, ID, InputType, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, connectionOf, DateTime, ForwardPageArgs, type Page } from '#graph';
import { type Actor, requireLocalId } from '#kernel';
import { type MediaKind, MediaKindEnum } from '#media';
import { PostType } from '#threads';
import type { SearchFilter } from './search.repository.js';
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

@InputType({ description: 'What a post must be beside holding the words. With a filter the query may be empty.' })
export class SearchFilterInput {
  @Field(() => ID, { nullable: true }) fromMemberId?: string | null;
  @Field(() => ID, { nullable: true }) channelId?: string | null;
  @Field(() => MediaKindEnum, { nullable: true }) hasMedia?: MediaKind | null;
  @Field(() => DateTime, { nullable: true, description: 'Somebody owes an answer to it that is due before this.' })
  dueBefore?: string | null;
  @Field(() => DateTime, { nullable: true }) since?: string | null;
}

@ArgsType()
export class SearchArgs extends ForwardPageArgs {
  @Field(() => String) query: string;
  @Field(() => SearchFilterInput, { nullable: true }) filter?: SearchFilterInput | null;
}

@Resolver()
export class SearchResolver {
  constructor(private readonly searching: SearchService) {}

  @Query(() => SearchHitConnection)
  search(@CurrentActor() actor: Actor, @Args() { query, filter, ...page }: SearchArgs): Promise<Page<SearchHit>> {
    return this.searching.search(actor, query, page, filter ? filterOf(filter) : undefined);
  }
}

/** Undefined where nothing is asked for. @throws HubError input.not_an_id */
function filterOf({
  fromMemberId,
  channelId,
  hasMedia,
  dueBefore,
  since,
}: SearchFilterInput): SearchFilter | undefined {
  const filter: SearchFilter = {
    fromMemberId: fromMemberId ? requireLocalId('Member', fromMemberId, 'filter.fromMemberId') : undefined,
    channelId: channelId ? requireLocalId('Channel', channelId, 'filter.channelId') : undefined,
    hasMedia: hasMedia ?? undefined,
    dueBefore: dueBefore ?? undefined,
    since: since ?? undefined,
  };
  return Object.values(filter).some((value) => value !== undefined) ? filter : undefined;
}
