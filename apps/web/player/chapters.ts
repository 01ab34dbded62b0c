/** A part of a recording. Without chapters the whole is one part without a title. */
export interface Chapter {
  title: string;
  start: number;
  end: number;
}

export function chaptersOf(
  given: readonly { title: string; startSeconds: number }[],
  durationSeconds: number,
): Chapter[] {
  const inside = given
    .filter(({ startSeconds }) => startSeconds < durationSeconds)
    .toSorted((one, other) => one.startSeconds - other.startSeconds);
  if (inside.length === 0) return [{ title: '', start: 0, end: durationSeconds }];
  return inside.map(({ title, startSeconds }, index) => ({
    title,
    // What is spoken before the first title belongs to the first part.
    start: index === 0 ? 0 : startSeconds,
    end: inside[index + 1]?.startSeconds ?? durationSeconds,
  }));
}

export function chapterAt(chapters: readonly Chapter[], seconds: number): number {
  const index = chapters.findLastIndex(({ start }) => start <= seconds);
  return Math.max(0, index);
}

/** Back goes to the start of this chapter first, and to the one before when already there. */
export function chapterJump(chapters: readonly Chapter[], seconds: number, by: 1 | -1): number | undefined {
  const now = chapterAt(chapters, seconds);
  if (by === 1) return chapters[now + 1]?.start;
  const start = chapters[now]?.start ?? 0;
  return seconds - start > 2 ? start : (chapters[now - 1]?.start ?? 0);
}

/** How much of a chapter has been played, 0 to 1. */
export const partPlayed = ({ start, end }: Chapter, seconds: number): number =>
  Math.min(1, Math.max(0, (seconds - start) / Math.max(0.001, end - start)));
