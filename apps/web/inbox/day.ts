const weekdays = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'] as const;
type Weekday = (typeof weekdays)[number];

interface Interval {
  day: Weekday;
  start: string;
  end: string;
}

/** Minutes since midnight of 09:30 or 09:30:00. */
export function readClock(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

/** The weekday, 0 for Sunday, of a local date 2026-11-23. */
export const dayOf = (date: string): number => new Date(date).getUTCDay();

/**
 * One day's working intervals in minutes since its midnight. What began the evening before runs on from midnight; what
 * runs past midnight ends with the day here.
 * @param weekday 0 for Sunday
 */
export function workingBlocks(week: readonly Interval[], weekday: number): { start: number; end: number }[] {
  const before = weekdays[(weekday + 6) % 7];
  const blocks: { start: number; end: number }[] = [];
  for (const { day, start, end } of week) {
    const [from, to] = [readClock(start), readClock(end)];
    const runsOver = to <= from;
    if (day === weekdays[weekday]) blocks.push({ start: from, end: runsOver ? 1440 : to });
    if (day === before && runsOver && to > 0) blocks.push({ start: 0, end: to });
  }
  return blocks.sort((one, other) => one.start - other.start);
}
