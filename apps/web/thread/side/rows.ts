interface Segment {
  startSeconds: number;
}
interface Part {
  title: string;
  start: number;
}

export type Row<Comment> =
  | { kind: 'chapter'; key: string; title: string; start: number }
  | { kind: 'line'; key: string; index: number }
  | { kind: 'comment'; key: string; comment: Comment };

/** A transcript as it is read: chapters, what is said in them, and comments after what they speak of. */
export function rowsOf<Comment extends { id: string; seconds: number }>(
  segments: readonly Segment[],
  chapters: readonly Part[],
  comments: readonly Comment[],
): Row<Comment>[] {
  const titles = chapters.filter(({ title }) => title !== '');
  const open = comments.toSorted((one, other) => one.seconds - other.seconds);
  const rows: Row<Comment>[] = [];
  let chapter = 0;
  let comment = 0;
  const addComments = (before: number) => {
    for (; comment < open.length && open[comment]!.seconds < before; comment++)
      rows.push({ kind: 'comment', key: open[comment]!.id, comment: open[comment]! });
  };
  for (const [index, { startSeconds }] of segments.entries()) {
    addComments(startSeconds);
    // A chapter begins with the first thing said in it, even where its mark is a breath late.
    for (; chapter < titles.length && titles[chapter]!.start <= startSeconds + 0.5; chapter++) {
      const { title, start } = titles[chapter]!;
      rows.push({ kind: 'chapter', key: `chapter ${start}`, title, start });
    }
    rows.push({ kind: 'line', key: `line ${index}`, index });
  }
  addComments(Number.POSITIVE_INFINITY);
  return rows;
}

/** What is being said at a second: the last segment that has begun. -1 before the first. */
export const segmentAt = (segments: readonly Segment[], seconds: number): number =>
  segments.findLastIndex(({ startSeconds }) => startSeconds <= seconds + 0.05);
