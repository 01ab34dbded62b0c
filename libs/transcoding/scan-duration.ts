import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { inputOptions } from './input-options.js';
import { MAX_DURATION_MS } from './media-facts.js';
import type { MediaTools } from './media-tools.js';
import { runTool } from './run-tool.js';
import { tooLarge } from './transcoding.errors.js';
import { copyingLimitsOf } from './work-limits.js';

/**
 * The duration of a recording whose header does not say it, from the times of its packets: reads the whole file and
 * decodes none of it.
 * @returns milliseconds; null where no packet has a time
 * @throws UnreadableMedia
 */
export async function scanDurationMs(
  tools: MediaTools,
  path: string,
  demuxer: string,
  signal?: AbortSignal,
): Promise<number | null> {
  const options = [
    '-v',
    'error',
    '-show_entries',
    'packet=pts_time,duration_time',
    '-of',
    'csv=p=0',
    ...inputOptions(demuxer, path),
  ];
  let first = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  await runTool(tools.ffprobePath, options, {
    directory: dirname(path),
    limits: { ...copyingLimitsOf((await stat(path)).size), maxDirectoryBytes: Number.POSITIVE_INFINITY },
    signal,
    onOutput: async (output) => {
      for await (const line of createInterface({ input: output })) {
        const [start, length] = line.split(',').map(Number.parseFloat);
        if (start === undefined || !Number.isFinite(start)) continue;
        first = Math.min(first, start);
        end = Math.max(end, start + (length && Number.isFinite(length) ? length : 0));
      }
    },
  });
  const durationMs = Math.round((end - first) * 1000);
  if (!Number.isFinite(durationMs)) return null;
  if (durationMs > MAX_DURATION_MS) throw tooLarge('hours');
  return durationMs;
}
