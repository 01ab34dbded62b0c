/** How far back it looks: recordings have easy and hard parts, and others come to use the machine. */
const WINDOW_MS = 30_000;
/** Before that much has been seen, a guess would be a rumour. */
const LEAST_MS = 2_000;
const LEAST_DONE = 0.005;

/** Guesses how long work will still take from how fast it has gone of late. */
export class Pace {
  private readonly seen: { done: number; atMs: number }[] = [];

  /** @param done a share from 0 to 1 @param atMs of a clock that only goes forward @returns null while too little is known */
  remainingSeconds(done: number, atMs: number): number | null {
    while (this.seen.length > 1 && atMs - this.seen[1]!.atMs >= WINDOW_MS) this.seen.shift();
    this.seen.push({ done, atMs });
    const first = this.seen[0]!;
    const [made, tookMs] = [done - first.done, atMs - first.atMs];
    if (tookMs < LEAST_MS || made < LEAST_DONE) return null;
    return Math.max(1, Math.round(((1 - done) * tookMs) / made / 1_000));
  }
}
