import type { Gate } from './asking';
import type { Preview, Recipient } from './preview-query';

export const LEAST_REASON = 10;

/** What still stands between an author and an interruption. */
export interface GateState {
  /** The first thing that is missing; undefined: it may be sent. */
  missing?: 'budget' | 'needs' | 'respects' | 'reason';
  /** Whom it would reach outside their working hours. */
  outside: readonly Recipient[];
  /** Who lets nothing interrupt: named before sending, because for them it waits all the same. */
  muted: readonly Recipient[];
}

/** The same rule as the hub's: both questions answered yes, with a reason that says something, within the budget. */
export function gateState(gate: Gate, preview: Preview | undefined): GateState {
  const recipients = preview?.recipients ?? [];
  return {
    missing: missingOf(gate, preview?.urgentBudgetLeft),
    outside: recipients.filter(({ isWorkingTime }) => !isWorkingTime),
    muted: recipients.filter(({ urgentMuted }) => urgentMuted),
  };
}

function missingOf({ needsNow, respects, reason }: Gate, budgetLeft?: number): GateState['missing'] {
  if (budgetLeft === 0) return 'budget';
  if (!needsNow) return 'needs';
  if (!respects) return 'respects';
  return reason.trim().length < LEAST_REASON ? 'reason' : undefined;
}

/** Who stays when those outside their hours are left out; undefined when nobody would. */
export function withoutThoseOutside(preview: Preview): string[] | undefined {
  const rest = preview.recipients.filter(({ isWorkingTime }) => isWorkingTime).map(({ member }) => member.id);
  return rest.length > 0 ? rest : undefined;
}
