import fc from 'fast-check';
import { allZones, effort, patienceMs } from './calendars.contract.js';
import { DAY_MS } from './local-time.js';
import { clockChanges, wallIn } from './minute-model.contract.js';
import { localClock } from './wall-clock.js';
import { offsetsOf, ZoneOffsets } from './zone-offsets.js';

describe('offsets of zones', () => {
  it('change when Temporal says so, in every zone from 2024 to 2030', () => {
    const found: string[] = [];
    for (const zone of allZones) {
      const expected = clockChanges(zone);
      const actual: number[] = [];
      const offsets = offsetsOf(zone);
      let last = offsets.at(Date.UTC(2024, 0, 1));
      for (let at = Date.UTC(2024, 0, 1); at < Date.UTC(2031, 0, 1); at = offsets.stretchAt(at).endMs) {
        if (offsets.at(at) !== last) actual.push(at);
        last = offsets.at(at);
      }
      if (String(actual) !== String(expected)) found.push(`${zone}: ${actual}, not ${expected}`);
    }
    expect(found).toEqual([]);
  });

  it(
    'are what the wall shows, at any time from 1970 to 2100',
    () => {
      fc.assert(
        fc.property(fc.constantFrom(...allZones), fc.integer({ min: 0, max: Date.UTC(2101, 0, 1) }), (zone, ms) => {
          const { date, minute } = localClock(zone, ms);
          expect({ date, minute }).toEqual(wallIn(zone)(ms));
        }),
        { numRuns: 2_000 * effort },
      );
    },
    patienceMs,
  );

  it('know changes of half an hour, of two hours, of a whole day and of seconds', () => {
    const offsetAt = (zone: string, instant: string) => offsetsOf(zone).at(Date.parse(instant)) / 3_600_000;
    expect(offsetAt('Australia/Lord_Howe', '2026-01-01T00:00Z')).toBe(11);
    expect(offsetAt('Australia/Lord_Howe', '2026-07-01T00:00Z')).toBe(10.5);
    expect(offsetAt('Antarctica/Troll', '2026-01-01T00:00Z')).toBe(0);
    expect(offsetAt('Antarctica/Troll', '2026-07-01T00:00Z')).toBe(2);
    expect(offsetAt('Pacific/Apia', '2011-12-30T09:59:59Z')).toBe(-10);
    expect(offsetAt('Pacific/Apia', '2011-12-30T10:00:00Z')).toBe(14);
    expect(offsetAt('Africa/Monrovia', '1971-01-01T00:00:00Z') * 3600).toBe(-(44 * 60 + 30));
  });

  it('know offsets that were kept for a week only', () => {
    const found = [4, 12, 20].map((day) => offsetsOf('America/Boa_Vista').at(Date.UTC(2000, 9, day)) / 3_600_000);
    expect(found).toEqual([-4, -3, -4]);
  });

  it('reach beyond what is kept', () => {
    const berlin = new ZoneOffsets('Europe/Berlin');
    for (let day = -60_000; day < 100_000; day += 390) expect(berlin.at(day * DAY_MS)).toBeGreaterThan(0);
    expect(berlin.at(Date.UTC(2026, 0, 1)) / 3_600_000).toBe(1);
  });

  it('refuse what is no zone and no instant', () => {
    expect(() => offsetsOf('Mars/Olympus')).toThrow(RangeError);
    expect(() => offsetsOf('UTC').at(Number.NaN)).toThrow(RangeError);
    expect(() => offsetsOf('UTC').at(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });
});
