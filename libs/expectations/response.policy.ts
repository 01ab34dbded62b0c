import type { Actor } from '#kernel';
import {
  inThePast,
  noSuchChoice,
  notADecision,
  noteTooLong,
  nothingProposed,
  notOpen,
  notYourQuestion,
  notYourResponse,
  reasonMissing,
} from './expectation.errors.js';
import type { OwedRow } from './response-view.js';

/** Characters of a reason or a note. */
export const MAX_NOTE = 1_000;

type Owed = Pick<OwedRow, 'r_recipient_id' | 'r_author_id' | 'r_status'>;

/** Only its recipient acts on what they owe, while they owe it. @throws HubError response.not_yours, response.not_open */
export function requireRecipient(actor: Pick<Actor, 'memberId'>, owed: Owed): void {
  if (owed.r_recipient_id !== actor.memberId) throw notYourResponse();
  if (owed.r_status !== 'OPEN') throw notOpen(owed.r_status);
}

/** Only who asked takes it back or agrees to another time. @throws HubError expectation.not_yours */
export function requireAuthor(actor: Pick<Actor, 'memberId'>, authorId: string): void {
  if (authorId !== actor.memberId) throw notYourQuestion();
}

/** An acknowledgement is the whole answer where one was asked for; elsewhere the answer itself is still owed. */
export const acknowledgementFulfils = (owed: Pick<OwedRow, 'r_kind'>): boolean => owed.r_kind === 'ACKNOWLEDGE';

/** @throws HubError response.not_a_decision, response.no_such_choice */
export function requireChoice(owed: Pick<OwedRow, 'r_kind' | 'choices'>, choice: string): void {
  if (owed.r_kind !== 'DECIDE') throw notADecision();
  if (!owed.choices.includes(choice)) throw noSuchChoice(owed.choices);
}

/** @throws HubError response.nothing_proposed, response.not_open */
export function requireProposal(owed: Pick<OwedRow, 'r_proposed_due_at' | 'r_proposal_accepted' | 'r_status'>): void {
  if (owed.r_status !== 'OPEN') throw notOpen(owed.r_status);
  if (owed.r_proposed_due_at === null || owed.r_proposal_accepted !== null) throw nothingProposed();
}

/** @throws HubError response.in_the_past */
export function requireFuture(instant: string | null | undefined, nowMs: number, field: string): void {
  if (instant && Date.parse(instant) <= nowMs) throw inThePast(field);
}

/** A reason that says something, trimmed. @throws HubError response.reason_missing */
export function requireReason(text: string, field: string): string {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > MAX_NOTE) throw reasonMissing(field, MAX_NOTE);
  return trimmed;
}

/** A note, trimmed; null for none. @throws HubError input.text_too_long */
export function checkNote(text: string | null | undefined, field: string): string | null {
  const trimmed = text?.trim() ?? '';
  if (trimmed.length > MAX_NOTE) throw noteTooLong(field, MAX_NOTE);
  return trimmed || null;
}

/** Whether a post has all the answers it asked for: nothing open, nothing refused. */
export const isFulfilled = (statuses: readonly OwedRow['r_status'][]): boolean =>
  statuses.every((status) => status !== 'OPEN' && status !== 'DECLINED');
