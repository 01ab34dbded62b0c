import type { Readable } from 'node:stream';
import { inputOptions, quietly } from './input-options.js';
import { type Loudness, soundFilters } from './loudness.js';
import type { MediaTools } from './media-tools.js';
import type { RenditionPlan } from './plan-renditions.js';
import { runTool, type ToolRun } from './run-tool.js';

/** Below it the standard takes all for silence. */
const SILENCE_LUFS = -70;

/**
 * The first of two passes: with what it finds the second one changes the volume of the whole recording by one number,
 * instead of chasing it while it plays.
 * @param onOutput takes how far it is, as `-progress` tells it
 * @returns null for silence, which stays silence
 */
export async function measureLoudness(
  tools: MediaTools,
  path: string,
  demuxer: string,
  plan: RenditionPlan,
  run: ToolRun,
  onOutput: (output: Readable) => Promise<void>,
): Promise<Loudness | null> {
  if (!plan.audio) return null;
  const filters = [...soundFilters(plan.audio), `loudnorm=I=${plan.loudnessLufs}:TP=-1.5:LRA=11:print_format=json`];
  const measuring = ['-map', `0:${plan.audio.streamIndex}`, '-af', filters.join(','), '-f', 'null', '-'];
  let said = '';
  await runTool(
    tools.ffmpegPath,
    // The figures are said where errors are otherwise.
    [...quietly, '-v', 'info', '-nostats', '-progress', 'pipe:1', ...inputOptions(demuxer, path), ...measuring],
    { ...run, onOutput, onSaid: (text) => (said = text) },
  );
  return figures(said);
}

function figures(said: string): Loudness | null {
  const text = said.slice(said.lastIndexOf('{'), said.lastIndexOf('}') + 1);
  const found = parsed(text);
  const [integratedLufs, truePeakDb, rangeLu, thresholdLufs, offsetLu] = [
    'input_i',
    'input_tp',
    'input_lra',
    'input_thresh',
    'target_offset',
  ].map((name) => Number.parseFloat(found[name] ?? ''));
  const all = { integratedLufs, truePeakDb, rangeLu, thresholdLufs, offsetLu } as Loudness;
  const isMeasured = Object.values(all).every(Number.isFinite) && all.integratedLufs > SILENCE_LUFS;
  return isMeasured ? all : null;
}

/** Numbers as text, `-inf` among them. */
function parsed(text: string): Record<string, string> {
  try {
    return JSON.parse(text) as Record<string, string>;
  } catch {
    return {};
  }
}
