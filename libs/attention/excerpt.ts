/** Characters. */
export const EXCERPT_LENGTH = 240;
/** Words a minute of an unhurried reader on a screen (Brysbaert 2019 gives 238 for English prose). */
const WORDS_PER_MINUTE = 220;

/** The beginning of a Markdown text as plain words on one line. */
export function excerptOf(markdown: string): string {
  const plain = markdown
    .replace(/```[^\n]*\n?([\s\S]*?)(```|$)/g, '$1')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s{0,3}(#{1,6}|>|[-*+]|\d+\.)\s+/gm, '')
    .replace(/(\*\*|__|[*_`~])/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (plain.length <= EXCERPT_LENGTH) return plain;
  const cut = plain.slice(0, EXCERPT_LENGTH);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), EXCERPT_LENGTH - 40))}…`;
}

/** Whole seconds, rounded up; 0 for nothing. */
export function readingSeconds(markdown: string): number {
  const words = markdown.match(/\S+/g)?.length ?? 0;
  return Math.ceil((words / WORDS_PER_MINUTE) * 60);
}
