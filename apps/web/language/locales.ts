/** Languages of the client, each by its own name. `en-XA` is the pseudo-language that tests read. */
export const locales = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  ja: '日本語',
  ar: 'العربية',
} as const;
export type Locale = keyof typeof locales | 'en-XA';

const rightToLeft: ReadonlySet<string> = new Set(['ar']);
export const directionOf = (locale: Locale): 'ltr' | 'rtl' => (rightToLeft.has(locale) ? 'rtl' : 'ltr');

/** The first language of the list that the client speaks: `de-AT` is answered in `de`. */
export function bestLocale(wanted: readonly (string | null | undefined)[]): Locale {
  for (const tag of wanted) {
    if (!tag) continue;
    if (tag === 'en-XA') return tag;
    const language = tag.split('-')[0]!.toLowerCase();
    if (language in locales) return language as Locale;
  }
  return 'en';
}
