import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { notAPeriod, notSettled } from './insight.errors.js';
import { InsightRepository } from './insight.repository.js';
import { boundsOf, isSettled, type Period, weeksOf } from './periods.js';
import { LEAST_PEOPLE, protectedWeek, type ShownWeek, together } from './protection.js';

export interface OrganizationInsight extends ShownWeek {
  period: Period;
  start: string;
  weeks: string[];
  smallestGroup: number;
}

/** How the organisation does, in whole weeks and months; never how a person does. */
@Injectable()
export class OrganizationInsightService {
  constructor(
    private readonly insight: InsightRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws HubError insight.not_a_period, insight.not_settled */
  async of(period: Period, start: string): Promise<OrganizationInsight> {
    const mondays = weeksOf(period, start);
    if (!mondays) throw notAPeriod();
    const now = this.clock.now();
    if (!mondays.every((monday) => isSettled(monday, now.getTime()))) throw notSettled();
    const known = new Set((await this.insight.weeks(mondays)).map(({ monday }) => monday));
    for (const monday of mondays) if (!known.has(monday)) await this.make(monday, now);
    const weeks = await this.insight.weeks(mondays);
    return {
      ...{ period, start, weeks: mondays, smallestGroup: LEAST_PEOPLE },
      ...together(weeks.map(({ shown }) => shown)),
    };
  }

  private async make(monday: string, now: Date): Promise<void> {
    const { from, to } = boundsOf(monday);
    const people = await this.insight.people(from, to);
    const shown = protectedWeek(
      people.map(({ id, time_zone, ...figures }) => ({ id, group: regionOf(time_zone), figures })),
    );
    await this.insight.keep(monday, shown, now);
  }
}

/** The part of the world that a zone names first: everybody is in one, and nobody in two. */
const regionOf = (timeZone: string): string => (timeZone.includes('/') ? timeZone.split('/')[0]! : 'Elsewhere');
