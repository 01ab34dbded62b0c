import { execFile } from 'node:child_process';
import { access, chmod, constants } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { noTools } from './transcoding.errors.js';
import { hardwareNames } from './video-encoders.js';

/** The programs that read and make recordings. */
export interface MediaTools {
  ffmpegPath: string;
  ffprobePath: string;
  version: string;
  /** The build inside an npm package: it is of 2018 and gets no fixes, which an administrator should know. */
  isBundled: boolean;
  /** Those of the hardware encoders that it was built with; whether there is such hardware, only trying tells. */
  hardwareEncoders: ReadonlySet<string>;
  /** Names of filters that not every build has. */
  filters: ReadonlySet<string>;
}

const run = promisify(execFile);
/** A program that does not answer by then hangs. */
const ANSWER_MS = 10_000;
const NEEDED_ENCODERS = ['libx264', 'aac'];
/** Older ones lack fixes of the demuxers. Builds that are numbered otherwise (N-…, git) are taken as they are. */
const OLDEST = { major: 4, minor: 3 };

/**
 * Looks for usable programs: those named, those on the PATH, those that npm installed.
 * @throws HubError media.no_tools with one line that says what to install
 */
export async function findMediaTools(named: { ffmpegPath?: string; ffprobePath?: string } = {}): Promise<MediaTools> {
  if (named.ffmpegPath) {
    return inspect(named.ffmpegPath, named.ffprobePath || join(dirname(named.ffmpegPath), 'ffprobe'), false);
  }
  const onPath = await find('ffmpeg');
  const probeOnPath = named.ffprobePath || (await find('ffprobe'));
  if (onPath && probeOnPath) {
    const tools = await inspect(onPath, probeOnPath, false).catch(() => undefined);
    if (tools) return tools;
  }
  const bundled = await bundledTools();
  if (bundled) return inspect(bundled.ffmpeg, bundled.ffprobe, true);
  throw noTools('There is no usable ffmpeg: install ffmpeg 4.3 or newer with libx264, or set FFMPEG_PATH.');
}

async function inspect(ffmpegPath: string, ffprobePath: string, isBundled: boolean): Promise<MediaTools> {
  const ask = (program: string, question: string) =>
    run(program, ['-hide_banner', question], { timeout: ANSWER_MS, killSignal: 'SIGKILL' });
  const [{ stdout: banner }, { stdout: encoders }, { stdout: filters }] = await Promise.all([
    ask(ffmpegPath, '-version'),
    ask(ffmpegPath, '-encoders'),
    ask(ffmpegPath, '-filters'),
    ask(ffprobePath, '-version'),
  ]).catch((error: Error) => {
    const why = error.message.split('\n')[0];
    throw noTools(`${ffmpegPath} and ${ffprobePath} do not run (${why}): check FFMPEG_PATH and FFPROBE_PATH.`);
  });
  const version = /version (\S+)/.exec(banner)?.[1] ?? 'unknown';
  if (!isBundled && isTooOld(version)) {
    throw noTools(`${ffmpegPath} is ffmpeg ${version}: install 4.3 or newer.`);
  }
  const missing = NEEDED_ENCODERS.filter((name) => !new RegExp(`^\\s\\S+\\s${name}\\s`, 'm').test(encoders));
  if (missing.length > 0) {
    throw noTools(`${ffmpegPath} lacks the encoders ${missing.join(', ')}: install a full build.`);
  }
  return {
    ffmpegPath,
    ffprobePath,
    version,
    isBundled,
    hardwareEncoders: new Set(
      hardwareNames.map((name) => `h264_${name}`).filter((name) => new RegExp(`\\s${name}\\s`).test(encoders)),
    ),
    filters: new Set(['zscale', 'tonemap'].filter((name) => new RegExp(`\\s${name}\\s`).test(filters))),
  };
}

/** Of released versions: `5.1.9-0+deb12u1`, `n6.0`. */
export function isTooOld(version: string): boolean {
  const [, major, minor] = /^n?(\d+)\.(\d+)/.exec(version) ?? [];
  if (!major || !minor) return false;
  return Number(major) < OLDEST.major || (Number(major) === OLDEST.major && Number(minor) < OLDEST.minor);
}

async function find(program: string): Promise<string | undefined> {
  for (const directory of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(directory, program);
    if (directory && (await isExecutable(path))) return path;
  }
  return undefined;
}

const isExecutable = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

async function bundledTools(): Promise<{ ffmpeg: string; ffprobe: string } | undefined> {
  try {
    const require = createRequire(import.meta.url);
    const { path: ffmpeg } = require('@ffmpeg-installer/ffmpeg') as { path: string };
    const { path: ffprobe } = require('@ffprobe-installer/ffprobe') as { path: string };
    // npm drops the run bit where install scripts are off.
    for (const path of [ffmpeg, ffprobe]) if (!(await isExecutable(path))) await chmod(path, 0o755);
    return { ffmpeg, ffprobe };
  } catch {
    return undefined;
  }
}
