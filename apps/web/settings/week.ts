/** The working week as it is edited: plain intervals in wall-clock time. */
export const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
export type Weekday = (typeof weekdays)[number];

export interface Interval {
  day: Weekday;
  /** 09:00 */
  start: string;
  /** Not after its start: runs past midnight. */
  end: string;
}

export const ofDay = (week: readonly Interval[], day: Weekday): Interval[] =>
  week.filter((interval) => interval.day === day);

/** One more interval: the usual hours on a free day, else the hours after the last one. */
export function addInterval(week: readonly Interval[], day: Weekday): Interval[] {
  const last = ofDay(week, day).at(-1);
  const added = last
    ? { day, start: hoursAfter(last.end, 1), end: hoursAfter(last.end, 3) }
    : { day, start: '09:00', end: '17:30' };
  return inOrder([...week, added]);
}

export function changeInterval(
  week: readonly Interval[],
  day: Weekday,
  index: number,
  change: Partial<Interval>,
): Interval[] {
  const changed = ofDay(week, day).map((interval, at) => (at === index ? { ...interval, ...change } : interval));
  return inOrder([...week.filter((interval) => interval.day !== day), ...changed]);
}

export function removeInterval(week: readonly Interval[], day: Weekday, index: number): Interval[] {
  const kept = ofDay(week, day).filter((_, at) => at !== index);
  return inOrder([...week.filter((interval) => interval.day !== day), ...kept]);
}

/** The hours of one day on all days that have any, except itself. */
export function copyToWorkingDays(week: readonly Interval[], from: Weekday): Interval[] {
  const pattern = ofDay(week, from);
  const days = weekdays.filter((day) => day === from || ofDay(week, day).length > 0);
  return days.flatMap((day) => pattern.map((interval) => ({ ...interval, day })));
}

/** Hours in a week, rounded to a quarter. */
export function hoursOf(week: readonly Interval[]): number {
  const minutes = week.reduce((sum, { start, end }) => {
    const length = minutesOf(end) - minutesOf(start);
    return sum + (length > 0 ? length : length + 1440);
  }, 0);
  return Math.round(minutes / 15) / 4;
}

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

function hoursAfter(clock: string, hours: number): string {
  const hour = Math.min(23, Number(clock.slice(0, 2)) + hours);
  return `${String(hour).padStart(2, '0')}:${clock.slice(3, 5)}`;
}

const inOrder = (week: Interval[]): Interval[] =>
  weekdays.flatMap((day) => ofDay(week, day).sort((one, other) => one.start.localeCompare(other.start)));
