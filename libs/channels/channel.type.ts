import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf, DateTime, Markdown, NodeType } from '#graph';
import { type ExpectationKind, expectationKinds, type TimingKind, timingKinds } from './agreement.js';
import { type ChannelVisibility, channelVisibilities, involvements } from './channel.entity.js';

const enumOf = <Word extends string>(words: readonly Word[]): { [W in Word]: W } =>
  Object.fromEntries(words.map((word) => [word, word])) as { [W in Word]: W };

export const ChannelVisibilityEnum = enumOf(channelVisibilities);
registerEnumType(ChannelVisibilityEnum, { name: 'ChannelVisibility' });
export const InvolvementEnum = enumOf(involvements);
registerEnumType(InvolvementEnum, { name: 'Involvement' });
export const ExpectationKindEnum = enumOf(expectationKinds);
registerEnumType(ExpectationKindEnum, { name: 'ExpectationKind' });
export const TimingKindEnum = enumOf(timingKinds);
registerEnumType(TimingKindEnum, { name: 'TimingKind' });

@ObjectType('Agreement', {
  description: 'The communication agreement: what people wrote, and what the hub enforces of it.',
})
export class AgreementType {
  @Field(() => Int) version: number;
  @Field(() => Markdown) text: string;
  @Field(() => ExpectationKindEnum) defaultKind: ExpectationKind;
  @Field(() => TimingKindEnum) defaultTiming: TimingKind;
  @Field(() => Boolean) urgentAllowed: boolean;
  @Field(() => Int) urgentWindowMinutes: number;
  @Field(() => Int) urgentBudgetPerWeek: number;
  @Field(() => Int) maxRecipients: number;
}

@ObjectType('Channel', { implements: () => NodeType })
export class ChannelType implements NodeType {
  @Field(() => ID) id: string;
  @Field(() => String) slug: string;
  @Field(() => String) name: string;
  @Field(() => String) purpose: string;
  @Field(() => ChannelVisibilityEnum) visibility: ChannelVisibility;
  @Field(() => AgreementType) agreement: AgreementType;
  @Field(() => DateTime, { nullable: true }) archivedAt: string | null;
  @Field(() => Int, { nullable: true, description: 'Days after which recordings in it go; null: they stay.' })
  retentionDays: number | null;
  @Field(() => DateTime) createdAt: string;
  // Made by ChannelResolver: viewerIsMember, viewerInvolvement, members, memberCount, owner. By threads: threads,
  // pinnedThreads, viewerUnreadCount.
}

export const ChannelConnection = connectionOf('Channel', () => ChannelType);
