import { useEffect, useState } from 'react';
import { duration } from '../language';
import { type Chapter, chapterAt } from './chapters';
import { type Tile, tilesOf } from './storyboard';

const read = new Map<string, Promise<Tile[]>>();

/** What is there, before one goes there: a picture of the storyboard, the time, the chapter. */
export function Glimpse({
  at,
  seconds,
  chapters,
  storyboardUrl,
}: {
  at: number;
  seconds: number;
  chapters: Chapter[];
  storyboardUrl: string | null;
}) {
  const tiles = useTiles(storyboardUrl);
  const tile = tiles.find(({ start, end }) => start <= seconds && seconds < end) ?? tiles.at(-1);
  const title = chapters[chapterAt(chapters, seconds)]?.title;
  return (
    <span
      className="glimpse"
      aria-hidden="true"
      style={{ insetInlineStart: `clamp(84px, ${at * 100}%, calc(100% - 84px))` }}
    >
      {tile && (
        <span
          className="still"
          style={{
            inlineSize: tile.width,
            blockSize: tile.height,
            background: `url("${tile.url}") -${tile.x}px -${tile.y}px no-repeat`,
          }}
        />
      )}
      <span className="cut">
        {duration(seconds)}
        {title ? ` · ${title}` : ''}
      </span>
    </span>
  );
}

function useTiles(url: string | null): Tile[] {
  const [tiles, setTiles] = useState<Tile[]>([]);
  useEffect(() => {
    if (!url) return;
    let isOver = false;
    const asked = read.get(url) ?? load(url);
    read.set(url, asked);
    void asked.then((found) => {
      if (!isOver) setTiles(found);
    });
    return () => {
      isOver = true;
    };
  }, [url]);
  return tiles;
}

/** Without its pictures the time alone is shown. */
const load = (url: string): Promise<Tile[]> =>
  fetch(url)
    .then(async (answer) => (answer.ok ? tilesOf(await answer.text(), new URL(url, location.href).href) : []))
    .catch(() => []);
