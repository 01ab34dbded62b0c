import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional, MaxLength } from 'class-validator';
import { QuorumEnum } from '#expectations';
import { DateTime, Markdown, NodeType, TimeZone } from '#graph';
import { MemberType, TimeSpanType } from '#identity';
import type { Quorum } from '#threads';

const MOST = 24;

@InputType()
export class CallTimesInput {
  @Field(() => ID) threadId: string;
  @ArrayMaxSize(MOST, { message: `name at most ${MOST} people` })
  @Field(() => [ID], { description: 'Beside the one who asks.' })
  participantIds: string[];
  @Field(() => Int, { description: '5 to 480.' }) minutes: number;
}

@InputType()
export class ProposeCallInput extends CallTimesInput {
  @IsOptional()
  @ArrayMaxSize(5, { message: 'offer at most 5 times' })
  @Field(() => [DateTime], { nullable: true, description: 'Of the times found; none given: all of them.' })
  starts?: string[] | null;
  @IsOptional()
  @MaxLength(20_000, { message: 'write at most 20000 characters' })
  @Field(() => Markdown, { nullable: true, description: 'What the call is about, for the post that asks.' })
  note?: string | null;
  @Field(() => QuorumEnum, { nullable: true, defaultValue: 'EACH', description: 'ANY: the first choice decides.' })
  quorum?: Quorum | null;
}

@ObjectType('CallParticipant')
export class CallParticipantType {
  @Field(() => MemberType) member: object;
  @Field(() => TimeZone) timeZone: string;
  @Field(() => [TimeSpanType], { description: 'Working intervals until the last of the times: the time ribbon.' })
  ribbon: object[];
}

@ObjectType('CallTimes')
export class CallTimesType {
  @Field(() => [TimeSpanType], {
    description: "Inside everybody's working hours, in the coming 14 days; at most five.",
  })
  times: object[];
  @Field(() => [CallParticipantType]) participants: object[];
  @Field(() => [MemberType], { description: 'Where there is no such time: who has none in common with the others.' })
  withoutCommonTime: object[];
}

@ObjectType('CallTime')
export class CallTimeType {
  @Field(() => DateTime) start: string;
  @Field(() => DateTime) end: string;
  @Field(() => String, { description: "The post's choice that stands for it." }) choice: string;
}

@ObjectType('Call', { implements: () => NodeType, description: 'A call that a post asks to choose a time for.' })
export class CallType implements NodeType {
  @Field(() => ID) id: string;
  @Field(() => Int) minutes: number;
  @Field(() => [CallTimeType]) times: object[];
  @Field(() => MemberType) proposer: object;
  @Field(() => DateTime, { nullable: true, description: 'When the call is; null: not decided, or there is none.' })
  decidedStart: string | null;
  @Field(() => DateTime, { nullable: true, description: 'When its outcome was posted.' }) settledAt: string | null;
  @Field(() => String, { nullable: true, description: 'Where it takes place, as the administrator has set it.' })
  link: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'iCalendar, below the address of the hub; for the people of the call.',
  })
  invitationUrl: string | null;
}

@ObjectType('ProposeCallPayload')
export class ProposeCallPayload {
  @Field(() => CallType) call: object;
}
