import {
  DAY_MS,
  dateOfDay,
  dayOfDate,
  dayOfLocal,
  MINUTE_MS,
  type Weekday,
  weekdayOfDay,
  weekdays,
} from './local-time.js';
import { offsetsOf } from './zone-offsets.js';

export interface LocalClock {
  /** 2026-11-23 */
  date: string;
  /** Of the local day, 0 to 1439. */
  minute: number;
  weekday: Weekday;
}

/** What a clock on the wall in this zone shows at an instant. @throws RangeError for names that are no zone */
export function localClock(timeZone: string, ms: number): LocalClock {
  const localMs = ms + offsetsOf(timeZone).at(ms);
  const day = dayOfLocal(localMs);
  return {
    date: dateOfDay(day),
    minute: Math.floor((localMs - day * DAY_MS) / MINUTE_MS),
    weekday: weekdays[weekdayOfDay(day)]!,
  };
}

/** The date there, such as 2026-11-23. @throws RangeError for names that are no zone */
export const localDate = (timeZone: string, ms: number): string =>
  dateOfDay(dayOfLocal(ms + offsetsOf(timeZone).at(ms)));

/**
 * The first instant at which the wall shows a minute of a date (0 to 1440: the end of the day). For a minute in a gap
 * that a change of the clocks leaves out, the end of that gap; for one that is shown twice, its first showing.
 * @throws RangeError for names that are no zone and texts that are no date
 */
export const instantOf = (timeZone: string, date: string, minute: number): number =>
  firstShowing(timeZone, dayOfDate(date) * DAY_MS + minute * MINUTE_MS);

function firstShowing(timeZone: string, localMs: number): number {
  const offsets = offsetsOf(timeZone);
  // No zone is further than a day from UTC, so the first showing lies between a day before and a day after.
  for (let at = localMs - DAY_MS; ; ) {
    const { endMs, offsetMs } = offsets.stretchAt(at);
    if (localMs - offsetMs < endMs) return Math.max(localMs - offsetMs, at);
    at = endMs;
  }
}

/**
 * The next instant, strictly after another, at which the wall shows one of the times on one of the days: for digests
 * and other things by the clock. A time in a gap comes at the gap's end; one that is shown twice, at its first showing.
 * @param times minutes of the local day, 0 to 1440
 * @returns undefined where no time or no day is given
 * @throws RangeError for names that are no zone
 */
export function nextLocalTime(
  { timeZone, times, days }: { timeZone: string; times: readonly number[]; days: readonly Weekday[] },
  afterMs: number,
): number | undefined {
  if (times.length === 0 || days.length === 0) return undefined;
  const sorted = [...times].sort((a, b) => a - b);
  const today = dayOfLocal(afterMs + offsetsOf(timeZone).at(afterMs));
  // A week on, and a day: where clocks go back over midnight, the first minutes of tomorrow have been shown already.
  for (let day = today; day <= today + 8; day++) {
    if (!days.includes(weekdays[weekdayOfDay(day)]!)) continue;
    for (const minute of sorted) {
      const instantMs = firstShowing(timeZone, day * DAY_MS + minute * MINUTE_MS);
      if (instantMs > afterMs) return instantMs;
    }
  }
  return undefined;
}
