import type { Id } from '#kernel';
import type { ExpectationKind, Quorum } from '#threads';
import type { Timing, WorkingCalendar } from '#working-time';
import { schedule } from '#working-time';
import { badChoices } from './expectation.errors.js';
import type { TimingChoice } from './timing.js';

/** What an author asks for, as the API takes it, with stored ids. */
export interface AskInput {
  kind: ExpectationKind;
  recipientIds?: readonly Id[] | null;
  groupIds?: readonly Id[] | null;
  timing?: TimingChoice | null;
  quorum?: Quorum | null;
  choices?: readonly string[] | null;
}

/** Whether the author says who is asked. */
export const namesSomebody = (input: Pick<AskInput, 'recipientIds' | 'groupIds'> | null | undefined): boolean =>
  Boolean(input?.recipientIds?.length || input?.groupIds?.length);

/** Somebody who can be asked: active, and able to read the channel. */
export interface Candidate {
  id: Id;
  name: string;
  calendar: WorkingCalendar;
  /** Lets no urgent post interrupt: one waits for their working time. */
  urgentMuted: boolean;
  /** Days off with whoever stands in on them. */
  absences: readonly { from: string; to: string; delegateId: Id | null }[];
}

/** What one recipient will owe. */
export interface PlannedResponse {
  id: Id;
  recipientId: Id;
  deliverAt: string;
  dueAt: string | null;
}

/** A checked expectation with what each recipient will owe: ready to be written with its post. */
export interface Ask {
  kind: ExpectationKind;
  timing: Timing;
  urgencyReason: string | null;
  quorum: Quorum;
  choices: readonly string[];
  responses: readonly PlannedResponse[];
  /** With FYI: those named, who owe nothing and are told as somebody mentioned is. */
  informedIds: readonly Id[];
  /** With NOW: the recipients who are outside their working hours. */
  interruptedIds: readonly Id[];
}

export const MAX_CHOICES = 20;
export const MAX_CHOICE = 200;

/** The choices of a DECIDE, trimmed. @throws HubError expectation.bad_choices */
export function checkChoices(kind: ExpectationKind, choices: readonly string[] | null | undefined): readonly string[] {
  const trimmed = (choices ?? []).map((choice) => choice.trim());
  if (kind !== 'DECIDE') {
    if (trimmed.length > 0) throw badChoices('Only a DECIDE has choices.');
    return [];
  }
  if (trimmed.length < 2 || trimmed.length > MAX_CHOICES) throw badChoices(`Give 2 to ${MAX_CHOICES} choices.`);
  if (trimmed.some((choice) => choice === '' || choice.length > MAX_CHOICE)) {
    throw badChoices(`Each choice has 1 to ${MAX_CHOICE} characters.`);
  }
  if (new Set(trimmed).size < trimmed.length) throw badChoices('Two choices are the same.');
  return trimmed;
}

/** One person's instants. @throws HubError calendar.no_working_time */
export function instantsFor(
  calendar: WorkingCalendar,
  publishedMs: number,
  timing: Timing,
): { deliverAt: string; dueAt: string | null } {
  const { deliverAtMs, dueAtMs } = schedule(calendar, publishedMs, timing);
  return {
    deliverAt: new Date(deliverAtMs).toISOString(),
    dueAt: dueAtMs === null ? null : new Date(dueAtMs).toISOString(),
  };
}

/** The same for somebody who may let nothing interrupt them. @throws HubError calendar.no_working_time */
export function instantsOf(
  { calendar, urgentMuted }: Pick<Candidate, 'calendar' | 'urgentMuted'>,
  publishedMs: number,
  timing: Timing,
): { deliverAt: string; dueAt: string | null } {
  if (timing.kind !== 'NOW' || !urgentMuted) return instantsFor(calendar, publishedMs, timing);
  const { deliverAt } = instantsFor(calendar, publishedMs, { kind: 'WHENEVER' });
  return { deliverAt, dueAt: new Date(Date.parse(deliverAt) + timing.windowMinutes * 60_000).toISOString() };
}
