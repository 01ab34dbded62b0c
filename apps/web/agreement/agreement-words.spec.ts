import { setupI18n } from '@lingui/core';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { changedTerms, type Terms } from './agreement-words';

const i18n = setupI18n({ locale: 'en', messages: { en: {} } });
i18n.setMessagesCompiler(compileMessageOrThrow);
const before: Terms = {
  defaultKind: 'FYI',
  urgentAllowed: true,
  urgentBudgetPerWeek: 3,
  urgentWindowMinutes: 15,
  maxRecipients: 25,
};

describe('what changed in an agreement', () => {
  it('is nothing where nothing did', () => expect(changedTerms(i18n, before, before)).toEqual([]));

  it('is a sentence for each term', () => {
    const now = { ...before, defaultKind: 'REPLY' as const, urgentBudgetPerWeek: 1, maxRecipients: 10 };
    expect(changedTerms(i18n, before, now)).toEqual([
      'A message asks for a reply unless it says otherwise.',
      'Everybody has one urgent message a week; it was 3.',
      'At most 10 people can be asked at once; it was 25.',
    ]);
  });

  it('says of urgent messages only that there are none, where there are none', () => {
    const now = { ...before, urgentAllowed: false, urgentBudgetPerWeek: 0, urgentWindowMinutes: 60 };
    expect(changedTerms(i18n, before, now)).toEqual(['There are no urgent messages any more.']);
  });
});
