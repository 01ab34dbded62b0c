/** Peaks of a waveform: enough for the width of a player. */
const PEAKS = 200;
/** Of the samples that peaks are taken from: speech is there in full. */
export const WAVEFORM_RATE_HZ = 8_000;
/** Fine buckets while the length is not known yet: 50 ms. */
const FINE_SAMPLES = 400;
const FULL_SCALE = 32_768;

/**
 * Reads samples (signed, 16 bits, little-endian, one channel) as a stream, keeping one number for each 50 ms.
 * @returns at most 200 peaks from 0 to 1, evenly spaced over the duration; fewer for less than ten seconds
 */
export async function readWaveform(samples: AsyncIterable<Buffer>): Promise<number[]> {
  const fine: number[] = [];
  let peak = 0;
  let count = 0;
  const take = (sample: number): void => {
    peak = Math.max(peak, Math.abs(sample));
    if (++count === FINE_SAMPLES) {
      fine.push(peak);
      peak = 0;
      count = 0;
    }
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
    return Math.round((peak / FULL_SCALE) * 1000) / 1000;
  });
}
