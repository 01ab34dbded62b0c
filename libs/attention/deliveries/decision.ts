import type { Agreement, Involvement } from '#channels';
import { HubError } from '#kernel';
import { isWorkingTime, nextLocalTime, nextWorkingTime, type WorkingCalendar, weekdays } from '#working-time';

/** What can reach somebody. One event has one kind for each of its recipients: the one that asks most of them. */
export const deliveryKinds = [
  'ASKED',
  'URGENT',
  'ANSWERED',
  'MENTIONED',
  'CONCLUDED',
  'FOLLOWED',
  'REMINDER',
  'DUE_MOVED',
] as const;
export type DeliveryKind = (typeof deliveryKinds)[number];

export const deliveryRoutes = ['IN_APP', 'EMAIL', 'PUSH', 'WEBHOOK', 'DIGEST'] as const;
export type DeliveryRoute = (typeof deliveryRoutes)[number];

/** Why a delivery happens when it does, or does not happen. Each has a sentence in `rule-words.ts`. */
export const deliveryRules = [
  'URGENT_INTERRUPTS',
  'URGENT_IN_WORKING_TIME',
  'URGENT_WAITS',
  'WORKING_TIME',
  'BATCHED',
  'OUTSIDE_WORKING_TIME',
  'NO_WORKING_TIME',
  'INVOLVEMENT_DIGEST',
  'INVOLVEMENT_MUTED',
  'ALREADY_READ',
  'SETTLED',
  'TOO_LATE',
  'OWN_ACT',
  'NO_ACCESS',
] as const;
export type DeliveryRule = (typeof deliveryRules)[number];

export interface DeliveryEvent {
  kind: DeliveryKind;
  /** When it happened; for a reminder, its hour. */
  atMs: number;
  /** Never before: when an expected response is to reach its recipient. */
  notBeforeMs?: number | null;
  /** Of no use from then on: when the answer that a reminder is about falls due. */
  uselessFromMs?: number | null;
  /** The recipient did it. */
  isOwn?: boolean;
  /** What it is about is over: answered, withdrawn, taken away. */
  isSettled?: boolean;
  /** The recipient has read it in the hub. */
  isRead?: boolean;
}

/** How a member wants to be reached. */
export interface DeliverySettings {
  /** Hours of the local clock between batches; null: at once. */
  batchHours: number | null;
  emailFor: readonly DeliveryKind[];
  pushFor: readonly DeliveryKind[];
  /** What tools of their own are told. */
  webhookFor: readonly DeliveryKind[];
  urgentMayInterrupt: boolean;
}

export interface DeliveryRecipient {
  calendar: WorkingCalendar;
  settings: DeliverySettings;
  /** In the thread, else in its channel. */
  involvement: Involvement;
  /** False: has left, or the channel is closed to them. */
  mayRead: boolean;
  /** When their next digest comes; null where digests are off. */
  nextDigestMs: number | null;
  /** Whether it comes by mail too. */
  digestIsMailed: boolean;
}

export interface DeliveryDecision {
  rule: DeliveryRule;
  when: 'NOW' | 'BATCHED' | 'HELD' | 'DIGEST' | 'NEVER';
  /** Null for DIGEST and NEVER. */
  atMs: number | null;
  routes: readonly DeliveryRoute[];
}

/** What somebody owes, or asked for: it reaches them whatever their involvement. */
const aboutOwed: ReadonlySet<DeliveryKind> = new Set(['ASKED', 'URGENT', 'ANSWERED', 'REMINDER', 'DUE_MOVED']);
/** Their time runs: no batch takes from it. */
const notBatched: ReadonlySet<DeliveryKind> = new Set(['ASKED', 'URGENT', 'REMINDER']);
/** Too soon due for a digest to say it instead. */
const notFolded: ReadonlySet<DeliveryKind> = new Set(['URGENT', 'REMINDER']);
/** What is held is told by the digest alone where one comes this soon after the hold. */
const FOLDED_WITHIN_MS = 4 * 3_600_000;

/**
 * When and on which routes an event reaches one recipient, and by which rule. The same question can be asked again at
 * any later instant: settings, calendars and facts may have changed by then.
 */
