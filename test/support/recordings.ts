import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findMediaTools } from '#transcoding';

export interface ClipOptions {
  seconds: number;
  /** With audio only: what a voice note is. */
  isVoice?: boolean;
  size?: `${number}x${number}`;
}

/**
 * A webm as a browser records it, VP8 and Opus: written through a pipe, so that its head says neither duration nor
 * index.
 */
export async function recordedWebm({ seconds, isVoice = false, size = '640x360' }: ClipOptions): Promise<Buffer> {
  const { ffmpegPath } = await findMediaTools();
  const picture = ['-f', 'lavfi', '-i', `testsrc=size=${size}:rate=25:duration=${seconds}`];
  const sound = ['-f', 'lavfi', '-i', `sine=frequency=300:beep_factor=3:duration=${seconds}`];
  const vp8 = ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '600k'];
  const inputs = isVoice ? sound : [...picture, ...sound, ...vp8];
  const { stdout } = await promisify(execFile)(
    ffmpegPath,
    ['-v', 'error', ...inputs, '-c:a', 'libopus', '-f', 'webm', 'pipe:1'],
    { encoding: 'buffer', maxBuffer: 256 * 1024 * 1024 },
  );
  return stdout;
}

/** What ffprobe says of a file or an address. */
export async function probed(url: string): Promise<{
  format: { duration?: string };
  streams: { codec_type: string; codec_name: string; width?: number; height?: number }[];
}> {
  const { ffprobePath } = await findMediaTools();
  const options = ['-v', 'error', '-of', 'json', '-show_format', '-show_streams', url];
  return JSON.parse((await promisify(execFile)(ffprobePath, options)).stdout);
}
