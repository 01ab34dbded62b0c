/** Quieter than this is no voice, not even a soft one: amplitude from 0 to 1. */
const QUIET = 0.012;
const PATIENCE_SECONDS = 3;

/** For how long nothing was heard; a sound ends it at once. */
export const silentFor = (before: number, level: number, passed: number): number =>
  level >= QUIET ? 0 : before + passed;

export const isTooLong = (silentSeconds: number): boolean => silentSeconds >= PATIENCE_SECONDS;

/** How loud a moment is, from a wave around 128 as an analyser gives it. */
export function loudness(wave: Uint8Array): number {
  let sum = 0;
  for (const sample of wave) sum += ((sample - 128) / 128) ** 2;
  return Math.sqrt(sum / Math.max(1, wave.length));
}

/** Loudness as a height from 0 to 1: ears hear it by its logarithm, from -50 dB on. */
export const heightOf = (loud: number): number =>
  Math.min(1, Math.max(0, 1 + Math.log10(Math.max(loud, 1e-6)) / 2.5 + 0.18));
