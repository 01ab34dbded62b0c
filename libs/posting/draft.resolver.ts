import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, FieldArgs, ForwardPageArgs, type HubContext, type Page } from '#graph';
import { ViewerType } from '#identity';
import { type Actor, localId, requireLocalId } from '#kernel';
import { MediaService, MediaType, type MediaView } from '#media';
import { PostConnection, type PostView, ThreadService, ThreadType, type ThreadView } from '#threads';
import type { DraftChanges } from './draft.repository.js';
import { DraftService, type DraftView } from './draft.service.js';
import {
  CancelScheduledPostInput,
  DiscardDraftInput,
  DiscardDraftPayload,
  DraftConnection,
  DraftPayload,
  DraftType,
  SaveDraftInput,
} from './draft.type.js';
import { WaitingPostsService } from './waiting-posts.service.js';

@Resolver(() => ViewerType)
export class ViewerDraftsResolver {
  constructor(
    private readonly all: DraftService,
    private readonly waiting: WaitingPostsService,
  ) {}

  @ResolveField(() => DraftConnection, {
    description:
      'Half-written posts, newest first: kept by the server so that they follow the member from device to device.',
  })
  @FieldArgs(() => ForwardPageArgs)
  drafts(_: object, args: ForwardPageArgs, context: HubContext): Promise<Page<DraftView>> {
    return this.all.page(context.signedIn, args);
  }

  @ResolveField(() => PostConnection, {
    description: 'Own posts that wait for their publication instant, soonest first.',
  })
  @FieldArgs(() => ForwardPageArgs)
  scheduledPosts(_: object, args: ForwardPageArgs, context: HubContext): Promise<Page<PostView>> {
    return this.waiting.page(context.signedIn, args);
  }
}

@Resolver(() => DraftType)
export class DraftResolver {
  constructor(
    private readonly drafts: DraftService,
    private readonly waiting: WaitingPostsService,
    private readonly threads: ThreadService,
    private readonly items: MediaService,
  ) {}

  @ResolveField(() => ThreadType, { nullable: true })
  thread(draft: DraftView, _: unknown, context: HubContext): Promise<ThreadView | undefined> | null {
    return draft.threadKey ? this.threads.loader(context).load(draft.threadKey) : null;
  }

  @ResolveField(() => [MediaType], { description: 'Those that are still there.' })
  async media(draft: DraftView, _: unknown, context: HubContext): Promise<MediaView[]> {
    const found = await Promise.all(draft.mediaKeys.map((key) => this.items.loader(context).load(key)));
    return found.filter((one) => one !== undefined);
  }

  @Mutation(() => DraftPayload, {
    description: 'Creates it without an id, else replaces what is given. Nothing is checked but size.',
  })
  async saveDraft(@CurrentActor() actor: Actor, @Args('input') input: SaveDraftInput): Promise<DraftPayload> {
    const id = input.id ? localId('Draft', input.id) : null;
    return { draft: await this.drafts.save(actor, id, changesOf(input)) };
  }

  @Mutation(() => DiscardDraftPayload)
  async discardDraft(
    @CurrentActor() actor: Actor,
    @Args('input') { draftId }: DiscardDraftInput,
  ): Promise<DiscardDraftPayload> {
    await this.drafts.discard(actor, localId('Draft', draftId));
    return { discardedId: draftId };
  }

  @Mutation(() => DraftPayload, {
    description: 'Takes back an own post that is not published yet; answers what it held as a draft.',
  })
  async cancelScheduledPost(
    @CurrentActor() actor: Actor,
    @Args('input') { postId }: CancelScheduledPostInput,
  ): Promise<DraftPayload> {
    return { draft: await this.waiting.cancel(actor, localId('Post', postId)) };
  }
}

const idOf = (kind: 'Channel' | 'Thread', id: string | null | undefined, field: string) =>
  id ? requireLocalId(kind, id, field) : id;

const changesOf = (input: SaveDraftInput): DraftChanges => ({
  channelId: idOf('Channel', input.channelId, 'channelId'),
  threadId: idOf('Thread', input.threadId, 'threadId'),
  title: input.title === null ? '' : input.title,
  body: input.body === null ? '' : input.body,
  mediaIds:
    input.mediaIds === undefined
      ? undefined
      : [...new Set((input.mediaIds ?? []).map((id) => requireLocalId('Media', id, 'mediaIds')))],
  expectationJson: input.expectationJson,
  publishAt: input.publishAt,
});
