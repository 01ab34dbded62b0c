const DAY_MS = 86_400_000;
const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

export type InsightPeriod = 'WEEK' | 'MONTH';

/** The newest periods whose figures are told: a week after their last week has ended. Newest first, in UTC. */
export function toldPeriods(period: InsightPeriod, now: number, count: number): string[] {
  const today = Math.floor(now / DAY_MS) * DAY_MS;
  const monday = today - ((new Date(today).getUTCDay() + 6) % 7) * DAY_MS;
  // The week before last is the newest that has ended a week ago.
  const newest = monday - 14 * DAY_MS;
  if (period === 'WEEK') return Array.from({ length: count }, (_, index) => dateOf(newest - index * 7 * DAY_MS));
  const starts: string[] = [];
  const at = new Date(newest);
  for (let back = 0; starts.length < count; back++) {
    const first = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - back, 1);
    if (lastMondayOf(first) <= newest) starts.push(dateOf(first));
  }
  return starts;
}

/** The Monday of a month's last week: the last one whose Thursday lies in the month. */
function lastMondayOf(firstMs: number): number {
  const first = new Date(firstMs);
  let thursday = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0);
  while (new Date(thursday).getUTCDay() !== 4) thursday -= DAY_MS;
  return thursday - 3 * DAY_MS;
}
