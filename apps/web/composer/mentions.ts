/** What is being typed after an @, at the caret. */
export interface Mention {
  /** Where the @ stands. */
  start: number;
  query: string;
}

const MOST = 40;

/** The mention that the caret stands in, if any: an @ at the start of a word, without a space since. */
export function mentionAt(text: string, caret: number): Mention | undefined {
  const before = text.slice(Math.max(0, caret - MOST), caret);
  const found = /(?:^|[\s(])@([\p{L}\p{N}._-]*)$/u.exec(before);
  if (!found) return undefined;
  const query = found[1]!;
  return { start: caret - query.length - 1, query };
}

/** The text with the mention completed, and where the caret goes. */
export function complete(
  text: string,
  caret: number,
  { start }: Mention,
  handle: string,
): [text: string, caret: number] {
  const word = `@${handle} `;
  const rest = text.slice(caret);
  return [text.slice(0, start) + word + (rest.startsWith(' ') ? rest.slice(1) : rest), start + word.length];
}

/** All handles that a text mentions, outside of code. */
export function handlesIn(text: string): string[] {
  const prose = text.replace(/```[\s\S]*?(```|$)|`[^`\n]*`/g, ' ');
  return [
    ...new Set(
      [...prose.matchAll(/(?:^|[\s(])@([\p{L}\p{N}._-]*[\p{L}\p{N}_-])/gu)].map(([, handle]) => handle!.toLowerCase()),
    ),
  ];
}

/** The text with people named at its end. */
export const withMentions = (text: string, people: readonly { handle?: string }[]): string =>
  [text.trimEnd(), people.map(({ handle }) => `@${handle}`).join(' ')].filter(Boolean).join('\n\n');
