const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

export type Period = 'WEEK' | 'MONTH';

/** Answers to what was asked in a week have come by then, mostly; from then on its figures stay as they are. */
export const SETTLED_AFTER_MS = WEEK_MS;

const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/**
 * The Mondays of the ISO weeks of a period, in UTC: a month has the weeks whose Thursday lies in it, so that months are
 * made of whole weeks and no day is in two of them.
 * @param start a Monday, or the first of a month; undefined for anything else
 */
export function weeksOf(period: Period, start: string): string[] | undefined {
  const startMs = Date.parse(start);
  if (Number.isNaN(startMs) || dateOf(startMs) !== start) return undefined;
  const date = new Date(startMs);
  if (period === 'WEEK') return date.getUTCDay() === 1 ? [start] : undefined;
  if (date.getUTCDate() !== 1) return undefined;
  const nextMs = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
  const mondays: string[] = [];
  for (let ms = startMs; ms < nextMs; ms += DAY_MS) {
    if (new Date(ms).getUTCDay() === 4) mondays.push(dateOf(ms - 3 * DAY_MS));
  }
  return mondays;
}

/** The instants of a week, the end not in it. */
export const boundsOf = (monday: string): { from: Date; to: Date } => ({
  from: new Date(monday),
  to: new Date(Date.parse(monday) + WEEK_MS),
});

export const isSettled = (monday: string, nowMs: number): boolean =>
  Date.parse(monday) + WEEK_MS + SETTLED_AFTER_MS <= nowMs;
