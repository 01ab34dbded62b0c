import type { WorkingCalendar } from '#working-time';
import { weekdays } from '#working-time';
import {
  type DeliveryDecision,
  type DeliveryEvent,
  type DeliveryKind,
  type DeliveryRecipient,
  decideDelivery,
} from './decision.js';
import { shippedDeliverySettings } from './delivery-settings.js';

/** One line of docs/delivery-decision.md, and one test: what is expected stands here, what the function says is compared. */
export interface DecisionCase {
  what: string;
  kind: DeliveryKind;
  /** Wall-clock times of the member's week: `Tue 10:00`. */
  happens: string;
  /** When the question is asked; as a rule when it happens. */
  asked?: string;
  event?: Partial<DeliveryEvent>;
  recipient?: Partial<Omit<DeliveryRecipient, 'settings'>>;
  settings?: Partial<DeliveryRecipient['settings']>;
  agreement?: { urgentAllowed: boolean };
  expected: string;
}

/** Monday to Friday, nine to five in Berlin, a focus block on Wednesday from ten to noon; digest at nine. */
export const exampleCalendar: WorkingCalendar = {
  timeZone: 'Europe/Berlin',
  week: weekdays.slice(0, 5).map((day) => ({ day, startMinute: 540, endMinute: 1020 })),
  daysOff: [{ from: '2026-11-27', to: '2026-11-27' }],
  focus: [{ startMs: Date.parse('2026-11-25T09:00:00Z'), endMs: Date.parse('2026-11-25T11:00:00Z') }],
};

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** An instant of the example's week, the one of 23 November 2026; `next Mon` is a week later. */
export function exampleInstant(text: string): number {
  const [, next, day, time] = /^(next )?(\w{3}) (\d\d:\d\d)$/.exec(text)!;
  const date = 23 + days.indexOf(day!) + (next ? 7 : 0);
  return Date.parse(`2026-11-${String(date).padStart(2, '0')}T${time}:00+01:00`);
}

/** 24 November 2026, 09:00 UTC as `Tue 10:00`. */
export function decisionClock(ms: number): string {
  const day = Math.floor((ms - exampleInstant('Mon 00:00')) / 86_400_000);
  const time = new Date(ms + 3_600_000).toISOString().slice(11, 16);
  return `${day >= 7 ? 'next ' : ''}${days[day % 7]} ${time}`;
}

export const digestAt = (text: string) => ({ nextDigestMs: exampleInstant(text) });

/** What the function says of a case. */
export function decisionOf(one: DecisionCase): DeliveryDecision {
  const recipient: DeliveryRecipient = {
    calendar: exampleCalendar,
    involvement: 'FOLLOWING',
    mayRead: true,
    digestIsMailed: true,
    ...digestAt('Tue 09:00'),
    ...one.recipient,
    settings: { ...shippedDeliverySettings, webhookFor: [], urgentMayInterrupt: true, ...one.settings },
  };
  const event = { kind: one.kind, atMs: exampleInstant(one.happens), ...one.event };
  return decideDelivery(
    event,
    recipient,
    one.agreement ?? { urgentAllowed: true },
    exampleInstant(one.asked ?? one.happens),
  );
}

/** A decision as a case expects it: `NOW Tue 10:00 IN_APP+PUSH WORKING_TIME`. */
export const decisionText = ({ when, atMs, routes, rule }: DeliveryDecision): string =>
  [when, ...(atMs === null ? [] : [decisionClock(atMs)]), ...(routes.length > 0 ? [routes.join('+')] : []), rule].join(
    ' ',
  );
