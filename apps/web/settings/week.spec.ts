import { addInterval, changeInterval, copyToWorkingDays, hoursOf, type Interval, removeInterval } from './week';

const week: Interval[] = [
  { day: 'MONDAY', start: '09:00', end: '12:00' },
  { day: 'MONDAY', start: '13:00', end: '17:30' },
  { day: 'TUESDAY', start: '10:00', end: '16:00' },
];

describe('editing a week', () => {
  test('a free day gets the usual hours, another interval comes after the last', () => {
    expect(addInterval(week, 'FRIDAY').at(-1)).toEqual({ day: 'FRIDAY', start: '09:00', end: '17:30' });
    expect(addInterval(week, 'TUESDAY').at(-1)).toEqual({ day: 'TUESDAY', start: '17:00', end: '19:00' });
  });
  test('changes and removes one interval of one day', () => {
    expect(changeInterval(week, 'MONDAY', 1, { end: '18:00' })[1]).toEqual({
      day: 'MONDAY',
      start: '13:00',
      end: '18:00',
    });
    expect(removeInterval(week, 'MONDAY', 0)).toHaveLength(2);
  });
  test('copies one day to the days that have hours', () => {
    const copied = copyToWorkingDays(week, 'MONDAY');
    expect(copied.filter(({ day }) => day === 'TUESDAY')).toHaveLength(2);
    expect(copied.some(({ day }) => day === 'SUNDAY')).toBe(false);
  });
  test('counts hours, those past midnight too', () => {
    expect(hoursOf(week)).toBe(13.5);
    expect(hoursOf([{ day: 'MONDAY', start: '22:00', end: '06:00' }])).toBe(8);
  });
});
