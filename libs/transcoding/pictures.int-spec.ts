import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Orientation, orientationIn } from './exif-orientation.js';
import { findMediaTools, type MediaTools, sniff } from './index.js';
import { makePictures, probePicture } from './pictures.js';
import { makeSample } from './sample-recordings.js';

const run = promisify(execFile);
const bundled = createRequire(import.meta.url)('@ffmpeg-installer/ffmpeg').path as string;
const bundledProbe = createRequire(import.meta.url)('@ffprobe-installer/ffprobe').path as string;

/** What a camera writes: how it was held, and where. */
function exif(orientation: number, { isLittle = true } = {}): Buffer {
  const tiff = Buffer.alloc(8 + 2 + 12 + 4);
  tiff.write(isLittle ? 'II' : 'MM', 0, 'latin1');
  const word = (value: number, at: number) =>
    isLittle ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at);
  const long = (value: number, at: number) =>
    isLittle ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at);
  word(42, 2);
  long(8, 4);
  word(1, 8);
  word(0x0112, 10);
  word(3, 12);
  long(1, 14);
  word(orientation, 18);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from('GPS 52.5200 13.4050')]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

describe.each([
  ['the tools of this machine', undefined],
  ['the bundled tools', { ffmpegPath: bundled, ffprobePath: bundledProbe }],
])('pictures with %s', (_, named) => {
  let tools: MediaTools;
  let directory: string;
  beforeAll(async () => {
    tools = await findMediaTools(named);
    directory = await mkdtemp(join(tmpdir(), 'meantime-pictures-'));
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  const at = (name: string) => join(directory, name);
  const sizeOf = async (file: string) => {
    const options = ['-v', 'error', '-show_entries', 'stream=codec_name,width,height', '-of', 'csv=p=0', file];
    return (await run(tools.ffprobePath, options)).stdout.trim();
  };
  async function brightness(file: string, crop: string): Promise<number> {
    const options = ['-v', 'error', '-i', file, '-vf', `crop=${crop},scale=1:1:flags=area,format=gray`];
    const { stdout } = await run(tools.ffmpegPath, [...options, '-frames:v', '1', '-f', 'rawvideo', 'pipe:1'], {
      encoding: 'buffer',
    });
    return stdout[0]!;
  }
  async function made(name: string) {
    const { mimeType } = (await sniff(at(name)))!;
    const facts = (await probePicture(tools, at(name), mimeType))!;
    const out = at(`${name}-out`);
    await mkdir(out, { recursive: true });
    await makePictures(tools, at(name), facts, out);
    return { facts, image: join(out, 'image.webp'), poster: join(out, 'poster.webp') };
  }
  const still = (size: string, ...options: string[]) =>
    makeSample(tools, ['-f', 'lavfi', '-i', `testsrc2=size=${size}`, '-frames:v', '1', ...options]);

  it('are made for screens and lists, and no larger than they are', async () => {
    await still('3000x1500', '-c:v', 'png', '-f', 'image2', at('large'));
    const { facts, image, poster } = await made('large');
    expect(facts).toMatchObject({ width: 3_000, height: 1_500, isAnimated: false });
    expect(await Promise.all([image, poster].map(sizeOf))).toEqual(['webp,2560,1280', 'webp,640,320']);
    await still('34x22', '-c:v', 'bmp', '-f', 'image2', at('small'));
    expect(
      await Promise.all(
        Object.values(await made('small'))
          .slice(1)
          .map((file) => sizeOf(file as string)),
      ),
    ).toEqual(['webp,34,22', 'webp,34,22']);
  });

  it.each([1, 3, 6, 8] as const)(
    'stand upright however the camera was held (%d), and say nothing of it',
    async (orientation) => {
      const half = 'drawbox=x=0:y=0:w=iw:h=ih:color=black:t=fill,drawbox=x=0:y=0:w=iw/2:h=ih:color=white:t=fill';
      const name = `held-${orientation}`;
      await still('320x160', '-vf', half, '-c:v', 'mjpeg', '-pix_fmt', 'yuvj420p', '-f', 'image2', at(name));
      const jpeg = await readFile(at(name));
      await writeFile(at(name), Buffer.concat([jpeg.subarray(0, 2), exif(orientation), jpeg.subarray(2)]));
      const { facts, image } = await made(name);
      const isTurned = orientation >= 5;
      expect(facts).toMatchObject(isTurned ? { width: 160, height: 320 } : { width: 320, height: 160 });
      expect(await sizeOf(image)).toBe(isTurned ? 'webp,160,320' : 'webp,320,160');
      // What was left is above after a turn to the right, below after one to the left.
      const whiteAt = { 1: 'iw/4:ih:0:0', 3: 'iw/4:ih:iw*3/4:0', 6: 'iw:ih/4:0:0', 8: 'iw:ih/4:0:ih*3/4' }[orientation];
      expect(await brightness(image, whiteAt)).toBeGreaterThan(200);
      const bytes = await readFile(image);
      expect(['Exif', 'EXIF', 'GPS', '52.5200'].filter((word) => bytes.includes(word))).toEqual([]);
    },
  );

  it('keep what is transparent', async () => {
    const clear = ['-vf', 'format=rgba,colorchannelmixer=aa=0', '-c:v', 'png', '-pix_fmt', 'rgba', '-f', 'image2'];
    await still('64x64', ...clear, at('clear'));
    const { facts, image } = await made('clear');
    expect(facts.hasAlpha).toBe(true);
    expect((await readFile(image)).includes('ALPH')).toBe(true);
  });

  it('know a GIF that moves', async () => {
    await makeSample(tools, ['-f', 'lavfi', '-i', 'testsrc2=size=64x48:rate=10:duration=1', '-f', 'gif', at('moving')]);
    await makeSample(tools, ['-f', 'lavfi', '-i', 'testsrc2=size=64x48:rate=1:duration=1', '-f', 'gif', at('still')]);
    expect((await made('moving')).facts).toMatchObject({ isAnimated: true, width: 64, height: 48 });
    expect((await made('still')).facts.isAnimated).toBe(false);
  });

  it('are refused where they are damaged or too large, and left alone where nobody knows them', async () => {
    await still('64x64', '-c:v', 'png', '-f', 'image2', at('whole'));
    const whole = await readFile(at('whole'));
    await writeFile(at('cut'), whole.subarray(0, 20));
    await expect(probePicture(tools, at('cut'), 'image/png')).rejects.toMatchObject({ reason: 'media.unreadable' });
    const bomb = Buffer.from(whole);
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    await writeFile(at('bomb'), bomb);
    await expect(probePicture(tools, at('bomb'), 'image/png')).rejects.toMatchObject({
      reason: expect.stringMatching(/^media\.(unreadable|too_large)$/),
    });
    const wide = Buffer.from('GIF89a\xff\xff\xff\xff\0\0\0,\0\0\0\0\xff\xff\xff\xff\0\x02\x02\x44\x01\0;', 'latin1');
    await writeFile(at('wide'), wide);
    await expect(probePicture(tools, at('wide'), 'image/gif')).rejects.toMatchObject({
      reason: expect.stringMatching(/^media\.(unreadable|too_large)$/),
    });
    expect(await probePicture(tools, at('whole'), 'image/heic')).toBeUndefined();
  });
});

describe('the orientation in a JPEG', () => {
  const start = Buffer.from([0xff, 0xd8]);
  it.each([1, 2, 3, 4, 5, 6, 7, 8] as Orientation[])('is read: %d', (orientation) => {
    for (const isLittle of [true, false]) {
      expect(orientationIn(Buffer.concat([start, exif(orientation, { isLittle })]))).toBe(orientation);
    }
  });

  it('is upright where nothing sensible is said', () => {
    const whole = Buffer.concat([start, exif(6)]);
    expect(orientationIn(Buffer.concat([start, exif(9)]))).toBe(1);
    expect(orientationIn(Buffer.alloc(0))).toBe(1);
    for (let length = 0; length < whole.length; length++)
      expect([1, 6]).toContain(orientationIn(whole.subarray(0, length)));
    const endless = Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 0, 0xff, 0xe1, 0, 0]);
    expect(orientationIn(endless)).toBe(1);
  });
});
