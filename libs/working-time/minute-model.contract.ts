import { Temporal } from 'temporal-polyfill';
import type { WorkingCalendar } from './calendar.js';
import type { Span } from './span.js';

// The rule in its own words, minute by minute, without arithmetic on offsets: at each minute the runtime is asked what
// the wall shows. Slow, and plain enough to be read against the rule; the library is held to it. Whole minutes suffice:
// intervals, the focus blocks of these tests and all changes of clocks since 1972 lie on them.

const MINUTE = 60_000;
const names = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

/** At most a minute of elapsed time, with the dates to whose intervals it belongs as working time. */
export interface Slice extends Span {
  dates: readonly string[];
}

/** What a wall in a zone shows: a date and the minute of that day. */
export function wallIn(zone: string): (ms: number) => { date: string; minute: number } {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return (ms) => {
    const text = format.format(ms);
    return { date: text.slice(0, 10), minute: Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16)) };
  };
}

const days = new Map<string, { weekday: string; before: string }>();

function dayOf(date: string): { weekday: string; before: string } {
  let found = days.get(date);
  if (!found) {
    const plain = Temporal.PlainDate.from(date);
    found = { weekday: names[plain.dayOfWeek - 1]!, before: plain.subtract({ days: 1 }).toString() };
    days.set(date, found);
  }
  return found;
}

/** The dates to whose intervals a reading of the wall belongs: its own, or the one before whose night it is. */
function datesAt(calendar: WorkingCalendar, date: string, minute: number): string[] {
  const { weekday, before } = dayOf(date);
  const isOff = (day: string) => calendar.daysOff.some(({ from, to }) => from <= day && day <= to);
  const today = calendar.week.some(({ day, startMinute, endMinute }) =>
    day !== weekday || minute < startMinute ? false : endMinute <= startMinute || minute < endMinute,
  );
  const weekdayBefore = dayOf(before).weekday;
  const tonight = calendar.week.some(
    ({ day, startMinute, endMinute }) => day === weekdayBefore && endMinute <= startMinute && minute < endMinute,
  );
  return [...(tonight && !isOff(before) ? [before] : []), ...(today && !isOff(date) ? [date] : [])];
}

/** [fromMs, toMs) in slices of at most a minute. */
export function* slices(calendar: WorkingCalendar, fromMs: number, toMs: number): Generator<Slice, void> {
  const wall = wallIn(calendar.timeZone);
  for (let startMs = fromMs; startMs < toMs; ) {
    const endMs = Math.min(Math.floor(startMs / MINUTE) * MINUTE + MINUTE, toMs);
    const { date, minute } = wall(startMs);
    const isFocus = calendar.focus?.some((block) => block.startMs <= startMs && startMs < block.endMs);
    yield { startMs, endMs, dates: isFocus ? [] : datesAt(calendar, date, minute) };
    startMs = endMs;
  }
}

/** Working time as joined spans. */
export function modelSpans(minutes: Iterable<Slice>): Span[] {
  const spans: Span[] = [];
  for (const { startMs, endMs, dates } of minutes) {
    if (dates.length === 0) continue;
    const last = spans.at(-1);
    if (last?.endMs === startMs) last.endMs = endMs;
    else spans.push({ startMs, endMs });
  }
  return spans;
}

/** The first working instant; undefined where these minutes have none. */
export function modelNext(minutes: Iterable<Slice>): number | undefined {
  for (const { startMs, dates } of minutes) if (dates.length > 0) return startMs;
  return undefined;
}

/** When so much working time has passed; undefined where it has not. */
export function modelAdd(minutes: Iterable<Slice>, durationMs: number): number | undefined {
  let passedMs = 0;
  for (const { startMs, endMs, dates } of minutes) {
    if (passedMs >= durationMs) return startMs;
    if (dates.length === 0) continue;
    if (passedMs + endMs - startMs >= durationMs) return startMs + durationMs - passedMs;
    passedMs += endMs - startMs;
  }
  return undefined;
}

/** The end of the n-th working day; undefined where two more days of minutes would be needed to be sure. */
export function modelEndOfWorkingDay(minutes: Iterable<Slice>, n: number): number | undefined {
  const ends = new Map<string, number>();
  let first: string | undefined;
  for (const { endMs, dates } of minutes) {
    first ??= dates.at(-1);
    for (const date of dates) if (date >= first!) ends.set(date, endMs);
    const [date, endOfDate] = [...ends].sort(([a], [b]) => (a < b ? -1 : 1))[n] ?? [];
    if (date && endMs - endOfDate! >= 2 * 1440 * MINUTE) return endOfDate;
  }
  return undefined;
}

/**
 * The first instant after `afterMs` at which the wall shows, or jumps over, one of the times on one of the days, for
 * the first time; undefined where that takes more than nine days.
 */
export function modelNextLocalTime(
  { timeZone, times, days: wanted }: { timeZone: string; times: readonly number[]; days: readonly string[] },
  afterMs: number,
): number | undefined {
  const wall = wallIn(timeZone);
  const minuteCount = (ms: number) => {
    const { date, minute } = wall(ms);
    return Date.parse(`${date}T00:00Z`) / MINUTE + minute;
  };
  const isWanted = (count: number) => {
    // 24:00 of a day is 00:00 of the next.
    const midnight = Math.floor(count / 1440) * 1440;
    const isOn = (date: number, minute: number) =>
      times.includes(minute) && wanted.includes(dayOf(new Date(date * MINUTE).toISOString().slice(0, 10)).weekday);
    return isOn(midnight, count - midnight) || (count === midnight && isOn(midnight - 1440, 1440));
  };
  // Two days before, to know what the wall has shown already.
  const startMs = (Math.floor(afterMs / MINUTE) - 2 * 1440) * MINUTE;
  let latest = minuteCount(startMs);
  for (let ms = startMs + MINUTE; ms < afterMs + 9 * 1440 * MINUTE; ms += MINUTE) {
    const shown = minuteCount(ms);
    for (; latest < shown; latest++) if (ms > afterMs && isWanted(latest + 1)) return ms;
  }
  return undefined;
}

/** The instants from 2024 to 2030 at which a zone's clocks change, as Temporal knows them. */
export function clockChanges(zone: string): number[] {
  const changes: number[] = [];
  let at = Temporal.Instant.from('2024-01-01T00:00Z').toZonedDateTimeISO(zone);
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (!next || next.epochMilliseconds >= Date.UTC(2031, 0, 1)) return changes;
    changes.push(next.epochMilliseconds);
    at = next;
  }
}
