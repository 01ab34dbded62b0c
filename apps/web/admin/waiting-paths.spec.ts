import { niceTop, pathsOf } from './waiting-paths';

describe('the chart of waiting jobs', () => {
  test.each([
    [0, 3],
    [3, 3],
    [4, 6],
    [11, 12],
    [31, 36],
    [99, 120],
    [100, 120],
  ])('an axis for %d ends at %d, in three even parts', (value, top) => {
    expect(niceTop(value)).toBeCloseTo(top);
    expect(niceTop(value)).toBeGreaterThanOrEqual(value);
  });

  test('a line from the first value to the last, closed below', () => {
    expect(pathsOf([0, 6, 12], 12, 100, 50)).toEqual({
      line: 'M0.0 50.0L50.0 25.0L100.0 0.0',
      area: 'M0.0 50.0L50.0 25.0L100.0 0.0L100 50L0 50Z',
    });
    expect(pathsOf([], 12, 100, 50).line).toBe('');
  });
});
