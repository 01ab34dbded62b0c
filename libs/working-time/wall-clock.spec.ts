import fc from 'fast-check';
import { effort, patienceMs, somebody } from './calendars.contract.js';
import { weekdays } from './local-time.js';
import { modelNextLocalTime } from './minute-model.contract.js';
import { instantOf, localClock, localDate, nextLocalTime } from './wall-clock.js';

const iso = (ms: number | undefined) => (ms === undefined ? ms : new Date(ms).toISOString());

describe('the clock on the wall', () => {
  it('shows date, minute and weekday there', () => {
    const at = Date.parse('2026-11-23T23:30:00Z');
    expect(localClock('UTC', at)).toEqual({ date: '2026-11-23', minute: 1410, weekday: 'MONDAY' });
    expect(localClock('Asia/Kathmandu', at)).toEqual({ date: '2026-11-24', minute: 315, weekday: 'TUESDAY' });
    expect(localDate('Pacific/Kiritimati', at)).toBe('2026-11-24');
  });

  it.each([
    ['an ordinary minute', 'Europe/Berlin', '2026-11-23', 570, '2026-11-23T08:30:00.000Z'],
    ['the end of a day', 'Europe/Berlin', '2026-11-23', 1440, '2026-11-23T23:00:00.000Z'],
    ['a minute in a gap: its end', 'Europe/Berlin', '2026-03-29', 150, '2026-03-29T01:00:00.000Z'],
    ['a minute shown twice: the first', 'Europe/Berlin', '2026-10-25', 150, '2026-10-25T00:30:00.000Z'],
    ['a midnight in a gap', 'Africa/Cairo', '2026-04-24', 0, '2026-04-23T22:00:00.000Z'],
    ['a midnight shown twice', 'America/Havana', '2026-11-01', 0, '2026-11-01T04:00:00.000Z'],
    ['a date that never was', 'Pacific/Apia', '2011-12-30', 600, '2011-12-30T10:00:00.000Z'],
    ['the first date of all', 'Pacific/Kiritimati', '2026-01-01', 0, '2025-12-31T10:00:00.000Z'],
    ['the last date of all', 'Etc/GMT+12', '2026-01-01', 0, '2026-01-01T12:00:00.000Z'],
  ])('instant of %s', (_, zone, date, minute, expected) => expect(iso(instantOf(zone, date, minute))).toBe(expected));

  it('refuses what is no date', () => {
    expect(() => instantOf('UTC', '2026-13-01', 0)).toThrow(RangeError);
  });
});

describe('the next local time', () => {
  const nine = { timeZone: 'Europe/Berlin', times: [540], days: weekdays.slice(0, 5) };

  it.each([
    ['later today', '2026-11-23T07:00:00Z', '2026-11-23T08:00:00.000Z'],
    ['tomorrow, strictly after', '2026-11-23T08:00:00Z', '2026-11-24T08:00:00.000Z'],
    ['over the weekend', '2026-11-27T08:00:00Z', '2026-11-30T08:00:00.000Z'],
    ['across a change of the clocks', '2026-10-23T07:00:00Z', '2026-10-26T08:00:00.000Z'],
  ])('%s', (_, after, expected) => expect(iso(nextLocalTime(nine, Date.parse(after)))).toBe(expected));

  it('comes once where it is shown twice, and at the end of a gap', () => {
    const night = { timeZone: 'Europe/Berlin', times: [150], days: weekdays };
    const first = nextLocalTime(night, Date.parse('2026-10-24T12:00:00Z'));
    expect(iso(first)).toBe('2026-10-25T00:30:00.000Z');
    expect(iso(nextLocalTime(night, first!))).toBe('2026-10-26T01:30:00.000Z');
    expect(iso(nextLocalTime(night, Date.parse('2026-03-28T12:00:00Z')))).toBe('2026-03-29T01:00:00.000Z');
  });

  it('is a week later for one day of the week, even where its first minute is about to be shown again', () => {
    const weekly = { timeZone: 'America/St_Johns', times: [0], days: ['SUNDAY' as const] };
    const midnight = Date.parse('2010-11-07T02:30:00Z');
    expect(iso(nextLocalTime(weekly, midnight - 1))).toBe(iso(midnight));
    expect(iso(nextLocalTime(weekly, midnight))).toBe('2010-11-14T03:30:00.000Z');
    // A minute later clocks there went from 00:01 on Sunday back to 23:01 on Saturday.
    expect(iso(nextLocalTime(weekly, midnight + 90_000))).toBe('2010-11-14T03:30:00.000Z');
  });

  it('is not to be had without times or days', () => {
    expect(nextLocalTime({ ...nine, times: [] }, 0)).toBeUndefined();
    expect(nextLocalTime({ ...nine, days: [] }, 0)).toBeUndefined();
  });

  it(
    'is what a wall shows first when it is watched minute by minute',
    () => {
      const someDays = fc.oneof(
        fc.subarray([...weekdays], { minLength: 1 }),
        fc.constantFrom(...weekdays).map((day) => [day]),
      );
      const times = fc.array(fc.oneof(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 1440 })), {
        minLength: 1,
        maxLength: 3,
      });
      fc.assert(
        fc.property(somebody, times, someDays, ({ calendar, atMs }, times, days) => {
          const asked = { timeZone: calendar.timeZone, times, days };
          expect(iso(nextLocalTime(asked, atMs))).toBe(iso(modelNextLocalTime(asked, atMs)));
        }),
        { numRuns: 200 * effort },
      );
    },
    patienceMs,
  );
});
