import fc from 'fast-check';
import { silencesIn } from './silences.js';

const WINDOW_MS = 50;
const levels = (...parts: [seconds: number, level: number][]): number[] =>
  parts.flatMap(([seconds, level]) => Array<number>((seconds * 1000) / WINDOW_MS).fill(level));
const [SPEECH, ROOM] = [0.01, 0.00001];

describe('silencesIn', () => {
  it.each([
    ['a pause', levels([3, SPEECH], [4, ROOM], [3, SPEECH]), [3_250, 6_750]],
    ['a breath', levels([3, SPEECH], [1, ROOM], [3, SPEECH]), []],
    ['its beginning and its end', levels([2, ROOM], [3, SPEECH], [2, 0]), [250, 1_750, 5_250, 6_750]],
    ['a recording that is silent', levels([10, 0]), []],
    ['nothing', [], []],
  ])('%s', (_, given, found) => expect(silencesIn(given, WINDOW_MS)).toEqual(found));

  it('lies where nobody speaks, in order, each long enough', () => {
    const part = fc.array(fc.constantFrom(SPEECH, ROOM, 0), { maxLength: 400 });
    fc.assert(
      fc.property(part, (given) => {
        const found = silencesIn(given, WINDOW_MS);
        expect(found).toEqual([...found].sort((one, other) => one - other));
        for (let index = 0; index < found.length; index += 2) {
          const [start, end] = [found[index]!, found[index + 1]!];
          expect(end - start).toBeGreaterThanOrEqual(1_000);
          const within = given.slice(start / WINDOW_MS, end / WINDOW_MS);
          expect(Math.max(...within)).toBeLessThan(SPEECH);
        }
      }),
    );
  });
});
