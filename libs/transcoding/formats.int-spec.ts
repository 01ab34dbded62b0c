import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { formatSamples, h264, hevc, picture, SAMPLE_SECONDS } from './format-samples.js';
import { findMediaTools, type MediaTools, makePictures, probe, probePicture, sniff, transcode } from './index.js';
import { makeSample } from './sample-recordings.js';

const run = promisify(execFile);
describe('what people upload', () => {
  let tools: MediaTools;
  let directory: string;
  beforeAll(async () => {
    tools = await findMediaTools();
    directory = await mkdtemp(join(tmpdir(), 'meantime-formats-'));
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  const at = (name: string) => join(directory, name);
  async function shown(file: string) {
    const options = ['-v', 'error', '-of', 'json', '-show_format', '-show_streams', file];
    const { streams, format } = JSON.parse((await run(tools.ffprobePath, options)).stdout);
    const of = (type: string) => streams.find((stream: { codec_type: string }) => stream.codec_type === type);
    return { video: of('video'), audio: of('audio'), seconds: Number(format.duration) };
  }
  /** What a strict decoder complains of. */
  const faults = async (file: string) =>
    (await run(tools.ffmpegPath, ['-nostdin', '-v', 'error', '-xerror', '-i', file, '-f', 'null', '-'])).stderr;
  async function made(file: string) {
    const { demuxer } = (await sniff(at(file)))!;
    const facts = await probe(tools, at(file), demuxer!);
    const out = at(`${file}-out`);
    return { demuxer, out, ...(await transcode(tools, at(file), demuxer!, facts, out)) };
  }
  /** The mean colour of a part of a picture: red, green, blue. */
  async function colour(file: string, crop = 'iw:ih:0:0'): Promise<number[]> {
    const options = ['-v', 'error', '-i', file, '-vf', `crop=${crop},scale=1:1:flags=area,format=rgb24`];
    const written = [...options, '-frames:v', '1', '-f', 'rawvideo', 'pipe:1'];
    return [...(await run(tools.ffmpegPath, written, { encoding: 'buffer' })).stdout];
  }

  it.each(formatSamples)(
    'plays $file',
    async ({ file, make, demuxer, size: expected, channels, seconds = SAMPLE_SECONDS }) => {
      await makeSample(tools, [...make, at(file)]);
      const result = await made(file);
      expect(result.demuxer).toBe(demuxer);
      expect(Math.abs(result.durationMs / 1000 - seconds)).toBeLessThan(0.35);
      if (expected) {
        const mp4 = join(result.out, 'video.mp4');
        const { video, audio, seconds: lasts } = await shown(mp4);
        expect(video).toMatchObject({ codec_name: 'h264', pix_fmt: 'yuv420p', profile: 'High' });
        expect([video.width, video.height]).toEqual(expected);
        expect(video.sample_aspect_ratio ?? '1:1').toBe('1:1');
        expect(Math.abs(lasts - seconds)).toBeLessThan(0.35);
        expect(audio?.codec_name).toBe(channels ? 'aac' : undefined);
        expect(await faults(mp4)).toBe('');
        const master = await readFile(join(result.out, 'hls/master.m3u8'), 'utf8');
        expect(master).toContain(`RESOLUTION=${expected.join('x')}`);
      }
      if (channels) {
        const { audio } = await shown(join(result.out, 'audio.m4a'));
        expect(audio).toMatchObject({ codec_name: 'aac', channels, sample_rate: '48000' });
        expect(await faults(join(result.out, 'hls/a.m3u8'))).toBe('');
        expect(Math.max(...result.waveform!)).toBeGreaterThan(0.05);
      }
    },
  );

  it('makes of high dynamic range what an ordinary screen shows, white as white and red as red', async () => {
    for (const [transfer, white] of [
      ['smpte2084', '0.58'],
      ['arib-std-b67', '0.75'],
    ] as const) {
      const file = `${transfer}.mp4`;
      // Reference white of BT.2408 to the left, of the same light in red to the right.
      const level = Math.round(Number(white) * 255);
      const halves = `geq=r='${level}':g='if(lt(X,64),${level},0)':b='if(lt(X,64),${level},0)',scale=out_color_matrix=bt2020nc,format=yuv420p10le`;
      const source = ['-f', 'lavfi', '-i', 'color=black:size=128x72:rate=5:duration=1,format=gbrp'];
      const tags = ['-color_primaries', 'bt2020', '-color_trc', transfer, '-colorspace', 'bt2020nc', '-tag:v', 'hvc1'];
      await makeSample(tools, [...source, '-vf', halves, ...hevc, ...tags, at(file)]);
      const { out } = await made(file);
      const { video } = await shown(join(out, 'video.mp4'));
      expect(video).toMatchObject({
        pix_fmt: 'yuv420p',
        color_transfer: 'bt709',
        color_primaries: 'bt709',
        color_space: 'bt709',
      });
      const [left, right] = [
        await colour(join(out, 'poster.jpg'), '48:72:8:0'),
        await colour(join(out, 'poster.jpg'), '48:72:72:0'),
      ];
      expect([transfer, Math.min(...left) > 150]).toEqual([transfer, true]);
      expect(Math.max(...left) - Math.min(...left)).toBeLessThan(12);
      expect([transfer, right[0]! > 150, right[1]! < 60, right[2]! < 60]).toEqual([transfer, true, true, true]);
    }
  });

  it.each([
    [90, 'top'],
    [180, 'right'],
    [270, 'bottom'],
  ] as const)('turns what is to be turned by %d degrees, so that what was left is at the %s', async (degrees, edge) => {
    const whiteLeft = [
      '-f',
      'lavfi',
      '-i',
      'color=black:size=128x72:rate=5:duration=1',
      '-vf',
      'drawbox=w=iw/2:h=ih:color=white:t=fill',
    ];
    await makeSample(tools, [...whiteLeft, ...h264, at(`upright-${degrees}.mp4`)]);
    const turned = ['-i', at(`upright-${degrees}.mp4`), '-c', 'copy', '-metadata:s:v', `rotate=${360 - degrees}`];
    await makeSample(tools, [...turned, at(`turned-${degrees}.mp4`)]);
    const { out } = await made(`turned-${degrees}.mp4`);
    const { video } = await shown(join(out, 'video.mp4'));
    expect([video.width, video.height]).toEqual(degrees === 180 ? [128, 72] : [72, 128]);
    const crops = { top: 'iw:ih/4:0:0', bottom: 'iw:ih/4:0:ih*3/4', right: 'iw/4:ih:iw*3/4:0', left: 'iw/4:ih:0:0' };
    const opposite = ({ top: 'bottom', right: 'left', bottom: 'top' } as const)[edge];
    expect((await colour(join(out, 'poster.jpg'), crops[edge]))[0]).toBeGreaterThan(200);
    expect((await colour(join(out, 'poster.jpg'), crops[opposite]))[0]).toBeLessThan(50);
  });

  it('plays uneven frames at an even rate, none of them twice as late', async () => {
    const uneven = ['-vf', `select='not(mod(n,7))+lt(mod(n,20),8)'`, '-vsync', 'vfr'];
    await makeSample(tools, [...picture('128x72', 30), ...uneven, ...h264, at('vfr.mkv')]);
    const { out } = await made('vfr.mkv');
    const { video } = await shown(join(out, 'video.mp4'));
    expect(video.avg_frame_rate).toBe(video.r_frame_rate);
  });

  it('mixes the middle of six channels, where people speak, into both ears', async () => {
    const centre = `aevalsrc=0|0|0.3*sin(880*t)|0|0|0:c=5.1:d=${SAMPLE_SECONDS}`;
    await makeSample(tools, ['-f', 'lavfi', '-i', centre, '-c:a', 'flac', at('centre.flac')]);
    const { out } = await made('centre.flac');
    const { stderr } = await run(tools.ffmpegPath, [
      ...[
        '-hide_banner',
        '-nostats',
        '-i',
        join(out, 'audio.m4a'),
        '-af',
        'astats=measure_overall=none',
        '-f',
        'null',
        '-',
      ],
    ]);
    const levels = [...stderr.matchAll(/RMS level dB: (-?[\d.]+)/g)].map(([, level]) => Number(level));
    expect(levels).toHaveLength(2);
    for (const level of levels) expect(level).toBeGreaterThan(-30);
    expect(Math.abs(levels[0]! - levels[1]!)).toBeLessThan(0.5);
  });

  it.each([
    ['avif', ['-c:v', 'libaom-av1', '-cpu-used', '8', '-still-picture', '1']],
    ['tiff', []],
    ['webp', ['-c:v', 'libwebp']],
  ])('makes pictures of %s in sizes', async (extension, options) => {
    const file = `picture.${extension}`;
    const still = ['-f', 'lavfi', '-i', 'testsrc2=size=800x400', '-frames:v', '1', '-metadata', 'location=52.52'];
    await makeSample(tools, [...still, ...options, at(file)]);
    const facts = (await probePicture(tools, at(file), (await sniff(at(file)))!.mimeType))!;
    expect(facts).toMatchObject({ width: 800, height: 400, isAnimated: false });
    const out = await mkdtemp(join(directory, 'pictures-'));
    await makePictures(tools, at(file), facts, out);
    const { video } = await shown(join(out, 'poster.webp'));
    expect([video.codec_name, video.width, video.height]).toEqual(['webp', 640, 320]);
    expect((await readFile(join(out, 'image.webp'))).includes('52.52')).toBe(false);
  });
});
