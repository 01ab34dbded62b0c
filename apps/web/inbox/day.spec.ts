import { workingBlocks } from './day';

const MONDAY = 1;
const TUESDAY = 2;

describe('a day of the ribbon', () => {
  test('shows the intervals of that weekday in order', () => {
    const week = [
      { day: 'MONDAY', start: '14:00', end: '18:00' },
      { day: 'MONDAY', start: '08:00', end: '12:30' },
      { day: 'TUESDAY', start: '09:00', end: '17:00' },
    ] as const;
    expect(workingBlocks(week, MONDAY)).toEqual([
      { start: 480, end: 750 },
      { start: 840, end: 1080 },
    ]);
  });

  test('an interval past midnight ends one day and begins the next', () => {
    const week = [{ day: 'MONDAY', start: '22:00', end: '06:00' }] as const;
    expect(workingBlocks(week, MONDAY)).toEqual([{ start: 1320, end: 1440 }]);
    expect(workingBlocks(week, TUESDAY)).toEqual([{ start: 0, end: 360 }]);
  });
});
