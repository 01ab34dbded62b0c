import { ArgsType, Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime, LocalDate } from '#graph';
import type { Period } from './periods.js';

export const InsightPeriodEnum = { WEEK: 'WEEK', MONTH: 'MONTH' } as const;
registerEnumType(InsightPeriodEnum, {
  name: 'InsightPeriod',
  description: 'An ISO week in UTC, or the weeks whose Thursday lies in a month.',
});

@ArgsType()
export class BalanceArgs {
  @Field(() => DateTime) from: string;
  @Field(() => DateTime, { description: 'At most 53 weeks later.' }) to: string;
}

@ArgsType()
export class InsightArgs {
  @Field(() => InsightPeriodEnum) period: Period;
  @Field(() => LocalDate, { description: 'A Monday, or the first day of a month; over for a week.' }) start: string;
}

@ObjectType('BalanceWeek')
export class BalanceWeekType {
  @Field(() => LocalDate) monday: string;
  @Field(() => Int, { description: 'Answers that you asked others for.' }) askedFor: number;
  @Field(() => Int, { description: 'Answers that others asked you for.' }) owed: number;
  @Field(() => Int) answered: number;
  @Field(() => Int, { description: 'Before they were due.' }) answeredInTime: number;
  @Field(() => Int) urgentUsed: number;
  @Field(() => Int, { description: 'People whom your urgent posts reached outside their working hours.' })
  interruptionsCaused: number;
  @Field(() => Int, { description: 'Urgent posts that reached you outside your working hours.' })
  interruptionsReceived: number;
}

@ObjectType('Balance', { description: "The viewer's own; nobody else sees it." })
export class BalanceType {
  @Field(() => DateTime) from: string;
  @Field(() => DateTime) to: string;
  @Field(() => Int) askedFor: number;
  @Field(() => Int) owed: number;
  @Field(() => Int) answered: number;
  @Field(() => Int) answeredInTime: number;
  @Field(() => Int) urgentUsed: number;
  @Field(() => Int) interruptionsCaused: number;
  @Field(() => Int) interruptionsReceived: number;
  @Field(() => [BalanceWeekType], { description: "Each week of the period, in the viewer's zone, oldest first." })
  weeks: object[];
}

@ObjectType('InsightFigures', {
  description: 'Rounded to five. Null: it would tell something about fewer than five people.',
})
export class InsightFiguresType {
  @Field(() => Int, { nullable: true, description: 'Answers asked for.' }) asked: number | null;
  @Field(() => Int, { nullable: true, description: 'Answers that these people were asked for.' }) owed: number | null;
  @Field(() => Int, { nullable: true, description: 'Of these, given before they were due.' })
  answeredInTime: number | null;
  @Field(() => Int, { nullable: true, description: 'Urgent posts.' }) urgent: number | null;
  @Field(() => Int, { nullable: true, description: 'Urgent posts that reached somebody outside working hours.' })
  offHoursInterruptions: number | null;
}

@ObjectType('InsightGroup')
export class InsightGroupType {
  @Field(() => String, { description: 'The part of the world that their time zones name: Europe.' }) name: string;
  @Field(() => InsightFiguresType) figures: object;
}

@ObjectType('OrganizationInsight', { description: 'Made once for each week, and kept: it never changes afterwards.' })
export class OrganizationInsightType {
  @Field(() => InsightPeriodEnum) period: Period;
  @Field(() => LocalDate) start: string;
  @Field(() => [LocalDate], { description: 'The Mondays of its weeks.' }) weeks: string[];
  @Field(() => Int, { description: 'No figure is about fewer people.' }) smallestGroup: number;
  @Field(() => InsightFiguresType) organization: object;
  @Field(() => [InsightGroupType], { description: 'By name, never by figure.' }) groups: object[];
}
