const FIRST_MS = 500;
const MOST_MS = 30_000;

/**
 * How long to wait after so many failures in a row: twice as long each time, up to half a minute, and between half of
 * that and all of it, so that clients that were cut off together do not come back together.
 */
export function waitMs(failures: number, random: () => number = Math.random): number {
  const full = Math.min(MOST_MS, FIRST_MS * 2 ** Math.max(0, Math.min(failures, 20) - 1));
  return Math.round(full * (0.5 + random() / 2));
}
