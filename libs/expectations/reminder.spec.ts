import fc from 'fast-check';
import { isWorkingTime, type WorkingCalendar, weekdays, workingMsBetween } from '#working-time';
import { remindAtMs } from './reminder.js';

const HOUR = 3_600_000;
const berlin: WorkingCalendar = {
  timeZone: 'Europe/Berlin',
  week: weekdays.slice(0, 5).map((day) => ({ day, startMinute: 540, endMinute: 1020 })),
  daysOff: [],
};
/** Clock of Berlin in the week of Monday, 23 November 2026. */
const at = (day: number, time: string) => Date.parse(`2026-11-${day}T${time}:00+01:00`);
const remind = (from: number, due: number, calendar = berlin) => {
  const ms = remindAtMs(calendar, from, due);
  return ms === undefined ? undefined : new Date(ms + HOUR).toISOString().slice(8, 16).replace('T', ' ');
};

describe('the reminder before a due time', () => {
  it('comes at half of the working time, where that is little', () => {
    expect(remind(at(23, '09:00'), at(23, '11:00'))).toBe('23 10:00');
    expect(remind(at(23, '09:00'), at(23, '17:00'))).toBe('23 13:00');
  });

  it('comes at most four working hours before', () => {
    expect(remind(at(23, '09:00'), at(27, '17:00'))).toBe('27 13:00');
    expect(remind(at(23, '09:00'), at(30, '11:00'))).toBe('27 15:00');
  });

  it('waits for the morning where its hour is the end of a day', () => {
    expect(remind(at(23, '15:00'), at(24, '11:00'))).toBe('24 09:00');
  });

  it('does not count focus blocks', () => {
    const focus = [{ startMs: at(23, '09:00'), endMs: at(23, '15:00') }];
    expect(remind(at(23, '09:00'), at(23, '17:00'), { ...berlin, focus })).toBe('23 16:00');
  });

  it('does not come where nobody works before it is due', () => {
    expect(remind(at(27, '18:00'), at(29, '12:00'))).toBeUndefined();
  });

  it('comes in working time, after delivery and before the due time, with the right time left', () => {
    const quarter = fc.integer({ min: 0, max: 365 * 96 }).map((n) => Date.UTC(2026, 0, 1) + n * (HOUR / 4));
    const calendar: fc.Arbitrary<WorkingCalendar> = fc.record({
      timeZone: fc.constantFrom('Europe/Berlin', 'Asia/Kolkata', 'America/St_Johns', 'Australia/Lord_Howe'),
      week: fc.array(
        fc.record({
          day: fc.constantFrom(...weekdays),
          startMinute: fc.integer({ min: 0, max: 1439 }),
          endMinute: fc.integer({ min: 1, max: 1440 }),
        }),
        { minLength: 1, maxLength: 6 },
      ),
      daysOff: fc.constantFrom([], [{ from: '2026-03-25', to: '2026-04-02' }]),
    });
    fc.assert(
      fc.property(calendar, quarter, fc.integer({ min: 1, max: 4_000 }), (one, from, quarters) => {
        const due = from + quarters * (HOUR / 4);
        const ms = remindAtMs(one, from, due);
        const workMs = workingMsBetween(one, from, due);
        if (ms === undefined) return expect(workMs).toBe(0);
        expect(isWorkingTime(one, ms)).toBe(true);
        expect(ms).toBeGreaterThanOrEqual(from);
        expect(ms).toBeLessThan(due);
        const leftMs = workingMsBetween(one, ms, due);
        expect(Math.abs(leftMs - Math.min(workMs / 2, 4 * HOUR))).toBeLessThan(2);
      }),
      { numRuns: 500 },
    );
  });
});
