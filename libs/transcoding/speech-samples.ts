import { basename, dirname } from 'node:path';
import { ownInput, quietly } from './input-options.js';
import type { MediaTools } from './media-tools.js';
import { toolOutput } from './run-tool.js';
import { copyingLimits } from './work-limits.js';

/** Decoding the longest recording takes two minutes. */
const WALL_MS = 600_000;
/** What engines of speech are trained on. */
const RATE_HZ = 16_000;

/**
 * Writes the sound of an audio rendition of ours as raw samples: signed, 16 bits, little-endian, one channel, 16 kHz.
 * @param path of the rendition; the samples are written beside it
 */
export async function speechSamples(tools: MediaTools, path: string, out: string, signal?: AbortSignal): Promise<void> {
  const sound = ['-map', '0:a:0', '-ac', '1', '-ar', String(RATE_HZ), '-f', 's16le', out];
  await toolOutput(tools.ffmpegPath, [...quietly, ...ownInput(basename(path)), ...sound], {
    directory: dirname(path),
    limits: { ...copyingLimits, wallMs: WALL_MS, cpuMs: WALL_MS },
    ...(signal && { signal }),
  });
}
