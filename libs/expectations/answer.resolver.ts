import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentActor } from '#graph';
import { type Actor, localId } from '#kernel';
import { PostPayload, ThreadPayload } from '#threads';
import { AnswerService } from './answer.service.js';
import { ConcludingService } from './concluding.service.js';
import {
  AcknowledgeInput,
  AnswerProposalInput,
  ConcludeThreadInput,
  DecideInput,
  DeclineResponseInput,
  DelegateResponseInput,
  ProposeDueTimeInput,
  WithdrawExpectationInput,
} from './expectation.inputs.js';
import { ExpectedResponsePayload } from './expectation.type.js';
import { WithdrawingService } from './withdrawing.service.js';

const responseId = ({ expectedResponseId }: { expectedResponseId: string }) =>
  localId('ExpectedResponse', expectedResponseId);

@Resolver()
export class AnswerResolver {
  constructor(
    private readonly answers: AnswerService,
    private readonly concluding: ConcludingService,
    private readonly withdrawing: WithdrawingService,
  ) {}

  @Mutation(() => ExpectedResponsePayload)
  async acknowledge(
    @CurrentActor() actor: Actor,
    @Args('input') input: AcknowledgeInput,
  ): Promise<ExpectedResponsePayload> {
    return { expectedResponse: await this.answers.acknowledge(actor, responseId(input), input.promisedAt ?? null) };
  }

  @Mutation(() => ExpectedResponsePayload)
  async decide(@CurrentActor() actor: Actor, @Args('input') input: DecideInput): Promise<ExpectedResponsePayload> {
    return { expectedResponse: await this.answers.decide(actor, responseId(input), input.choice, input.note ?? null) };
  }

  @Mutation(() => ExpectedResponsePayload)
  async declineResponse(
    @CurrentActor() actor: Actor,
    @Args('input') input: DeclineResponseInput,
  ): Promise<ExpectedResponsePayload> {
    return { expectedResponse: await this.answers.decline(actor, responseId(input), input.reason) };
  }

  @Mutation(() => ExpectedResponsePayload)
  async delegateResponse(
    @CurrentActor() actor: Actor,
    @Args('input') input: DelegateResponseInput,
  ): Promise<ExpectedResponsePayload> {
    const to = localId('Member', input.toMemberId);
    return { expectedResponse: await this.answers.delegate(actor, responseId(input), to, input.note ?? null) };
  }

  @Mutation(() => ExpectedResponsePayload)
  async proposeDueTime(
    @CurrentActor() actor: Actor,
    @Args('input') input: ProposeDueTimeInput,
  ): Promise<ExpectedResponsePayload> {
    return { expectedResponse: await this.answers.propose(actor, responseId(input), input.dueAt, input.note ?? null) };
  }

  @Mutation(() => ExpectedResponsePayload)
  async answerProposal(
    @CurrentActor() actor: Actor,
    @Args('input') input: AnswerProposalInput,
  ): Promise<ExpectedResponsePayload> {
    return { expectedResponse: await this.answers.answerProposal(actor, responseId(input), input.accept) };
  }

  @Mutation(() => PostPayload)
  async withdrawExpectation(
    @CurrentActor() actor: Actor,
    @Args('input') input: WithdrawExpectationInput,
  ): Promise<PostPayload> {
    return { post: await this.withdrawing.withdraw(actor, localId('Post', input.postId), input.note ?? null) };
  }

  @Mutation(() => ThreadPayload)
  async concludeThread(
    @CurrentActor() actor: Actor,
    @Args('input') input: ConcludeThreadInput,
  ): Promise<ThreadPayload> {
    const { threadId, summary, withdrawOpenResponses } = input;
    return {
      thread: await this.concluding.conclude(
        actor,
        localId('Thread', threadId),
        summary,
        withdrawOpenResponses ?? false,
      ),
    };
  }
}
