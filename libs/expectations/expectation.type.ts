import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ExpectationKindEnum, TimingKindEnum } from '#channels';
import { connectionOf, DateTime, NodeType, TimeZone } from '#graph';
import { MemberType, TimeSpanType } from '#identity';
import { type ExpectationKind, type Quorum, quorums, type TimingKind } from '#threads';
import { type ResponseStatus, responseStatuses } from './expected-response.entity.js';

export const QuorumEnum = Object.fromEntries(quorums.map((quorum) => [quorum, quorum])) as Record<Quorum, Quorum>;
registerEnumType(QuorumEnum, { name: 'Quorum' });
export const ResponseStatusEnum = Object.fromEntries(responseStatuses.map((status) => [status, status])) as Record<
  ResponseStatus,
  ResponseStatus
>;
registerEnumType(ResponseStatusEnum, { name: 'ResponseStatus' });

@ObjectType('Expectation')
export class ExpectationType {
  @Field(() => ExpectationKindEnum) kind: ExpectationKind;
  @Field(() => TimingKindEnum) timing: TimingKind;
  @Field(() => Float, { nullable: true, description: 'With WITHIN_WORKING_HOURS.' }) workingHours: number | null;
  @Field(() => Int, { nullable: true, description: 'With WITHIN_WORKING_DAYS.' }) workingDays: number | null;
  @Field(() => DateTime, { nullable: true, description: 'With BY.' }) by: string | null;
  @Field(() => String, { nullable: true, description: 'With NOW: why it could not wait.' }) urgencyReason:
    | string
    | null;
  @Field(() => QuorumEnum) quorum: Quorum;
  @Field(() => [String], { description: 'With DECIDE.' }) choices: readonly string[];
  // Made by ExpectationResolver: responses, fulfilled.
}

@ObjectType('DueTimeProposal')
export class DueTimeProposalType {
  @Field(() => DateTime) dueAt: string;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => DateTime) proposedAt: string;
  @Field(() => Boolean, { nullable: true }) accepted: boolean | null;
}

@ObjectType('ExpectedResponse', { implements: () => NodeType })
export class ExpectedResponseType implements NodeType {
  @Field(() => ID) id: string;
  @Field(() => MemberType) recipient: object;
  @Field(() => ResponseStatusEnum) status: ResponseStatus;
  @Field(() => DateTime, { description: 'When it reaches, or reached, its recipient.' }) deliverAt: string;
  @Field(() => DateTime, { nullable: true, description: 'Null: whenever.' }) dueAt: string | null;
  @Field(() => Boolean) overdue: boolean;
  @Field(() => DateTime, { nullable: true }) acknowledgedAt: string | null;
  @Field(() => DateTime, { nullable: true }) promisedAt: string | null;
  @Field(() => String, { nullable: true }) choice: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was declined, delegated or withdrawn.' }) note:
    | string
    | null;
  @Field(() => DueTimeProposalType, { nullable: true }) proposal: object | null;
  @Field(() => DateTime, { nullable: true }) nudgedAt: string | null;
  // Made by ExpectedResponseResolver: post, answer, delegatedTo, laterUntil, undoableUntil, history.
}

@ObjectType('ResponseEvent')
export class ResponseEventType {
  @Field(() => DateTime) at: string;
  @Field(() => MemberType, { nullable: true, description: 'Null: the hub itself.' }) actor: object | null;
  @Field(() => String, {
    description:
      'ASKED, ACKNOWLEDGED, ANSWERED, DECIDED, DONE, DECLINED, DELEGATED, PROPOSED, PROPOSAL_ACCEPTED, PROPOSAL_REFUSED, WITHDRAWN, DUE_MOVED, NUDGED, REMINDED, UNDONE',
  })
  kind: string;
  @Field(() => String, { nullable: true }) note: string | null;
}

export const ExpectedResponseConnection = connectionOf('ExpectedResponse', () => ExpectedResponseType);

@ObjectType('RecipientPreview')
export class RecipientPreviewType {
  @Field(() => MemberType) member: object;
  @Field(() => String) localTime: string;
  @Field(() => Boolean) isWorkingTime: boolean;
  @Field(() => DateTime) deliverAt: string;
  @Field(() => DateTime, { nullable: true }) dueAt: string | null;
  @Field(() => [TimeSpanType], {
    description: 'Working intervals from now to dueAt (or two days), at most 60: the time ribbon.',
  })
  ribbon: object[];
  @Field(() => Float, {
    nullable: true,
    description: 'Hours of working time between deliverAt and dueAt; null without a dueAt.',
  })
  workingHoursUntilDue: number | null;
  @Field(() => Boolean, { description: 'The member lets no urgent post interrupt.' }) urgentMuted: boolean;
  @Field(() => TimeZone) timeZone: string;
}

@ObjectType('SuggestedTiming', { description: 'A timing to ask with instead; as TimingInput takes it.' })
export class SuggestedTimingType {
  @Field(() => TimingKindEnum) kind: TimingKind;
  @Field(() => Float, { nullable: true, description: 'With WITHIN_WORKING_HOURS.' }) workingHours: number | null;
  @Field(() => Int, { nullable: true, description: 'With WITHIN_WORKING_DAYS.' }) workingDays: number | null;
  @Field(() => DateTime, { nullable: true, description: 'With BY.' }) by: string | null;
}

@ObjectType('Advice')
export class AdviceType {
  @Field(() => String, {
    description:
      'NO_WORKING_TIME_BEFORE_DUE, AWAY, DELEGATE_STANDS_IN, OUTSIDE_WORKING_HOURS, KINDER_TIMING, SMALLER_CIRCLE, COMMON_HOURS, NO_COMMON_HOURS',
  })
  code: string;
  @Field(() => String) message: string;
  @Field(() => [ID], { description: 'Whom it is about.' }) memberIds: readonly string[];
  @Field(() => SuggestedTimingType, { nullable: true, description: 'Following the advice: the timing to ask with.' })
  suggestedTiming: SuggestedTimingType | null;
  @Field(() => [ID], { nullable: true, description: 'Following the advice: whom to ask instead.' })
  suggestedRecipientIds: readonly string[] | null;
  @Field(() => DateTime, {
    nullable: true,
    description:
      'AWAY: when the first of them is back. KINDER_TIMING: when the last answer would be due. COMMON_HOURS: when all work.',
  })
  at: string | null;
  @Field(() => [TimeSpanType], { description: 'COMMON_HOURS: the next stretches in which all of them work.' })
  times: object[];
}

@ObjectType('ExpectationPreview')
export class ExpectationPreviewType {
  @Field(() => [RecipientPreviewType]) recipients: object[];
  @Field(() => [AdviceType]) advice: object[];
  @Field(() => Int) urgentBudgetLeft: number;
}

@ObjectType('ExpectedResponsePayload')
export class ExpectedResponsePayload {
  @Field(() => ExpectedResponseType) expectedResponse: object;
}
