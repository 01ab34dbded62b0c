import type { Id } from '#kernel';
import type { Job } from '#queue';
import { processLongMedia, processMedia, processQuickMedia } from '../media.jobs.js';

/** Where an item waits for its renditions: what takes seconds never stands behind what takes hours. */
export const lanes = ['QUICK', 'SHORT', 'LONG'] as const;
export type Lane = (typeof lanes)[number];

/** What the price of the work is told from, as it is known when an upload has arrived. */
export interface WorkFacts {
  kind: 'VIDEO' | 'AUDIO' | 'IMAGE' | 'FILE';
  mimeType: string;
  byteSize: number | null;
  durationMs: number | null;
  width: number | null;
  height: number | null;
}

const HD_PIXELS = 1280 * 720;
/** Of the largest rung: more pixels than these are read and not encoded. */
const MOST_ENCODED_PIXELS = 1920 * 1080;
/** CPU seconds for one second, measured: 720p with all rungs and loudness, and sound alone. */
const VIDEO_SECONDS = 1;
const SOUND_SECONDS = 0.05;
/** Starting tools, packing, storing. */
const LEAST_SECONDS = 1;
/** Of a recording whose header says no duration: what browsers write a second, about. */
const USUAL_BYTES_PER_SECOND = 150_000;
/** Five minutes of 720p. Whoever waits in the short lane waits for no longer than one of these. */
const LONG_FROM_SECONDS = 300;
/** Pictures that may move: those get a video too. */
const moving = new Set(['image/gif', 'image/apng']);

/** About how many seconds of CPU the renditions of an item take. */
export function workSeconds({ kind, mimeType, byteSize, durationMs, width, height }: WorkFacts): number {
  if (kind === 'IMAGE' && !moving.has(mimeType)) return LEAST_SECONDS;
  const seconds = durationMs === null ? (byteSize ?? 0) / USUAL_BYTES_PER_SECOND : durationMs / 1000;
  if (kind === 'AUDIO') return Math.ceil(LEAST_SECONDS + seconds * SOUND_SECONDS);
  const pixels = width && height ? width * height : HD_PIXELS;
  // Decoding what is larger than the largest rung costs about a quarter of encoding it.
  const encoded = Math.min(pixels, MOST_ENCODED_PIXELS) + Math.max(0, pixels - MOST_ENCODED_PIXELS) / 4;
  return Math.ceil(LEAST_SECONDS + seconds * VIDEO_SECONDS * Math.max(0.15, encoded / HD_PIXELS));
}

export function laneOf(facts: WorkFacts): Lane {
  if (facts.kind === 'IMAGE' && !moving.has(facts.mimeType)) return 'QUICK';
  return workSeconds(facts) >= LONG_FROM_SECONDS ? 'LONG' : 'SHORT';
}

export const jobOf: Readonly<Record<Lane, Job<{ mediaId: Id }>>> = {
  QUICK: processQuickMedia,
  SHORT: processMedia,
  LONG: processLongMedia,
};

/**
 * How far the media tools of a lane step back for others on the same machine (0: not at all; 19: most). People wait for
 * pages and uploads, and for a short answer sooner than for a lecture.
 */
export const nicenessOf: Readonly<Record<Lane, number>> = { QUICK: 0, SHORT: 5, LONG: 15 };

/** More threads than this make one encoding no faster. */
const CORES_OF_ONE = 4;

/** How many items of each lane one worker works on at once. @param wanted as set; 0: from the cores */
export function slotsOf(cores: number, wanted: number): Record<Lane, number> {
  const slots = wanted > 0 ? wanted : Math.max(1, Math.floor(cores / CORES_OF_ONE));
  return { QUICK: Math.max(2, Math.ceil(cores / 2)), SHORT: slots, LONG: Math.max(1, Math.floor(slots / 2)) };
}
