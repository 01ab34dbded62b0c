import { wordsIn } from '#words';
import { mailRibbon, ribbonEnd } from './mail-ribbon.js';

const fromMs = Date.parse('2026-11-23T08:00:00.000Z');
const HOUR = 3_600_000;
const facts = (dueMs: number[], spans = [{ start: '2026-11-23T08:00:00.000Z', end: '2026-11-23T16:00:00.000Z' }]) => ({
  fromMs,
  spans,
  dueMs,
  timeZone: 'Europe/Berlin',
  words: wordsIn(null),
});

describe('the ribbon in a mail', () => {
  it('shows the working day as a third of the whole, with a mark where something is due', () => {
    const { cells, said } = mailRibbon(facts([fromMs + 4 * HOUR]))!;
    expect(cells.map(({ kind }) => kind)).toEqual(['working', 'due', 'working', 'off']);
    expect(cells.reduce((sum, { percent }) => sum + percent, 0)).toBeCloseTo(100, 6);
    expect(cells.at(-1)!.percent).toBeCloseTo(66.7, 0);
    expect(said).toBe('Your working hours from Mon 23 Nov, 09:00 to Tue 24 Nov, 09:00. Due: Mon 23 Nov, 13:00.');
  });

  it('is left out where nothing is due any more', () => {
    expect(mailRibbon(facts([]))).toBeUndefined();
    expect(mailRibbon(facts([fromMs - HOUR]))).toBeUndefined();
  });

  it('goes until the last of what is due, for a day at least and five at most', () => {
    expect(ribbonEnd(fromMs, []) - fromMs).toBe(24 * HOUR);
    expect(ribbonEnd(fromMs, [fromMs + 60 * HOUR]) - fromMs).toBe(60 * HOUR);
    expect(ribbonEnd(fromMs, [fromMs + 900 * HOUR]) - fromMs).toBe(120 * HOUR);
    expect(mailRibbon(facts([fromMs + 60 * HOUR]))!.cells.at(-1)!.kind).toBe('due');
  });
});
