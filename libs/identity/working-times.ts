import { nextSharedSpans, type WorkingCalendar, workingSpans } from '#working-time';

/** A stretch of time, ISO 8601; the end is not in it. */
export interface TimeSpan {
  start: string;
  end: string;
}

/** The working intervals of a calendar between two instants: the first `most` of them. */
export function workingTimes(calendar: WorkingCalendar, fromMs: number, toMs: number, most: number): TimeSpan[] {
  const times: TimeSpan[] = [];
  if (toMs <= fromMs) return times;
  for (const { startMs, endMs } of workingSpans(calendar, fromMs, toMs)) {
    times.push(spanOf(startMs, endMs));
    if (times.length === most) break;
  }
  return times;
}

/** When all of them work at once between two instants: the first `most` intervals. */
export function sharedWorkingTimes(
  calendars: readonly WorkingCalendar[],
  fromMs: number,
  toMs: number,
  most: number,
): TimeSpan[] {
  return nextSharedSpans(calendars, fromMs, toMs, { most }).map(({ startMs, endMs }) => spanOf(startMs, endMs));
}

const spanOf = (startMs: number, endMs: number): TimeSpan => ({
  start: new Date(startMs).toISOString(),
  end: new Date(endMs).toISOString(),
});
