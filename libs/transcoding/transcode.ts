import { mkdir, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { AUDIO_FILE, encodeArguments, rungFile } from './encode-arguments.js';
import type { MediaTools } from './media-tools.js';
import { packageHls } from './package-hls.js';
import { planRenditions } from './plan-renditions.js';
import { inputOptions, type MediaFacts, probe } from './probe.js';
import { runTool, toolOutput, usualLimits } from './run-tool.js';
import { unreadable } from './transcoding.errors.js';
import { waveformOf } from './waveform.js';

export interface RenditionFiles {
  kind: 'HLS' | 'MP4' | 'AUDIO' | 'POSTER' | 'PREVIEW';
  /** Relative to the directory; the first is the one that its address names. */
  files: string[];
}

export interface TranscodeResult {
  durationMs: number | null;
  waveform: number[] | null;
  renditions: RenditionFiles[];
}

/** A slow machine may need this many times the length of a recording. */
const SLOWEST = 40;

/**
 * Makes all renditions of a recording in a directory: one decode for all of them, packing by copying.
 * @throws UnreadableMedia; the signal's reason where it is aborted
 */
export async function transcode(
  tools: MediaTools,
  path: string,
  demuxer: string,
  facts: MediaFacts,
  directory: string,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (done: number) => void },
): Promise<TranscodeResult> {
  await mkdir(directory, { recursive: true });
  const plan = planRenditions(facts);
  const limits = { ...usualLimits, wallMs: Math.max(usualLimits.wallMs, (facts.durationMs ?? 3_600_000) * SLOWEST) };
  const encode = encodeArguments(plan, {
    canToneMap: tools.filters.has('zscale') && tools.filters.has('tonemap'),
    threads: availableParallelism(),
  });
  await runTool(
    tools.ffmpegPath,
    ['-nostdin', '-v', 'error', '-y', '-progress', 'pipe:1', ...inputOptions(demuxer, path), ...encode],
    { directory, limits, signal, onOutput: (output) => readProgress(output, facts.durationMs, onProgress) },
  );

  const renditions: RenditionFiles[] = [];
  const top = plan.rungs[0];
  const made = await probe(tools, join(directory, top ? rungFile(top.name) : AUDIO_FILE), 'mov', signal).catch(() => {
    throw unreadable('Nothing came out of the encoder.');
  });
  renditions.push({ kind: 'HLS', files: await packageHls(tools, plan, directory, signal) });
  if (top) {
    await copy(tools, directory, 'video.mp4', top.name, plan.audio !== null, signal);
    renditions.push({ kind: 'MP4', files: ['video.mp4'] });
    await poster(tools, directory, rungFile(top.name), plan.posterAtMs, signal);
    renditions.push({ kind: 'POSTER', files: ['poster.jpg'] });
    await preview(tools, directory, rungFile(plan.rungs.at(-1)!.name), plan.previewMs, signal);
    renditions.push({ kind: 'PREVIEW', files: ['preview.mp4'] });
  }
  let waveform: number[] | null = null;
  if (plan.audio) {
    waveform = await waveformOf(tools, join(directory, AUDIO_FILE), directory, signal);
    renditions.push({ kind: 'AUDIO', files: [AUDIO_FILE] });
  }
  await Promise.all(plan.rungs.map(({ name }) => rm(join(directory, rungFile(name)))));
  return { durationMs: facts.durationMs ?? made.durationMs, waveform, renditions };
}

async function readProgress(
  output: NodeJS.ReadableStream,
  durationMs: number | null,
  onProgress: (done: number) => void,
): Promise<void> {
  for await (const line of createInterface({ input: output })) {
    const microseconds = /^out_time_(?:us|ms)=(\d+)/.exec(line)?.[1];
    // Despite its name out_time_ms counts microseconds as well.
    if (microseconds && durationMs) onProgress(Math.min(1, Number(microseconds) / 1000 / durationMs));
  }
}

const ours = (directory: string, name: string): string[] => ['-f', 'mov', '-i', `file:${join(directory, name)}`];
const quiet = ['-nostdin', '-v', 'error', '-y'];

/** The progressive MP4: the best rung and the sound in one file, its index first. */
async function copy(
  tools: MediaTools,
  directory: string,
  out: string,
  rung: string,
  withAudio: boolean,
  signal: AbortSignal,
): Promise<void> {
  const sound = withAudio ? [...ours(directory, AUDIO_FILE), '-map', '0:v', '-map', '1:a'] : [];
  const options = [
    ...quiet,
    ...ours(directory, rungFile(rung)),
    ...sound,
    '-c',
    'copy',
    '-movflags',
    '+faststart',
    '-f',
    'mp4',
    out,
  ];
  await toolOutput(tools.ffmpegPath, options, { directory, signal });
}

async function poster(
  tools: MediaTools,
  directory: string,
  source: string,
  atMs: number,
  signal: AbortSignal,
): Promise<void> {
  const options = [
    ...quiet,
    '-ss',
    String(atMs / 1000),
    ...ours(directory, source),
    '-frames:v',
    '1',
    '-q:v',
    '4',
    '-f',
    'image2',
    '-update',
    '1',
    'poster.jpg',
  ];
  await toolOutput(tools.ffmpegPath, options, { directory, signal });
}

/** The first seconds of the smallest rung, silent, copied. */
async function preview(
  tools: MediaTools,
  directory: string,
  source: string,
  lengthMs: number,
  signal: AbortSignal,
): Promise<void> {
  const options = [
    ...quiet,
    ...ours(directory, source),
    '-t',
    String(lengthMs / 1000),
    '-an',
    '-c',
    'copy',
    '-movflags',
    '+faststart',
    '-f',
    'mp4',
    'preview.mp4',
  ];
  await toolOutput(tools.ffmpegPath, options, { directory, signal });
}
