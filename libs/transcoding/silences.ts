/** Below it, in a recording at the loudness of all, nobody speaks: speech lies 20 dB above, a quiet room 10 dB below. */
const SILENT_DB = -40;
/** Shorter pauses belong to speaking. */
const LEAST_MS = 1_500;
/** Left at either end: words end softly and begin with a breath. */
const MARGIN_MS = 250;

/**
 * Pauses that a listener misses nothing by skipping.
 * @param levels mean squares (1: as loud as can be) of windows of equal length
 * @returns starts and ends by turns, in milliseconds; empty where all of it is silent: then silence is what it is about
 */
export function silencesIn(levels: readonly number[], windowMs: number): number[] {
  const quietest = 10 ** (SILENT_DB / 10);
  const found: number[] = [];
  let from = 0;
  for (let at = 0; at <= levels.length; at++) {
    if (at < levels.length && levels[at]! < quietest) continue;
    const [startMs, endMs] = [from * windowMs, at * windowMs];
    if (endMs - startMs >= LEAST_MS) found.push(startMs + MARGIN_MS, endMs - MARGIN_MS);
    from = at + 1;
  }
  const isAllSilent = levels.every((level) => level < quietest);
  return isAllSilent ? [] : found;
}
