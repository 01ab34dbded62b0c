import { h264Level } from './h264-level.js';
import type { MediaFacts, VideoFacts } from './media-facts.js';
import { planStoryboard, type StoryboardPlan } from './storyboard.js';

/** One video rung. */
export interface RungPlan {
  /** The length of the shorter side; names its files. */
  name: string;
  width: number;
  height: number;
  /** Constant quality; `maxBitrateBps` bounds what hard pictures cost. */
  crf: number;
  maxBitrateBps: number;
  /** Of H.264, ten times: 31 is level 3.1. */
  level: number;
}

export interface AudioPlan {
  streamIndex: number;
  bitrateBps: number;
  /** 1 or 2. */
  channels: number;
  /** Set for sound that is too short for its loudness to be measured as it is: how long it is. */
  shortMs: number | null;
}

export interface RenditionPlan {
  /** Largest first; empty for sound alone. */
  rungs: RungPlan[];
  videoStreamIndex: number;
  /** Constant; from 1 to 60. */
  frameRate: number;
  /** What is to be mapped to ordinary light. */
  hdrTransfer: VideoFacts['hdrTransfer'];
  audio: AudioPlan | null;
  /** Integrated loudness of all sound. @see EBU R 128 */
  loudnessLufs: number;
  /** Where the poster is taken. */
  posterAtMs: number;
  previewMs: number;
  /** Null for sound alone. */
  storyboard: StoryboardPlan | null;
}

export interface RenditionSettings {
  /** From -70 to -5. */
  loudnessLufs?: number;
}

const ladder = [
  { shortSide: 1080, crf: 22, maxBitrateBps: 5_000_000 },
  { shortSide: 720, crf: 22, maxBitrateBps: 2_800_000 },
  { shortSide: 360, crf: 24, maxBitrateBps: 800_000 },
] as const;
/** A rung that is hardly smaller than the one above costs an encoding and helps nobody. */
const MOST_OF_NEXT = 0.75;
const WIDESCREEN = 16 / 9;

const MAX_FRAME_RATE = 60;
/** What uneven frames are evened out to. */
const evenRates = [15, 30, 60] as const;
const USUAL_FRAME_RATE = 30;
const PREVIEW_MS = 4_000;
/** What the measuring filter looks at together. */
const SHORT_SOUND_MS = 3_000;

/**
 * Which renditions a recording gets: no rung above its source, at least one for a picture; sides even, as H.264 wants
 * them; portrait measured by its shorter side.
 */
export function planRenditions(facts: MediaFacts, { loudnessLufs = -16 }: RenditionSettings = {}): RenditionPlan {
  const { video, audio, durationMs } = facts;
  const frameRate = video ? planFrameRate(video) : USUAL_FRAME_RATE;
  const rungs = video ? planRungs(video, frameRate) : [];
  const smallest = rungs.at(-1);
  return {
    rungs,
    videoStreamIndex: video?.streamIndex ?? 0,
    frameRate,
    hdrTransfer: video?.hdrTransfer ?? null,
    audio: audio && {
      streamIndex: audio.streamIndex,
      bitrateBps: audio.channels === 1 ? 96_000 : 128_000,
      channels: Math.min(2, audio.channels),
      shortMs: durationMs !== null && durationMs < SHORT_SOUND_MS ? durationMs : null,
    },
    loudnessLufs,
    // The very first frame is often black or half a face.
    posterAtMs: Math.min(1_000, Math.floor((durationMs ?? 0) / 3)),
    previewMs: PREVIEW_MS,
    storyboard: smallest ? planStoryboard(smallest, durationMs ?? 0) : null,
  };
}

/** The source's own size comes first, up to 1080: text on a shared screen does not survive scaling by odd factors. */
function planRungs(video: VideoFacts, frameRate: number): RungPlan[] {
  const sourceSide = Math.min(video.width, video.height);
  const topSide = Math.min(sourceSide, ladder[0].shortSide);
  const sides = [topSide, ...ladder.map((rung) => rung.shortSide).filter((side) => side <= topSide * MOST_OF_NEXT)];
  return sides.map((side) => {
    const { crf, maxBitrateBps } = ladder.findLast((rung) => rung.shortSide >= side)!;
    const size = scaled(video, side / sourceSide);
    const aspect = Math.max(video.width, video.height) / sourceSide;
    return {
      name: String(side),
      ...size,
      crf,
      maxBitrateBps: Math.round(maxBitrateBps * Math.min(4, Math.max(1, aspect / WIDESCREEN))),
      level: h264Level(size.width, size.height, frameRate),
    };
  });
}

/** Even sides, never larger than the source's even sides, at least 2. */
const scaled = ({ width, height }: VideoFacts, factor: number): { width: number; height: number } => ({
  width: Math.max(2, Math.min(even(width * factor), Math.floor(width / 2) * 2 || 2)),
  height: Math.max(2, Math.min(even(height * factor), Math.floor(height / 2) * 2 || 2)),
});

const even = (side: number): number => Math.round(side / 2) * 2;

/** Browsers write no rate, or a thousand a second: then the usual one. */
function planFrameRate({ frameRate, isVariable }: VideoFacts): number {
  if (frameRate === null || frameRate > 1_000 - 1) return USUAL_FRAME_RATE;
  if (isVariable) return evenRates.find((rate) => rate >= frameRate * 0.95) ?? MAX_FRAME_RATE;
  return Math.min(MAX_FRAME_RATE, Math.max(1, Math.round(frameRate * 1000) / 1000));
}
