import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { bestLocale, directionOf, type Locale } from './locales';

export const i18n = setupI18n();

type Compiled = ReturnType<typeof compileMessage>;
const compiled = new Map<string, Compiled>();
let change: ((message: Compiled) => Compiled) | undefined;

// Messages are their English text, so English needs no catalogue: each is compiled when it is first met, and kept.
i18n.setMessagesCompiler((text) => {
  let message = compiled.get(text);
  if (!message) {
    message = compileMessage(text);
    if (change) message = change(message);
    compiled.set(text, message);
  }
  return message;
});

const catalogues = import.meta.glob<Record<string, string>>(['../locales/*.json', '!../locales/en.json'], {
  import: 'default',
});
const CHOICE = 'meantime.locale';

/** The language chosen on this device, else the browser's; `?locale=` wins (links and tests). */
export async function startLanguage(): Promise<void> {
  const asked = new URLSearchParams(location.search).get('locale');
  await switchLocale(bestLocale([asked, localStorage.getItem(CHOICE), ...navigator.languages]));
}

/** Switches the client to a language, at once and for the next visit of this device. */
export async function switchLocale(locale: Locale): Promise<void> {
  const catalogue = await catalogues[`../locales/${locale}.json`]?.();
  change = locale === 'en-XA' || locale === 'ar-XB' ? (await import('./pseudo')).pseudo : undefined;
  compiled.clear();
  // What is not translated yet is said in English.
  const messages = Object.fromEntries(Object.entries(catalogue ?? {}).filter(([, text]) => text !== ''));
  i18n.loadAndActivate({ locale, messages });
  document.documentElement.lang = locale;
  document.documentElement.dir = directionOf(locale);
  localStorage.setItem(CHOICE, locale);
}
