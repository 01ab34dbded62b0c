import { Args, ID, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, DateTime, type HubContext } from '#graph';
import { type Actor, localId } from '#kernel';
import { type Asked, PostService, PostType, type PostView } from '#threads';
import { askInput, ExpectationInput } from './expectation.inputs.js';
import {
  ExpectationPreviewType,
  ExpectationType,
  ExpectedResponseType,
  ResponseEventType,
} from './expectation.type.js';
import { type ExpectationPreview, PreviewService } from './preview.service.js';
import { isFulfilled } from './response.policy.js';
import { ResponseService } from './response.service.js';
import { type ResponseEvent, ResponseHistory } from './response-history.js';
import type { ResponseView } from './response-view.js';

@Resolver(() => PostType)
export class PostExpectationResolver {
  @ResolveField(() => ExpectationType)
  expectation(post: PostView): Asked {
    return post.asked;
  }
}

@Resolver(() => ExpectationType)
export class ExpectationResolver {
  constructor(
    private readonly responsesOf: ResponseService,
    private readonly previews: PreviewService,
  ) {}

  @ResolveField(() => [ExpectedResponseType])
  responses(asked: Asked, _: unknown, context: HubContext): Promise<ResponseView[]> | ResponseView[] {
    return asked.kind === 'FYI' ? [] : this.responsesOf.ofPosts(context).load(asked.postKey);
  }

  @ResolveField(() => Boolean)
  async fulfilled(asked: Asked, _: unknown, context: HubContext): Promise<boolean> {
    if (asked.kind === 'FYI') return true;
    const responses = await this.responsesOf.ofPosts(context).load(asked.postKey);
    return isFulfilled(responses.map(({ status }) => status));
  }

  @Query(() => ExpectationPreviewType)
  previewExpectation(
    @CurrentActor() actor: Actor,
    @Args('channelId', { type: () => ID }) channelId: string,
    @Args('expectation', { type: () => ExpectationInput }) expectation: ExpectationInput,
    @Args('publishAt', { type: () => DateTime, nullable: true }) publishAt?: string | null,
  ): Promise<ExpectationPreview> {
    return this.previews.preview(actor, localId('Channel', channelId), askInput(expectation), publishAt ?? null);
  }
}

@Resolver(() => ExpectedResponseType)
export class ExpectedResponseResolver {
  constructor(
    private readonly posts: PostService,
    private readonly responses: ResponseService,
    private readonly histories: ResponseHistory,
  ) {}

  @ResolveField(() => DateTime, {
    nullable: true,
    description:
      "The recipient put it off until then ('Later'): it is not in waitingOnMe before. Only the recipient sees it.",
  })
  laterUntil(response: ResponseView, _: unknown, context: HubContext): string | null {
    return response.recipientKey === context.signedIn.memberId ? response.putOffUntil : null;
  }

  @ResolveField(() => DateTime, {
    nullable: true,
    description:
      "Until when undoResponse takes the recipient's last act back (five minutes). Only the recipient sees it.",
  })
  undoableUntil(response: ResponseView, _: unknown, context: HubContext): string | null {
    return response.recipientKey === context.signedIn.memberId ? response.takenBackUntil : null;
  }

  @ResolveField(() => [ResponseEventType], { description: 'What happened to it, oldest first.' })
  history(response: ResponseView, _: unknown, context: HubContext): Promise<ResponseEvent[]> {
    return this.histories.loader(context).load(response.key);
  }

  @ResolveField(() => PostType)
  post(response: ResponseView, _: unknown, context: HubContext): PostView | Promise<PostView | undefined> {
    return response.postView ?? this.posts.loader(context).load(response.postKey);
  }

  @ResolveField(() => PostType, { nullable: true })
  answer(response: ResponseView, _: unknown, context: HubContext): Promise<PostView | undefined> | null {
    return response.answerKey ? this.posts.loader(context).load(response.answerKey) : null;
  }

  @ResolveField(() => ExpectedResponseType, { nullable: true })
  delegatedTo(response: ResponseView, _: unknown, context: HubContext): Promise<ResponseView | undefined> | null {
    return response.delegatedToKey ? this.responses.loader(context).load(response.delegatedToKey) : null;
  }
}
