import { readFileSync } from 'node:fs';
import { type I18n, setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';

/** What the hub says outside its own pages, in one language: mails and notifications. */
export interface Words {
  /** BCP 47, for dates and numbers. */
  locale: string;
  isRightToLeft: boolean;
  /** @param text in English, as it stands in the catalogues; an ICU message @param values of its placeholders */
  say(text: string, values?: Record<string, unknown>): string;
}

const translated = ['de', 'es', 'fr', 'ja', 'ar'] as const;
const rightToLeft = new Set(['ar']);
const known = new Map<string, Words>();

/** @param locale one of the hub's; null or unknown: English */
export function wordsIn(locale: string | null): Words {
  const language = translated.find((one) => one === locale) ?? 'en';
  let words = known.get(language);
  if (!words) {
    const i18n = i18nOf(language);
    words = {
      locale: language === 'en' ? 'en-GB' : language,
      isRightToLeft: rightToLeft.has(language),
      say: (text, values) => i18n._(text, values),
    };
    known.set(language, words);
  }
  return words;
}

function i18nOf(language: string): I18n {
  const i18n = setupI18n().setMessagesCompiler(compileMessage);
  i18n.load(language, language === 'en' ? {} : catalogue(language));
  i18n.activate(language);
  return i18n;
}

const catalogue = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`./locales/${language}.json`, import.meta.url), 'utf8')) as Record<string, string>;
