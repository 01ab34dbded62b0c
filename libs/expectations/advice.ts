import type { Id } from '#kernel';
import { HubError } from '#kernel';
import type { Span, Timing, WorkingCalendar } from '#working-time';
import {
  isWorkingTime,
  localClock,
  localDate,
  nextSharedSpans,
  nextWorkingTime,
  schedule,
  workingMsBetween,
} from '#working-time';
import { dayOf, momentOf, names } from './advice-words.js';

export const adviceCodes = [
  'NO_WORKING_TIME_BEFORE_DUE',
  'AWAY',
  'DELEGATE_STANDS_IN',
  'OUTSIDE_WORKING_HOURS',
  'KINDER_TIMING',
  'SMALLER_CIRCLE',
  'COMMON_HOURS',
  'NO_COMMON_HOURS',
] as const;

/** A hint before sending: a stable code for clients, a sentence for people, and what following it would change. */
export interface Advice {
  code: (typeof adviceCodes)[number];
  message: string;
  /** Whom it is about. */
  memberIds: readonly Id[];
  /** The timing to ask with instead. */
  suggestedTiming?: Timing;
  /** Whom to ask instead. */
  suggestedRecipientIds?: readonly Id[];
  /** The instant that the sentence names. */
  at?: string;
  /** With COMMON_HOURS: the next stretches in which all of them work. */
  times?: readonly Span[];
}

export interface Considered {
  id: Id;
  name: string;
  calendar: WorkingCalendar;
  isWorkingTime: boolean;
  leavesNoWorkingTime: boolean;
  deliverAt: string;
  dueAt: string | null;
  /** Who stands in while the recipient is away, and can be asked here. */
  delegate?: { id: Id; name: string };
}

export interface Question {
  timing: Timing;
  publishedMs: number;
  /** The asker's, in which instants are written. */
  timeZone: string;
}

/** From this many recipients on, the hub asks whether all of them have to answer. */
const LARGE_CIRCLE = 10;
/** Less than this much working time to answer is not much. */
const SHORT_MS = 30 * 60_000;
const DAY_MS = 86_400_000;
/** Common hours are looked for so far ahead, of at least so long, and so many are named. */
const COMMON_MS = 14 * DAY_MS;
const COMMON_LENGTH_MS = 15 * 60_000;
const MOST_COMMON = 3;

/** What a kind colleague would say about an expectation, from the recipients' calendars alone. */
export function adviceFor(question: Question, recipients: readonly Considered[]): Advice[] {
  const backs = recipients.map((one) => ({ one, back: backAt(one, question.publishedMs) }));
  const away = backs.filter(({ one, back }) => isAway(one, back, question.publishedMs));
  return [
    ...tooSoon(recipients),
    ...whoIsAway(question, recipients, away),
    ...standIns(recipients, away),
    ...outside(question, recipients, new Set(away.map(({ one }) => one.id))),
    ...kinder(question, recipients),
    ...smaller(recipients, new Set(away.map(({ one }) => one.id))),
    ...common(question, recipients),
  ];
}

interface Back {
  one: Considered;
  /** Undefined: not within a year. */
  back: number | undefined;
}

function tooSoon(recipients: readonly Considered[]): Advice[] {
  const without = recipients.filter((one) => one.leavesNoWorkingTime);
  if (without.length === 0) return [];
  const message = `${names(without)} ${without.length === 1 ? 'has' : 'have'} no working time before it is due.`;
  return [{ code: 'NO_WORKING_TIME_BEFORE_DUE', message, memberIds: idsOf(without) }];
}

/** "3 of 5 are off until Monday": those whom it does not reach before the day after tomorrow. */
function whoIsAway({ publishedMs }: Question, recipients: readonly Considered[], away: readonly Back[]): Advice[] {
  if (away.length === 0) return [];
  const people = away.map(({ one }) => one);
  const back = Math.min(...away.map((one) => one.back ?? Number.POSITIVE_INFINITY));
  const zone = (away.find((one) => one.back === back) ?? away[0]!).one.calendar.timeZone;
  const who =
    recipients.length > 2 && people.length > 1
      ? `${people.length} of ${recipients.length} are`
      : `${names(people)} ${people.length === 1 ? 'is' : 'are'}`;
  const until = Number.isFinite(back) ? `until ${dayOf(zone, back, publishedMs)}` : 'for more than a year';
  // One instant says it of all only where they come back together.
  const first = people.length > 1 && away.some((one) => one.back !== back) ? ' or later' : '';
  const rest = recipients.filter((one) => !people.includes(one));
  return [
    {
      code: 'AWAY',
      message: `${who} off ${until}${Number.isFinite(back) ? first : ''}.`,
      memberIds: idsOf(people),
      ...(Number.isFinite(back) && { at: new Date(back).toISOString() }),
      ...(rest.length > 0 && { suggestedRecipientIds: idsOf(rest) }),
    },
  ];
}

/** Offered, never made silently. */
function standIns(recipients: readonly Considered[], away: readonly Back[]): Advice[] {
  const standing = away.flatMap(({ one }) => (one.delegate ? [{ one, delegate: one.delegate }] : []));
  if (standing.length === 0) return [];
  const delegateOf = new Map(standing.map(({ one, delegate }) => [one.id, delegate.id]));
  return [
    {
      code: 'DELEGATE_STANDS_IN',
      message: standing.map(({ one, delegate }) => `${delegate.name} stands in for ${one.name}.`).join(' '),
      memberIds: standing.map(({ one }) => one.id),
      suggestedRecipientIds: [...new Set(recipients.map(({ id }) => delegateOf.get(id) ?? id))],
    },
  ];
}

