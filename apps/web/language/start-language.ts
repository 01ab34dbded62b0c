import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { bestLocale, directionOf, type Locale } from './locales';

export const i18n = setupI18n();
// Messages are their English text, so English needs no catalogue and is compiled as it is met.
i18n.setMessagesCompiler(compileMessage);

const catalogues = import.meta.glob<Record<string, string>>(['../locales/*.json'], { import: 'default' });
const CHOICE = 'meantime.locale';

/** The language chosen on this device, else the browser's; `?locale=` wins (links and tests). */
export async function startLanguage(): Promise<void> {
  const asked = new URLSearchParams(location.search).get('locale');
  await switchLocale(bestLocale([asked, localStorage.getItem(CHOICE), ...navigator.languages]));
}

/** Switches the client to a language, at once and for the next visit of this device. */
export async function switchLocale(locale: Locale): Promise<void> {
  const load = catalogues[`../locales/${locale}.json`];
  i18n.loadAndActivate({ locale, messages: load ? await load() : {} });
  document.documentElement.lang = locale;
  document.documentElement.dir = directionOf(locale);
  localStorage.setItem(CHOICE, locale);
}
