import { csvLine } from './csv-line.js';
import { failureInWords } from './failure-words.js';

describe('a failure in words', () => {
  it.each([
    ['media.process took over 21600000 ms.', 'It took longer than it may.'],
    ['ENOSPC: no space left on device, write', 'The disk is full.'],
    ['This file holds neither picture nor sound.', 'This file holds neither picture nor sound.'],
    [
      "Cannot read properties of undefined (reading 'id')",
      'It broke off for a reason that is not the fault of the file.',
    ],
    ['Error: something\n    at run (file.js:1:1)', 'It broke off for a reason that is not the fault of the file.'],
    ['', 'It broke off for a reason that is not the fault of the file.'],
  ])('%j', (said, reason) => expect(failureInWords(said).reason).toBe(reason));
});

describe('a line of a spreadsheet', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1'])('keeps %j from being a formula', (cell) =>
    expect(csvLine([cell])).toBe(`"'${cell}"\r\n`),
  );
  it('quotes what has quotes, commas and lines', () => {
    expect(csvLine(['a,"b"', 'c\nd', ''])).toBe('"a,""b""","c\nd",""\r\n');
  });
});
