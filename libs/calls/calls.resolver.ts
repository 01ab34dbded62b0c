import { Args, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, type HubContext } from '#graph';
import { type Actor, localId, requireLocalId } from '#kernel';
import { PostService, PostType, type PostView } from '#threads';
import { CallReading } from './call-reading.service.js';
import type { CallView } from './call-view.js';
import { CallTimesInput, CallTimesType, CallType, ProposeCallInput, ProposeCallPayload } from './calls.type.js';
import { type CallTimesView, type Gathering, ProposingService } from './proposing.service.js';

const gatheringOf = ({ threadId, participantIds, minutes }: CallTimesInput): Gathering => ({
  threadId: localId('Thread', threadId),
  participantIds: participantIds.map((id) => requireLocalId('Member', id, 'participantIds')),
  minutes,
});

@Resolver(() => PostType)
export class CallsResolver {
  constructor(
    private readonly proposing: ProposingService,
    private readonly calls: CallReading,
  ) {}

  @ResolveField(() => CallType, {
    nullable: true,
    description: 'The call whose times it asks to choose from, or whose outcome it says.',
  })
  call(post: PostView, _: unknown, context: HubContext): Promise<CallView | null> {
    return context.loader('post.call', (ids: readonly string[]) => this.calls.ofPosts(ids)).load(post.key);
  }

  @Query(() => CallTimesType, { description: 'When a call of these people could be.' })
  callTimes(@CurrentActor() actor: Actor, @Args('input') input: CallTimesInput): Promise<CallTimesView> {
    return this.proposing.times(actor, gatheringOf(input));
  }

  @Mutation(() => ProposeCallPayload, {
    description: 'Asks the participants to choose a time for a call; what they decide is posted into the thread.',
  })
  async proposeCall(@CurrentActor() actor: Actor, @Args('input') input: ProposeCallInput): Promise<ProposeCallPayload> {
    const { starts, note, quorum } = input;
    const wishes = { starts, note: note?.trim() ?? '', quorum: quorum ?? 'EACH' } as const;
    return { call: await this.proposing.propose(actor, gatheringOf(input), wishes) };
  }
}

@Resolver(() => CallType)
export class CallPostResolver {
  constructor(private readonly posts: PostService) {}

  @ResolveField(() => PostType, { description: 'The post that asks.' })
  post(call: CallView, _: unknown, context: HubContext): Promise<PostView | undefined> {
    return this.posts.loader(context).load(call.postKey);
  }

  @ResolveField(() => PostType, { nullable: true, description: 'The post that says what came of it.' })
  outcome(call: CallView, _: unknown, context: HubContext): Promise<PostView | undefined> | null {
    return call.outcomeKey ? this.posts.loader(context).load(call.outcomeKey) : null;
  }
}
