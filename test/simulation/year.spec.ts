import { liveThrough } from './year.js';

describe('a year', () => {
  it('of eighty people in forty zones: in working time, none lost, none twice, due as the model says', () => {
    const report = liveThrough({ seed: 7, members: 80, posts: 6_000, from: '2026-01-01T00:00:00Z', days: 365 });
    expect(report.faults).toEqual([]);
    expect(report.responses).toBeGreaterThan(6_000);
    expect(report.digests).toBeGreaterThan(10_000);
    const told = Object.values(report.deliveries).reduce((sum, count) => sum + count, 0);
    expect(told).toBeGreaterThan(report.responses);
    expect(Object.keys(report.deliveries)).toEqual(
      expect.arrayContaining([
        'URGENT_INTERRUPTS',
        'URGENT_WAITS',
        'WORKING_TIME',
        'BATCHED',
        'OUTSIDE_WORKING_TIME',
        'SETTLED',
      ]),
    );
  }, 120_000);
});
