import type { WorkingCalendar } from './calendar.js';
import { weekdays } from './local-time.js';
import { leavesNoWorkingTime, schedule, type Timing } from './schedule.js';

const at = (text: string) => Date.parse(text);
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 16);

const ana: WorkingCalendar = {
  timeZone: 'Asia/Kolkata',
  week: weekdays.slice(0, 5).map((day) => ({ day, startMinute: 540, endMinute: 1020 })),
  daysOff: [],
};
const never: WorkingCalendar = { timeZone: 'UTC', week: [], daysOff: [] };

describe('a schedule', () => {
  const morning = '2026-11-23T05:00Z'; // 10:30 on Monday
  const evening = '2026-11-23T14:00Z'; // 19:30 on Monday
  const friday = '2026-11-27T11:00Z'; // 16:30 on Friday
  const by: Timing = { kind: 'BY', byMs: at('2026-11-23T15:00Z') };

  it.each<[string, Timing, string, string, string | null]>([
    ['whenever, in working time', { kind: 'WHENEVER' }, morning, '2026-11-23T05:00', null],
    ['whenever, held', { kind: 'WHENEVER' }, evening, '2026-11-24T03:30', null],
    ['hours', { kind: 'WITHIN_WORKING_HOURS', hours: 2 }, morning, '2026-11-23T05:00', '2026-11-23T07:00'],
    ['hours, held', { kind: 'WITHIN_WORKING_HOURS', hours: 2 }, evening, '2026-11-24T03:30', '2026-11-24T05:30'],
    [
      'hours, over the weekend',
      { kind: 'WITHIN_WORKING_HOURS', hours: 1.5 },
      friday,
      '2026-11-27T11:00',
      '2026-11-30T04:30',
    ],
    ['no days', { kind: 'WITHIN_WORKING_DAYS', days: 0 }, morning, '2026-11-23T05:00', '2026-11-23T11:30'],
    ['no days, held', { kind: 'WITHIN_WORKING_DAYS', days: 0 }, evening, '2026-11-24T03:30', '2026-11-24T11:30'],
    [
      'days, over the weekend',
      { kind: 'WITHIN_WORKING_DAYS', days: 1 },
      friday,
      '2026-11-27T11:00',
      '2026-11-30T11:30',
    ],
    ['by an instant before delivery', by, evening, '2026-11-24T03:30', '2026-11-23T15:00'],
    ['now', { kind: 'NOW', windowMinutes: 15 }, evening, '2026-11-23T14:00', '2026-11-23T14:15'],
  ])('%s', (_, timing, published, deliverAt, dueAt) => {
    const { deliverAtMs, dueAtMs } = schedule(ana, at(published), timing);
    expect(iso(deliverAtMs)).toBe(deliverAt);
    expect(dueAtMs === null ? null : iso(dueAtMs)).toBe(dueAt);
  });

  it('cannot be had without working time, but for now', () => {
    const refusal = expect.objectContaining({ reason: 'calendar.no_working_time' });
    expect(() => schedule(never, 0, { kind: 'WHENEVER' })).toThrow(refusal);
    expect(() => schedule(never, 0, { kind: 'BY', byMs: 1 })).toThrow(refusal);
    expect(schedule(never, 0, { kind: 'NOW', windowMinutes: 15 })).toEqual({ deliverAtMs: 0, dueAtMs: 900_000 });
  });

  it('leaves no working time where all of it comes later', () => {
    const leaves = (published: string, byMs: number) => leavesNoWorkingTime(ana, at(published), { kind: 'BY', byMs });
    expect(leaves(evening, at('2026-11-24T03:30Z'))).toBe(true);
    expect(leaves(evening, at('2026-11-24T03:30Z') + 1)).toBe(false);
    expect(leaves(morning, at(morning))).toBe(true);
    expect(leaves(morning, at(evening))).toBe(false);
    expect(leavesNoWorkingTime(never, 0, { kind: 'BY', byMs: Date.UTC(9999, 0) })).toBe(true);
    expect(leavesNoWorkingTime(never, 0, { kind: 'NOW', windowMinutes: 1 })).toBe(false);
  });
});
