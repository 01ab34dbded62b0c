import fc from 'fast-check';
import type { WorkingCalendar, WorkingInterval } from './calendar.js';
import { weekdays } from './local-time.js';
import { clockChanges } from './minute-model.contract.js';

// What properties are tried on: calendars as odd as people's, and instants close to changes of the clocks.

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

export const allZones: readonly string[] = Intl.supportedValuesOf('timeZone');

/** How often each property is tried, in units of what a push pays for; the nightly run asks for more. */
export const effort = Math.max(1, Number(process.env.WORKING_TIME_RUNS ?? 1));
/** How long one test may take for that, on one slow and busy core. */
export const patienceMs = 120_000 * effort;

const minuteOfDay = fc.oneof(
  fc.integer({ min: 0, max: 47 }).map((half) => half * 30),
  // Where clocks mostly change.
  fc.integer({ min: 0, max: 200 }),
  fc.integer({ min: 1320, max: 1439 }),
);

export const interval: fc.Arbitrary<WorkingInterval> = fc.record({
  day: fc.constantFrom(...weekdays),
  startMinute: minuteOfDay,
  endMinute: minuteOfDay.map((minute) => minute || 1440),
});

const officeWeek = fc.record({ startMinute: minuteOfDay, endMinute: minuteOfDay.map((minute) => minute || 1440) });

/** One to eight intervals, or the same interval every day. */
export const week: fc.Arbitrary<WorkingInterval[]> = fc.oneof(
  fc.array(interval, { minLength: 1, maxLength: 8 }),
  officeWeek.map((hours) => weekdays.map((day) => ({ day, ...hours }))),
);

/** A calendar with what is unusual in it close to an instant. */
export const calendarAround = (timeZone: string, atMs: number): fc.Arbitrary<WorkingCalendar> =>
  fc.record({
    timeZone: fc.constant(timeZone),
    week,
    daysOff: fc.array(dayOff(atMs), { maxLength: 2 }),
    focus: fc.array(focusBlock(atMs), { maxLength: 3 }),
  });

const dateAt = (ms: number) => new Date(ms).toISOString().slice(0, 10);

const dayOff = (atMs: number) =>
  fc
    .tuple(fc.integer({ min: -2, max: 3 }), fc.integer({ min: 0, max: 2 }))
    .map(([first, more]) => ({ from: dateAt(atMs + first * DAY), to: dateAt(atMs + (first + more) * DAY) }));

const focusBlock = (atMs: number) =>
  fc.tuple(fc.integer({ min: -2000, max: 3000 }), fc.integer({ min: 0, max: 1500 })).map(([first, minutes]) => {
    const startMs = (Math.floor(atMs / MINUTE) + first) * MINUTE;
    return { startMs, endMs: startMs + minutes * MINUTE };
  });

const changesOf = new Map<string, number[]>();

/** Somebody somewhere at some time: mostly within a day of a change of the clocks, else anywhere from 1972 to 2100. */
export const somebody: fc.Arbitrary<{ calendar: WorkingCalendar; atMs: number }> = fc
  .tuple(
    fc.constantFrom(...allZones),
    fc.nat(),
    fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: -1440, max: 240 }).map((minutes) => minutes * MINUTE) },
      { weight: 2, arbitrary: fc.integer({ min: -DAY, max: DAY / 4 }) },
      { weight: 1, arbitrary: fc.constant(undefined) },
    ),
    fc.integer({ min: Date.UTC(1972, 1, 1), max: Date.UTC(2100, 0, 1) }),
  )
  .map(([zone, choice, besideMs, anywhereMs]) => {
    const changes = changesOf.get(zone) ?? clockChanges(zone);
    changesOf.set(zone, changes);
    const changeMs = changes[choice % changes.length];
    return { zone, atMs: besideMs === undefined || changeMs === undefined ? anywhereMs : changeMs + besideMs };
  })
  .chain(({ zone, atMs }) => calendarAround(zone, atMs).map((calendar) => ({ calendar, atMs })));
