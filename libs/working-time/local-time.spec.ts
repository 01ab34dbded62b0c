import { dateOfDay, dayOfDate, formatLocalTime, parseLocalTime, weekdayOfDay, weekdays } from './local-time.js';

describe('local times', () => {
  it.each([
    ['00:00', 0],
    ['09:30', 570],
    ['23:59', 1439],
    ['24:00', 1440],
  ])('%s is minute %d, and back', (text, minute) => {
    expect(parseLocalTime(text)).toBe(minute);
    expect(formatLocalTime(minute)).toBe(text);
  });

  it.each(['', '9:30', '09:60', '24:01', '25:00', '09:30:00', '-1:00', ' 09:30', '09:30\n', '0９:30'])(
    'refuses %j',
    (text) => expect(parseLocalTime(text)).toBeUndefined(),
  );
});

describe('days', () => {
  it.each([
    ['1970-01-01', 0, 'THURSDAY'],
    ['1969-12-31', -1, 'WEDNESDAY'],
    ['2026-11-23', 20_780, 'MONDAY'],
    ['2028-02-29', 21_243, 'TUESDAY'],
  ])('%s is day %d, a %s', (date, day, weekday) => {
    expect(dayOfDate(date)).toBe(day);
    expect(dateOfDay(day)).toBe(date);
    expect(weekdays[weekdayOfDay(day)]).toBe(weekday);
  });
});
