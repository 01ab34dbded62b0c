import { DAY_MS, dayOfDate, MINUTE_MS, type Weekday, weekdayOfDay, weekdays } from './local-time.js';
import { segmentsFrom } from './zone-offsets.js';

/** Wall-clock minutes of a weekday, [startMinute, endMinute). An end at or before the start lies on the next day. */
export interface WorkingInterval {
  day: Weekday;
  /** 0 to 1439 */
  startMinute: number;
  /** 1 to 1440 */
  endMinute: number;
}

export interface WorkingCalendar {
  /** IANA name. */
  timeZone: string;
  week: readonly WorkingInterval[];
  /** Local dates off, first and last included. An interval past midnight belongs to the day on which it starts. */
  daysOff: readonly { from: string; to: string }[];
  /** Instants without working time, [startMs, endMs). */
  focus?: readonly { startMs: number; endMs: number }[];
}

export interface Span {
  startMs: number;
  endMs: number;
}

/** A span with the local day (since 1970-01-01) on which its interval starts. */
export interface DatedSpan extends Span {
  day: number;
}

/** Minutes by weekday, with days off as ranges of day numbers: what the loops below need, made once a calendar. */
interface Prepared {
  byWeekday: [start: number, end: number][][];
  off: [from: number, to: number][];
}
const prepared = new WeakMap<WorkingCalendar, Prepared>();

function prepare(calendar: WorkingCalendar): Prepared {
  let found = prepared.get(calendar);
  if (!found) {
    const byWeekday: [number, number][][] = weekdays.map(() => []);
    for (const { day, startMinute, endMinute } of calendar.week) {
      byWeekday[weekdays.indexOf(day)]!.push([startMinute, endMinute <= startMinute ? endMinute + 1440 : endMinute]);
    }
    for (const intervals of byWeekday) intervals.sort((a, b) => a[0] - b[0]);
    found = { byWeekday, off: calendar.daysOff.map(({ from, to }) => [dayOfDate(from), dayOfDate(to)]) };
    prepared.set(calendar, found);
  }
  return found;
}

/**
 * Working time from `fromMs` on up to `toMs`, by the day to which it belongs; spans may touch and, where somebody's
 * intervals do, overlap. An instant is working time by what the wall shows then: within one stretch of constant offset
 * wall and elapsed time run alike, so each stretch is cut by the intervals as the wall shows them. A start in a gap
 * then begins at the gap's end, and a repeated hour is there twice.
 */
export function* datedSpans(calendar: WorkingCalendar, fromMs: number, toMs: number): Generator<DatedSpan> {
  const { byWeekday, off } = prepare(calendar);
  for (const segment of segmentsFrom(calendar.timeZone, fromMs)) {
    const startMs = Math.max(segment.startMs, fromMs);
    const endMs = Math.min(segment.endMs, toMs);
    if (startMs >= toMs) return;
    const lastDay = Math.floor((endMs - 1 + segment.offsetMs) / DAY_MS);
    // A day earlier: its last interval may run past midnight into the stretch.
    for (let day = Math.floor((startMs + segment.offsetMs) / DAY_MS) - 1; day <= lastDay; day++) {
      const intervals = byWeekday[weekdayOfDay(day)]!;
      if (intervals.length === 0 || off.some(([from, to]) => day >= from && day <= to)) continue;
      for (const [startMinute, endMinute] of intervals) {
        const midnightMs = day * DAY_MS - segment.offsetMs;
        const spanStart = Math.max(midnightMs + startMinute * MINUTE_MS, startMs);
        const spanEnd = Math.min(midnightMs + endMinute * MINUTE_MS, endMs);
        if (spanStart < spanEnd) yield* outsideFocus({ day, startMs: spanStart, endMs: spanEnd }, calendar.focus);
      }
    }
  }
}

function* outsideFocus(span: DatedSpan, focus: WorkingCalendar['focus']): Generator<DatedSpan> {
  let { startMs } = span;
  const blocks = focus?.filter((block) => block.endMs > span.startMs && block.startMs < span.endMs) ?? [];
  for (const block of blocks.sort((a, b) => a.startMs - b.startMs)) {
    if (block.startMs > startMs) yield { day: span.day, startMs, endMs: block.startMs };
    startMs = Math.max(startMs, block.endMs);
  }
  if (startMs < span.endMs) yield { day: span.day, startMs, endMs: span.endMs };
}

/** Working time in [fromMs, toMs): sorted, disjoint, touching spans joined. */
export function* workingSpans(calendar: WorkingCalendar, fromMs: number, toMs: number): Generator<Span> {
  let open: Span | undefined;
  for (const { startMs, endMs } of datedSpans(calendar, fromMs, toMs)) {
    if (open && startMs <= open.endMs) {
      open.endMs = Math.max(open.endMs, endMs);
    } else {
      if (open) yield open;
      open = { startMs, endMs };
    }
  }
  if (open) yield open;
}
