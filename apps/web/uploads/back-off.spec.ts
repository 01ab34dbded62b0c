import fc from 'fast-check';
import { waitMs } from './back-off';

describe('how long to wait', () => {
  it('doubles up to half a minute', () => {
    const all = (n: number) => waitMs(n, () => 1);
    expect([1, 2, 3, 4].map(all)).toEqual([500, 1000, 2000, 4000]);
    expect(all(50)).toBe(30_000);
  });

  it('is never less than half of it', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), (failures, random) => {
        const waited = waitMs(failures, () => random);
        const most = waitMs(failures, () => 1);
        return waited >= most / 2 - 1 && waited <= most;
      }),
    );
  });
});
