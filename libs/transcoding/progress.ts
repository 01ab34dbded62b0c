import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/**
 * Reads what ffmpeg writes for `-progress`.
 * @param durationMs of what is being made; without it nothing is told
 * @param onProgress takes a share from 0 to 1 that never falls: several outputs are not equally far
 */
export async function readProgress(
  output: Readable,
  durationMs: number | null,
  onProgress: (done: number) => void,
): Promise<void> {
  let told = 0;
  for await (const line of createInterface({ input: output })) {
    // Despite its name out_time_ms counts microseconds as well, and old builds have no other.
    const microseconds = /^out_time_(?:us|ms)=(\d+)/.exec(line)?.[1];
    if (!microseconds || !durationMs) continue;
    const done = Math.min(1, Number(microseconds) / 1000 / durationMs);
    if (done > told) onProgress(done);
    told = Math.max(told, done);
  }
}
