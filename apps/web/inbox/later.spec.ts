import { instantOf, laterChoices } from './later';

const HOUR = 3_600_000;

describe('later', () => {
  const monday = Date.parse('2026-11-23T09:20:00Z');
  const startOfWork = (days: number) => Date.parse('2026-11-23T08:00:00Z') + days * 24 * HOUR;

  test('offers three hours, tomorrow and Monday, soonest first', () => {
    expect(laterChoices(monday, 1, startOfWork).map(({ key }) => key)).toEqual(['hours', 'tomorrow', 'monday']);
    expect(laterChoices(monday, 1, startOfWork)[0]!.until).toBe(Date.parse('2026-11-23T12:30:00Z'));
  });

  test('on a Sunday tomorrow is Monday, said once', () => {
    const sunday = monday - 24 * HOUR;
    expect(laterChoices(sunday, 0, (days) => startOfWork(days - 1)).map(({ key }) => key)).toEqual([
      'hours',
      'tomorrow',
    ]);
  });

  test.each([
    ['2026-11-24', '09:00', 'Europe/Berlin', '2026-11-24T08:00:00Z'],
    ['2026-03-29', '09:00', 'Europe/Berlin', '2026-03-29T07:00:00Z'],
    ['2026-10-25', '09:00', 'Europe/Berlin', '2026-10-25T08:00:00Z'],
    ['2026-11-24', '09:00', 'Asia/Tokyo', '2026-11-24T00:00:00Z'],
    ['2026-11-24', '23:30', 'America/Los_Angeles', '2026-11-25T07:30:00Z'],
  ])('%s %s in %s is %s', (day, clock, zone, instant) => {
    expect(instantOf(day, clock, zone)).toBe(Date.parse(instant));
  });
});
