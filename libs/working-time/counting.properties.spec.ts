import fc from 'fast-check';
import { effort, patienceMs, somebody } from './calendars.contract.js';
import { addWorkingTime, isWorkingTime, nextWorkingTime, workingMsBetween, workingSpans } from './counting.js';
import { modelAdd, modelEndOfWorkingDay, modelNext, modelSpans, slices } from './minute-model.contract.js';
import { schedule } from './schedule.js';
import { endOfWorkingDay } from './working-day.js';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** The model looks so far, and no further: weekly hours come back long before. */
const SIGHT_MS = 25 * DAY;
const tries = (numRuns: number) => ({ numRuns: numRuns * effort });

describe('held to the model of minutes', () => {
  it(
    'spans and their sum',
    () => {
      fc.assert(
        fc.property(somebody, fc.integer({ min: 0, max: 4 * DAY }), ({ calendar, atMs }, lengthMs) => {
          const expected = modelSpans(slices(calendar, atMs, atMs + lengthMs));
          expect([...workingSpans(calendar, atMs, atMs + lengthMs)]).toEqual(expected);
          const sum = expected.reduce((total, { startMs, endMs }) => total + endMs - startMs, 0);
          expect(workingMsBetween(calendar, atMs, atMs + lengthMs)).toBe(sum);
        }),
        tries(300),
      );
    },
    patienceMs,
  );

  it(
    'the next working time',
    () => {
      fc.assert(
        fc.property(somebody, ({ calendar, atMs }) => {
          const expected = modelNext(slices(calendar, atMs, atMs + SIGHT_MS));
          expect(nextWorkingTime(calendar, atMs)).toBe(expected);
          expect(isWorkingTime(calendar, atMs)).toBe(expected === atMs);
        }),
        tries(300),
      );
    },
    patienceMs,
  );

  it(
    'hours of working time',
    () => {
      fc.assert(
        fc.property(somebody, fc.integer({ min: 0, max: 10 * 60 * MINUTE }), ({ calendar, atMs }, durationMs) => {
          const expected = modelAdd(slices(calendar, atMs, atMs + SIGHT_MS), durationMs);
          const actual = addWorkingTime(calendar, atMs, durationMs);
          if (expected === undefined) expect(actual).toBeGreaterThan(atMs + SIGHT_MS);
          else expect(actual).toBe(expected);
        }),
        tries(200),
      );
    },
    patienceMs,
  );

  it(
    'working days',
    () => {
      fc.assert(
        fc.property(somebody, fc.integer({ min: 0, max: 3 }), ({ calendar, atMs }, n) => {
          const expected = modelEndOfWorkingDay(slices(calendar, atMs, atMs + SIGHT_MS), n);
          const actual = endOfWorkingDay(calendar, atMs, n);
          if (expected === undefined) expect(actual).toBeGreaterThan(atMs + SIGHT_MS - 3 * DAY);
          else expect(actual).toBe(expected);
        }),
        tries(200),
      );
    },
    patienceMs,
  );
});

describe('of any calendar', () => {
  const hours = fc.integer({ min: 0, max: 400 * 60 * MINUTE });

  it(
    'so much working time lies before the instant by which so much has passed, and less before each earlier one',
    () => {
      fc.assert(
        fc.property(somebody, hours, ({ calendar, atMs }, durationMs) => {
          const doneMs = addWorkingTime(calendar, atMs, durationMs);
          expect(workingMsBetween(calendar, atMs, doneMs)).toBe(durationMs);
          if (durationMs > 0) expect(workingMsBetween(calendar, atMs, doneMs - 1)).toBe(durationMs - 1);
        }),
        tries(500),
      );
    },
    patienceMs,
  );

  it(
    'counting in two goes is counting in one',
    () => {
      fc.assert(
        fc.property(somebody, hours, hours, ({ calendar, atMs }, one, other) => {
          const inTwo = addWorkingTime(calendar, addWorkingTime(calendar, atMs, one), other);
          expect(inTwo).toBe(addWorkingTime(calendar, atMs, one + other));
        }),
        tries(500),
      );
    },
    patienceMs,
  );

  it(
    'a working day ends at the end of working time, after that at which it was asked for',
    () => {
      fc.assert(
        fc.property(somebody, fc.integer({ min: 0, max: 30 }), ({ calendar, atMs }, n) => {
          const endMs = endOfWorkingDay(calendar, atMs, n);
          expect(endMs).toBeGreaterThan(nextWorkingTime(calendar, atMs));
          expect(isWorkingTime(calendar, endMs - 1)).toBe(true);
        }),
        tries(300),
      );
    },
    patienceMs,
  );

  it(
    'delivery falls into working time and nothing is due before it',
    () => {
      fc.assert(
        fc.property(somebody, fc.integer({ min: 0, max: 20 }), ({ calendar, atMs }, n) => {
          for (const timing of [
            { kind: 'WITHIN_WORKING_HOURS', hours: n } as const,
            { kind: 'WITHIN_WORKING_DAYS', days: n } as const,
          ]) {
            const { deliverAtMs, dueAtMs } = schedule(calendar, atMs, timing);
            expect(isWorkingTime(calendar, deliverAtMs)).toBe(true);
            expect(workingMsBetween(calendar, atMs, deliverAtMs)).toBe(0);
            expect(dueAtMs).toBeGreaterThanOrEqual(deliverAtMs);
          }
        }),
        tries(300),
      );
    },
    patienceMs,
  );
});
