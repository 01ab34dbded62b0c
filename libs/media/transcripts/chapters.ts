import type { SpokenSegment } from './segments.js';

export interface Chapter {
  title: string;
  startSeconds: number;
}

/** Shorter recordings need none. */
const LEAST_DURATION_SECONDS = 180;
/** Speakers breathe for less than this, and stop for longer between two subjects. */
const LONG_PAUSE_SECONDS = 2;
const LEAST_CHAPTER_SECONDS = 45;
const MOST_CHAPTERS = 20;
const TITLE_WORDS = 8;
const TITLE_LENGTH = 60;

/**
 * Chapters of a recording, from nothing but its transcript: one begins at the first words and after each long pause, and
 * is called by the words that follow. None where the recording is short or knows no pause.
 */
export function chaptersOf(segments: readonly SpokenSegment[]): Chapter[] {
  const [first] = segments;
  const last = segments.at(-1);
  if (!first || !last || last.endSeconds - first.startSeconds < LEAST_DURATION_SECONDS) return [];
  const least = Math.max(LEAST_CHAPTER_SECONDS, (last.endSeconds - first.startSeconds) / MOST_CHAPTERS);
  const starts = [0];
  let spokenUntil = first.endSeconds;
  for (const [index, { startSeconds, endSeconds }] of segments.entries()) {
    const isAfterPause = startSeconds - spokenUntil >= LONG_PAUSE_SECONDS;
    const isLongEnough = startSeconds - segments[starts.at(-1)!]!.startSeconds >= least;
    if (isAfterPause && isLongEnough && last.endSeconds - startSeconds >= least) starts.push(index);
    spokenUntil = Math.max(spokenUntil, endSeconds);
  }
  if (starts.length < 2) return [];
  return starts.map((start, index) => ({
    title: titleOf(segments.slice(start, starts[index + 1])),
    startSeconds: index === 0 ? 0 : segments[start]!.startSeconds,
  }));
}

/** Up to the end of the first sentence, and no more than a line. */
function titleOf(segments: readonly SpokenSegment[]): string {
  const spoken = segments
    .slice(0, TITLE_WORDS)
    .map(({ text }) => text)
    .join(' ');
  const words = spoken.split(/\s+/).slice(0, TITLE_WORDS);
  const end = words.findIndex((word, index) => index >= 2 && /[.!?。！？]$/.test(word));
  const kept = end < 0 ? words : words.slice(0, end + 1);
  let title = kept.join(' ').replace(/[\s.,;:!?。、！？–-]+$/u, '');
  const isCut = title.length > TITLE_LENGTH || (end < 0 && spoken.length > kept.join(' ').length);
  if (title.length > TITLE_LENGTH) title = title.slice(0, TITLE_LENGTH - 1).replace(/\s+\S*$/, '');
  title = title.charAt(0).toLocaleUpperCase() + title.slice(1);
  return isCut ? `${title}…` : title;
}
