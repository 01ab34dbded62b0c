import type { Timing } from '#working-time';
import { badTiming, dueInThePast } from './expectation.errors.js';

/** A year of full-time work. */
const MAX_HOURS = 2_000;
const MAX_DAYS = 260;
/** Nobody plans further, and counting a calendar so far ahead stays quick. */
const MAX_BY_MS = 2 * 366 * 86_400_000;
const MIN_REASON = 10;
const MAX_REASON = 500;

export interface UrgencyAnswers {
  needsImmediateResponse: boolean;
  respectsTheirTime: boolean;
  reason: string;
}

/** As the API takes it: exactly one of these; none at all is WHENEVER. */
export interface TimingChoice {
  withinWorkingHours?: number | null;
  withinWorkingDays?: number | null;
  by?: string | null;
  now?: UrgencyAnswers | null;
}

/**
 * What a choice means for calendars.
 * @param windowMinutes the agreement's urgent window
 * @throws HubError expectation.bad_timing, expectation.due_in_the_past
 */
export function timingOf(choice: TimingChoice | null | undefined, publishedMs: number, windowMinutes: number): Timing {
  const { withinWorkingHours: hours, withinWorkingDays: days, by, now } = choice ?? {};
  const given = [hours, days, by, now].filter((value) => value !== undefined && value !== null);
  if (given.length > 1) throw badTiming('Give one timing, not several.', 'expectation.timing');
  if (hours !== undefined && hours !== null) {
    if (!(hours > 0 && hours <= MAX_HOURS)) {
      throw badTiming(
        `Give more than 0 and at most ${MAX_HOURS} working hours.`,
        'expectation.timing.withinWorkingHours',
      );
    }
    return { kind: 'WITHIN_WORKING_HOURS', hours };
  }
  if (days !== undefined && days !== null) {
    if (!(days >= 0 && days <= MAX_DAYS)) {
      throw badTiming(`Give 0 to ${MAX_DAYS} working days.`, 'expectation.timing.withinWorkingDays');
    }
    return { kind: 'WITHIN_WORKING_DAYS', days };
  }
  if (by) {
    const byMs = Date.parse(by);
    if (byMs <= publishedMs) throw dueInThePast();
    if (byMs - publishedMs > MAX_BY_MS)
      throw badTiming('Give a time within the next two years.', 'expectation.timing.by');
    return { kind: 'BY', byMs };
  }
  return now ? { kind: 'NOW', windowMinutes } : { kind: 'WHENEVER' };
}

/** Both questions answered yes, with a reason that says something. */
export const isJustified = ({ needsImmediateResponse, respectsTheirTime, reason }: UrgencyAnswers): boolean =>
  needsImmediateResponse && respectsTheirTime && reason.trim().length >= MIN_REASON && reason.length <= MAX_REASON;

/**
 * What the columns of a published post mean for a calendar that is looked at later: by a delegate, or after a change.
 * The window of an urgent post is over by then; it is due as soon as it reaches somebody.
 */
export function timingOfColumns(post: {
  timing: string;
  working_hours: number | null;
  working_days: number | null;
  by_instant: string | null;
}): Timing {
  switch (post.timing) {
    case 'WITHIN_WORKING_HOURS':
      return { kind: 'WITHIN_WORKING_HOURS', hours: post.working_hours! };
    case 'WITHIN_WORKING_DAYS':
      return { kind: 'WITHIN_WORKING_DAYS', days: post.working_days! };
    case 'BY':
      return { kind: 'BY', byMs: Date.parse(post.by_instant!) };
    case 'NOW':
      return { kind: 'NOW', windowMinutes: 15 };
    default:
      return { kind: 'WHENEVER' };
  }
}
