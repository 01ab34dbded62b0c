import { addDays, instantAt, localAt, weekdayOf } from '../zones';

/** Monday to Friday. */
const USUAL_WEEK: ReadonlySet<number> = new Set([0, 1, 2, 3, 4]);

/**
 * Three due times that are worth a button, in the reader's zone: noon of the next working day, four o'clock on the one
 * after it, and four o'clock at the end of a working week, at least a day later.
 * @param workdays weekdays on which the reader works, 0 is Monday
 */
export function quickPicks(now: number, zone: string, workdays: ReadonlySet<number> = USUAL_WEEK): number[] {
  const week = workdays.size > 0 ? workdays : USUAL_WEEK;
  const today = localAt(now, zone).date;
  const next = (after: string, fits: (date: string) => boolean): string => {
    let date = addDays(after, 1);
    while (!fits(date)) date = addDays(date, 1);
    return date;
  };
  const works = (date: string) => week.has(weekdayOf(date));
  const isLastOfWeek = (date: string) =>
    works(date) && (week.size === 7 ? weekdayOf(date) === 4 : !works(addDays(date, 1)));
  const first = next(today, works);
  const second = next(first, works);
  const third = next(second, isLastOfWeek);
  return [instantAt(first, '12:00', zone), instantAt(second, '16:00', zone), instantAt(third, '16:00', zone)];
}

const names = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

export const workdaysOf = (week: readonly { day: string }[]): ReadonlySet<number> =>
  new Set(week.map(({ day }) => names.indexOf(day)));

/** Mornings worth a line in a menu: tomorrow, and the Monday after it. */
export function nextMornings(now: number, zone: string): number[] {
  const tomorrow = addDays(localAt(now, zone).date, 1);
  let monday = addDays(tomorrow, 1);
  while (weekdayOf(monday) !== 0) monday = addDays(monday, 1);
  return [instantAt(tomorrow, '09:00', zone), instantAt(monday, '09:00', zone)];
}
