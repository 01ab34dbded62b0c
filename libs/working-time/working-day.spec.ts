import type { WorkingCalendar } from './calendar.js';
import { weekdays } from './local-time.js';
import { endOfWorkingDay } from './working-day.js';

const at = (text: string) => Date.parse(text);

const office: WorkingCalendar = {
  timeZone: 'Europe/Berlin',
  week: weekdays.slice(0, 5).flatMap((day) => [
    { day, startMinute: 540, endMinute: 720 },
    { day, startMinute: 780, endMinute: 1020 },
  ]),
  daysOff: [],
};
const nights: WorkingCalendar = {
  timeZone: 'Europe/Berlin',
  week: weekdays.slice(0, 5).map((day) => ({ day, startMinute: 1320, endMinute: 360 })),
  daysOff: [],
};
const end = (calendar: WorkingCalendar, from: string, n: number) =>
  new Date(endOfWorkingDay(calendar, at(from), n)).toISOString().slice(0, 16);

describe('the end of the n-th working day', () => {
  it.each([
    ['today', '2026-11-23T08:30Z', 0, '2026-11-23T16:00'],
    ['today, from lunch', '2026-11-23T11:30Z', 0, '2026-11-23T16:00'],
    ['tomorrow', '2026-11-23T15:59Z', 1, '2026-11-24T16:00'],
    ['after the weekend', '2026-11-26T15:59Z', 2, '2026-11-30T16:00'],
    ['of what comes next, outside working time', '2026-11-27T16:00Z', 0, '2026-11-30T16:00'],
    ['across a change of the clocks', '2026-10-23T10:00Z', 1, '2026-10-26T16:00'],
  ])('%s', (_, from, n, expected) => expect(end(office, from, n)).toBe(expected));

  it('skips days off, and days of which focus leaves nothing', () => {
    const calendar = {
      ...office,
      daysOff: [{ from: '2026-11-24', to: '2026-11-24' }],
      focus: [{ startMs: at('2026-11-25T00:00Z'), endMs: at('2026-11-26T00:00Z') }],
    };
    expect(end(calendar, '2026-11-23T10:00Z', 1)).toBe('2026-11-26T16:00');
  });

  it('comes before a focus block in which the day would end', () => {
    const focus = [{ startMs: at('2026-11-23T14:00Z'), endMs: at('2026-11-23T20:00Z') }];
    expect(end({ ...office, focus }, '2026-11-23T10:00Z', 0)).toBe('2026-11-23T14:00');
  });

  it('is in the morning after, for a night shift, which belongs to the date on which it starts', () => {
    expect(end(nights, '2026-11-23T21:30Z', 0)).toBe('2026-11-24T05:00');
    expect(end(nights, '2026-11-24T02:00Z', 0)).toBe('2026-11-24T05:00');
    expect(end(nights, '2026-11-24T02:00Z', 1)).toBe('2026-11-25T05:00');
    expect(end(nights, '2026-11-28T02:00Z', 1)).toBe('2026-12-01T05:00');
  });

  it('belongs to the new date where a night and a morning overlap', () => {
    const both = {
      ...nights,
      week: [...nights.week, ...office.week, { day: 'TUESDAY', startMinute: 240, endMinute: 600 }],
    };
    expect(end(both as WorkingCalendar, '2026-11-24T03:30Z', 0)).toBe('2026-11-25T05:00');
  });

  it('is that of its own intervals, where the night before goes on for longer', () => {
    const week = [
      { day: 'MONDAY' as const, startMinute: 1320, endMinute: 360 },
      { day: 'TUESDAY' as const, startMinute: 60, endMinute: 120 },
    ];
    expect(end({ timeZone: 'UTC', week, daysOff: [] }, '2026-11-23T23:00Z', 0)).toBe('2026-11-24T06:00');
    expect(end({ timeZone: 'UTC', week, daysOff: [] }, '2026-11-23T23:00Z', 1)).toBe('2026-11-24T02:00');
  });

  it('waits for the second showing of a last hour', () => {
    const late = {
      timeZone: 'America/Nuuk',
      week: weekdays.map((day) => ({ day, startMinute: 1200, endMinute: 1440 })),
    };
    // Clocks in Nuuk go from 24:00 on Saturday back to 23:00.
    expect(end({ ...late, daysOff: [] }, '2026-10-24T23:00Z', 0)).toBe('2026-10-25T02:00');
  });

  it('waits for it even after the first minute of the next day', () => {
    const week = weekdays.map((day) => ({ day, startMinute: 0, endMinute: 1440 }));
    const always = { timeZone: 'America/St_Johns', week, daysOff: [] };
    // Until 2011 clocks there went from 00:01 on Sunday back to 23:01 on Saturday.
    expect(end(always, '2010-11-06T12:00Z', 0)).toBe('2010-11-07T03:30');
    expect(end(always, '2010-11-06T12:00Z', 1)).toBe('2010-11-08T03:30');
    expect(end(always, '2010-11-07T02:30Z', 0)).toBe('2010-11-08T03:30');
  });

  it('looks a year ahead from each working day anew', () => {
    const away = { ...office, daysOff: [{ from: '2026-12-01', to: '2027-11-26' }] };
    expect(end(away, '2026-11-25T10:00Z', 4)).toBe('2027-11-29T16:00');
  });

  it('is refused where a year has none before it, and for what is no number of days', () => {
    const refusal = expect.objectContaining({ reason: 'calendar.no_working_time' });
    const leaving = { ...office, daysOff: [{ from: '2026-11-24', to: '2030-01-01' }] };
    expect(end(leaving, '2026-11-23T10:00Z', 0)).toBe('2026-11-23T16:00');
    expect(() => endOfWorkingDay(leaving, at('2026-11-23T10:00Z'), 1)).toThrow(refusal);
    expect(() => endOfWorkingDay(office, 0, -1)).toThrow(RangeError);
    expect(() => endOfWorkingDay(office, 0, 0.5)).toThrow(RangeError);
  });
});
