import { afterSilence } from './silences';

const silences = [
  { startSeconds: 2, endSeconds: 5 },
  { startSeconds: 8, endSeconds: 9.5 },
];

it.each([
  [0, undefined],
  [2, 5],
  [3.1, 5],
  [4.8, undefined],
  [5, undefined],
  [8.2, 9.5],
  [20, undefined],
])('at %d goes on at %s', (seconds, to) => expect(afterSilence(silences, seconds)).toBe(to));
