import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ExpectedResponseType } from '#expectations';
import { connectionOf, DateTime, LocalTime, NodeType } from '#graph';
import { WeekdayEnum } from '#identity';
import { PostType, ThreadType } from '#threads';
import type { Weekday } from '#working-time';
import { type DigestSectionKind, digestSectionKinds } from './digest-contents.js';

export const DigestSectionKindEnum = Object.fromEntries(digestSectionKinds.map((kind) => [kind, kind])) as Record<
  DigestSectionKind,
  DigestSectionKind
>;
registerEnumType(DigestSectionKindEnum, { name: 'DigestSectionKind' });

@ObjectType('DigestEntry')
export class DigestEntryType {
  @Field(() => ThreadType) thread: object;
  @Field(() => PostType) post: object;
  @Field(() => ExpectedResponseType, { nullable: true }) expectedResponse: object | null;
  @Field(() => String) excerpt: string;
  @Field(() => Int) readingSeconds: number;
  @Field(() => Int) listeningSeconds: number;
}

@ObjectType('DigestSection')
export class DigestSectionType {
  @Field(() => DigestSectionKindEnum) kind: DigestSectionKind;
  @Field(() => [DigestEntryType]) entries: object[];
}

@ObjectType('Digest', { implements: () => NodeType })
export class DigestType implements NodeType {
  @Field(() => ID) id: string;
  @Field(() => DateTime) periodStart: string;
  @Field(() => DateTime) periodEnd: string;
  // Made by DigestResolver: sections.
}

export const DigestConnection = connectionOf('Digest', () => DigestType);

@ObjectType('DigestSchedule')
export class DigestScheduleType {
  @Field(() => [LocalTime]) times: string[];
  @Field(() => [WeekdayEnum]) days: readonly Weekday[];
  @Field(() => Boolean) byEmail: boolean;
  @Field(() => Boolean) enabled: boolean;
}

@InputType()
export class DigestScheduleInput {
  @Field(() => [LocalTime], { nullable: true }) times?: string[] | null;
  @Field(() => [WeekdayEnum], { nullable: true }) days?: Weekday[] | null;
  @Field(() => Boolean, { nullable: true }) byEmail?: boolean | null;
  @Field(() => Boolean, { nullable: true }) enabled?: boolean | null;
}

@ObjectType('DigestSchedulePayload')
export class DigestSchedulePayload {
  @Field(() => DigestScheduleType) digestSchedule: object;
}

@ArgsType()
export class PeriodArgs {
  @Field(() => DateTime) periodStart: string;
  @Field(() => DateTime) periodEnd: string;
}
