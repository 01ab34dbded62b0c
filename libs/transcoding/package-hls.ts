import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AUDIO_FILE, rungFile, SEGMENT_SECONDS } from './encode-arguments.js';
import { hlsMaster, type MeasuredPlaylist, segmentsOf } from './hls-master.js';
import type { MediaTools } from './media-tools.js';
import type { RenditionPlan } from './plan-renditions.js';
import { toolOutput } from './run-tool.js';

const FOLDER = 'hls';

/**
 * Cuts the encoded rungs into HLS with fMP4 segments, copying; writes the master playlist.
 * @returns every file of it, relative to the directory, the master first
 */
export async function packageHls(
  tools: MediaTools,
  plan: RenditionPlan,
  directory: string,
  signal: AbortSignal,
): Promise<string[]> {
  await mkdir(join(directory, FOLDER), { recursive: true });
  const videos = [];
  for (const rung of plan.rungs) {
    const measured = await cut(tools, rungFile(rung.name), `v${rung.name}`, directory, signal);
    videos.push({ ...measured, width: rung.width, height: rung.height, frameRate: plan.frameRate, level: rung.level });
  }
  const audio = plan.audio ? await cut(tools, AUDIO_FILE, 'a', directory, signal) : null;
  await writeFile(join(directory, FOLDER, 'master.m3u8'), hlsMaster(videos, audio));
  const names = (await readdir(join(directory, FOLDER))).filter((name) => name !== 'master.m3u8').sort();
  return [`${FOLDER}/master.m3u8`, ...names.map((name) => `${FOLDER}/${name}`)];
}

async function cut(
  tools: MediaTools,
  source: string,
  name: string,
  directory: string,
  signal: AbortSignal,
): Promise<MeasuredPlaylist> {
  const options = [
    '-nostdin',
    '-v',
    'error',
    '-y',
    '-f',
    'mov',
    '-i',
    `file:${join(directory, source)}`,
    '-c',
    'copy',
    '-f',
    'hls',
    '-hls_time',
    String(SEGMENT_SECONDS),
    '-hls_playlist_type',
    'vod',
    '-hls_segment_type',
    'fmp4',
    '-hls_flags',
    'independent_segments',
    '-hls_fmp4_init_filename',
    `${name}-init.mp4`,
    '-hls_segment_filename',
    `${name}-%05d.m4s`,
    `${name}.m3u8`,
  ];
  const folder = join(directory, FOLDER);
  await toolOutput(tools.ffmpegPath, options, { directory: folder, signal });
  const segments = segmentsOf(await readFile(join(folder, `${name}.m3u8`), 'utf8'));
  let bits = 0;
  let seconds = 0;
  let peakBps = 0;
  for (const segment of segments) {
    const size = (await stat(join(folder, segment.uri))).size * 8;
    bits += size;
    seconds += segment.seconds;
    if (segment.seconds > 0) peakBps = Math.max(peakBps, Math.ceil(size / segment.seconds));
  }
  const averageBps = seconds > 0 ? Math.ceil(bits / seconds) : peakBps;
  return { uri: `${name}.m3u8`, peakBps: Math.max(1, peakBps), averageBps: Math.max(1, averageBps) };
}
