/// <reference lib="dom" />
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { BrowserContext } from 'playwright-core';
import { findMediaTools } from '#transcoding';

const run = promisify(execFile);
const pictures = resolve(import.meta.dirname, '../../apps/hub/demo/pictures');

/** Arguments for a browser in front of whose camera somebody sits and speaks. */
export async function fakeCamera(directory: string): Promise<string[]> {
  const { ffmpegPath } = await findMediaTools({ ffmpegPath: process.env.FFMPEG_PATH });
  const camera = join(directory, 'camera.mjpeg');
  const microphone = join(directory, 'microphone.wav');
  const quiet = ['-nostdin', '-v', 'error', '-y'];
  await run(ffmpegPath, [
    ...quiet,
    ...['-loop', '1', '-framerate', '10', '-t', '1', '-i', join(pictures, 'priya.png')],
    ...['-vf', 'scale=in_range=pc:out_range=pc', '-pix_fmt', 'yuvj420p', '-q:v', '2', camera],
  ]);
  const speech = "aevalsrc='0.3*sin(2*PI*180*t)*(0.5+0.5*sin(2*PI*3*t))*(0.6+0.4*sin(2*PI*0.7*t))':s=48000:d=20";
  await run(ffmpegPath, [...quiet, '-f', 'lavfi', '-i', speech, microphone]);
  return [
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${camera}`,
    `--use-file-for-fake-audio-capture=${microphone}`,
  ];
}

/** A screen to share that shows a slide. */
export async function fakeScreen(context: BrowserContext): Promise<void> {
  const slide = readFileSync(join(pictures, 'captions.png')).toString('base64');
  await context.addInitScript((base64) => {
    if (!navigator.mediaDevices) return;
    navigator.mediaDevices.getDisplayMedia = async () => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = document.createElement('canvas');
      canvas.width = picture.width;
      canvas.height = picture.height;
      const drawing = canvas.getContext('2d')!;
      const draw = () => drawing.drawImage(picture, 0, 0);
      draw();
      setInterval(draw, 100);
      return canvas.captureStream(10);
    };
  }, slide);
}

/** A third of the size, and nobody sees it. */
export async function withFewColours(from: string, to: string): Promise<void> {
  const { ffmpegPath } = await findMediaTools({ ffmpegPath: process.env.FFMPEG_PATH });
  const palette = 'split[a][b];[a]palettegen=reserve_transparent=0[p];[b][p]paletteuse=dither=none';
  await run(ffmpegPath, ['-nostdin', '-v', 'error', '-y', '-i', from, '-vf', palette, '-pred', 'mixed', to]);
}
