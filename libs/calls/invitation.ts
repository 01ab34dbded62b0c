import { contentLines, instantValue, textValue } from '#feeds';
import type { Id } from '#kernel';

export interface Attendee {
  id: Id;
  name: string;
  /** Where the copy is this person's own, their address; of others, their page in the hub. */
  address: string;
  hasAccepted: boolean;
}

export interface InvitationFacts {
  uid: string;
  publicUrl: string;
  title: string;
  threadUrl: string;
  start: string;
  end: string;
  /** When the time was decided. */
  decidedAt: string;
  link: string | null;
  organizer: { name: string; address: string };
  attendees: readonly Attendee[];
}

/**
 * An invitation to a call that was decided, as calendar programs take it. The bytes depend on nothing but the facts.
 * @see RFC 5545, RFC 5546 (REQUEST)
 */
export function invitation(facts: InvitationFacts): string {
  const { link } = facts;
  return contentLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Meantime//Call//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:REQUEST',
    'BEGIN:VEVENT',
    `UID:${facts.uid}`,
    'SEQUENCE:0',
    `DTSTAMP:${instantValue(facts.decidedAt)}`,
    `DTSTART:${instantValue(facts.start)}`,
    `DTEND:${instantValue(facts.end)}`,
    `SUMMARY:${textValue(facts.title)}`,
    `DESCRIPTION:${textValue([link, facts.threadUrl].filter(Boolean).join('\n\n'))}`,
    ...(link ? [`LOCATION:${textValue(link)}`] : []),
    `URL:${facts.threadUrl}`,
    'STATUS:CONFIRMED',
    'TRANSP:OPAQUE',
    `ORGANIZER;CN=${parameterValue(facts.organizer.name)}:${facts.organizer.address}`,
    ...facts.attendees.map(
      ({ name, address, hasAccepted }) =>
        `ATTENDEE;CN=${parameterValue(name)};ROLE=REQ-PARTICIPANT;PARTSTAT=${
          hasAccepted ? 'ACCEPTED' : 'NEEDS-ACTION'
        };RSVP=FALSE:${address}`,
    ),
    'END:VEVENT',
    'END:VCALENDAR',
  ]);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a parameter does not allow
const outsideParameters = /[\u0000-\u001f\u007f"]/g;

/** A name as a quoted parameter. @see RFC 5545, section 3.2 */
const parameterValue = (text: string): string => `"${text.replace(outsideParameters, ' ').trim()}"`;

/** The address of the meeting: `{id}` in what the administrator gave becomes the call's own room. */
export const meetingLink = (template: string, callId: Id): string | null =>
  template ? template.replaceAll('{id}', callId.replaceAll('-', '')) : null;
