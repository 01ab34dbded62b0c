import { describe, expect, it } from '@jest/globals';
import type { WorkingCalendar } from '#working-time';
import { checkSchedule, type DigestSchedule, nextDigestAt, shippedSchedule } from './digest-schedule.js';

const week = (['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY'] as const).map((day) => ({
  day,
  startMinute: 540,
  endMinute: 1020,
}));
const tokyo: WorkingCalendar = { timeZone: 'Asia/Tokyo', week, daysOff: [] };
const at = (text: string): number => Date.parse(text);
const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

describe("a member's digest", () => {
  const shipped = shippedSchedule(week);

  it('comes as shipped at nine on the days on which they work', () => {
    expect(shipped).toEqual({
      times: [540],
      days: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY'],
      byEmail: true,
      enabled: true,
    });
    // Monday 2026-11-23, 08:59 in Tokyo.
    expect(iso(nextDigestAt(shipped, tokyo, at('2026-11-22T23:59:00Z')))).toBe('2026-11-23T00:00:00.000Z');
    expect(iso(nextDigestAt(shipped, tokyo, at('2026-11-23T00:00:00Z')))).toBe('2026-11-24T00:00:00.000Z');
  });

  it('skips days without work, and days off as one', () => {
    // After Thursday's comes Monday's.
    expect(iso(nextDigestAt(shipped, tokyo, at('2026-11-26T00:00:00Z')))).toBe('2026-11-30T00:00:00.000Z');
    const away = { ...tokyo, daysOff: [{ from: '2026-11-24', to: '2026-12-01' }] };
    expect(iso(nextDigestAt(shipped, away, at('2026-11-23T00:00:00Z')))).toBe('2026-12-02T00:00:00.000Z');
  });

  it('keeps to the wall clock when the clocks change', () => {
    const berlin: WorkingCalendar = { timeZone: 'Europe/Berlin', week, daysOff: [] };
    expect(iso(nextDigestAt(shipped, berlin, at('2026-10-22T12:00:00Z')))).toBe('2026-10-26T08:00:00.000Z');
  });

  it('does not come where it is off', () => {
    expect(nextDigestAt({ ...shipped, enabled: false }, tokyo, at('2026-11-23T00:00:00Z'))).toBeNull();
  });

  it('refuses schedules that never come or come all day', () => {
    const refused = (changes: Partial<DigestSchedule>) => {
      expect(() => checkSchedule({ ...shipped, ...changes })).toThrow(/Give/);
    };
    refused({ times: [] });
    refused({ times: [1, 2, 3, 4, 5, 6, 7] });
    refused({ times: [540, 540] });
    refused({ days: [] });
    refused({ days: ['MONDAY', 'MONDAY'] });
    expect(checkSchedule({ ...shipped, times: [1020, 540] }).times).toEqual([540, 1020]);
  });
});
