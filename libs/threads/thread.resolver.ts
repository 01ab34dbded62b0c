import { Args, Field, ID, Mutation, ObjectType, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type ChannelEntry, ChannelService, ChannelType, InvolvementEnum } from '#channels';
import { CurrentActor, FieldArgs, type HubContext, type Page, PageArgs } from '#graph';
import { type Actor, localId } from '#kernel';
import { PostService } from './post.service.js';
import { PostConnection } from './post.type.js';
import type { PostView } from './post-view.js';
import { MarkThreadReadInput, ReopenThreadInput, SetInvolvementInput, ThreadPageArgs } from './thread.inputs.js';
import { ThreadService } from './thread.service.js';
import { ThreadConnection, ThreadType } from './thread.type.js';
import type { ThreadView } from './thread-view.js';
import { oneIdExactly } from './threads.errors.js';

@ObjectType('ThreadPayload')
export class ThreadPayload {
  @Field(() => ThreadType) thread: object;
}

@ObjectType('SetInvolvementPayload')
export class SetInvolvementPayload {
  @Field(() => InvolvementEnum) involvement: string;
}

@Resolver(() => ThreadType)
export class ThreadResolver {
  constructor(
    private readonly threads: ThreadService,
    private readonly postsOf: PostService,
    private readonly channels: ChannelService,
  ) {}

  @Query(() => ThreadType, { nullable: true })
  async thread(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ThreadView | undefined> {
    const key = localId('Thread', id);
    return key ? this.threads.find(actor, key) : undefined;
  }

  @ResolveField(() => PostConnection, { description: 'Oldest first.' })
  @FieldArgs(() => PageArgs)
  posts(thread: ThreadView, args: PageArgs, context: HubContext): Promise<Page<PostView>> {
    return this.postsOf.pageOfThread(context, thread.key, args);
  }

  @Mutation(() => ThreadPayload)
  async markThreadRead(
    @CurrentActor() actor: Actor,
    @Args('input') input: MarkThreadReadInput,
  ): Promise<ThreadPayload> {
    const upTo = input.upToPostId ? localId('Post', input.upToPostId) : null;
    return { thread: await this.threads.markRead(actor, localId('Thread', input.threadId), upTo) };
  }

  @Mutation(() => ThreadPayload)
  async reopenThread(@CurrentActor() actor: Actor, @Args('input') input: ReopenThreadInput): Promise<ThreadPayload> {
    return { thread: await this.threads.reopen(actor, localId('Thread', input.threadId)) };
  }

  @Mutation(() => SetInvolvementPayload)
  async setInvolvement(
    @CurrentActor() actor: Actor,
    @Args('input') { channelId, threadId, involvement }: SetInvolvementInput,
  ): Promise<SetInvolvementPayload> {
    if (Boolean(channelId) === Boolean(threadId)) throw oneIdExactly();
    if (channelId) await this.channels.setInvolvement(actor, localId('Channel', channelId), involvement);
    else await this.threads.setInvolvement(actor, localId('Thread', threadId!), involvement);
    return { involvement };
  }
}

@Resolver(() => ChannelType)
export class ChannelThreadsResolver {
  constructor(private readonly threadsOf: ThreadService) {}

  @ResolveField(() => ThreadConnection, { description: 'Latest activity first.' })
  @FieldArgs(() => ThreadPageArgs)
  threads(channel: ChannelEntry, args: ThreadPageArgs, context: HubContext): Promise<Page<ThreadView>> {
    return this.threadsOf.pageOfChannel(context, channel.key, args, args.state ?? null);
  }
}
