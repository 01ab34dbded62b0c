import type { MediaFacts } from './media-facts.js';
import type { RenditionPlan } from './plan-renditions.js';

/** What one run of a media tool may use at most. */
export interface ToolLimits {
  /** Time on the clock. */
  wallMs: number;
  /** Time of all its threads together. */
  cpuMs: number;
  /** One file that it writes. */
  maxFileBytes: number;
  /** All files in its directory together. */
  maxDirectoryBytes: number;
  /** Address space, where the system can bound it. */
  maxMemoryBytes: number;
}

const GIB = 1024 ** 3;

/** Reading a header, and copying streams: hundreds of times faster than playing. */
export const readingLimits: ToolLimits = {
  wallMs: 30_000,
  cpuMs: 30_000,
  maxFileBytes: 1024 ** 2,
  maxDirectoryBytes: Number.POSITIVE_INFINITY,
  maxMemoryBytes: 4 * GIB,
};
export const copyingLimits: ToolLimits = {
  wallMs: 60_000,
  cpuMs: 60_000,
  maxFileBytes: 32 * GIB,
  maxDirectoryBytes: 32 * GIB,
  maxMemoryBytes: 4 * GIB,
};

/** Of a slow disk that others use as well; what is written is written twice, the index being put in front. */
const SLOWEST_BYTES_A_SECOND = 8 * 1024 ** 2;
/** Seconds for one second of sound that is made anew beside copied pictures. */
const SLOWEST_SOUND_BESIDE = 0.2;

/** Limits of copying a file: hours of recording take longer to write than a minute does. */
export function copyingLimitsOf(byteSize: number, durationMs: number | null = null): ToolLimits {
  const moreMs = (byteSize / SLOWEST_BYTES_A_SECOND) * 1000 + (durationMs ?? 0) * SLOWEST_SOUND_BESIDE;
  return { ...copyingLimits, wallMs: copyingLimits.wallMs + moreMs, cpuMs: copyingLimits.cpuMs + moreMs };
}

/** Even a one-frame file may need this on a machine that is busy. */
const LEAST_MS = 120_000;
/** Seconds for one second of 4K HEVC with tone mapping on a slow and busy core, measured at a quarter of this. */
const SLOWEST = 40;
const PIXELS_A_SECOND_OF_4K = 3840 * 2160 * 30;
/** For one second of the smallest picture, and of sound alone: both passes over it. */
const SLOWEST_SMALL = 6;
const SLOWEST_SOUND = 1;
/** An encoder may miss its rate for a while, and small files are mostly headers. */
const SLACK_FACTOR = 2;
const SLACK_BYTES = 64 * 1024 ** 2;

/**
 * Limits of transcoding: in proportion to what the file says of its length and of its pictures, so that a small file that
 * asks for days of work is ended early.
 */
export function transcodingLimits(
  { durationMs, video }: Pick<MediaFacts, 'durationMs'> & Partial<Pick<MediaFacts, 'video'>>,
  plan: RenditionPlan,
): ToolLimits {
  const seconds = (durationMs ?? 0) / 1000;
  const share = video ? (video.width * video.height * plan.frameRate) / PIXELS_A_SECOND_OF_4K : 0;
  const slowest = video ? Math.max(SLOWEST_SMALL, SLOWEST * share) : SLOWEST_SOUND;
  const timeMs = LEAST_MS + seconds * 1000 * slowest;
  const rates = [...plan.rungs.map((rung) => rung.maxBitrateBps), plan.audio?.bitrateBps ?? 0];
  const bytesAt = (bps: number): number => Math.ceil((bps / 8) * seconds * SLACK_FACTOR + SLACK_BYTES);
  const totalBps = rates.reduce((sum, rate) => sum + rate, 0);
  return {
    wallMs: timeMs,
    cpuMs: timeMs,
    maxFileBytes: bytesAt(Math.max(...rates) + (plan.audio?.bitrateBps ?? 0)),
    // Encoded once, copied into segments, and the best rung once more into the progressive file.
    maxDirectoryBytes: 3 * bytesAt(totalBps),
    maxMemoryBytes: 8 * GIB,
  };
}
