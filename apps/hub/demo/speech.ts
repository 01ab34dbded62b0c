import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { pcmOf, type Sound, secondsOf, silence, tone, waveOf } from './sound.js';

const run = promisify(execFile);

/** A recording that is made on this machine: spoken where espeak-ng is installed, a soft tone elsewhere. */
export interface Spoken {
  kind: 'video' | 'voice';
  title: string;
  /** What it shows: a file beside this one. */
  picture?: string;
  /** Sentences, in parts with a longer pause between them. */
  parts: readonly (readonly string[])[];
  /** Left to the engine of the hub, where it has one. */
  isUnwritten?: boolean;
}

export interface Segment {
  startSeconds: number;
  endSeconds: number;
  text: string;
}

export interface Made {
  /** A webm as browsers record it. */
  bytes: Buffer;
  /** What is said in it when, by part and sentence. */
  parts: Segment[][];
}

const BREATH_SECONDS = 0.7;
const BETWEEN_PARTS_SECONDS = 2.6;
const SECONDS_A_WORD = 0.5;
/** Nothing moves in a slide. */
const FRAMES_A_SECOND = 1;

/** One after the other, in the order in which they are told. @param ffmpeg path of the program */
export function recordAll(ffmpeg: string, all: readonly Spoken[]): Map<Spoken, Promise<Made>> {
  const made = new Map<Spoken, Promise<Made>>();
  let last: Promise<unknown> = Promise.resolve();
  for (const spoken of all) {
    const next = last.then(() => record(ffmpeg, spoken));
    // Whoever asks for it is told; those behind it are not made.
    next.catch(() => undefined);
    made.set(spoken, next);
    last = next;
  }
  return made;
}

async function record(ffmpeg: string, { kind, picture, parts }: Spoken): Promise<Made> {
  const directory = await mkdtemp(join(tmpdir(), 'meantime-demo-'));
  try {
    const { sound, segments } = await speakAll(parts, directory);
    const voice = join(directory, 'speech.wav');
    const file = join(directory, 'recording.webm');
    await writeFile(voice, waveOf(sound));
    const length = String(secondsOf(sound));
    const seen = kind === 'video' ? pictureOf(picture) : undefined;
    const shown = seen ? ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '16', '-b:v', '500k'] : [];
    const heard = ['-c:a', 'libopus', '-b:a', '48k', '-t', length, '-f', 'webm', file];
    await run(ffmpeg, ['-nostdin', '-v', 'error', '-y', '-i', voice, ...(seen ?? []), ...shown, ...heard]);
    return { bytes: await readFile(file), parts: segments };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function pictureOf(name: string | undefined): string[] {
  const file = join(import.meta.dirname, 'pictures', `${name}.png`);
  return existsSync(file)
    ? ['-loop', '1', '-framerate', String(FRAMES_A_SECOND), '-i', file, '-pix_fmt', 'yuv420p']
    : ['-f', 'lavfi', '-i', `color=c=0x195c69:s=1280x720:r=${FRAMES_A_SECOND}`];
}

async function speakAll(parts: Spoken['parts'], directory: string): Promise<{ sound: Sound; segments: Segment[][] }> {
  const pieces: Sound[] = [silence(1)];
  let at = 1;
  const add = (piece: Sound): void => {
    pieces.push(piece);
    at += secondsOf(piece);
  };
  const segments: Segment[][] = [];
  for (const [index, sentences] of parts.entries()) {
    if (index > 0) add(silence(BETWEEN_PARTS_SECONDS));
    const part: Segment[] = [];
    for (const text of sentences) {
      const startSeconds = at;
      add(await speak(text, join(directory, 'sentence.wav')));
      part.push({ startSeconds, endSeconds: at, text });
      add(silence(BREATH_SECONDS));
    }
    segments.push(part);
  }
  return { sound: Buffer.concat(pieces), segments };
}

async function speak(text: string, file: string): Promise<Sound> {
  try {
    await run('espeak-ng', ['-s', '112', '-w', file, text]);
    return pcmOf(await readFile(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return tone(text.split(' ').length * SECONDS_A_WORD);
  }
}
