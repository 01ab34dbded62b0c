import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hlsMaster, type MeasuredPlaylist, segmentsOf } from './hls-master.js';
import { AUDIO_PLAYLIST, HLS_FOLDER, rungPlaylist } from './packing-arguments.js';
import type { RenditionPlan } from './plan-renditions.js';
import { unreadable } from './transcoding.errors.js';

const MASTER = 'master.m3u8';

export interface HlsPackage {
  /** Relative to the directory, the master playlist first. */
  files: string[];
  /** Of its longest playlist. */
  durationMs: number;
}

/**
 * Writes the master playlist over the packed rungs, with bandwidths as their segments have them.
 * @throws UnreadableMedia where the encoder has made nothing of the file
 */
export async function packageHls(plan: RenditionPlan, directory: string): Promise<HlsPackage> {
  const folder = join(directory, HLS_FOLDER);
  const videos = await Promise.all(
    plan.rungs.map(async ({ name, width, height, level }) => {
      const measured = await measure(folder, rungPlaylist(name));
      return { ...measured, width, height, level, frameRate: plan.frameRate };
    }),
  );
  const audio = plan.audio ? await measure(folder, AUDIO_PLAYLIST) : null;
  await writeFile(join(folder, MASTER), hlsMaster(videos, audio));
  const names = (await readdir(folder)).filter((name) => name !== MASTER).sort();
  const seconds = Math.max(...[...videos, ...(audio ? [audio] : [])].map((playlist) => playlist.seconds));
  return { files: [MASTER, ...names].map((name) => `${HLS_FOLDER}/${name}`), durationMs: Math.round(seconds * 1000) };
}

async function measure(folder: string, uri: string): Promise<MeasuredPlaylist & { seconds: number }> {
  const segments = segmentsOf(await readFile(join(folder, uri), 'utf8'));
  if (segments.length === 0) throw unreadable('Nothing came out of the encoder.');
  let bits = 0;
  let seconds = 0;
  let peakBps = 1;
  for (const segment of segments) {
    const size = (await stat(join(folder, segment.uri))).size * 8;
    bits += size;
    seconds += segment.seconds;
    if (segment.seconds > 0) peakBps = Math.max(peakBps, Math.ceil(size / segment.seconds));
  }
  return { uri, peakBps, averageBps: seconds > 0 ? Math.max(1, Math.ceil(bits / seconds)) : peakBps, seconds };
}
