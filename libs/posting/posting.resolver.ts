import { Args, Field, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { askInput } from '#expectations';
import { CurrentActor } from '#graph';
import { type Actor, localId, requireLocalId } from '#kernel';
import { PostPayload, PostType, ThreadType } from '#threads';
import type { PostInput } from './draft.js';
import { OpeningService } from './opening.service.js';
import { OpenThreadInput, PostReplyInput } from './posting.inputs.js';
import { ReplyingService } from './replying.service.js';

@ObjectType('OpenThreadPayload')
export class OpenThreadPayload {
  @Field(() => ThreadType) thread: object;
  @Field(() => PostType) post: object;
}

@Resolver()
export class PostingResolver {
  constructor(
    private readonly opening: OpeningService,
    private readonly replying: ReplyingService,
  ) {}

  @Mutation(() => OpenThreadPayload)
  openThread(@CurrentActor() actor: Actor, @Args('input') input: OpenThreadInput): Promise<OpenThreadPayload> {
    return this.opening.openThread(actor, localId('Channel', input.channelId), input.title, postInput(input));
  }

  @Mutation(() => PostPayload)
  postReply(@CurrentActor() actor: Actor, @Args('input') input: PostReplyInput): Promise<PostPayload> {
    return this.replying.postReply(actor, localId('Thread', input.threadId), postInput(input));
  }
}

const postInput = (input: Omit<PostReplyInput, 'threadId'>): PostInput => ({
  body: input.body ?? '',
  mediaIds: [...new Set((input.mediaIds ?? []).map((id) => requireLocalId('Media', id, 'mediaIds')))],
  moment: input.moment
    ? { mediaId: requireLocalId('Media', input.moment.mediaId, 'moment.mediaId'), seconds: input.moment.seconds }
    : null,
  expectation: input.expectation ? askInput(input.expectation) : null,
  publishAt: input.publishAt ?? null,
  idempotencyKey: input.idempotencyKey ?? null,
});
