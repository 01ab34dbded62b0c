import type { WorkingCalendar } from './calendar.js';
import { addWorkingTime, hasWorkingTime, nextWorkingTime } from './counting.js';
import { HOUR_MS, MINUTE_MS } from './local-time.js';
import { endOfWorkingDay } from './working-day.js';

/** How soon an answer is asked for. */
export type Timing =
  | { kind: 'WHENEVER' }
  | { kind: 'WITHIN_WORKING_HOURS'; hours: number }
  | { kind: 'WITHIN_WORKING_DAYS'; days: number }
  | { kind: 'BY'; byMs: number }
  | { kind: 'NOW'; windowMinutes: number };

export interface Schedule {
  deliverAtMs: number;
  /** Null: whenever. */
  dueAtMs: number | null;
}

/**
 * When a post reaches one person and when their answer is due, on their own calendar. NOW asks no calendar: it works
 * for somebody without working time too.
 * @throws HubError calendar.no_working_time
 */
export function schedule(calendar: WorkingCalendar, publishedMs: number, timing: Timing): Schedule {
  if (timing.kind === 'NOW') {
    return { deliverAtMs: publishedMs, dueAtMs: publishedMs + timing.windowMinutes * MINUTE_MS };
  }
  const deliverAtMs = nextWorkingTime(calendar, publishedMs);
  switch (timing.kind) {
    case 'WHENEVER':
      return { deliverAtMs, dueAtMs: null };
    case 'WITHIN_WORKING_HOURS':
      return { deliverAtMs, dueAtMs: addWorkingTime(calendar, deliverAtMs, Math.round(timing.hours * HOUR_MS)) };
    case 'WITHIN_WORKING_DAYS':
      return { deliverAtMs, dueAtMs: endOfWorkingDay(calendar, deliverAtMs, timing.days) };
    case 'BY':
      return { deliverAtMs, dueAtMs: timing.byMs };
  }
}

/** Whether an answer BY an instant falls due before its recipient has worked at all: the preview warns. */
export const leavesNoWorkingTime = (calendar: WorkingCalendar, publishedMs: number, timing: Timing): boolean =>
  timing.kind === 'BY' && !hasWorkingTime(calendar, publishedMs, timing.byMs);
