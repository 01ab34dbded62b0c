import { heightOf, isTooLong, loudness, silentFor } from './silence';

describe('a silent microphone', () => {
  it('is told of after three seconds, not before', () => {
    let silent = 0;
    for (let tenth = 0; tenth < 29; tenth++) silent = silentFor(silent, 0.001, 0.1);
    expect(isTooLong(silent)).toBe(false);
    silent = silentFor(silent, 0.001, 0.2);
    expect(isTooLong(silent)).toBe(true);
  });
  it('is forgotten with the first sound', () => {
    expect(silentFor(10, 0.05, 0.1)).toBe(0);
  });
  it('measures loudness', () => {
    expect(loudness(new Uint8Array([128, 128]))).toBe(0);
    expect(loudness(new Uint8Array([0, 0]))).toBe(1);
    expect(heightOf(0)).toBe(0);
    expect(heightOf(1)).toBe(1);
    expect(heightOf(0.05)).toBeGreaterThan(0.3);
  });
});
