/** What stands in the search field, read: words for the server, and filters by who, where, what with and until when. */
export interface ReadQuery {
  words: string;
  from?: string;
  in?: string;
  has?: 'VIDEO' | 'AUDIO' | 'IMAGE' | 'FILE';
  due?: 'today' | 'week';
}

const kinds = {
  video: 'VIDEO',
  voice: 'AUDIO',
  audio: 'AUDIO',
  picture: 'IMAGE',
  image: 'IMAGE',
  file: 'FILE',
} as const;

/**
 * `from:ana in:platform has:video due:week rollout plan`. A name with spaces stands in quotes; a filter without a value,
 * or with one that is none, stays a word.
 */
export function readQuery(text: string): ReadQuery {
  const read: ReadQuery = { words: '' };
  const words: string[] = [];
  for (const [whole, key, quoted, plain] of text.matchAll(/(?:(from|in|has|due):)?(?:"([^"]*)"|(\S+))/gi)) {
    const value = (quoted ?? plain ?? '').trim();
    if (!key) words.push(whole);
    else if (key.toLowerCase() === 'from') read.from = value.replace(/^@/, '');
    else if (key.toLowerCase() === 'in') read.in = value.replace(/^#/, '');
    else if (key.toLowerCase() === 'has' && value.toLowerCase() in kinds)
      read.has = kinds[value.toLowerCase() as keyof typeof kinds];
    else if (key.toLowerCase() === 'due' && /^(today|week)$/i.test(value))
      read.due = value.toLowerCase() as 'today' | 'week';
    else words.push(whole);
  }
  read.words = words.join(' ');
  return read;
}

/** The same text without one of its filters. */
export function withoutFilter(text: string, key: 'from' | 'in' | 'has' | 'due'): string {
  return text
    .replace(new RegExp(`\\b${key}:(?:"[^"]*"|\\S+)`, 'gi'), '')
    .replace(/\s+/g, ' ')
    .trim();
}
