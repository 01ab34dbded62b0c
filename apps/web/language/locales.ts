/** Languages of the client, each by its own name. */
export const locales = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  ja: '日本語',
  ar: 'العربية',
} as const;
/** `en-XA` and `ar-XB` are pseudo-languages that tests read: accents, and the same from right to left. */
export type Locale = keyof typeof locales | 'en-XA' | 'ar-XB';

const rightToLeft: ReadonlySet<string> = new Set(['ar', 'ar-XB']);
export const directionOf = (locale: Locale): 'ltr' | 'rtl' => (rightToLeft.has(locale) ? 'rtl' : 'ltr');

/** The first language of the list that the client speaks: `de-AT` is answered in `de`. */
export function bestLocale(wanted: readonly (string | null | undefined)[]): Locale {
  for (const tag of wanted) {
    if (!tag) continue;
    if (tag === 'en-XA' || tag === 'ar-XB') return tag;
    const language = tag.split('-')[0]!.toLowerCase();
    if (language in locales) return language as Locale;
  }
  return 'en';
}
