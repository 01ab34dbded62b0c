import type { VariablesOf } from '../api';
import type { PreviewQuery } from './preview-query';

export type ExpectationInput = NonNullable<VariablesOf<typeof PreviewQuery>['expectation']>;

/** What an author wants back, as the picker shows it. */
export type Choice = 'fyi' | 'reply' | 'acknowledge' | 'decide' | 'urgent';
export const choicesInOrder: readonly Choice[] = ['fyi', 'reply', 'acknowledge', 'decide', 'urgent'];

export type When =
  | { is: 'whenever' }
  | { is: 'by'; at: string }
  | { is: 'hours'; hours: number }
  | { is: 'days'; days: number };

/** The two questions before an interruption, and why it cannot wait. */
export interface Gate {
  needsNow?: boolean;
  respects?: boolean;
  reason: string;
}

export interface Asking {
  choice: Choice;
  when: When;
  /** With `decide`. */
  options: string[];
  quorum: 'EACH' | 'ANY';
  gate: Gate;
}

export const nothingAsked: Asking = {
  choice: 'fyi',
  when: { is: 'whenever' },
  options: ['', ''],
  quorum: 'EACH',
  gate: { reason: '' },
};

const kinds = { fyi: 'FYI', reply: 'REPLY', acknowledge: 'ACKNOWLEDGE', decide: 'DECIDE', urgent: 'REPLY' } as const;

/** As the API takes it. @param recipientIds empty: those mentioned, else everybody in the channel */
export function toInput(asking: Asking, recipientIds: readonly string[]): ExpectationInput {
  const { choice, options, quorum } = asking;
  const named = recipientIds.length > 0 ? { recipientIds: [...recipientIds] } : {};
  if (choice === 'fyi') return { kind: 'FYI', ...named };
  return {
    kind: kinds[choice],
    quorum,
    ...named,
    ...(choice === 'decide' && { choices: filled(options) }),
    ...timingOf(asking),
  };
}

function timingOf({ choice, when, gate }: Asking): Pick<ExpectationInput, 'timing'> {
  if (choice === 'urgent') {
    const { needsNow = false, respects = false, reason } = gate;
    return {
      timing: { now: { needsImmediateResponse: needsNow, respectsTheirTime: respects, reason: reason.trim() } },
    };
  }
  switch (when.is) {
    case 'by':
      return { timing: { by: when.at } };
    case 'hours':
      return { timing: { withinWorkingHours: when.hours } };
    case 'days':
      return { timing: { withinWorkingDays: when.days } };
    case 'whenever':
      return {};
  }
}

/** Back from what a draft or a reply holds; anything unreadable is nothing asked. */
export function fromInput(input: Partial<ExpectationInput> | null | undefined): Asking {
  if (!input?.kind) return nothingAsked;
  const { timing, choices, quorum, kind } = input;
  const choice = timing?.now
    ? 'urgent'
    : ((Object.keys(kinds) as Choice[]).find((one) => kinds[one] === kind) ?? nothingAsked.choice);
  const { now } = timing ?? {};
  return {
    choice,
    when: whenOf(timing),
    options: choices && choices.length > 1 ? [...choices] : [choices?.[0] ?? '', ''],
    quorum: quorum ?? 'EACH',
    gate: now
      ? {
          // A "no" is never kept: it turned into something else. A draft's unanswered question is asked again.
          needsNow: now.needsImmediateResponse || undefined,
          respects: now.respectsTheirTime || undefined,
          reason: now.reason,
        }
      : { reason: '' },
  };
}

function whenOf(timing: ExpectationInput['timing']): When {
  if (timing?.by) return { is: 'by', at: timing.by };
  if (typeof timing?.withinWorkingHours === 'number') return { is: 'hours', hours: timing.withinWorkingHours };
  if (typeof timing?.withinWorkingDays === 'number') return { is: 'days', days: timing.withinWorkingDays };
  return { is: 'whenever' };
}

export const filled = (options: readonly string[]): string[] => options.map((one) => one.trim()).filter(Boolean);

/** What the picture for a choice starts with, where its author has not set a time before. */
export function chosen(asking: Asking, choice: Choice, firstPick: number): Asking {
  const needsTime = (choice === 'reply' || choice === 'decide') && asking.when.is === 'whenever';
  return { ...asking, choice, ...(needsTime && { when: { is: 'by', at: new Date(firstPick).toISOString() } }) };
}

/** The hub would refuse it as it is, for a reason that the author sees before sending. */
export type Lack = 'options' | 'past' | undefined;
export function lackOf({ choice, options, when }: Asking, now: number): Lack {
  if (choice === 'decide') {
    const given = filled(options);
    if (given.length < 2 || new Set(given).size < given.length) return 'options';
  }
  const isTimed = choice === 'reply' || choice === 'acknowledge' || choice === 'decide';
  if (isTimed && when.is === 'by' && Date.parse(when.at) <= now) return 'past';
  return undefined;
}
