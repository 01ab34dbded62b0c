import { shownAt } from '#attention';
import { globalId, type Id } from '#kernel';
import { localDate, type WorkingInterval } from '#working-time';
import { availabilityLines } from './availability-lines.js';
import { contentLines, dateValue, instantValue, textValue } from './content-lines.js';
import { timeZoneLines } from './time-zone-lines.js';

/** What somebody owes, with a due time; closed ones are told for a while, so that a copy of them is closed too. */
export interface DueItem {
  id: Id;
  kind: 'ACKNOWLEDGE' | 'REPLY' | 'DECIDE';
  status: 'OPEN' | 'FULFILLED' | 'DECLINED' | 'DELEGATED' | 'WITHDRAWN';
  createdAt: string;
  dueAt: string;
  acknowledgedAt: string | null;
  promisedAt: string | null;
  closedAt: string | null;
  /** When something last happened to it, and how often something did. */
  changedAt: string;
  changes: number;
  threadId: Id;
  postId: Id;
  title: string;
  channel: string;
  author: string;
  excerpt: string;
}

export interface DayOff {
  id: Id;
  /** Local dates, both included. */
  from: string;
  to: string;
  note: string | null;
}

export interface CalendarFacts {
  organization: string;
  publicUrl: string;
  memberId: Id;
  name: string;
  timeZone: string;
  week: readonly WorkingInterval[];
  /** When the hours were set; of a member who never did, when they joined. */
  hoursSince: string;
  daysOff: readonly DayOff[];
  due: readonly DueItem[];
  now: Date;
}

const verbs = { ACKNOWLEDGE: 'Acknowledge', REPLY: 'Reply', DECIDE: 'Decide' } as const;
/** Whole years of changes of the clocks after this one: a calendar program asks again long before. */
const YEARS_AHEAD = 2;

/**
 * A member's own calendar: what is due as VTODO, days off as all-day VEVENT, working hours as VAVAILABILITY.
 * Nothing of it but the facts decides its bytes, so that the same facts have the same ETag.
 * @see RFC 5545, RFC 7953, RFC 7986
 */
export function calendarFeed(facts: CalendarFacts): string {
  const host = new URL(facts.publicUrl).hostname;
  const name = textValue(`${facts.organization}: ${facts.name}`);
  const hoursMs = Date.parse(facts.hoursSince);
  const from = localDate(facts.timeZone, hoursMs);
  // Before the Monday on which the hours begin, and past the end of the years ahead.
  const fromMs = Date.UTC(new Date(hoursMs).getUTCFullYear() - 1, 0, 1);
  const toMs = Date.UTC(facts.now.getUTCFullYear() + YEARS_AHEAD + 1, 0, 1);
  return contentLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Meantime//Calendar feed//EN',
    'CALSCALE:GREGORIAN',
    `NAME:${name}`,
    `X-WR-CALNAME:${name}`,
    `X-WR-TIMEZONE:${facts.timeZone}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...timeZoneLines(facts.timeZone, fromMs, toMs),
    ...facts.due.flatMap((item) => todo(item, facts, host)),
    ...facts.daysOff.flatMap((dayOff) => away(dayOff, host)),
    ...availabilityLines({
      uid: `hours-${globalId('Member', facts.memberId)}@${host}`,
      timeZone: facts.timeZone,
      week: facts.week,
      from,
      stamp: instantValue(facts.hoursSince),
    }),
    'END:VCALENDAR',
  ]);
}

function todo(item: DueItem, { publicUrl, timeZone }: CalendarFacts, host: string): string[] {
  const address = `${publicUrl}/t/${globalId('Thread', item.threadId)}?post=${globalId('Post', item.postId)}`;
  const changed = instantValue(item.changedAt);
  return [
    'BEGIN:VTODO',
    `UID:${globalId('ExpectedResponse', item.id)}@${host}`,
    `DTSTAMP:${changed}`,
    `CREATED:${instantValue(item.createdAt)}`,
    `LAST-MODIFIED:${changed}`,
    `SEQUENCE:${item.changes}`,
    `DUE:${instantValue(item.dueAt)}`,
    `SUMMARY:${textValue(`${verbs[item.kind]}: ${item.title}`)}`,
    `DESCRIPTION:${textValue(descriptionOf(item, address, timeZone))}`,
    `URL:${address}`,
    ...statusLines(item),
    'END:VTODO',
  ];
}

function descriptionOf({ author, channel, excerpt, promisedAt }: DueItem, address: string, timeZone: string): string {
  const promise = promisedAt ? `You promised it by ${shownAt(promisedAt, timeZone)}.` : '';
  return [`${author} asks in ${channel}.`, excerpt, promise, address].filter(Boolean).join('\n\n');
}

function statusLines({ status, acknowledgedAt, closedAt }: DueItem): string[] {
  if (status === 'OPEN') return [`STATUS:${acknowledgedAt ? 'IN-PROCESS' : 'NEEDS-ACTION'}`];
  if (status !== 'FULFILLED') return ['STATUS:CANCELLED'];
  return ['STATUS:COMPLETED', 'PERCENT-COMPLETE:100', ...(closedAt ? [`COMPLETED:${instantValue(closedAt)}`] : [])];
}

function away({ id, from, to, note }: DayOff, host: string): string[] {
  const after = new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return [
    'BEGIN:VEVENT',
    `UID:${globalId('Absence', id)}@${host}`,
    // Never changed, only added and removed: its id holds the time at which it was made.
    `DTSTAMP:${instantValue(madeAt(id))}`,
    `DTSTART;VALUE=DATE:${dateValue(from)}`,
    `DTEND;VALUE=DATE:${dateValue(after)}`,
    `SUMMARY:${textValue(note ? `Away: ${note}` : 'Away')}`,
    'TRANSP:OPAQUE',
    'X-MICROSOFT-CDO-BUSYSTATUS:OOF',
    'END:VEVENT',
  ];
}

/** The instant in a UUIDv7. @see RFC 9562, section 5.7 */
const madeAt = (id: Id): string => new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toISOString();
