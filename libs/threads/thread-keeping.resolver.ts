import { Args, Float, Int, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { type ChannelEntry, ChannelPayload, ChannelType } from '#channels';
import { CurrentActor, FieldArgs, ForwardPageArgs, type HubContext, type Page } from '#graph';
import { ViewerType } from '#identity';
import { type Actor, localId } from '#kernel';
import { PostType } from './post.type.js';
import type { PostView } from './post-view.js';
import { MarkChannelReadInput, PinThreadInput, SaveThreadInput, UpdateThreadTitleInput } from './thread.inputs.js';
import { ThreadPayload } from './thread.resolver.js';
import { ThreadConnection, ThreadType } from './thread.type.js';
import { ThreadKeepingService } from './thread-keeping.service.js';
import type { ThreadView } from './thread-view.js';

@Resolver(() => ThreadType)
export class ThreadKeepingResolver {
  constructor(private readonly keeping: ThreadKeepingService) {}

  @ResolveField(() => PostType, { nullable: true, description: 'The first post.' })
  firstPost(thread: ThreadView, _: unknown, context: HubContext): Promise<PostView | undefined> {
    return this.keeping.firstPosts(context).load(thread.key);
  }

  @ResolveField(() => Float, { description: 'Seconds of all audio and video in it.' })
  mediaSeconds(thread: ThreadView, _: unknown, context: HubContext): Promise<number> {
    return this.keeping.mediaSeconds(context).load(thread.key);
  }

  @Mutation(() => ChannelPayload)
  async markChannelRead(
    @CurrentActor() actor: Actor,
    @Args('input') { channelId }: MarkChannelReadInput,
  ): Promise<ChannelPayload> {
    return { channel: await this.keeping.readChannel(actor, localId('Channel', channelId)) };
  }

  @Mutation(() => ThreadPayload)
  async saveThread(
    @CurrentActor() actor: Actor,
    @Args('input') { threadId, saved }: SaveThreadInput,
  ): Promise<ThreadPayload> {
    return { thread: await this.keeping.save(actor, localId('Thread', threadId), saved) };
  }

  @Mutation(() => ThreadPayload, { description: 'For everybody in the channel.' })
  async pinThread(
    @CurrentActor() actor: Actor,
    @Args('input') { threadId, pinned }: PinThreadInput,
  ): Promise<ThreadPayload> {
    return { thread: await this.keeping.pin(actor, localId('Thread', threadId), pinned) };
  }

  @Mutation(() => ThreadPayload)
  async updateThreadTitle(
    @CurrentActor() actor: Actor,
    @Args('input') { threadId, title }: UpdateThreadTitleInput,
  ): Promise<ThreadPayload> {
    return { thread: await this.keeping.rename(actor, localId('Thread', threadId), title) };
  }
}

@Resolver(() => ChannelType)
export class ChannelKeepingResolver {
  constructor(private readonly keeping: ThreadKeepingService) {}

  @ResolveField(() => Int, {
    description: 'Threads with posts that the viewer has not read, counted up to 100; 0 where they are no member.',
  })
  viewerUnreadCount(channel: ChannelEntry, _: unknown, context: HubContext): Promise<number> {
    return this.keeping.unreadCounts(context).load(channel.key);
  }

  @ResolveField(() => [ThreadType], { description: 'At most 20, pinned last first.' })
  pinnedThreads(channel: ChannelEntry, _: unknown, context: HubContext): Promise<ThreadView[]> {
    return this.keeping.pinned(context).load(channel.key);
  }
}

@Resolver(() => ViewerType)
export class SavedThreadsResolver {
  constructor(private readonly keeping: ThreadKeepingService) {}

  @ResolveField(() => ThreadConnection, { description: 'Saved last first.' })
  @FieldArgs(() => ForwardPageArgs)
  savedThreads(_: object, args: ForwardPageArgs, context: HubContext): Promise<Page<ThreadView>> {
    return this.keeping.savedPage(context.signedIn, args);
  }
}
