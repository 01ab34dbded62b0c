import { Pace } from './pace.js';

describe('Pace', () => {
  it('says nothing before it has seen something', () => {
    const pace = new Pace();
    expect(pace.remainingSeconds(0, 0)).toBeNull();
    expect(pace.remainingSeconds(0.1, 1_000)).toBeNull();
    expect(pace.remainingSeconds(0.2, 2_000)).toBe(8);
  });

  it('does not count what came before the work itself', () => {
    const pace = new Pace();
    pace.remainingSeconds(0.05, 60_000);
    expect(pace.remainingSeconds(0.1, 65_000)).toBe(90);
  });

  it('follows the pace of the last half minute', () => {
    const pace = new Pace();
    for (let second = 0; second <= 10; second++) pace.remainingSeconds(second * 0.05, second * 1_000);
    let left: number | null = null;
    for (let second = 1; second <= 60; second++)
      left = pace.remainingSeconds(0.5 + second * 0.001, (10 + second) * 1_000);
    expect(left).toBe(440);
  });

  it('never says that what stands still is done', () => {
    const pace = new Pace();
    pace.remainingSeconds(0.5, 0);
    expect(pace.remainingSeconds(0.5, 10_000)).toBeNull();
    expect(pace.remainingSeconds(1, 20_000)).toBe(1);
  });
});
