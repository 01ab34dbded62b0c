import fc from 'fast-check';
import { weeksOf } from './periods.js';

it.each([
  ['WEEK', '2026-11-23', ['2026-11-23']],
  ['WEEK', '2026-11-24', undefined],
  ['MONTH', '2026-11-01', ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23']],
  ['MONTH', '2026-10-01', ['2026-09-28', '2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26']],
  ['MONTH', '2026-11-02', undefined],
  ['MONTH', 'soon', undefined],
] as const)('%s from %s', (period, start, weeks) => {
  expect(weeksOf(period, start)).toEqual(weeks);
});

it('has every week in exactly one month', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2_000, max: 2_100 }), (year) => {
      const months = Array.from(
        { length: 12 },
        (_, month) => weeksOf('MONTH', `${year}-${String(month + 1).padStart(2, '0')}-01`)!,
      );
      const weeks = months.flat();
      expect(new Set(weeks).size).toBe(weeks.length);
      expect([52, 53]).toContain(weeks.length);
      for (const [index, week] of weeks.entries()) {
        if (index > 0) expect(Date.parse(week) - Date.parse(weeks[index - 1]!)).toBe(7 * 86_400_000);
      }
    }),
  );
});
