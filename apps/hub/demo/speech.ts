import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A short recording that is made on this machine: spoken where espeak-ng is installed, a soft tone elsewhere. */
export interface Spoken {
  kind: 'video' | 'voice';
  title: string;
  words: string;
}

const TONE_SECONDS = 8;

/** A webm as browsers record it. @param ffmpeg path of the program */
export async function record(ffmpeg: string, { kind, words }: Spoken): Promise<Buffer> {
  const directory = await mkdtemp(join(tmpdir(), 'meantime-demo-'));
  try {
    const sound = await speak(words, join(directory, 'speech.wav'));
    const file = join(directory, 'recording.webm');
    const picture = [
      '-f',
      'lavfi',
      '-i',
      'color=c=0x0d1315:s=1280x720:r=15',
      '-filter_complex',
      '[0:a]asplit[heard][drawn];[drawn]showwaves=s=1280x360:mode=cline:rate=15:colors=0x8ccad3[wave];[1:v][wave]overlay=0:180:shortest=1[v]',
      '-map',
      '[v]',
      '-map',
      '[heard]',
      '-c:v',
      'libvpx',
      '-deadline',
      'realtime',
      '-cpu-used',
      '8',
      '-b:v',
      '600k',
    ];
    const output = ['-c:a', 'libopus', '-b:a', '48k', '-shortest', '-f', 'webm', file];
    await run(ffmpeg, ['-nostdin', '-v', 'error', '-y', ...sound, ...(kind === 'video' ? picture : []), ...output]);
    return await readFile(file);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function speak(words: string, file: string): Promise<string[]> {
  try {
    await run('espeak-ng', ['-s', '150', '-w', file, words]);
    return ['-i', file];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return ['-f', 'lavfi', '-i', `sine=frequency=220:sample_rate=48000:duration=${TONE_SECONDS}`];
  }
}
