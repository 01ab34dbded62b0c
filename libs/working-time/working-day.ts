import { ReadyCalendar, type WorkingCalendar } from './calendar.js';
import { HORIZON_MS, nextWorkingTime } from './counting.js';
import { spanEndingAfter } from './span.js';
import { IntervalWalk } from './walks.js';
import { noWorkingTime } from './working-time.errors.js';

/**
 * The end of the n-th working day after the one to which an instant belongs; n = 0: the end of that day itself.
 *
 * A working day is a local date to whose intervals working time belongs; it ends with the last of that working time.
 * An interval past midnight belongs to the date on which it starts: a night shift's working day ends in the next
 * morning, and 02:00 in that shift still belongs to the evening's date. (Where an interval of the new date has begun as
 * well, it belongs to the new date.) Outside working time the next working time counts. A date of which days off, focus
 * blocks or a gap leave nothing is no working day.
 * @param n whole, at least 0
 * @throws HubError calendar.no_working_time where 366 days pass without any before that day
 */
export function endOfWorkingDay(calendar: WorkingCalendar, fromMs: number, n: number): number {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`${n} is no number of working days`);
  const ready = ReadyCalendar.of(calendar);
  const firstMs = nextWorkingTime(calendar, fromMs);
  const walk = new IntervalWalk(ready, firstMs, firstMs + HORIZON_MS);
  let day = ready.workingDayAt(firstMs)!;
  let daysLeft = n;
  let endMs = firstMs;
  while (walk.next()) {
    // Not at once: clocks set back at midnight show the end of a day again, after the first minutes of the next.
    if (daysLeft === 0 && walk.day > day + 1) break;
    const workEndMs = endOutsideFocus(ready, walk.startMs, walk.endMs);
    if (workEndMs === walk.startMs) continue;
    if (daysLeft > 0 && walk.day > day) {
      day = walk.day;
      endMs = workEndMs;
      daysLeft--;
    }
    if (walk.day === day) endMs = Math.max(endMs, workEndMs);
    walk.untilMs = Math.max(walk.untilMs, workEndMs + HORIZON_MS);
  }
  if (daysLeft > 0) throw noWorkingTime(calendar, endMs);
  return endMs;
}

/** The end of the last part of [startMs, endMs) outside focus blocks; `startMs` where there is none. */
function endOutsideFocus({ focus }: ReadyCalendar, startMs: number, endMs: number): number {
  const block = focus[spanEndingAfter(focus, endMs - 1)];
  return block && block.startMs < endMs ? Math.max(block.startMs, startMs) : endMs;
}
