interface Span {
  start: string;
  end: string;
}

export interface ComingDay {
  /** The reader's local date. */
  day: string;
  /** Its midnight, ms: 24 hours are drawn from here. */
  start: number;
  theirs: Span[];
  sharedMinutes: number;
}

const MINUTE_MS = 60_000;

/**
 * Working spans by the day on which they begin for the reader, with how long both work on it.
 * @param dayOf the reader's local date of an instant
 */
export function daysOf(
  theirs: readonly Span[],
  shared: readonly Span[],
  dayOf: (instant: string | number) => string,
): ComingDay[] {
  const days = new Map<string, ComingDay>();
  for (const span of theirs) {
    const day = dayOf(span.start);
    let entry = days.get(day);
    if (!entry) {
      entry = { day, start: midnightBefore(Date.parse(span.start), day, dayOf), theirs: [], sharedMinutes: 0 };
      days.set(day, entry);
    }
    entry.theirs.push(span);
  }
  for (const { start, end } of shared) {
    const entry = days.get(dayOf(start));
    if (entry) entry.sharedMinutes += (Date.parse(end) - Date.parse(start)) / MINUTE_MS;
  }
  return [...days.values()];
}

/** The first quarter of an hour of a local day: zones are whole quarters from each other. */
function midnightBefore(instant: number, day: string, dayOf: (instant: number) => string): number {
  const quarter = 15 * MINUTE_MS;
  let at = Math.floor(instant / quarter) * quarter;
  while (dayOf(at - quarter) === day) at -= quarter;
  return at;
}
