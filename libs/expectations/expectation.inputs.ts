import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { ExpectationKindEnum } from '#channels';
import { DateTime, Markdown } from '#graph';
import { localId, requireLocalId } from '#kernel';
import type { ExpectationKind, Quorum } from '#threads';
import type { AskInput } from './ask.js';
import { QuorumEnum } from './expectation.type.js';

/** More people than any agreement allows. */
const MAX_NAMED = 500;

@InputType({ description: 'The two questions, answered.' })
export class UrgencyInput {
  @Field(() => Boolean) needsImmediateResponse: boolean;
  @Field(() => Boolean) respectsTheirTime: boolean;
  @MaxLength(500, { message: 'give the reason in 10 to 500 characters' })
  @Field(() => String)
  reason: string;
}

@InputType({ description: 'Exactly one of these; none at all is WHENEVER.' })
export class TimingInput {
  @Field(() => Float, { nullable: true }) withinWorkingHours?: number | null;
  @Field(() => Int, { nullable: true }) withinWorkingDays?: number | null;
  @Field(() => DateTime, { nullable: true }) by?: string | null;
  @IsOptional()
  @ValidateNested()
  @Type(() => UrgencyInput)
  @Field(() => UrgencyInput, { nullable: true })
  now?: UrgencyInput | null;
}

@InputType()
export class ExpectationInput {
  @Field(() => ExpectationKindEnum) kind: ExpectationKind;
  @IsOptional()
  @ArrayMaxSize(MAX_NAMED, { message: `name at most ${MAX_NAMED} people` })
  @Field(() => [ID], { nullable: true, description: 'Members, and groups: whoever is in them when it is sent.' })
  recipientIds?: string[] | null;
  @IsOptional()
  @ValidateNested()
  @Type(() => TimingInput)
  @Field(() => TimingInput, { nullable: true })
  timing?: TimingInput | null;
  @Field(() => QuorumEnum, { nullable: true, defaultValue: 'EACH' }) quorum?: Quorum | null;
  @IsOptional()
  @ArrayMaxSize(20, { message: 'give at most 20 choices' })
  @Field(() => [String], { nullable: true })
  choices?: string[] | null;
}

/** The input with stored ids. @throws HubError input.not_an_id */
export const askInput = ({ kind, recipientIds, timing, quorum, choices }: ExpectationInput): AskInput => ({
  kind,
  recipientIds: recipientIds
    ?.filter((id) => !localId('Group', id))
    .map((id) => requireLocalId('Member', id, 'expectation.recipientIds')),
  groupIds: recipientIds?.flatMap((id) => localId('Group', id) ?? []),
  timing,
  quorum,
  choices,
});

@InputType()
export class AcknowledgeInput {
  @Field(() => ID) expectedResponseId: string;
  @Field(() => DateTime, { nullable: true }) promisedAt?: string | null;
}

@InputType()
export class DecideInput {
  @Field(() => ID) expectedResponseId: string;
  @Field(() => String) choice: string;
  @Field(() => String, { nullable: true }) note?: string | null;
}

@InputType()
export class DeclineResponseInput {
  @Field(() => ID) expectedResponseId: string;
  @Field(() => String) reason: string;
}

@InputType()
export class DelegateResponseInput {
  @Field(() => ID) expectedResponseId: string;
  @Field(() => ID) toMemberId: string;
  @Field(() => String, { nullable: true }) note?: string | null;
}

@InputType()
export class ProposeDueTimeInput {
  @Field(() => ID) expectedResponseId: string;
  @Field(() => DateTime) dueAt: string;
  @Field(() => String, { nullable: true }) note?: string | null;
}

@InputType()
export class AnswerProposalInput {
  @Field(() => ID) expectedResponseId: string;
  @Field(() => Boolean) accept: boolean;
}

@InputType()
export class WithdrawExpectationInput {
  @Field(() => ID) postId: string;
  @Field(() => String, { nullable: true }) note?: string | null;
}

@InputType()
export class ConcludeThreadInput {
  @Field(() => ID) threadId: string;
  @Field(() => Markdown) summary: string;
  @Field(() => Boolean, { nullable: true, defaultValue: false }) withdrawOpenResponses?: boolean | null;
}

@InputType()
export class FulfillResponseInput {
  @Field(() => ID) expectedResponseId: string;
  @Field(() => ID, { nullable: true }) answerPostId?: string | null;
  @Field(() => String, { nullable: true }) note?: string | null;
}

@InputType()
export class UndoResponseInput {
  @Field(() => ID) expectedResponseId: string;
}

@InputType()
export class PutOffResponseInput {
  @Field(() => ID) expectedResponseId: string;
  @Field(() => DateTime, { nullable: true }) until?: string | null;
}

@InputType()
export class NudgeInput {
  @Field(() => ID) expectedResponseId: string;
}
