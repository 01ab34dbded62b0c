/** A picture of a moment: a part of a sheet that holds all of them. */
export interface Still {
  start: number;
  end: number;
  sheet: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

const seconds = (clock: string): number => clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);

/**
 * The pictures of a storyboard: WebVTT whose cues name parts of a picture.
 * @param address of the storyboard: names in it are beside it
 * @see https://www.w3.org/TR/media-frags/#naming-space
 */
export function stillsOf(text: string, address: string): Still[] {
  const cues = text.matchAll(/^([\d:.]+) --> ([\d:.]+)\s*\n(\S+)#xywh=(\d+),(\d+),(\d+),(\d+)/gm);
  return [...cues].map(([, start, end, name, x, y, width, height]) => ({
    start: seconds(start!),
    end: seconds(end!),
    sheet: new URL(name!, address).href,
    x: Number(x),
    y: Number(y),
    width: Number(width),
    height: Number(height),
  }));
}

/** The picture of a second; the last one for what is after all of them. */
export const stillAt = (stills: readonly Still[], at: number): Still | undefined =>
  stills.find(({ end }) => at < end) ?? stills.at(-1);

const known = new Map<string, Promise<Still[]>>();
const MOST_KNOWN = 20;

/** Asked for once, when somebody looks; none where it cannot be had: the rest of the glimpse is worth having alone. */
export function loadStills(address: string): Promise<Still[]> {
  let stills = known.get(address);
  if (!stills) {
    if (known.size === MOST_KNOWN) known.clear();
    stills = fetch(address, { credentials: 'same-origin' })
      .then(async (answer) => (answer.ok ? stillsOf(await answer.text(), address) : []))
      .catch(() => []);
    known.set(address, stills);
  }
  return stills;
}
