import fc from 'fast-check';
import type { WorkingCalendar } from './calendar.js';
import { allZones, calendarAround, effort, patienceMs } from './calendars.contract.js';
import { isWorkingTime, workingSpans } from './counting.js';
import { formatLocalTime, weekdays } from './local-time.js';
import { clockChanges, modelSpans, slices, wallIn } from './minute-model.contract.js';
import { localClock } from './wall-clock.js';

const HOUR = 3_600_000;
/** Shown where a zone has no changes. */
const QUIET = Date.UTC(2026, 10, 23, 12);

/** Every day: one interval ends within what the change shows twice or not at all, one starts there, one runs by. */
function calendarAcross(zone: string, changeMs: number): WorkingCalendar {
  const before = wallIn(zone)(changeMs - 60_000).minute + 1;
  const after = wallIn(zone)(changeMs).minute;
  const between = Math.floor((before + after) / 2) % 1440;
  const hours: [number, number][] = [
    [(between + 1440 - 240) % 1440, between || 1440],
    [(between + 10) % 1440, (between + 90) % 1440 || 1440],
    [(after + 300) % 1440, (after + 300) % 1440 || 1440],
  ];
  const week = weekdays.flatMap((day, index) => {
    const [startMinute, endMinute] = hours[index % 2]!;
    return [{ day, startMinute, endMinute }];
  });
  const [startMinute, endMinute] = hours[2]!;
  return { timeZone: zone, week: [...week, { day: 'WEDNESDAY', startMinute, endMinute }], daysOff: [] };
}

function differences(calendar: WorkingCalendar, fromMs: number, toMs: number): string[] {
  const minutes = [...slices(calendar, fromMs, toMs)];
  const found = minutes
    .filter(({ startMs, endMs, dates }) =>
      [startMs, endMs - 1].some((ms) => isWorkingTime(calendar, ms) !== dates.length > 0),
    )
    .map(({ startMs }) => `isWorkingTime at ${new Date(startMs).toISOString()}`);
  const expected = JSON.stringify(modelSpans(minutes));
  const actual = JSON.stringify([...workingSpans(calendar, fromMs, toMs)]);
  if (actual !== expected) found.push(`spans ${actual}, not ${expected}`);
  return found.length > 0 ? [`${JSON.stringify(calendar)}: ${found.slice(0, 3).join('; ')}`] : [];
}

describe('each change of the clocks from 2024 to 2030', () => {
  it.each(['Africa', 'America', 'Antarctica', 'Asia', 'Australia', 'Europe', 'Pacific', ''])(
    'has the working time that the wall shows minute by minute: %s',
    (area) => {
      const areas = ['Africa', 'America', 'Antarctica', 'Asia', 'Australia', 'Europe', 'Pacific'];
      const zones = allZones.filter((zone) =>
        area ? zone.startsWith(`${area}/`) : !areas.some((other) => zone.startsWith(`${other}/`)),
      );
      expect(zones.length).toBeGreaterThan(0);
      const found: string[] = [];
      for (const zone of zones) {
        const changes = clockChanges(zone);
        for (const changeMs of changes.length > 0 ? changes : [QUIET]) {
          const random = fc.sample(calendarAround(zone, changeMs), { numRuns: effort, seed: changeMs / 60_000 });
          for (const calendar of [calendarAcross(zone, changeMs), ...random]) {
            found.push(...differences(calendar, changeMs - 12 * HOUR, changeMs + 12 * HOUR));
          }
        }
      }
      expect(found.slice(0, 5)).toEqual([]);
    },
    patienceMs,
  );

  it('shows on the wall what the runtime shows', () => {
    const found: string[] = [];
    for (const zone of allZones) {
      const wall = wallIn(zone);
      for (const changeMs of [...clockChanges(zone), QUIET]) {
        for (const ms of [changeMs - 1, changeMs, changeMs + 1]) {
          const { date, minute } = localClock(zone, ms);
          const shown = wall(ms);
          if (date !== shown.date || minute !== shown.minute) {
            found.push(`${zone} at ${ms}: ${date} ${formatLocalTime(minute)}`);
          }
        }
      }
    }
    expect(found).toEqual([]);
  });
});
