import { fromField, quickTimes, toField } from './wall-clock';

const at = (text: string) => Date.parse(text);

describe('wall-clock time', () => {
  it('goes into a field and comes back, on both sides of a change of the clocks', () => {
    for (const instant of ['2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z', '2026-11-23T15:00:00Z'].map(at))
      expect(fromField(toField(instant, 'Europe/Berlin'), 'Europe/Berlin')).toBe(instant);
    expect(toField(at('2026-11-23T15:00:00Z'), 'Asia/Tokyo')).toBe('2026-11-24T00:00');
    expect(fromField('2026-11', 'Europe/Berlin')).toBeUndefined();
  });
  it('offers times as people say them', () => {
    // A Monday, 10:24 in Berlin.
    expect(quickTimes(at('2026-11-23T09:24:00Z'), 'Europe/Berlin', '09:00:00')).toEqual(
      ['2026-11-23T12:30:00Z', '2026-11-24T08:00:00Z', '2026-11-30T08:00:00Z'].map(at),
    );
    // On a Sunday tomorrow is Monday.
    expect(quickTimes(at('2026-11-22T09:24:00Z'), 'Europe/Berlin', '09:00')).toHaveLength(2);
  });
});
