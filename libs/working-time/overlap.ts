import type { WorkingCalendar } from './calendar.js';
import { workingSpans } from './counting.js';
import type { Span } from './span.js';

/** Time in [fromMs, toMs) in which all of them work at once: sorted, disjoint, found as they are asked for. */
export function* sharedWorkingSpans(
  calendars: readonly WorkingCalendar[],
  fromMs: number,
  toMs: number,
): Generator<Span, void> {
  const walks = distinct(calendars).map((calendar) => workingSpans(calendar, fromMs, toMs));
  const current = walks.map((walk) => walk.next().value);
  while (current.length > 0) {
    let startMs = Number.NEGATIVE_INFINITY;
    let endMs = Number.POSITIVE_INFINITY;
    for (const span of current) {
      if (!span) return;
      startMs = Math.max(startMs, span.startMs);
      endMs = Math.min(endMs, span.endMs);
    }
    if (startMs < endMs) yield { startMs, endMs };
    // Whoever stops first holds nothing more for the others.
    for (const [index, span] of current.entries()) {
      if (span!.endMs <= endMs) current[index] = walks[index]!.next().value;
    }
  }
}

/** The first stretches in which all of them work at once for at least so long. */
export function nextSharedSpans(
  calendars: readonly WorkingCalendar[],
  fromMs: number,
  toMs: number,
  { most, lengthMs = 1 }: { most: number; lengthMs?: number },
): Span[] {
  const found: Span[] = [];
  for (const span of sharedWorkingSpans(calendars, fromMs, toMs)) {
    if (span.endMs - span.startMs >= lengthMs) found.push(span);
    if (found.length === most) break;
  }
  return found;
}

/** The same object twice is one person's calendar; walking it once is enough. */
const distinct = (calendars: readonly WorkingCalendar[]): WorkingCalendar[] => [...new Set(calendars)];
