import { addDays, instantAt, localAt, weekdayOf } from '../zones';

export interface Span {
  start: number;
  end: number;
}

const names = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

/**
 * A member's working intervals within a span, from the weekly hours alone: for people whom no channel connects yet, so
 * that the hub's own preview cannot be asked.
 */
export function workingBlocks(
  week: readonly { day: string; start: string; end: string }[],
  zone: string,
  from: number,
  to: number,
): Span[] {
  const blocks: Span[] = [];
  const last = addDays(localAt(to, zone).date, 1);
  for (let date = addDays(localAt(from, zone).date, -1); date <= last; date = addDays(date, 1)) {
    for (const { day, start, end } of week) {
      if (names.indexOf(day) !== weekdayOf(date)) continue;
      const [startAt, endAt] = [start.slice(0, 5), end.slice(0, 5)];
      // An end before its start is past midnight.
      const endDate = endAt <= startAt ? addDays(date, 1) : date;
      const block = {
        start: Math.max(from, instantAt(date, startAt, zone)),
        end: Math.min(to, instantAt(endDate, endAt === '24:00' ? '00:00' : endAt, zone)),
      };
      if (block.end > block.start) blocks.push(block);
    }
  }
  return blocks.toSorted((a, b) => a.start - b.start);
}

export const hoursIn = (blocks: readonly Span[]): number =>
  blocks.reduce((sum, { start, end }) => sum + (end - start), 0) / 3_600_000;
