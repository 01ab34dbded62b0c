import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AUDIO_FILE } from './encode-arguments.js';
import type { MediaFacts } from './media-facts.js';
import type { MediaTools } from './media-tools.js';
import { PROGRESSIVE_FILE } from './packing-arguments.js';
import type { RenditionPlan } from './plan-renditions.js';
import { probe } from './probe.js';
import { toolFailed } from './transcoding.errors.js';

/** Streams of one recording end a little apart, and an encoder fills its last frame. */
const APART_MS = 1_000;

/**
 * What is wrong with the one file that holds everything, against what was planned; empty where nothing is.
 * @param durationMs of the segments, which were made of the same streams
 */
export function faultsOf(made: MediaFacts, { rungs, audio }: RenditionPlan, durationMs: number): string[] {
  const faults: string[] = [];
  const [largest] = rungs;
  const { video } = made;
  if (largest && video?.codec !== 'h264') faults.push(`its pictures are ${video?.codec ?? 'not there'}`);
  else if (largest && (video?.width !== largest.width || video.height !== largest.height)) {
    faults.push(`it is ${video?.width} x ${video?.height}, not ${largest.width} x ${largest.height}`);
  }
  if (audio && made.audio?.codec !== 'aac') faults.push(`its sound is ${made.audio?.codec ?? 'not there'}`);
  if (Math.abs((made.durationMs ?? 0) - durationMs) > APART_MS) {
    faults.push(`it lasts ${made.durationMs} ms, its segments ${durationMs} ms`);
  }
  return faults;
}

/**
 * Looks at what has come out before anybody is told that it is there: a tool can end well and have written nothing.
 * @param files all that were made, relative to the directory
 * @throws HubError media.tool_failed: none of this is the fault of what was uploaded
 */
export async function checkMade(
  tools: MediaTools,
  plan: RenditionPlan,
  { directory, files, durationMs }: { directory: string; files: readonly string[]; durationMs: number },
  signal?: AbortSignal,
): Promise<void> {
  for (const file of files) {
    const found = await stat(join(directory, file)).catch(() => undefined);
    if (!found?.size) throw toolFailed(`${file} is ${found ? 'empty' : 'not there'}.`);
  }
  const main = plan.rungs.length > 0 ? PROGRESSIVE_FILE : AUDIO_FILE;
  const made = await probe(tools, join(directory, main), 'mov', signal).catch((error: Error) => {
    signal?.throwIfAborted();
    throw toolFailed(`${main} cannot be read: ${error.message}`);
  });
  const faults = faultsOf(made, plan, durationMs);
  if (faults.length > 0) throw toolFailed(`${main} is not what was planned: ${faults.join('; ')}.`);
}
