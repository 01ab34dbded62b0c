/** Markdown as one line of plain text. */
export function plainLine(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^[#>\s*+-]+/, '')
    .replace(/[*_`~]+/g, '')
    .trim();
}

/**
 * What a post asks: its first sentence that ends in a question mark, else its first line. In other scripts a question
 * ends in other marks.
 */
export function questionOf(markdown: string): string {
  const lines = markdown.split('\n').map(plainLine).filter(Boolean);
  for (const line of lines) {
    const question = line.split(/(?<=[.!?？؟。！])\s*/).find((sentence) => /[?？؟]$/.test(sentence.trim()));
    if (question) return question.trim();
  }
  return lines[0] ?? '';
}
