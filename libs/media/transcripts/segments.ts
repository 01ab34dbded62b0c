/** Some words and when they are spoken. Segments stand in the order of their beginnings. */
export interface SpokenSegment {
  startSeconds: number;
  endSeconds: number;
  text: string;
}

/** What search takes of one transcript, in characters: some seven hours of speech; Postgres bounds a text vector. */
export const MAX_WORDS = 400_000;

export const spokenText = (segments: readonly SpokenSegment[]): string => segments.map(({ text }) => text).join(' ');

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const unwritable = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/**
 * What an engine has said, as it is kept: times in order, within the duration and to the millisecond, nothing empty.
 * @param durationSeconds of the recording, null where unknown
 */
export function cleanSegments(segments: readonly SpokenSegment[], durationSeconds: number | null): SpokenSegment[] {
  const most = durationSeconds ?? Number.MAX_SAFE_INTEGER;
  return segments
    .filter(({ startSeconds, endSeconds }) => Number.isFinite(startSeconds) && Number.isFinite(endSeconds))
    .map(({ startSeconds, endSeconds, text }) => {
      const start = inMilliseconds(Math.min(most, Math.max(0, startSeconds)));
      return {
        startSeconds: start,
        endSeconds: inMilliseconds(Math.max(start, Math.min(most, endSeconds))),
        text: text.replace(unwritable, ' ').replace(/\s+/g, ' ').trim(),
      };
    })
    .filter(({ text }) => text !== '')
    .sort((one, other) => one.startSeconds - other.startSeconds);
}

const inMilliseconds = (seconds: number): number => Math.round(seconds * 1000) / 1000;
