import { datedSpans, type Span, type WorkingCalendar, workingSpans } from './calendar.js';
import { DAY_MS } from './local-time.js';
import { noWorkingTime } from './working-time.errors.js';

/** A calendar without working time for so long has none. */
const HORIZON_MS = 366 * DAY_MS;

export function isWorkingTime(calendar: WorkingCalendar, instantMs: number): boolean {
  for (const _ of datedSpans(calendar, instantMs, instantMs + 1)) return true;
  return false;
}

/** The instant itself in working time, else the next start. @throws HubError calendar.no_working_time */
export function nextWorkingTime(calendar: WorkingCalendar, fromMs: number): number {
  for (const { startMs } of datedSpans(calendar, fromMs, fromMs + HORIZON_MS)) return startMs;
  throw noWorkingTime();
}

/** Working milliseconds in [fromMs, toMs). */
export function workingMsBetween(calendar: WorkingCalendar, fromMs: number, toMs: number): number {
  let sum = 0;
  for (const { startMs, endMs } of workingSpans(calendar, fromMs, toMs)) sum += endMs - startMs;
  return sum;
}

/**
 * The earliest instant by which that much working time has passed.
 * @throws HubError calendar.no_working_time where a year passes without any
 */
export function addWorkingTime(calendar: WorkingCalendar, fromMs: number, durationMs: number): number {
  if (durationMs <= 0) return fromMs;
  let leftMs = durationMs;
  for (const { startMs, endMs } of spansWithoutEnd(calendar, fromMs)) {
    const lengthMs = endMs - startMs;
    if (lengthMs >= leftMs) return startMs + leftMs;
    leftMs -= lengthMs;
  }
  throw noWorkingTime();
}

/**
 * The end of the n-th working day after the one that holds (or follows) an instant; 0: the end of that day itself. A
 * working day is a local date on which working time starts; its end is that of the last interval starting on it, so a
 * night shift's day ends in the next morning, and an instant after midnight in such a shift still belongs to the
 * evening's date.
 * @throws HubError calendar.no_working_time
 */
export function endOfWorkingDay(calendar: WorkingCalendar, fromMs: number, n: number): number {
  let current: number | undefined;
  let counted = 0;
  let endMs = 0;
  for (const span of datedSpansWithoutEnd(calendar, fromMs)) {
    if (current === undefined) {
      current = span.day;
    } else if (span.day > current) {
      if (counted === n) return endMs;
      current = span.day;
      counted += 1;
      endMs = 0;
    }
    if (span.day === current) endMs = Math.max(endMs, span.endMs);
  }
  if (current !== undefined && counted === n) return endMs;
  throw noWorkingTime();
}

/** Goes on while each next stretch of a year has working time. */
function* spansWithoutEnd(calendar: WorkingCalendar, fromMs: number): Generator<Span> {
  for (let at = fromMs; ; at += HORIZON_MS) {
    let isEmpty = true;
    for (const span of workingSpans(calendar, at, at + HORIZON_MS)) {
      isEmpty = false;
      yield span;
    }
    if (isEmpty) return;
  }
}

function* datedSpansWithoutEnd(calendar: WorkingCalendar, fromMs: number): Generator<Span & { day: number }> {
  for (let at = fromMs; ; at += HORIZON_MS) {
    let isEmpty = true;
    for (const span of datedSpans(calendar, at, at + HORIZON_MS)) {
      isEmpty = false;
      yield span;
    }
    if (isEmpty) return;
  }
}