function outside({ timing }: Question, recipients: readonly Considered[], away: ReadonlySet<Id>): Advice[] {
  const isUrgent = timing.kind === 'NOW';
  // Who is off for days is spoken of already; an interruption reaches them all the same.
  const people = recipients.filter((one) => !one.isWorkingTime && (isUrgent || !away.has(one.id)));
  if (people.length === 0) return [];
  const isEverybody = people.length === recipients.length && people.length > 1;
  const who = isEverybody ? 'Everybody is' : `${names(people)} ${people.length === 1 ? 'is' : 'are'}`;
  return [
    {
      code: 'OUTSIDE_WORKING_HOURS',
      message: isUrgent
        ? `${who} outside working hours and would be interrupted.`
        : `${who} outside working hours: it arrives when they are back.`,
      memberIds: idsOf(people),
      ...(people.length < recipients.length && {
        suggestedRecipientIds: idsOf(recipients.filter((one) => !people.includes(one))),
      }),
    },
  ];
}

/** One working day of each, with the instant by which the last of them would owe. */
function kinder({ timing, publishedMs, timeZone }: Question, recipients: readonly Considered[]): Advice[] {
  const hurried =
    timing.kind === 'BY'
      ? recipients.filter((one) => one.leavesNoWorkingTime || isRushed(one))
      : timing.kind === 'NOW'
        ? recipients.filter((one) => !one.isWorkingTime)
        : [];
  if (hurried.length === 0) return [];
  const suggestedTiming: Timing = { kind: 'WITHIN_WORKING_DAYS', days: 1 };
  const dues = recipients.flatMap(
    (one) => orNone(() => schedule(one.calendar, publishedMs, suggestedTiming).dueAtMs) ?? [],
  );
  if (dues.length === 0) return [];
  const lastMs = Math.max(...dues);
  const last = momentOf(timeZone, lastMs, publishedMs);
  return [
    {
      code: 'KINDER_TIMING',
      message:
        recipients.length === 1
          ? `Within one working day would reach them in their own hours, and give you an answer by ${last}.`
          : `Within one working day would reach each of them in their own hours, and give you all answers by ${last}.`,
      memberIds: idsOf(hurried),
      suggestedTiming,
      at: new Date(lastMs).toISOString(),
    },
  ];
}

/** A circle as small as it can be said from calendars: those whom it reaches first. */
function smaller(recipients: readonly Considered[], away: ReadonlySet<Id>): Advice[] {
  if (recipients.length < LARGE_CIRCLE) return [];
  const here = recipients.filter((one) => one.isWorkingTime && !away.has(one.id));
  return [
    {
      code: 'SMALLER_CIRCLE',
      message: `This asks ${recipients.length} people. Whose answer do you need?`,
      memberIds: idsOf(recipients),
      ...(here.length > 0 && here.length < recipients.length && { suggestedRecipientIds: idsOf(here) }),
    },
  ];
}

function common({ publishedMs, timeZone }: Question, recipients: readonly Considered[]): Advice[] {
  if (recipients.length < 2 || recipients.every((one) => one.isWorkingTime)) return [];
  const calendars = recipients.map(({ calendar }) => calendar);
  const times = nextSharedSpans(calendars, publishedMs, publishedMs + COMMON_MS, {
    most: MOST_COMMON,
    lengthMs: COMMON_LENGTH_MS,
  });
  const first = times[0];
  if (!first) {
    const message = `There is no time in the next two weeks at which all ${recipients.length} of them work.`;
    return [{ code: 'NO_COMMON_HOURS', message, memberIds: idsOf(recipients) }];
  }
  const message = `All of them work at once next ${momentOf(timeZone, first.startMs, publishedMs)}.`;
  return [
    { code: 'COMMON_HOURS', message, memberIds: idsOf(recipients), at: new Date(first.startMs).toISOString(), times },
  ];
}

const idsOf = (people: readonly { id: Id }[]): Id[] => people.map(({ id }) => id);

const backAt = ({ calendar }: Considered, publishedMs: number): number | undefined =>
  orNone(() => nextWorkingTime(calendar, publishedMs));

/** Not today and not tomorrow, on their own calendar. */
const isAway = ({ calendar }: Considered, back: number | undefined, publishedMs: number): boolean =>
  !isWorkingTime(calendar, publishedMs) &&
  (back === undefined || localDate(calendar.timeZone, back) > tomorrowOf(calendar.timeZone, publishedMs));

const tomorrowOf = (timeZone: string, ms: number): string =>
  new Date(Date.parse(localClock(timeZone, ms).date) + DAY_MS).toISOString().slice(0, 10);

const isRushed = ({ calendar, deliverAt, dueAt }: Considered): boolean =>
  dueAt !== null && workingMsBetween(calendar, Date.parse(deliverAt), Date.parse(dueAt)) < SHORT_MS;

/** Nothing where a calendar has no working time within a year. */
function orNone<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof HubError && error.reason === 'calendar.no_working_time') return undefined;
    throw error;
  }
}
