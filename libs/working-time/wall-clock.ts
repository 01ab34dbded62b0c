import { DAY_MS, dateOfDay, dayOfDate, MINUTE_MS, type Weekday, weekdayOfDay, weekdays } from './local-time.js';
import { offsetAt, segmentAt } from './zone-offsets.js';

export interface LocalClock {
  /** 2026-11-23 */
  date: string;
  /** Of the local day, 0 to 1439. */
  minute: number;
  weekday: Weekday;
}

/** What a clock on the wall in this zone shows at an instant. */
export function localClock(timeZone: string, ms: number): LocalClock {
  const local = ms + offsetAt(timeZone, ms);
  const day = Math.floor(local / DAY_MS);
  return {
    date: dateOfDay(day),
    minute: Math.floor((local - day * DAY_MS) / MINUTE_MS),
    weekday: weekdays[weekdayOfDay(day)]!,
  };
}

export const localDate = (timeZone: string, ms: number): string => localClock(timeZone, ms).date;

/**
 * The first instant at which the wall shows a minute of a date (1440: the end of the day). A minute that a change of
 * the clocks leaves out is the end of that gap; one that is shown twice, its first showing.
 */
export function instantOf(timeZone: string, date: string, minute: number): number {
  const local = dayOfDate(date) * DAY_MS + minute * MINUTE_MS;
  // No zone is further than a day from UTC; look at each stretch of one offset from a day before to a day after.
  for (let at = local - DAY_MS; at <= local + DAY_MS; ) {
    const { endMs, offsetMs } = segmentAt(timeZone, at);
    const instant = local - offsetMs;
    if (instant < endMs) return Math.max(instant, at);
    at = endMs;
  }
  return local - offsetAt(timeZone, local);
}

/** The next wall-clock occurrence strictly after an instant, on one of the days; undefined where none is asked for. */
export function nextLocalTime(
  { timeZone, times, days }: { timeZone: string; times: readonly number[]; days: readonly Weekday[] },
  afterMs: number,
): number | undefined {
  if (times.length === 0 || days.length === 0) return undefined;
  const sorted = [...times].sort((a, b) => a - b);
  const today = dayOfDate(localDate(timeZone, afterMs));
  for (let day = today - 1; day <= today + 8; day++) {
    if (!days.includes(weekdays[weekdayOfDay(day)]!)) continue;
    for (const minute of sorted) {
      const instant = instantOf(timeZone, dateOfDay(day), minute);
      if (instant > afterMs) return instant;
    }
  }
  return undefined;
}
