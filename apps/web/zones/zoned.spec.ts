import { addDays, instantAt, localAt, weekdayOf } from './zoned';

describe('clocks in a zone', () => {
  it('reads and sets them', () => {
    const instant = instantAt('2026-11-25', '16:00', 'Europe/Berlin');
    expect(new Date(instant).toISOString()).toBe('2026-11-25T15:00:00.000Z');
    expect(localAt(instant, 'Asia/Tokyo')).toEqual({ date: '2026-11-26', time: '00:00' });
  });
  it('takes the first of two, and the time after a gap', () => {
    expect(new Date(instantAt('2026-10-25', '02:30', 'Europe/Berlin')).toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(new Date(instantAt('2026-03-29', '02:30', 'Europe/Berlin')).toISOString()).toBe('2026-03-29T01:30:00.000Z');
  });
  it('counts days and weekdays', () => {
    expect(addDays('2026-11-30', 1)).toBe('2026-12-01');
    expect(weekdayOf('2026-11-23')).toBe(0);
  });
});
