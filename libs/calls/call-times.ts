import type { Id } from '#kernel';
import { type Span, sharedWorkingSpans, type WorkingCalendar } from '#working-time';

const MINUTE_MS = 60_000;
/** Calls begin on a quarter of an hour. */
const STEP_MS = 15 * MINUTE_MS;

export interface Wanted {
  fromMs: number;
  toMs: number;
  lengthMs: number;
  /** At most so many. */
  count: number;
}

/**
 * Times at which everybody works from the beginning of a call to its end: mostly one in each stretch of common working
 * time, so that there is a choice of days; more of one stretch only where there are too few. In their order.
 */
export function callTimes(calendars: readonly WorkingCalendar[], wanted: Wanted): Span[] {
  const { fromMs, toMs, lengthMs, count } = wanted;
  const first: Span[] = [];
  const further: Span[] = [];
  for (const span of sharedWorkingSpans(calendars, fromMs, toMs)) {
    let startMs = Math.ceil(span.startMs / STEP_MS) * STEP_MS;
    for (let nth = 0; startMs + lengthMs <= span.endMs && nth < count; nth++) {
      (nth === 0 ? first : further).push({ startMs, endMs: startMs + lengthMs });
      startMs += Math.ceil(lengthMs / STEP_MS) * STEP_MS;
    }
    if (first.length === count) break;
  }
  return [...first, ...further.slice(0, count - first.length)].sort((a, b) => a.startMs - b.startMs);
}

export interface Person {
  id: Id;
  calendar: WorkingCalendar;
}

/**
 * Who has no common time, where a call of all of them finds none: those without whom the others could meet; else
 * everybody in a pair that never meets; else all of them.
 */
export function withoutCommonTime(people: readonly Person[], wanted: Wanted): Id[] {
  const meets = (some: readonly Person[]): boolean =>
    callTimes(
      some.map(({ calendar }) => calendar),
      { ...wanted, count: 1 },
    ).length > 0;
  const alone = people.filter((one) => !meets([one]));
  if (alone.length > 0) return alone.map(({ id }) => id);
  const inTheWay = people.length > 2 ? people.filter((one) => meets(people.filter((other) => other !== one))) : [];
  if (inTheWay.length > 0) return inTheWay.map(({ id }) => id);
  const apart = people.filter((one) => people.some((other) => other !== one && !meets([one, other])));
  return (apart.length > 0 ? apart : people).map(({ id }) => id);
}
