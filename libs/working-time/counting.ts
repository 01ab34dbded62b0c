import { ReadyCalendar, type WorkingCalendar } from './calendar.js';
import { DAY_MS } from './local-time.js';
import type { Span } from './span.js';
import { WorkingWalk } from './walks.js';
import { noWorkingTime } from './working-time.errors.js';

/** A calendar without working time for so long has none. */
export const HORIZON_MS = 366 * DAY_MS;

/**
 * Whether the wall-clock reading in the calendar's zone lies in one of the weekday's intervals, outside days off and
 * focus blocks. A minute that a change of the clocks repeats is working time both times.
 */
export function isWorkingTime(calendar: WorkingCalendar, instantMs: number): boolean {
  const ready = ReadyCalendar.of(calendar);
  return ready.workingDayAt(instantMs) !== undefined && !ready.isFocus(instantMs);
}

/**
 * The instant itself in working time, else the next start of working time.
 * @throws HubError calendar.no_working_time where the next 366 days have none
 */
export function nextWorkingTime(calendar: WorkingCalendar, fromMs: number): number {
  if (isWorkingTime(calendar, fromMs)) return fromMs;
  const walk = new WorkingWalk(ReadyCalendar.of(calendar), fromMs, fromMs + HORIZON_MS);
  if (walk.next()) return walk.startMs;
  throw noWorkingTime(calendar, fromMs);
}

/** Working time in [fromMs, toMs): sorted, disjoint, touching spans joined. */
export function* workingSpans(calendar: WorkingCalendar, fromMs: number, toMs: number): Generator<Span, void> {
  const walk = new WorkingWalk(ReadyCalendar.of(calendar), fromMs, toMs);
  if (!walk.next()) return;
  let { startMs, endMs } = walk;
  while (walk.next()) {
    if (walk.startMs > endMs) {
      yield { startMs, endMs };
      startMs = walk.startMs;
    }
    endMs = walk.endMs;
  }
  yield { startMs, endMs: Math.min(endMs, toMs) };
}

/** Milliseconds of working time in [fromMs, toMs); 0 where `toMs` is not later. */
export function workingMsBetween(calendar: WorkingCalendar, fromMs: number, toMs: number): number {
  const walk = new WorkingWalk(ReadyCalendar.of(calendar), fromMs, toMs);
  let sumMs = 0;
  while (walk.next()) sumMs += Math.min(walk.endMs, toMs) - walk.startMs;
  return sumMs;
}

/** Whether any of [fromMs, toMs) is working time. Looks no further than 366 days. */
export const hasWorkingTime = (calendar: WorkingCalendar, fromMs: number, toMs: number): boolean =>
  new WorkingWalk(ReadyCalendar.of(calendar), fromMs, Math.min(toMs, fromMs + HORIZON_MS)).next();

/**
 * The earliest instant by which so much working time has passed since `fromMs`; `fromMs` itself for none.
 * @throws HubError calendar.no_working_time where 366 days pass without any before it is all counted
 */
export function addWorkingTime(calendar: WorkingCalendar, fromMs: number, durationMs: number): number {
  if (durationMs <= 0) return fromMs;
  const walk = new WorkingWalk(ReadyCalendar.of(calendar), fromMs, fromMs + HORIZON_MS);
  let leftMs = durationMs;
  let endMs = fromMs;
  while (walk.next()) {
    endMs = walk.endMs;
    const spanMs = endMs - walk.startMs;
    if (spanMs >= leftMs) return walk.startMs + leftMs;
    leftMs -= spanMs;
    walk.extendTo(endMs + HORIZON_MS);
  }
  throw noWorkingTime(calendar, endMs);
}
