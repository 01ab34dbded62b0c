import fc from 'fast-check';
import { allZones, calendarAround, effort, patienceMs, somebody } from './calendars.contract.js';
import { isWorkingTime } from './counting.js';
import { modelSpans, slices } from './minute-model.contract.js';
import { nextSharedSpans, sharedWorkingSpans } from './overlap.js';
import { joinedSpans } from './span.js';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** People of any zones, around one instant that is odd for one of them. */
const team = somebody.chain(({ calendar, atMs }) =>
  fc
    .array(
      fc.constantFrom(...allZones).chain((zone) => calendarAround(zone, atMs)),
      { maxLength: 3 },
    )
    .map((others) => ({ calendars: [calendar, ...others], atMs })),
);

it(
  'finds what the model of minutes finds',
  () => {
    fc.assert(
      fc.property(team, fc.integer({ min: 0, max: 3 * DAY }), ({ calendars, atMs }, lengthMs) => {
        const minutes = calendars.map((calendar) => [...slices(calendar, atMs, atMs + lengthMs)]);
        const together = (minutes[0] ?? []).map((slice, index) => ({
          ...slice,
          dates: minutes.every((theirs) => theirs[index]!.dates.length > 0) ? ['all'] : [],
        }));
        expect(joinedSpans([...sharedWorkingSpans(calendars, atMs, atMs + lengthMs)])).toEqual(modelSpans(together));
      }),
      { numRuns: 150 * effort },
    );
  },
  patienceMs,
);

it(
  'offers the first stretches that are long enough, in which everybody works from beginning to end',
  () => {
    fc.assert(
      fc.property(
        team,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 240 }),
        ({ calendars, atMs }, most, minutes) => {
          const lengthMs = minutes * MINUTE;
          const toMs = atMs + 10 * DAY;
          const found = nextSharedSpans(calendars, atMs, toMs, { most, lengthMs });
          const all = [...sharedWorkingSpans(calendars, atMs, toMs)].filter(
            (one) => one.endMs - one.startMs >= lengthMs,
          );
          expect(found).toEqual(all.slice(0, most));
          for (const { startMs, endMs } of found) {
            for (const calendar of calendars) {
              expect(isWorkingTime(calendar, startMs)).toBe(true);
              expect(isWorkingTime(calendar, endMs - 1)).toBe(true);
            }
          }
        },
      ),
      { numRuns: 150 * effort },
    );
  },
  patienceMs,
);

it('nobody has no common time', () => {
  expect([...sharedWorkingSpans([], 0, DAY)]).toEqual([]);
});
