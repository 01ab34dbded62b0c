import { dayTicks } from './ticks';

const at = Date.parse;

describe('days under a ribbon', () => {
  it('stand at midnight, where there is room', () => {
    const ticks = dayTicks(at('2026-11-23T09:31Z'), at('2026-11-25T15:00Z'), 'Europe/Berlin');
    expect(ticks.map(({ at }) => new Date(at).toISOString())).toEqual([
      '2026-11-23T23:00:00.000Z',
      '2026-11-24T23:00:00.000Z',
    ]);
    expect(ticks[0]!.part).toBeCloseTo(0.252, 2);
  });
  it('never touch', () => {
    const ticks = dayTicks(at('2026-11-23T09:31Z'), at('2026-12-23T15:00Z'), 'Europe/Berlin');
    for (const [index, { part }] of ticks.entries()) {
      expect(part - (ticks[index - 1]?.part ?? 0)).toBeGreaterThanOrEqual(0.17);
    }
  });
});
