import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentActor } from '#graph';
import { type Actor, localId, requireLocalId } from '#kernel';
import { FulfillResponseInput, NudgeInput, PutOffResponseInput, UndoResponseInput } from './expectation.inputs.js';
import { ExpectedResponsePayload } from './expectation.type.js';
import { SecondThoughtsService } from './second-thoughts.service.js';

const responseId = ({ expectedResponseId }: { expectedResponseId: string }) =>
  localId('ExpectedResponse', expectedResponseId);

@Resolver()
export class SecondThoughtsResolver {
  constructor(private readonly thoughts: SecondThoughtsService) {}

  @Mutation(() => ExpectedResponsePayload, {
    description:
      'The recipient says that it is done without a post; answerPostId names an existing post that answers it.',
  })
  async fulfillResponse(
    @CurrentActor() actor: Actor,
    @Args('input') input: FulfillResponseInput,
  ): Promise<ExpectedResponsePayload> {
    const postId = input.answerPostId ? requireLocalId('Post', input.answerPostId, 'answerPostId') : null;
    return { expectedResponse: await this.thoughts.fulfil(actor, responseId(input), { postId, note: input.note }) };
  }

  @Mutation(() => ExpectedResponsePayload, {
    description: "Takes back the recipient's own last act within five minutes.",
  })
  async undoResponse(
    @CurrentActor() actor: Actor,
    @Args('input') input: UndoResponseInput,
  ): Promise<ExpectedResponsePayload> {
    return { expectedResponse: await this.thoughts.undo(actor, responseId(input)) };
  }

  @Mutation(() => ExpectedResponsePayload, {
    description: "'Later': out of waitingOnMe until then; null brings it back. Moves no due time.",
  })
  async putOffResponse(
    @CurrentActor() actor: Actor,
    @Args('input') input: PutOffResponseInput,
  ): Promise<ExpectedResponsePayload> {
    return { expectedResponse: await this.thoughts.putOff(actor, responseId(input), input.until ?? null) };
  }

  @Mutation(() => ExpectedResponsePayload, {
    description: "The author's one gentle reminder, only after dueAt and in the recipient's working time.",
  })
  async nudge(@CurrentActor() actor: Actor, @Args('input') input: NudgeInput): Promise<ExpectedResponsePayload> {
    return { expectedResponse: await this.thoughts.nudge(actor, responseId(input)) };
  }
}
