/** A picture of the storyboard: a part of a larger picture. */
export interface Tile {
  start: number;
  end: number;
  url: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Reads a storyboard's WebVTT: one cue a tile, `tiles.jpg#xywh=160,90,160,90`.
 * @param base its own address: what it names is beside it, and signed like it where it has no signature of its own
 */
export function tilesOf(vtt: string, base: string): Tile[] {
  const tiles: Tile[] = [];
  for (const block of vtt.split(/\r?\n\r?\n/)) {
    const cue = /([\d:.]+)\s+-->\s+([\d:.]+)[^\n]*\n(\S+?)#xywh=(\d+),(\d+),(\d+),(\d+)/.exec(block);
    if (!cue) continue;
    const [, start, end, name, x, y, width, height] = cue as unknown as string[];
    const url = new URL(name!, base);
    if (!url.search) url.search = new URL(base).search;
    tiles.push({
      start: secondsOf(start!),
      end: secondsOf(end!),
      url: url.href,
      x: Number(x),
      y: Number(y),
      width: Number(width),
      height: Number(height),
    });
  }
  return tiles;
}

const secondsOf = (stamp: string): number => stamp.split(':').reduce((seconds, part) => seconds * 60 + Number(part), 0);
