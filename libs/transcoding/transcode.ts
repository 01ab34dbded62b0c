import { access, mkdir, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { checkMade } from './check-made.js';
import { AUDIO_FILE, encodeArguments, rungFile } from './encode-arguments.js';
import { decodingOptions, inputOptions, quietly } from './input-options.js';
import { measureLoudness } from './measure-loudness.js';
import type { MediaFacts } from './media-facts.js';
import type { MediaTools } from './media-tools.js';
import { packageHls } from './package-hls.js';
import {
  firstFrameArguments,
  HLS_FOLDER,
  POSTER_FILE,
  PREVIEW_FILE,
  PROGRESSIVE_FILE,
  packingArguments,
} from './packing-arguments.js';
import { planRenditions, type RenditionPlan } from './plan-renditions.js';
import { checkLength } from './probe.js';
import { readProgress } from './progress.js';
import { runTool, type ToolRun, toolOutput } from './run-tool.js';
import { scanDurationMs } from './scan-duration.js';
import { STORYBOARD_CUES, STORYBOARD_FOLDER, STORYBOARD_SPRITE, storyboardCues } from './storyboard.js';
import { UnreadableMedia } from './transcoding.errors.js';
import { type Hardware, hardwareEncoder, software, type VideoEncoder } from './video-encoders.js';
import { readSound, type Sound } from './waveform.js';
import { type ToolLimits, transcodingLimits } from './work-limits.js';

export interface RenditionFiles {
  kind: 'IMAGE' | 'HLS' | 'MP4' | 'AUDIO' | 'POSTER' | 'PREVIEW' | 'STORYBOARD';
  /** Relative to the directory; the first is the one that its address names. */
  files: string[];
}

export interface TranscodeResult {
  /** As it came out, whatever the header has said. */
  durationMs: number;
  /** Null without sound. */
  waveform: number[] | null;
  /** Starts and ends of pauses by turns, in milliseconds; null without sound. */
  silencesMs: number[] | null;
  renditions: RenditionFiles[];
}

export interface TranscodeOptions {
  signal?: AbortSignal;
  /** How far it steps back for others on this machine: 0, not at all, to 19. */
  niceness?: number;
  /** Takes a share from 0 to 1. */
  onProgress?: (done: number) => void;
  /** As {@link planRenditions} makes it, unless given. */
  plan?: RenditionPlan;
  /** Encodes pictures beside the cores; where it fails the cores do. */
  hardware?: Hardware;
  /** Told why hardware that was asked for has not served. */
  onFallBack?: (why: string) => void;
  /** In proportion to the file, unless given. */
  limits?: ToolLimits;
}

/** More threads than this make one encoding no faster, and each costs memory. */
const MAX_THREADS = 4;
/** Of the whole work, about: listening to it first, beside a picture and alone; and what is packed at its end. */
const MEASURING_SHARE = { video: 0.05, sound: 0.4 };
const PACKED_FROM = 0.95;

/**
 * Makes all renditions of a recording in a directory of its own: one decode for all of them, packing by copying.
 * @param demuxer as {@link sniff} found it
 * @throws UnreadableMedia; HubError media.tool_failed; the signal's reason where it is aborted
 */
export async function transcode(
  tools: MediaTools,
  path: string,
  demuxer: string,
  facts: MediaFacts,
  directory: string,
  { signal, niceness, onProgress = () => undefined, ...given }: TranscodeOptions = {},
): Promise<TranscodeResult> {
  await mkdir(join(directory, HLS_FOLDER), { recursive: true });
  await mkdir(join(directory, STORYBOARD_FOLDER), { recursive: true });
  const durationMs = facts.durationMs ?? (await scanDurationMs(tools, path, demuxer, signal));
  checkLength(durationMs, facts.byteSize);
  const plan = given.plan ?? planRenditions({ ...facts, durationMs });
  const run: ToolRun = {
    directory,
    signal,
    niceness,
    limits: given.limits ?? transcodingLimits({ durationMs, video: facts.video }, plan),
  };
  const threads = Math.min(MAX_THREADS, availableParallelism());
  const canToneMap = tools.filters.has('zscale') && tools.filters.has('tonemap');
  const encodedFrom = plan.audio ? (plan.rungs.length > 0 ? MEASURING_SHARE.video : MEASURING_SHARE.sound) : 0;
  const progress = (from: number, to: number) => (output: Readable) =>
    readProgress(output, durationMs, (done) => onProgress(from + done * (to - from)));
  const measured = await measureLoudness(tools, path, demuxer, plan, run, progress(0, encodedFrom));
  const encode = async (encoder: VideoEncoder, limits = run.limits): Promise<VideoEncoder> => {
    const options = encodeArguments(plan, { canToneMap, encoder }, measured);
    const source = [...encoder.device, ...decodingOptions(threads), ...inputOptions(demuxer, path)];
    await runTool(tools.ffmpegPath, [...quietly, '-progress', 'pipe:1', ...source, ...options], {
      ...run,
      limits,
      onOutput: progress(encodedFrom, PACKED_FROM),
    });
    return encoder;
  };
  const onHardware = given.hardware && plan.rungs.length > 0 ? hardwareEncoder(given.hardware) : undefined;
  const encoder =
    (onHardware && (await tryHardware(tools, onHardware, run, given.onFallBack, encode))) ??
    (await encode(software(threads)));
  const packed = await pack(tools, plan, run, encoder.framesKeptBack);
  const files = packed.renditions.flatMap((rendition) => rendition.files);
  await checkMade(tools, plan, { directory, files, durationMs: packed.durationMs }, signal);
  onProgress(1);
  return packed;
}

/** Drivers map memory that they never use, in terabytes. */
const ADDRESSES_OF_DRIVERS = 2 ** 46;

/** @returns undefined where it has not served, whatever the reason: the cores find out whether that is the file's fault */
async function tryHardware(
  tools: MediaTools,
  encoder: VideoEncoder,
  { signal, limits }: ToolRun,
  onFallBack: (why: string) => void = () => undefined,
  encode: (encoder: VideoEncoder, limits: ToolLimits) => Promise<VideoEncoder>,
): Promise<VideoEncoder | undefined> {
  if (!tools.hardwareEncoders.has(encoder.name)) {
    onFallBack(`${tools.ffmpegPath} was built without ${encoder.name}.`);
    return undefined;
  }
  try {
    return await encode(encoder, { ...limits, maxMemoryBytes: ADDRESSES_OF_DRIVERS });
  } catch (error) {
    signal?.throwIfAborted();
    onFallBack(
      error instanceof UnreadableMedia ? error.detail || error.message : String((error as Error).cause ?? error),
    );
    return undefined;
  }
}

async function pack(
  tools: MediaTools,
  plan: RenditionPlan,
  run: ToolRun,
  framesKeptBack: number,
): Promise<TranscodeResult> {
  const { directory } = run;
  let sound: Sound | undefined;
  await runTool(tools.ffmpegPath, packingArguments(plan, framesKeptBack), {
    ...run,
    onOutput: async (output) => {
      const read = await readSound(output);
      if (plan.audio) sound = read;
    },
  });
  const { files, durationMs } = await packageHls(plan, directory);
  const renditions: RenditionFiles[] = [{ kind: 'HLS', files }];
  if (plan.rungs.length > 0) {
    const hasPoster = await access(join(directory, POSTER_FILE)).then(
      () => true,
      () => false,
    );
    if (!hasPoster) await toolOutput(tools.ffmpegPath, firstFrameArguments(plan), run);
    renditions.push({ kind: 'MP4', files: [PROGRESSIVE_FILE] });
    renditions.push({ kind: 'POSTER', files: [POSTER_FILE] });
    renditions.push({ kind: 'PREVIEW', files: [PREVIEW_FILE] });
    if (plan.storyboard) {
      await writeFile(join(directory, STORYBOARD_CUES), storyboardCues(plan.storyboard, durationMs));
      renditions.push({ kind: 'STORYBOARD', files: [STORYBOARD_CUES, STORYBOARD_SPRITE] });
    }
  }
  if (plan.audio) renditions.push({ kind: 'AUDIO', files: [AUDIO_FILE] });
  await Promise.all(plan.rungs.map(({ name }) => rm(join(directory, rungFile(name)))));
  return { durationMs, waveform: sound?.waveform ?? null, silencesMs: sound?.silencesMs ?? null, renditions };
}
