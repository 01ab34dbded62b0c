import { HubError } from '#kernel';
import { parseLocalTime, type Weekday } from '#working-time';
import { checkHandle, checkName, checkPassword, checkWeek, usualWeek } from './member-facts.js';

const reasonOf = (work: () => unknown): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof HubError) return error.reason;
    throw error;
  }
};

/** `MONDAY 09:00-17:00` */
const week = (...shifts: string[]) =>
  shifts.map((shift) => {
    const [, day, start, end] = /^(\w+) (\S+)-(\S+)$/.exec(shift)!;
    return { day: day as Weekday, startMinute: parseLocalTime(start!)!, endMinute: parseLocalTime(end!)! };
  });

describe('a handle', () => {
  it.each([
    ['ada', 'ada'],
    ['  @Ada ', 'ada'],
    ['a.b-c_d', 'a.b-c_d'],
    ['7of9', '7of9'],
    ['ada_', 'ada_'],
    ['a'.repeat(32), 'a'.repeat(32)],
  ])('%j is kept as %s', (given, kept) => expect(checkHandle(given)).toBe(kept));

  it.each([
    '',
    'a',
    'a'.repeat(33),
    'ada berg',
    'müller',
    'ada.',
    'ada-',
    '.ada',
    '-ada',
    '_ada',
    'a@b',
    'a\u0000b',
    'ａda',
  ])('%j is none', (given) => expect(reasonOf(() => checkHandle(given))).toBe('member.bad_handle'));
});

describe('a name', () => {
  it.each([
    ['Ada', 'Ada'],
    [' Ada \n  Berg ', 'Ada Berg'],
    ['村上 春樹', '村上 春樹'],
    ['n'.repeat(100), 'n'.repeat(100)],
  ])('%j is kept as %j', (given, kept) => expect(checkName(given)).toBe(kept));

  it.each(['', ' \t ', 'n'.repeat(101), 'a\u0000b', 'a\u001bb'])('%j is none', (given) =>
    expect(reasonOf(() => checkName(given))).toBe('member.bad_name'),
  );
});

describe('a password', () => {
  it.each([12, 200])('may have %d characters', (length) =>
    expect(checkPassword('p'.repeat(length))).toHaveLength(length),
  );

  it.each([0, 11, 201])('does not have %d', (length) =>
    expect(reasonOf(() => checkPassword('p'.repeat(length)))).toBe('member.bad_password'),
  );

  it('keeps its spaces', () => expect(checkPassword('  four words ')).toBe('  four words '));
});

describe('a week', () => {
  it.each([
    ['of nobody who works', []],
    ['of split shifts that touch', week('MONDAY 09:00-12:00', 'MONDAY 12:00-17:00')],
    ['in any order', week('FRIDAY 09:00-17:00', 'MONDAY 13:00-17:00', 'MONDAY 09:00-12:00')],
    ['of a night shift that ends where the next day begins to work', week('MONDAY 22:00-06:00', 'TUESDAY 06:00-09:00')],
    ['of a Sunday night that ends where Monday begins to work', week('SUNDAY 22:00-06:00', 'MONDAY 06:00-09:00')],
    ['of whole days', week('MONDAY 00:00-24:00', 'TUESDAY 00:00-24:00')],
    [
      'of split shifts on each working day',
      usualWeek.flatMap(({ day }) => week(`${day} 08:00-09:00`, `${day} 10:00-11:00`)),
    ],
    ['up to the last minute', week('MONDAY 23:59-24:00')],
  ])('%s is in order', (_, given) => expect(checkWeek(given)).toEqual(given));

  it.each([
    ['the same twice', week('MONDAY 09:00-17:00', 'MONDAY 09:00-17:00')],
    ['a shift within another', week('MONDAY 09:00-17:00', 'MONDAY 12:00-13:00')],
    ['a minute too long', week('MONDAY 09:00-12:01', 'MONDAY 12:00-17:00')],
    ['a night that reaches into the next day', week('MONDAY 22:00-06:00', 'TUESDAY 05:59-09:00')],
    ['a Sunday night that reaches into Monday', week('MONDAY 05:00-09:00', 'SUNDAY 22:00-06:00')],
    ['a whole day and its night', week('MONDAY 00:00-24:00', 'MONDAY 23:00-01:00')],
    ['a night around the clock', week('MONDAY 09:00-09:00', 'TUESDAY 08:00-09:00')],
  ])('%s overlaps', (_, given) => expect(reasonOf(() => checkWeek(given))).toBe('calendar.intervals_overlap'));

  it('ends a day at 24:00, said as 00:00 too', () => {
    expect(checkWeek(week('MONDAY 17:00-00:00'))).toEqual(week('MONDAY 17:00-24:00'));
    expect(checkWeek(week('MONDAY 00:00-00:00'))).toEqual(week('MONDAY 00:00-24:00'));
  });

  it('starts nothing at 24:00', () => {
    expect(reasonOf(() => checkWeek(week('MONDAY 24:00-08:00')))).toBe('calendar.bad_interval');
  });

  it('has at most 28 intervals', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => {
        const [day, hour] = [(['MONDAY', 'TUESDAY'] as const)[index % 2]!, Math.floor(index / 2)];
        return { day, startMinute: hour * 60, endMinute: hour * 60 + 30 };
      });
    expect(checkWeek(many(28))).toHaveLength(28);
    expect(reasonOf(() => checkWeek(many(29)))).toBe('calendar.too_many_intervals');
  });
});
