const letters = [...'abcdefghijklmnopqrstuvwxyz'];
let tags: Map<string, string> | undefined;

/** Languages with a code of two letters, by their English names. */
function tagsByName(): Map<string, string> {
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return new Map(codes.map((code) => [names.of(code)?.toLowerCase() ?? code, code]));
}

/** What an engine calls a language (`en`, `english`, `de-AT`) as BCP 47; null for what is none. */
export function languageTag(said: string): string | null {
  const name = said.trim().toLowerCase().replaceAll('_', '-');
  if (/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(name)) return Intl.getCanonicalLocales(name)[0]!;
  tags ??= tagsByName();
  return tags.get(name) ?? null;
}
