import type { MediaTools } from './media-tools.js';
import { runTool } from './run-tool.js';

/** Peaks of a waveform: enough for the width of a player. */
const PEAKS = 200;
const SAMPLE_RATE_HZ = 8_000;
/** Fine buckets while the length is not known yet: 50 ms. */
const FINE_SAMPLES = 400;

/** Peaks from 0 to 1, evenly spaced over the duration, read as a stream. @param path an MP4 file that we made */
export async function waveformOf(
  tools: MediaTools,
  path: string,
  directory: string,
  signal: AbortSignal,
): Promise<number[]> {
  const fine: number[] = [];
  let peak = 0;
  let count = 0;
  let odd: number | undefined;
  const take = (sample: number): void => {
    peak = Math.max(peak, Math.abs(sample));
    if (++count === FINE_SAMPLES) {
      fine.push(peak);
      peak = 0;
      count = 0;
    }
  };
  const options = [
    '-nostdin',
    '-v',
    'error',
    '-f',
    'mov',
    '-i',
    `file:${path}`,
    '-map',
    '0:a:0',
    '-ac',
    '1',
    '-ar',
    String(SAMPLE_RATE_HZ),
    '-f',
    's16le',
    'pipe:1',
  ];
  await runTool(tools.ffmpegPath, options, {
    directory,
    signal,
    onOutput: async (output) => {
      for await (const chunk of output as AsyncIterable<Buffer>) {
        let at = 0;
        if (odd !== undefined) {
          take(((chunk[0]! << 24) >> 16) | odd);
          odd = undefined;
          at = 1;
        }
        for (; at + 1 < chunk.length; at += 2) take(chunk.readInt16LE(at));
        if (at < chunk.length) odd = chunk[at];
      }
    },
  });
  if (count > 0) fine.push(peak);
  return coarse(fine);
}

function coarse(fine: readonly number[]): number[] {
  const size = Math.min(PEAKS, fine.length);
  return Array.from({ length: size }, (_, index) => {
    const from = Math.floor((index * fine.length) / size);
    const to = Math.max(from + 1, Math.floor(((index + 1) * fine.length) / size));
    let peak = 0;
    for (let at = from; at < to; at++) peak = Math.max(peak, fine[at]!);
    return Math.round((peak / 32_768) * 1000) / 1000;
  });
}
