import { addDays, instantAt, localAt, weekdayOf } from '../zones';

/** What a date-and-time field holds: wall-clock time of the reader's zone, 2026-11-23T16:00. */
export function toField(instant: number, zone: string): string {
  const { date, time } = localAt(instant, zone);
  return `${date}T${time}`;
}

/** The instant of a field's text; undefined while it is not whole. */
export function fromField(text: string, zone: string): number | undefined {
  const [date, time] = text.split('T');
  return date && time && !Number.isNaN(Date.parse(`${text}:00Z`)) ? instantAt(date, time, zone) : undefined;
}

const HOUR_MS = 3_600_000;

/** Later today, at the start of work tomorrow, and on Monday: soonest first, none of them twice. */
export function quickTimes(now: number, zone: string, startOfWork: string): number[] {
  const inHours = Math.ceil((now + 3 * HOUR_MS) / (HOUR_MS / 2)) * (HOUR_MS / 2);
  const today = localAt(now, zone).date;
  const weekday = (weekdayOf(today) + 1) % 7;
  const on = (days: number) => fromField(`${addDays(today, days)}T${startOfWork.slice(0, 5)}`, zone);
  const all = [inHours, on(1), on((8 - weekday) % 7 || 7)].filter((one): one is number => one !== undefined);
  return all
    .sort((one, other) => one - other)
    .filter((one, index, sorted) => index === 0 || one - sorted[index - 1]! >= HOUR_MS);
}
