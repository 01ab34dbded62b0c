import { type PointerEvent, useMemo, useState } from 'react';
import { Avatar } from '../design';
import { duration, useLingui } from '../language';
import { type Chapter, chapterAt, partPlayed } from './chapters';
import { usePlayback } from './deck';
import { Glimpse } from './glimpse';
import { pinsOf } from './pins';
import type { Playback } from './playback';

export interface Moment {
  id: string;
  seconds: number;
  author: { id: string; name: string; avatarUrl: string | null };
}

/** Where it is: chapters as parts of a line, comments as pins above it, a glimpse of what a pointer is over. */
export function Position({
  playback,
  chapters,
  moments,
  storyboardUrl = null,
  stillsUrl,
  onMoment,
}: {
  playback: Playback;
  chapters: Chapter[];
  moments: Moment[];
  storyboardUrl?: string | null;
  stillsUrl: string | null;
  onMoment: (id: string) => void;
}) {
  const { i18n } = useLingui();
  const length = usePlayback(playback, (now) => now.duration);
  // A quarter of a second is as fine as the line can show.
  const seconds = usePlayback(playback, (now) => Math.round(now.seconds * 4) / 4);
  const isPlaying = usePlayback(playback, (now) => now.isPlaying);
  const [over, setOver] = useState<number>();
  const pins = useMemo(() => pinsOf(moments, length), [moments, length]);
  const title = chapters[chapterAt(chapters, seconds)]?.title ?? '';
  const follow = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    const part = (event.clientX - box.left) / Math.max(1, box.width);
    setOver(Math.min(1, Math.max(0, document.dir === 'rtl' ? 1 - part : part)));
  };
  return (
    <div className="track" onPointerMove={follow} onPointerLeave={() => setOver(undefined)}>
      {chapters.map((chapter) => (
        <i key={chapter.start} style={{ flex: Math.max(0.01, chapter.end - chapter.start) }}>
          <b style={{ inlineSize: `${partPlayed(chapter, seconds) * 100}%` }} />
        </i>
      ))}
      <input
        type="range"
        min={0}
        max={Math.max(1, length)}
        step={0.1}
        value={Math.min(seconds, Math.max(1, length))}
        aria-label={i18n._('Position')}
        aria-valuetext={valueText()}
        onChange={(event) => playback.seek(Number(event.target.value))}
      />
      {pins.map(({ at, seconds: to, moments: here }) => (
        <button
          key={to}
          type="button"
          className="pin"
          style={{ insetInlineStart: `${at * 100}%` }}
          title={i18n._('{name} at {time}', { name: here[0]!.author.name, time: duration(to) })}
          onClick={() => {
            playback.seek(to);
            onMoment(here[0]!.id);
          }}
        >
          <span className="sr">
            {i18n._('Comment of {name} at {time}', { name: here[0]!.author.name, time: duration(to) })}
          </span>
          <Avatar member={here[0]!.author} size="xs" />
          {here.length > 1 && <span className="many">{here.length}</span>}
        </button>
      ))}
      {over !== undefined && length > 0 && (
        <Glimpse
          at={over}
          seconds={over * length}
          chapters={chapters}
          storyboardUrl={storyboardUrl}
          stillsUrl={stillsUrl}
        />
      )}
    </div>
  );

  /** While it plays only the chapter is said: a reader must not be told every second. */
  function valueText(): string {
    if (isPlaying) return title || i18n._('Playing');
    const words = { now: duration(seconds), all: duration(length), title };
    return title ? i18n._('{now} of {all}, {title}', words) : i18n._('{now} of {all}', words);
  }
}
