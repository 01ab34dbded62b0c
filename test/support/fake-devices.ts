import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findMediaTools } from '#transcoding';
import { temporaryDirectory } from './servers/temporary-directory.js';

const run = promisify(execFile);

/** Arguments for a browser whose camera shows a picture that moves and whose microphone hears a voice of a kind. */
export async function fakeDevices(): Promise<string[]> {
  const directory = await temporaryDirectory('devices');
  const { ffmpegPath } = await findMediaTools({ ffmpegPath: process.env.FFMPEG_PATH });
  const make = (source: string, ...output: string[]) =>
    run(ffmpegPath, ['-nostdin', '-v', 'error', '-y', '-f', 'lavfi', '-i', source, ...output]);
  const camera = join(directory, 'camera.mjpeg');
  const microphone = join(directory, 'microphone.wav');
  const voice = "aevalsrc='0.4*sin(2*PI*190*t)*(0.5+0.5*sin(2*PI*3*t))':s=48000:d=20";
  await Promise.all([
    make('testsrc2=s=640x360:r=15:d=4', '-pix_fmt', 'yuvj420p', '-q:v', '4', camera),
    make(voice, microphone),
  ]);
  return [
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${camera}`,
    `--use-file-for-fake-audio-capture=${microphone}`,
  ];
}
