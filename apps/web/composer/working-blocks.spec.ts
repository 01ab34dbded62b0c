import { hoursIn, workingBlocks } from './working-blocks';

const nineToFive = ['MONDAY', 'TUESDAY', 'WEDNESDAY'].map((day) => ({ day, start: '09:00', end: '17:00' }));
const at = Date.parse;

describe('working intervals of a weekly calendar', () => {
  it('cuts them to the span', () => {
    const blocks = workingBlocks(nineToFive, 'Europe/Berlin', at('2026-11-23T09:30Z'), at('2026-11-25T15:00Z'));
    expect(blocks.map(({ start, end }) => [new Date(start).toISOString(), new Date(end).toISOString()])).toEqual([
      ['2026-11-23T09:30:00.000Z', '2026-11-23T16:00:00.000Z'],
      ['2026-11-24T08:00:00.000Z', '2026-11-24T16:00:00.000Z'],
      ['2026-11-25T08:00:00.000Z', '2026-11-25T15:00:00.000Z'],
    ]);
    expect(hoursIn(blocks)).toBe(6.5 + 8 + 7);
  });
  it('follows a shift past midnight', () => {
    const night = [{ day: 'MONDAY', start: '22:00', end: '06:00' }];
    const blocks = workingBlocks(night, 'UTC', at('2026-11-24T02:00Z'), at('2026-11-24T12:00Z'));
    expect(hoursIn(blocks)).toBe(4);
  });
});
