import { silencesIn } from './silences.js';

/** Peaks of a waveform: enough for the width of a player. */
const PEAKS = 200;
/** Of the samples that peaks are taken from: speech is there in full. */
export const WAVEFORM_RATE_HZ = 8_000;
/** Fine buckets while the length is not known yet: 50 ms. */
const FINE_SAMPLES = 400;
const FINE_MS = (FINE_SAMPLES * 1_000) / WAVEFORM_RATE_HZ;
const FULL_SCALE = 32_768;

export interface Sound {
  /** At most 200 peaks from 0 to 1, evenly spaced over the duration; fewer for less than ten seconds. */
  waveform: number[];
  /** Starts and ends of pauses by turns, in milliseconds. */
  silencesMs: number[];
}

/** Reads samples (signed, 16 bits, little-endian, one channel) as a stream, keeping two numbers for each 50 ms. */
export async function readSound(samples: AsyncIterable<Buffer>): Promise<Sound> {
  const fine: number[] = [];
  const levels: number[] = [];
  let peak = 0;
  let squares = 0;
  let count = 0;
  const endWindow = (): void => {
    fine.push(peak);
    levels.push(squares / count / FULL_SCALE ** 2);
    peak = 0;
    squares = 0;
    count = 0;
  };
  const take = (sample: number): void => {
    peak = Math.max(peak, Math.abs(sample));
    squares += sample * sample;
    if (++count === FINE_SAMPLES) endWindow();
  };
  // A chunk may end in the middle of a sample.
  let low: number | undefined;
  for await (const chunk of samples) {
    let at = 0;
    if (low !== undefined && chunk.length > 0) {
      take(((chunk[0]! << 24) >> 16) | low);
      low = undefined;
      at = 1;
    }
    for (; at + 1 < chunk.length; at += 2) take(chunk.readInt16LE(at));
    if (at < chunk.length) low = chunk[at];
  }
  if (count > 0) endWindow();
  return { waveform: coarse(fine), silencesMs: silencesIn(levels, FINE_MS) };
}

function coarse(fine: readonly number[]): number[] {
  const size = Math.min(PEAKS, fine.length);
  return Array.from({ length: size }, (_, index) => {
    const from = Math.floor((index * fine.length) / size);
    const to = Math.max(from + 1, Math.floor(((index + 1) * fine.length) / size));
    let peak = 0;
    for (let at = from; at < to; at++) peak = Math.max(peak, fine[at]!);
    return Math.round((peak / FULL_SCALE) * 1000) / 1000;
  });
}
