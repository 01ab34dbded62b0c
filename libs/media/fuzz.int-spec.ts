import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Config } from '#config';
import { findMediaTools, type Sniffed } from '#transcoding';
import { damaged } from '../../test/support/damaged-files.js';
import { Recordings, UnreadableRecording } from './recordings.js';

/** Damaged copies of each container: few here, thousands where somebody asks: MEDIA_FUZZ=1000. */
const COPIES = Number(process.env.MEDIA_FUZZ ?? 4);
const FIRST_SEED = Number(process.env.MEDIA_FUZZ_SEED ?? 1);
/** Of one file of a second: on a machine that does much else. */
const MOST_MS = 60_000;

const picture = ['-f', 'lavfi', '-i', 'testsrc2=size=96x64:rate=10:duration=1'];
const sound = ['-f', 'lavfi', '-i', 'sine=frequency=440:duration=1'];
const h264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac'];
const vp8 = ['-c:v', 'libvpx', '-deadline', 'realtime', '-c:a', 'libopus'];
const containers: [string, string[]][] = [
  ['webm', [...picture, ...sound, ...vp8, '-f', 'webm']],
  ['mp4', [...picture, ...sound, ...h264, '-movflags', '+faststart', '-f', 'mp4']],
  ['fragmented mp4', [...picture, ...sound, ...h264, '-movflags', '+frag_keyframe+empty_moov', '-f', 'mp4']],
  ['mov', [...picture, ...sound, '-c:v', 'mjpeg', '-c:a', 'pcm_s16le', '-f', 'mov']],
  ['matroska', [...picture, ...sound, ...h264, '-f', 'matroska']],
  ['avi', [...picture, ...sound, '-c:v', 'mpeg4', '-c:a', 'mp3', '-f', 'avi']],
  ['mpegts', [...picture, ...sound, ...h264, '-f', 'mpegts']],
  ['ogg', [...sound, '-c:a', 'libopus', '-f', 'ogg']],
  ['wav', [...sound, '-f', 'wav']],
  ['mp3', [...sound, '-c:a', 'mp3', '-f', 'mp3']],
  ['flac', [...sound, '-f', 'flac']],
  ['aac', [...sound, '-c:a', 'aac', '-f', 'adts']],
];
const still = ['-f', 'lavfi', '-i', 'testsrc2=size=96x64', '-frames:v', '1', '-f', 'image2'];
const pictures: [string, string[]][] = [
  ['png', [...still, '-c:v', 'png']],
  ['jpeg', [...still, '-c:v', 'mjpeg', '-pix_fmt', 'yuvj420p']],
  ['bmp', [...still, '-c:v', 'bmp']],
  ['webp', [...still.slice(0, -2), '-c:v', 'libwebp', '-f', 'webp']],
  ['gif', [...picture, '-f', 'gif']],
];

describe('recordings and pictures that are damaged anyhow', () => {
  let directory: string;
  let ffmpegPath: string;
  const recordings = new Recordings(Config.read({}));

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'meantime-fuzz-'));
    ({ ffmpegPath } = await findMediaTools());
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  /** All that happens to an upload and its job. @returns what came of it */
  async function work(path: string, at: string): Promise<string> {
    const sniffed = await recordings.sniff(path);
    await mkdir(join(at, 'out'), { recursive: true });
    if (sniffed?.kind === 'IMAGE') return workOnPicture(path, sniffed, at);
    if (!sniffed?.demuxer) return 'no recording';
    const playable = await recordings.makePlayable(path, sniffed, at);
    const options = { signal: new AbortController().signal, onProgress: () => undefined };
    const { renditions } = await recordings.transcode(playable.path, join(at, 'out'), options);
    expect(renditions.length).toBeGreaterThan(0);
    return 'made';
  }

  async function workOnPicture(path: string, sniffed: Sniffed, at: string): Promise<string> {
    if (!(await recordings.inspectPicture(path, sniffed))) return 'shown as it is';
    const { signal } = new AbortController();
    const { renditions } = await recordings.pictures(path, join(at, 'out'), { signal });
    expect(renditions.length).toBeGreaterThan(1);
    return 'made';
  }

  it.each([...containers, ...pictures])(
    'end by themselves: %s',
    async (name, options) => {
      const whole = join(directory, name);
      await promisify(execFile)(ffmpegPath, ['-v', 'error', '-y', ...options, whole]);
      const bytes = await readFile(whole);
      const came: Record<string, number> = {};
      const at = join(directory, `${name}-work`);
      await mkdir(at);
      expect(await work(whole, at)).toBe('made');
      for (let seed = FIRST_SEED; seed < FIRST_SEED + COPIES; seed++) {
        const copy = damaged(bytes, seed);
        await rm(at, { recursive: true });
        await mkdir(at);
        await writeFile(join(at, 'upload'), copy.bytes);
        const startedMs = performance.now();
        const said = `${name} with ${copy.how}, seed ${seed}`;
        const outcome = await work(join(at, 'upload'), at).catch((error: unknown) => {
          // A sentence for its owner, and nothing that another attempt would change.
          if (!(error instanceof UnreadableRecording)) throw new Error(said, { cause: error });
          expect([said, error.message]).toEqual([said, expect.stringMatching(/^[A-Z].*\.$/)]);
          return 'refused';
        });
        came[outcome] = (came[outcome] ?? 0) + 1;
        expect([said, performance.now() - startedMs < MOST_MS]).toEqual([said, true]);
        expect([said, (await readFile(join(at, 'upload'))).equals(copy.bytes)]).toEqual([said, true]);
      }
      if (COPIES > 10) console.info(`${name}: ${JSON.stringify(came)}`);
    },
    30_000 + COPIES * MOST_MS,
  );
});
