import { pinsOf } from './pins';

describe('pinsOf', () => {
  it('puts comments that are near each other on one pin, in order', () => {
    const pins = pinsOf([{ seconds: 62 }, { seconds: 10 }, { seconds: 11 }], 100);
    expect(pins.map(({ at, moments }) => [at, moments.length])).toEqual([
      [0.1, 2],
      [0.62, 1],
    ]);
  });
  it('has none before the length is known', () => expect(pinsOf([{ seconds: 1 }], 0)).toEqual([]));
});
