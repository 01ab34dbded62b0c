import { type Chapter, chapterAt } from './chapters';
import { usePlayback } from './deck';
import type { MediaNow } from './media';
import type { Playback } from './playback';
import type { Moment } from './position';

export interface PartProps {
  media: MediaNow;
  playback: Playback;
  chapters: Chapter[];
  moments: Moment[];
  label: string;
  onMoment: (id: string) => void;
  children: React.ReactNode;
}

export function Caption({ playback }: { playback: Playback }) {
  const caption = usePlayback(playback, (now) => now.caption);
  return <figcaption className="cap">{caption && <span>{caption}</span>}</figcaption>;
}

/** A screen reader is told when another chapter begins. */
export function ChapterSaid({ playback, chapters }: { playback: Playback; chapters: Chapter[] }) {
  const title = usePlayback(playback, (now) =>
    now.hasStarted ? (chapters[chapterAt(chapters, now.seconds)]?.title ?? '') : '',
  );
  return (
    <span className="sr" role="status">
      {title}
    </span>
  );
}
