import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { findMediaTools } from '#transcoding';

const run = promisify(execFile);

/** As a browser records: VP8 and Opus through a pipe, so without a duration or an index. Grain is work for the encoders. */
export async function browserRecording(file: string, seconds: number, size: string): Promise<void> {
  const { ffmpegPath } = await findMediaTools();
  const direct = `${file}.whole.webm`;
  await run(ffmpegPath, [
    ...['-nostdin', '-v', 'error', '-y', '-f', 'lavfi', '-i', `testsrc2=size=${size}:rate=30:duration=${seconds}`],
    ...['-f', 'lavfi', '-i', `sine=frequency=330:duration=${seconds}`, '-vf', 'noise=alls=12:allf=t'],
    ...['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '2M', '-c:a', 'libopus', direct],
  ]);
  const piped = await run(ffmpegPath, ['-v', 'error', '-i', direct, '-c', 'copy', '-f', 'webm', 'pipe:1'], {
    encoding: 'buffer',
    maxBuffer: 1 << 30,
  });
  await pipeline([piped.stdout], createWriteStream(file));
}

/** A file of about so many bytes whose pictures are not compressed: much to read, an ordinary amount to encode. */
export async function hugeRecording(file: string, bytes: number): Promise<void> {
  const { ffmpegPath } = await findMediaTools();
  const [width, height] = [1280, 720];
  const frames = Math.ceil(bytes / (width * height * 1.5));
  await run(ffmpegPath, [
    ...['-nostdin', '-v', 'error', '-y', '-f', 'lavfi', '-i', `testsrc2=size=${width}x${height}:rate=30`],
    ...['-f', 'lavfi', '-i', 'sine=frequency=330', '-t', String(frames / 30)],
    ...['-c:v', 'rawvideo', '-pix_fmt', 'yuv420p', '-c:a', 'pcm_s16le', '-f', 'matroska', file],
  ]);
}

/** Bytes that are no recording, as fast as the disk gives them. */
export async function randomFile(file: string, bytes: number): Promise<void> {
  await pipeline(createReadStream('/dev/urandom', { end: bytes - 1 }), createWriteStream(file));
}

export const bytesOf = (directory: string, name: string): number => statSync(join(directory, name)).size;
