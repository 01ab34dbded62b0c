import { useEffect, useRef, useState } from 'react';
import { duration } from '../language';
import { type Chapter, chapterAt } from './chapters';
import { loadStills, type Still, stillAt } from './storyboard';

/** What is there, before one goes there: the picture at that second, the time, the chapter. */
export function Glimpse({
  at,
  seconds,
  chapters,
  storyboardUrl,
  stillsUrl,
}: {
  at: number;
  seconds: number;
  chapters: Chapter[];
  /** Small pictures of all moments; null before they are made. */
  storyboardUrl: string | null;
  /** Until then a file that can be sought in; loaded only while somebody looks. */
  stillsUrl: string | null;
}) {
  const video = useRef<HTMLVideoElement>(null);
  const wanted = useRef(seconds);
  wanted.current = seconds;
  useEffect(() => {
    const element = video.current;
    // One picture after the other: the next is sought when the last has come.
    if (element && !element.seeking && element.readyState > 0) element.currentTime = seconds;
  }, [seconds]);
  const [stills, setStills] = useState<readonly Still[]>([]);
  useEffect(() => {
    let isOver = false;
    if (storyboardUrl) void loadStills(storyboardUrl).then((found) => isOver || setStills(found));
    return () => {
      isOver = true;
    };
  }, [storyboardUrl]);
  const still = stillAt(stills, seconds);
  const catchUp = () => {
    const element = video.current;
    if (element && Math.abs(element.currentTime - wanted.current) > 0.3) element.currentTime = wanted.current;
  };
  const title = chapters[chapterAt(chapters, seconds)]?.title;
  return (
    <span
      className="glimpse"
      aria-hidden="true"
      style={{ insetInlineStart: `clamp(84px, ${at * 100}%, calc(100% - 84px))` }}
    >
      {still && (
        <span
          className="sheet"
          style={{
            inlineSize: still.width,
            blockSize: still.height,
            backgroundImage: `url("${still.sheet}")`,
            backgroundPosition: `-${still.x}px -${still.y}px`,
          }}
        />
      )}
      {!storyboardUrl && stillsUrl && (
        <video
          ref={video}
          className="still"
          src={stillsUrl}
          preload="auto"
          muted
          playsInline
          tabIndex={-1}
          onLoadedMetadata={catchUp}
          onSeeked={catchUp}
        />
      )}
      <span className="cut">
        {duration(seconds)}
        {title ? ` · ${title}` : ''}
      </span>
    </span>
  );
}
