import { laterChoices } from './later';

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
});
