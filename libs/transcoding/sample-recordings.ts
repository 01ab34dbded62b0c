import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { MediaTools } from './media-tools.js';

/** Recordings for tests, made by ffmpeg: short, small, and with the oddities of what browsers and phones make. */
export interface SampleSize {
  /** Of the recording; 2 unless given. */
  seconds?: number;
  /** Pixels; 320 x 180 unless given. */
  width?: number;
  height?: number;
}

const run = promisify(execFile);
const MAX_SAMPLE_BYTES = 64 * 1024 ** 2;
const realtimeVp8 = ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '500k'];
const fastH264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'];

const picture = ({ seconds = 2, width = 320, height = 180 }: SampleSize): string[] => [
  '-f',
  'lavfi',
  '-i',
  `testsrc2=size=${width}x${height}:rate=15:duration=${seconds}`,
];
const tone = (seconds = 2): string[] => ['-f', 'lavfi', '-i', `sine=frequency=440:duration=${seconds}`];

/** Runs ffmpeg. @param options inputs and outputs, as its command line takes them */
export async function makeSample(tools: MediaTools, options: readonly string[]): Promise<void> {
  await run(tools.ffmpegPath, ['-nostdin', '-v', 'error', '-y', ...options]);
}

/** Through a pipe, where nothing can go back to write a duration or an index: as a browser's recorder writes. */
async function throughPipe(tools: MediaTools, options: readonly string[], outFile: string): Promise<void> {
  const { stdout } = await run(tools.ffmpegPath, ['-nostdin', '-v', 'error', ...options, 'pipe:1'], {
    encoding: 'buffer',
    maxBuffer: MAX_SAMPLE_BYTES,
  });
  await writeFile(outFile, stdout);
}

/**
 * VP8 and Opus in WebM without duration and index. Frames come unevenly, as from a screen, and the picture may begin
 * after the sound.
 */
export function recordBrowserLikeWebm(
  tools: MediaTools,
  outFile: string,
  { cameraDelaySeconds = 0, ...size }: SampleSize & { cameraDelaySeconds?: number } = {},
): Promise<void> {
  const uneven = ['-vf', `select='not(eq(mod(n,5),3))'`, '-vsync', 'vfr'];
  const delay = cameraDelaySeconds > 0 ? ['-itsoffset', String(cameraDelaySeconds)] : [];
  return throughPipe(
    tools,
    [...delay, ...picture(size), ...tone(size.seconds), ...uneven, ...realtimeVp8, '-c:a', 'libopus', '-f', 'webm'],
    outFile,
  );
}

/** Opus in WebM (Chromium) or Ogg (Firefox), as a voice message; quiet, as most are. */
export function recordVoiceNote(
  tools: MediaTools,
  outFile: string,
  {
    seconds = 2,
    container = 'webm',
    volumeDb = -12,
  }: { seconds?: number; container?: 'webm' | 'ogg'; volumeDb?: number } = {},
): Promise<void> {
  const sound = ['-af', `volume=${volumeDb}dB`, '-c:a', 'libopus', '-ac', '1', '-f', container];
  return throughPipe(tools, [...tone(seconds), ...sound], outFile);
}

/** H.264 in fragmented MP4 with Opus: what Chromium calls mp4. */
export function recordBrowserLikeMp4(tools: MediaTools, outFile: string, size: SampleSize = {}): Promise<void> {
  const fragments = ['-g', '15', '-movflags', '+frag_keyframe+empty_moov', '-strict', '-2', '-f', 'mp4'];
  return throughPipe(
    tools,
    [...picture(size), ...tone(size.seconds), ...fastH264, '-c:a', 'libopus', ...fragments],
    outFile,
  );
}

/** A phone held upright: the picture lies on its side, and the header says to turn it clockwise by 90 degrees. */
export async function recordPhoneVideo(tools: MediaTools, outFile: string, size: SampleSize = {}): Promise<void> {
  const whiteLeftHalf = 'drawbox=x=0:y=0:w=iw:h=ih:color=black:t=fill,drawbox=x=0:y=0:w=iw/2:h=ih:color=white:t=fill';
  await makeSample(tools, [
    ...picture(size),
    ...tone(size.seconds),
    '-vf',
    whiteLeftHalf,
    ...fastH264,
    '-c:a',
    'aac',
    '-f',
    'mp4',
    outFile,
  ]);
  await turnClockwise(outFile);
}

/**
 * Writes the display matrix of the first track: options for it differ between builds.
 * @see ISO/IEC 14496-12, section 8.3.2: in version 0 of tkhd the matrix stands 40 bytes behind the type
 */
async function turnClockwise(file: string): Promise<void> {
  const bytes = await readFile(file);
  const header = bytes.indexOf('tkhd');
  const matrix = [0, 0x10000, 0, -0x10000, 0, 0, 0, 0, 0x40000000];
  for (const [index, value] of matrix.entries()) bytes.writeInt32BE(value, header + 4 + 40 + index * 4);
  await writeFile(file, bytes);
}

/** The picture alone, in MP4. */
export function recordSilentVideo(tools: MediaTools, outFile: string, size: SampleSize = {}): Promise<void> {
  return makeSample(tools, [...picture(size), ...fastH264, '-f', 'mp4', outFile]);
}

/** What begins like a recording and is noise after its first bytes. */
export async function damage(file: string, { keepBytes }: { keepBytes: number }): Promise<void> {
  const bytes = await readFile(file);
  for (let at = keepBytes; at < bytes.length; at++) bytes[at] = (at * 197 + (at >> 3) * 31) & 0xff;
  await writeFile(file, bytes);
}
