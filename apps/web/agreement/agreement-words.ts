import type { I18n } from '@lingui/core';

/** What an agreement says beside its text. */
export interface Terms {
  defaultKind: 'FYI' | 'ACKNOWLEDGE' | 'REPLY' | 'DECIDE';
  urgentAllowed: boolean;
  urgentBudgetPerWeek: number;
  urgentWindowMinutes: number;
  maxRecipients: number;
}

/** Each term that is another one now, as a sentence about how it is now. */
export function changedTerms(i18n: I18n, before: Terms, now: Terms): string[] {
  const sentences: string[] = [];
  if (before.defaultKind !== now.defaultKind) {
    const kinds = {
      FYI: i18n._('A message asks for nothing unless it says so.'),
      ACKNOWLEDGE: i18n._('A message asks to be acknowledged unless it says otherwise.'),
      REPLY: i18n._('A message asks for a reply unless it says otherwise.'),
      DECIDE: i18n._('A message asks for a decision unless it says otherwise.'),
    };
    sentences.push(kinds[now.defaultKind]);
  }
  if (before.urgentAllowed !== now.urgentAllowed)
    sentences.push(
      now.urgentAllowed ? i18n._('Urgent messages are allowed now.') : i18n._('There are no urgent messages any more.'),
    );
  if (now.urgentAllowed && before.urgentBudgetPerWeek !== now.urgentBudgetPerWeek)
    sentences.push(
      i18n._(
        '{now, plural, =0 {Nobody has urgent messages any more} one {Everybody has one urgent message a week} other {Everybody has # urgent messages a week}}; it was {before}.',
        { now: now.urgentBudgetPerWeek, before: before.urgentBudgetPerWeek },
      ),
    );
  if (now.urgentAllowed && before.urgentWindowMinutes !== now.urgentWindowMinutes)
    sentences.push(
      i18n._('An urgent message is to be answered within {now} minutes; it was {before}.', {
        now: now.urgentWindowMinutes,
        before: before.urgentWindowMinutes,
      }),
    );
  if (before.maxRecipients !== now.maxRecipients)
    sentences.push(
      i18n._('At most {now} people can be asked at once; it was {before}.', {
        now: now.maxRecipients,
        before: before.maxRecipients,
      }),
    );
  return sentences;
}
