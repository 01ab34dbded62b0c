import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import {
  findMediaTools,
  type MediaTools,
  planRenditions,
  probe,
  type RenditionPlan,
  sniff,
  transcode,
} from '#transcoding';
import { median } from './report.js';
import { keepResults } from './results.js';

/**
 * CPU of making all renditions of a recording, against ffmpeg as one would type it: a command for each rendition, with
 * the same encoders, qualities and loudness. Ours decodes once and packs by copying.
 */

/** What the kernel counts CPU time of ended children in: USER_HZ, the same on every Linux machine. */
const TICK_MS = 10;
const run = promisify(execFile);

const { values: flags } = parseArgs({
  options: {
    seconds: { type: 'string', default: '20' },
    size: { type: 'string', default: '1280x720' },
    rounds: { type: 'string', default: '3' },
  },
});

const tools = await findMediaTools();
const directory = mkdtempSync(join(tmpdir(), 'meantime-bench-transcode-'));
try {
  const recording = join(directory, 'recording.webm');
  await record(recording);
  const demuxer = (await sniff(recording))!.demuxer!;
  const facts = await probe(tools, recording, demuxer);
  const plan = planRenditions({ ...facts, durationMs: Number(flags.seconds) * 1000 });
  const rounds: { oursMs: number; plainMs: number }[] = [];
  for (let round = 0; round < Number(flags.rounds); round++) {
    const oursMs = await childCpuMs(async () => {
      await transcode(tools, recording, demuxer, facts, join(directory, `ours-${round}`));
    });
    const plainMs = await childCpuMs(() => plain(tools, recording, plan, join(directory, `plain-${round}`)));
    rounds.push({ oursMs, plainMs });
  }
  conclude(rounds, plan);
} finally {
  rmSync(directory, { recursive: true, force: true });
}

/** As a browser records a talk: VP8 and Opus. Grain makes the encoders work as a camera's picture does. */
async function record(file: string): Promise<void> {
  const { seconds, size } = flags;
  await run(tools.ffmpegPath, [
    ...['-nostdin', '-v', 'error', '-f', 'lavfi', '-i', `testsrc2=size=${size}:rate=30:duration=${seconds}`],
    ...['-f', 'lavfi', '-i', `sine=frequency=330:duration=${seconds}`, '-vf', 'noise=alls=12:allf=t'],
    ...['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '2M', '-c:a', 'libopus', file],
  ]);
}

/** HLS for each rung, HLS for the sound, an MP4, a poster, a preview, a storyboard and the samples of a waveform. */
async function plain(
  { ffmpegPath }: MediaTools,
  recording: string,
  { rungs, audio, loudnessLufs, frameRate, previewMs, posterAtMs, storyboard }: RenditionPlan,
  out: string,
): Promise<void> {
  mkdirSync(out);
  const ffmpeg = (...options: string[]) =>
    run(ffmpegPath, ['-nostdin', '-v', 'error', ...options], { cwd: out, encoding: 'buffer', maxBuffer: 1e9 });
  const picture = ({ width, height, crf }: RenditionPlan['rungs'][number]): string[] => [
    ...['-map', '0:v:0', '-vf', `fps=${frameRate},scale=${width}:${height}:flags=bicubic,format=yuv420p`],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', String(crf), '-force_key_frames', 'expr:gte(t,n_forced*4)'],
  ];
  const sound = audio
    ? [
        '-map',
        '0:a:0',
        '-af',
        `loudnorm=I=${loudnessLufs}:TP=-1.5:LRA=11,aresample=48000,aformat=channel_layouts=${audio.channels === 1 ? 'mono' : 'stereo'}`,
        '-c:a',
        'aac',
        '-b:a',
        String(audio.bitrateBps),
      ]
    : [];
  const hls = (name: string): string[] => [
    '-f',
    'hls',
    '-hls_time',
    '4',
    '-hls_playlist_type',
    'vod',
    '-hls_segment_type',
    'fmp4',
    '-hls_fmp4_init_filename',
    `${name}-init.mp4`,
    `${name}.m3u8`,
  ];
  if (audio)
    await ffmpeg(
      '-i',
      recording,
      '-map',
      '0:a:0',
      '-af',
      `loudnorm=I=${loudnessLufs}:TP=-1.5:LRA=11`,
      '-f',
      'null',
      '-',
    );
  for (const rung of rungs) await ffmpeg('-i', recording, ...picture(rung), ...hls(rung.name));
  if (audio) {
    await ffmpeg('-i', recording, ...sound, ...hls('audio'));
    await ffmpeg('-i', recording, '-map', '0:a:0', '-ac', '1', '-ar', '8000', '-f', 's16le', 'pipe:1');
  }
  await ffmpeg('-i', recording, ...picture(rungs[0]!), ...sound, '-movflags', '+faststart', 'video.mp4');
  if (storyboard) {
    const { width, height, columns, rows, intervalSeconds } = storyboard;
    const tiles = `fps=1/${intervalSeconds},scale=${width}:${height},tile=${columns}x${rows}`;
    await ffmpeg(
      '-skip_frame',
      'nokey',
      '-i',
      recording,
      '-map',
      '0:v:0',
      '-vf',
      tiles,
      '-frames:v',
      '1',
      'storyboard.jpg',
    );
  }
  await ffmpeg('-ss', String(posterAtMs / 1000), '-i', recording, '-frames:v', '1', 'poster.jpg');
  await ffmpeg('-t', String(previewMs / 1000), '-i', recording, ...picture(rungs.at(-1)!), 'preview.mp4');
}

/** CPU of the children that ran and ended meanwhile, theirs included. */
async function childCpuMs(work: () => Promise<unknown>): Promise<number> {
  const before = endedChildrenMs();
  await work();
  return endedChildrenMs() - before;
}

function endedChildrenMs(): number {
  const stat = readFileSync('/proc/self/stat', 'latin1');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) * TICK_MS;
}

function conclude(rounds: { oursMs: number; plainMs: number }[], { rungs }: RenditionPlan): void {
  const ratios = rounds.map(({ oursMs, plainMs }) => oursMs / plainMs);
  const seconds = (value: (one: { oursMs: number; plainMs: number }) => number): string =>
    (median(rounds.map(value)) / 1000).toFixed(1);
  process.stdout.write(
    `${flags.seconds} s of ${flags.size} to ${rungs.map(({ name }) => name).join(', ')}: ours ${seconds(({ oursMs }) => oursMs)} s of CPU, ` +
      `plain ffmpeg ${seconds(({ plainMs }) => plainMs)} s; ratio ${median(ratios).toFixed(2)} ` +
      `(${Math.min(...ratios).toFixed(2)}-${Math.max(...ratios).toFixed(2)})\n`,
  );
  keepResults('transcode', { flags, rounds });
}
