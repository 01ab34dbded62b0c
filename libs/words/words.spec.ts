import { readFileSync } from 'node:fs';
import { wordsIn } from './words.js';

const languages = ['de', 'es', 'fr', 'ja', 'ar'];
const catalogue = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`./locales/${language}.json`, import.meta.url), 'utf8')) as Record<string, string>;
const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name!))].sort();

describe('words outside the pages', () => {
  it('are those of the language, with their plurals; English where there is none', () => {
    const subject =
      '{count, plural, one {{organization}: 1 answer is waiting on you} other {{organization}: # answers are waiting on you}}';
    const said = (locale: string | null, count: number) =>
      wordsIn(locale).say(subject, { organization: 'Obst', count });
    expect(said('de', 1)).toBe('Obst: 1 Antwort wird von dir erwartet');
    expect(said('de', 4)).toBe('Obst: 4 Antworten werden von dir erwartet');
    expect(said('ar', 2)).toBe('Obst: جوابان مطلوبان منك');
    expect(said(null, 1)).toBe('Obst: 1 answer is waiting on you');
    expect(said('tlh', 3)).toBe('Obst: 3 answers are waiting on you');
    expect(wordsIn('ar').isRightToLeft).toBe(true);
    expect(wordsIn(null).locale).toBe('en-GB');
  });

  it('take nothing that people wrote for a message', () => {
    expect(wordsIn('de').say('{name}: {title}', { name: '{evil}', title: '#1 {count, plural, other {x}}' })).toBe(
      '{evil}: #1 {count, plural, other {x}}',
    );
  });

  it.each(languages)('%s has all of them, each with the same placeholders', (language) => {
    const texts = catalogue(language);
    expect(Object.keys(texts)).toEqual(Object.keys(catalogue('de')));
    for (const [text, translation] of Object.entries(texts)) {
      expect([text, placeholders(translation)]).toEqual([text, placeholders(text)]);
    }
  });
});