export function decideDelivery(
  event: DeliveryEvent,
  recipient: DeliveryRecipient,
  agreement: Pick<Agreement, 'urgentAllowed'>,
  nowMs: number,
): DeliveryDecision {
  const { kind } = event;
  const { settings, involvement } = recipient;
  if (!recipient.mayRead) return never('NO_ACCESS');
  if (event.isOwn) return never('OWN_ACT');
  if (event.isSettled) return never('SETTLED');
  if (event.uselessFromMs && nowMs >= event.uselessFromMs) return never('TOO_LATE');
  if (event.isRead && !notBatched.has(kind)) return never('ALREADY_READ');
  if (!aboutOwed.has(kind) && involvement === 'MUTED') return never('INVOLVEMENT_MUTED');
  if (!aboutOwed.has(kind) && involvement === 'DIGEST') return inDigest('INVOLVEMENT_DIGEST', recipient);
  if (kind === 'URGENT' && settings.urgentMayInterrupt && agreement.urgentAllowed) {
    const rule = isWorkingTime(recipient.calendar, nowMs) ? 'URGENT_IN_WORKING_TIME' : 'URGENT_INTERRUPTS';
    return { rule, when: 'NOW', atMs: nowMs, routes: chosenRoutes(event, settings) };
  }
  const target = workingTarget(event, recipient, nowMs);
  if (!target) return inDigest('NO_WORKING_TIME', recipient);
  const { atMs } = target;
  const rule = kind === 'URGENT' ? 'URGENT_WAITS' : target.rule;
  if (event.uselessFromMs && atMs >= event.uselessFromMs) return never('TOO_LATE');
  if (atMs <= nowMs) return { rule, when: 'NOW', atMs: nowMs, routes: chosenRoutes(event, settings) };
  if (target.rule === 'BATCHED') return { rule, when: 'BATCHED', atMs, routes: chosenRoutes(event, settings) };
  const { nextDigestMs } = recipient;
  const isFolded = !notFolded.has(kind) && nextDigestMs !== null && nextDigestMs - atMs <= FOLDED_WITHIN_MS;
  const routes = chosenRoutes(event, settings);
  return { rule, when: 'HELD', atMs, routes: isFolded ? folded(routes, recipient) : routes };
}

/** The working instant at which it is due; undefined where the next 366 days have none. */
function workingTarget(
  { kind, atMs, notBeforeMs }: DeliveryEvent,
  { calendar, settings }: DeliveryRecipient,
  nowMs: number,
): { atMs: number; rule: 'WORKING_TIME' | 'BATCHED' | 'OUTSIDE_WORKING_TIME' } | undefined {
  try {
    const startMs = nextWorkingTime(calendar, atMs);
    const isBatched = settings.batchHours !== null && !notBatched.has(kind) && startMs === atMs;
    const earliestMs = isBatched ? nextBatch(calendar, atMs, settings.batchHours!) : startMs;
    const wantedMs = nextWorkingTime(calendar, Math.max(earliestMs, notBeforeMs ?? earliestMs));
    if (wantedMs <= nowMs && !isWorkingTime(calendar, nowMs)) {
      // It comes late, or the calendar has changed meanwhile: it waits once more.
      return { atMs: nextWorkingTime(calendar, nowMs), rule: 'OUTSIDE_WORKING_TIME' };
    }
    if (isBatched) return { atMs: wantedMs, rule: 'BATCHED' };
    return { atMs: wantedMs, rule: wantedMs === atMs ? 'WORKING_TIME' : 'OUTSIDE_WORKING_TIME' };
  } catch (error) {
    if (error instanceof HubError && error.reason === 'calendar.no_working_time') return undefined;
    throw error;
  }
}

/** Batches go out when the wall shows a multiple of so many hours: every two hours at 10:00, 12:00 and so on. */
function nextBatch(calendar: WorkingCalendar, afterMs: number, hours: number): number {
  const times = Array.from({ length: Math.ceil(24 / hours) }, (_, batch) => batch * hours * 60);
  return nextLocalTime({ timeZone: calendar.timeZone, times, days: weekdays }, afterMs) ?? afterMs;
}

const chosenRoutes = ({ kind, isRead }: DeliveryEvent, settings: DeliverySettings): DeliveryRoute[] => {
  const routes: DeliveryRoute[] = ['IN_APP'];
  // What they have seen already needs no knock; a reminder is about what they have seen.
  if (isRead && kind !== 'REMINDER') return routes;
  if (settings.emailFor.includes(kind)) routes.push('EMAIL');
  if (settings.pushFor.includes(kind)) routes.push('PUSH');
  if (settings.webhookFor.includes(kind)) routes.push('WEBHOOK');
  return routes;
};

/** A digest that is not mailed takes no mail's place, and none takes that of a tool, which reads no digest. */
const folded = (routes: readonly DeliveryRoute[], { digestIsMailed }: DeliveryRecipient): DeliveryRoute[] => [
  ...routes.filter((route) => route === 'IN_APP' || route === 'WEBHOOK' || (route === 'EMAIL' && !digestIsMailed)),
  'DIGEST',
];

const never = (rule: DeliveryRule): DeliveryDecision => ({ rule, when: 'NEVER', atMs: null, routes: [] });

const inDigest = (rule: DeliveryRule, { nextDigestMs }: DeliveryRecipient): DeliveryDecision => ({
  rule,
  when: 'DIGEST',
  atMs: null,
  routes: nextDigestMs === null ? [] : ['DIGEST'],
});
