import type { MediaFacts, VideoFacts } from './probe.js';

/** One video rung. */
export interface RungPlan {
  /** 1080, 720, 360: of the shorter side; names its files. */
  name: string;
  width: number;
  height: number;
  /** Constant quality; `maxBitrateBps` bounds what hard pictures cost. */
  crf: number;
  maxBitrateBps: number;
  /** Of H.264, ten times: 31 is level 3.1. */
  level: number;
}

export interface RenditionPlan {
  /** Largest first; empty for sound alone. */
  rungs: RungPlan[];
  frameRate: number;
  isHdr: boolean;
  audio: { bitrateBps: number; channels: number } | null;
  /** Integrated loudness of all sound. @see EBU R 128 */
  loudnessLufs: number;
  /** Where the poster is taken. */
  posterAtMs: number;
  previewMs: number;
}

const ladder = [
  { shortSide: 1080, crf: 22, maxBitrateBps: 5_000_000, level: 40, fastLevel: 42 },
  { shortSide: 720, crf: 22, maxBitrateBps: 2_800_000, level: 31, fastLevel: 32 },
  { shortSide: 360, crf: 24, maxBitrateBps: 800_000, level: 30, fastLevel: 31 },
] as const;

const MAX_FRAME_RATE = 60;
const USUAL_FRAME_RATE = 30;
const PREVIEW_MS = 4_000;

/**
 * Which renditions a recording gets: no rung above its source, at least one; sides even, as H.264 wants them; portrait
 * measured by its shorter side.
 */
export function planRenditions(facts: MediaFacts, { loudnessLufs = -16 } = {}): RenditionPlan {
  const { video, audio, durationMs } = facts;
  const frameRate = video ? planFrameRate(video) : USUAL_FRAME_RATE;
  return {
    rungs: video ? planRungs(video, frameRate) : [],
    frameRate,
    isHdr: video?.isHdr ?? false,
    audio: audio && { bitrateBps: audio.channels === 1 ? 96_000 : 128_000, channels: Math.min(2, audio.channels) },
    loudnessLufs,
    // The very first frame is often black or half a face.
    posterAtMs: Math.min(1_000, Math.floor((durationMs ?? 0) / 3)),
    previewMs: PREVIEW_MS,
  };
}

function planRungs(video: VideoFacts, frameRate: number): RungPlan[] {
  const shortSide = Math.min(video.width, video.height);
  const fitting = ladder.filter((rung) => rung.shortSide <= shortSide);
  // A source between two rungs, or below all of them, keeps its own size as the best one it can be shown in.
  const chosen = fitting.length > 0 ? fitting : [{ ...ladder.at(-1)!, shortSide }];
  return chosen.map(({ shortSide: side, crf, maxBitrateBps, level, fastLevel }) => ({
    name: String(side),
    ...scaled(video, side / shortSide),
    crf,
    maxBitrateBps,
    level: frameRate > USUAL_FRAME_RATE ? fastLevel : level,
  }));
}

/** Even sides, never larger than the source's even sides, at least 2. */
const scaled = ({ width, height }: VideoFacts, factor: number): { width: number; height: number } => ({
  width: Math.max(2, Math.min(even(width * factor), Math.floor(width / 2) * 2 || 2)),
  height: Math.max(2, Math.min(even(height * factor), Math.floor(height / 2) * 2 || 2)),
});

const even = (side: number): number => Math.round(side / 2) * 2;

/** Browsers write no rate, or a thousand a second: then the usual one. */
const planFrameRate = ({ frameRate }: VideoFacts): number =>
  frameRate === null || frameRate > MAX_FRAME_RATE + 1
    ? USUAL_FRAME_RATE
    : Math.max(1, Math.round(frameRate * 100) / 100);
