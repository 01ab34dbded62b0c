import type { I18n } from '@lingui/core';
import type { Times } from '../language';
import type { Choice } from './asking';
import type { Recipient } from './preview-query';

/** More names than this are counted. */
const MOST_NAMES = 4;

/** When each person hears of it, in one honest sentence; undefined where nobody is named. */
export function sendLine(
  i18n: I18n,
  times: Times,
  recipients: readonly Recipient[],
  { choice, publishAt, now }: { choice: Choice; publishAt?: string; now: number },
): string | undefined {
  if (recipients.length === 0) return undefined;
  const at = publishAt ? Date.parse(publishAt) : now;
  if (choice === 'urgent') return interruption(i18n, recipients);
  const atOnce = recipients.filter(({ deliverAt }) => Date.parse(deliverAt) <= at + 60_000);
  const later = recipients.filter((one) => !atOnce.includes(one));
  if (recipients.length > MOST_NAMES) {
    return i18n._(
      '{atOnce, plural, =0 {Nobody hears of it at once} one {# person hears at their next check-in} other {# people hear at their next check-in}}{later, plural, =0 {.} one {; # person when their day starts.} other {; # people when their day starts.}}',
      { atOnce: atOnce.length, later: later.length },
    );
  }
  const early = times.list(atOnce.map(({ member }) => firstName(member.name)));
  const late = times.list(later.map((one) => whenTheyStart(i18n, times, one, at)));
  if (later.length === 0) {
    return i18n._(
      '{count, plural, one {{names} hears at their next check-in.} other {{names} hear at their next check-in.}}',
      {
        count: atOnce.length,
        names: early,
      },
    );
  }
  if (atOnce.length === 0) {
    return i18n._('When their day starts: {times}.', { times: late });
  }
  return i18n._(
    '{count, plural, one {{names} hears at their next check-in, {times}.} other {{names} hear at their next check-in, {times}.}}',
    { count: atOnce.length, names: early, times: late },
  );
}

function interruption(i18n: I18n, recipients: readonly Recipient[]): string {
  const ringing = recipients.filter(({ urgentMuted }) => !urgentMuted);
  const count = ringing.length;
  const outside = ringing.filter(({ isWorkingTime }) => !isWorkingTime).length;
  if (outside === count) {
    return i18n._(
      '{count, plural, =0 {Nobody can be interrupted now.} one {One person is interrupted, outside working hours.} other {# people are interrupted, all of them outside working hours.}}',
      { count },
    );
  }
  return i18n._(
    '{count, plural, one {One person is interrupted.} other {# people are interrupted{outside, plural, =0 {.} one {, one of them outside working hours.} other {, # of them outside working hours.}}}}',
    { count, outside },
  );
}

function whenTheyStart(i18n: I18n, times: Times, { member, deliverAt, timeZone }: Recipient, at: number): string {
  const time = times.clock(deliverAt, timeZone);
  const name = firstName(member.name);
  const isSameDay = times.dayOf(deliverAt, timeZone) === times.dayOf(at, timeZone);
  const isNextDay = times.dayOf(deliverAt, timeZone) === times.dayOf(at + 86_400_000, timeZone);
  if (isSameDay) return i18n._('{name} at {time} their time', { name, time });
  if (isNextDay) return i18n._('{name} tomorrow at {time} their time', { name, time });
  // Noon of their date is that date in nearly every zone, also the reader's.
  const day = times.weekday(deliverAt, timeZone);
  return i18n._('{name} on {day} at {time} their time', { name, time, day });
}

/** How people are called among colleagues. */
export const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? name;
