import { invalidInput } from '#kernel';
import type { WorkingInterval } from '#working-time';
import { weekdays } from '#working-time';
import { intervalsOverlap } from './identity.errors.js';

/** What a mention in a text can name: the dot of `Thanks, @mira.` belongs to the sentence. */
const handlePattern = /^[a-z0-9](?:[a-z0-9_.-]{0,30}[a-z0-9_])$/;
const PASSWORD = { least: 12, most: 200 };
const NAME = 100;
/** Four shifts on each day. */
const MAX_INTERVALS = 28;
const WEEK_MINUTES = 7 * 1440;

/** Monday to Friday, nine to five: where everybody starts before they say otherwise. */
export const usualWeek: WorkingInterval[] = weekdays
  .slice(0, 5)
  .map((day) => ({ day, startMinute: 9 * 60, endMinute: 17 * 60 }));

/** The handle as it is kept, lower case. @throws HubError member.bad_handle */
export function checkHandle(handle: string): string {
  const kept = handle.trim().replace(/^@/, '').toLowerCase();
  if (!handlePattern.test(kept)) {
    throw invalidInput(
      'member.bad_handle',
      'A handle has 2 to 32 letters a to z, digits, dots, dashes or underscores; a letter or digit comes first, and a dot or dash is not the last.',
      { field: 'handle' },
    );
  }
  return kept;
}

/** The name as it is kept: one line, without control characters. @throws HubError member.bad_name */
export function checkName(name: string, field = 'name'): string {
  const kept = name.replace(/\s+/g, ' ').trim();
  if (kept === '' || kept.length > NAME || /\p{Cc}/u.test(kept)) {
    throw invalidInput('member.bad_name', `Give a name of 1 to ${NAME} characters.`, { field, data: { most: NAME } });
  }
  return kept;
}

/** @throws HubError member.bad_password */
export function checkPassword(password: string, field = 'password'): string {
  if (password.length < PASSWORD.least || password.length > PASSWORD.most) {
    throw invalidInput(
      'member.bad_password',
      `Choose a password of ${PASSWORD.least} to ${PASSWORD.most} characters. A few words in a row are easy to remember.`,
      { field, data: PASSWORD },
    );
  }
  return password;
}

/** @throws HubError calendar.too_many_intervals, calendar.bad_interval, calendar.intervals_overlap */
export function checkWeek(week: readonly WorkingInterval[]): WorkingInterval[] {
  if (week.length > MAX_INTERVALS) {
    throw invalidInput('calendar.too_many_intervals', `Give at most ${MAX_INTERVALS} intervals.`, { field: 'week' });
  }
  const spans = week.map((interval) => {
    const { day, startMinute, endMinute } = interval;
    if (startMinute > 1439 || endMinute < 0) {
      throw invalidInput('calendar.bad_interval', 'An interval starts between 00:00 and 23:59.', { field: 'week' });
    }
    const start = weekdays.indexOf(day) * 1440 + startMinute;
    const length = endMinute > startMinute ? endMinute - startMinute : endMinute + 1440 - startMinute;
    return { interval, start, end: start + length };
  });
  // Sunday night reaches into Monday: compare with the week before and after too.
  for (const one of spans) {
    for (const other of spans) {
      if (one === other) continue;
      for (const shift of [-WEEK_MINUTES, 0, WEEK_MINUTES]) {
        if (one.start < other.end + shift && other.start + shift < one.end) throw intervalsOverlap(one.interval.day);
      }
    }
  }
  // 00:00 as an end is the midnight at the end of its day.
  return week.map(({ day, startMinute, endMinute }) => ({
    day,
    startMinute,
    endMinute: endMinute === 0 ? 1440 : endMinute,
  }));
}
