import { localDate, nextLocalTime, type Weekday, type WorkingCalendar, weekdays } from '#working-time';
import { badDigestDays, badDigestTimes } from './attention.errors.js';

/** When a member wants their digest: minutes of the local day, on days of the week. */
export interface DigestSchedule {
  times: readonly number[];
  days: readonly Weekday[];
  byEmail: boolean;
  enabled: boolean;
}

const MAX_TIMES = 6;
const NINE = 9 * 60;
/** Longer than anybody is away. */
const MOST_SKIPPED = 400;

/** As shipped: at nine, on the days on which the member works, by mail too. */
export function shippedSchedule(week: WorkingCalendar['week']): DigestSchedule {
  const days = weekdays.filter((day) => week.some((interval) => interval.day === day));
  return { times: [NINE], days: days.length > 0 ? days : weekdays, byEmail: true, enabled: true };
}

/** @throws HubError digest.bad_times, digest.bad_days */
export function checkSchedule(schedule: DigestSchedule): DigestSchedule {
  const times = [...new Set(schedule.times)].sort((a, b) => a - b);
  if (times.length === 0 || times.length > MAX_TIMES || times.length < schedule.times.length)
    throw badDigestTimes(MAX_TIMES);
  if (schedule.days.length === 0 || new Set(schedule.days).size < schedule.days.length) throw badDigestDays();
  return { ...schedule, times: times.map((minute) => minute % 1440) };
}

/**
 * The end of the next period after an instant: the next time of the schedule that is not on a day off, so that there
 * is one catch-up after an absence instead of many. Null where digests are off.
 */
export function nextDigestAt(schedule: DigestSchedule, calendar: WorkingCalendar, afterMs: number): number | null {
  if (!schedule.enabled) return null;
  let at: number | undefined = afterMs;
  for (let skipped = 0; skipped < MOST_SKIPPED; skipped++) {
    at = nextLocalTime({ timeZone: calendar.timeZone, times: schedule.times, days: schedule.days }, at);
    if (at === undefined) return null;
    const date = localDate(calendar.timeZone, at);
    if (!calendar.daysOff.some(({ from, to }) => date >= from && date <= to)) return at;
  }
  return null;
}
