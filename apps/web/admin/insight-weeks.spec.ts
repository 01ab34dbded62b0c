import { toldPeriods } from './insight-weeks';

it.each([
  ['WEEK', '2026-11-23T10:00:00Z', ['2026-11-09', '2026-11-02']],
  ['WEEK', '2026-11-29T23:59:00Z', ['2026-11-09', '2026-11-02']],
  ['WEEK', '2026-11-30T00:00:00Z', ['2026-11-16', '2026-11-09']],
  // November has the weeks of the 2nd to the 23rd; the last one is told from 7 December on.
  ['MONTH', '2026-12-06T23:00:00Z', ['2026-10-01', '2026-09-01']],
  ['MONTH', '2026-12-07T00:00:00Z', ['2026-11-01', '2026-10-01']],
] as const)('%s at %s', (period, now, starts) => {
  expect(toldPeriods(period, Date.parse(now), 2)).toEqual(starts);
});
