import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  findMediaTools,
  type MediaTools,
  makePlayable,
  probe,
  sniff,
  type TranscodeResult,
  transcode,
} from './index.js';
import {
  makeSample,
  recordBrowserLikeMp4,
  recordBrowserLikeWebm,
  recordPhoneVideo,
  recordSilentVideo,
  recordVoiceNote,
} from './sample-recordings.js';

const run = promisify(execFile);
const bundled = createRequire(import.meta.url)('@ffmpeg-installer/ffmpeg').path as string;
const bundledProbe = createRequire(import.meta.url)('@ffprobe-installer/ffprobe').path as string;

/** The build of 2018 and the one of this machine differ in options, defaults and faults. */
describe.each([
  ['the tools of this machine', undefined],
  ['the bundled tools', { ffmpegPath: bundled, ffprobePath: bundledProbe }],
])('with %s', (_, named) => {
  let tools: MediaTools;
  let directory: string;
  beforeAll(async () => {
    tools = await findMediaTools(named);
    directory = await mkdtemp(join(tmpdir(), 'meantime-transcoding-'));
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  const at = (name: string) => join(directory, name);
  const shown = async (file: string) => {
    const options = ['-v', 'error', '-of', 'json', '-show_format', '-show_streams', file];
    const { streams, format } = JSON.parse((await run(tools.ffprobePath, options)).stdout);
    const of = (type: string) => streams.find((stream: { codec_type: string }) => stream.codec_type === type);
    return { video: of('video'), audio: of('audio'), seconds: Number(format.duration) };
  };
  async function transcoded(name: string): Promise<TranscodeResult & { out: string; told: number[] }> {
    const { demuxer } = (await sniff(at(name)))!;
    const told: number[] = [];
    const facts = await probe(tools, at(name), demuxer!);
    const out = at(`${name}-out`);
    const result = await transcode(tools, at(name), demuxer!, facts, out, { onProgress: (done) => told.push(done) });
    return { ...result, out, told };
  }
  const kinds = ({ renditions }: TranscodeResult) => renditions.map(({ kind }) => kind).sort();
  /** Mean brightness of a part of a picture, 0 to 255. */
  async function brightness(file: string, crop: string): Promise<number> {
    const options = ['-v', 'error', '-i', file, '-vf', `crop=${crop},scale=1:1:flags=area,format=gray`];
    const { stdout } = await run(tools.ffmpegPath, [...options, '-frames:v', '1', '-f', 'rawvideo', 'pipe:1'], {
      encoding: 'buffer',
    });
    return stdout[0]!;
  }

  it('makes everything of a recording as browsers write it', async () => {
    await recordBrowserLikeWebm(tools, at('talk'), { seconds: 5, width: 640, height: 360 });
    expect(await sniff(at('talk'))).toMatchObject({ kind: 'VIDEO', mimeType: 'video/webm', demuxer: 'matroska' });
    expect(await probe(tools, at('talk'), 'matroska')).toMatchObject({
      durationMs: null,
      byteSize: (await stat(at('talk'))).size,
      video: { codec: 'vp8', width: 640, height: 360, rotation: 0, pixelFormat: 'yuv420p', isHdr: false },
      audio: { codec: 'opus', channels: 1, sampleRateHz: 48_000 },
    });
    const made = await transcoded('talk');
    expect(kinds(made)).toEqual(['AUDIO', 'HLS', 'MP4', 'POSTER', 'PREVIEW', 'STORYBOARD']);
    expect(made.durationMs).toBeGreaterThan(4_800);
    expect(made.durationMs).toBeLessThan(5_200);
    expect(made.waveform!.length).toBe(Math.round(made.durationMs / 50));
    expect(made.told.at(-1)).toBe(1);
    expect(made.told).toEqual([...made.told].sort((a, b) => a - b));

    const hls = made.renditions.find(({ kind }) => kind === 'HLS')!;
    expect(hls.files[0]).toBe('hls/master.m3u8');
    const master = await readFile(join(made.out, 'hls/master.m3u8'), 'utf8');
    expect(master).toMatch(/RESOLUTION=640x360.*CODECS="avc1.64001e,mp4a.40.2"/);
    const folder = await readdir(join(made.out, 'hls'));
    expect(hls.files.map((file) => file.replace('hls/', '')).sort()).toEqual(folder.sort());
    expect(folder).toContain('v360-00001.m4s');
    const { video, audio } = await shown(join(made.out, 'hls/v360.m3u8'));
    expect([video.codec_name, audio]).toEqual(['h264', undefined]);
    expect((await readdir(made.out)).sort()).toEqual([
      'audio.m4a',
      'hls',
      'poster.jpg',
      'preview.mp4',
      'storyboard',
      'video.mp4',
    ]);

    const mp4 = await shown(join(made.out, 'video.mp4'));
    expect([mp4.video.codec_name, mp4.audio.codec_name]).toEqual(['h264', 'aac']);
    const bytes = await readFile(join(made.out, 'video.mp4'));
    expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));
    const preview = await shown(join(made.out, 'preview.mp4'));
    expect([preview.audio, Math.round(preview.seconds)]).toEqual([undefined, 4]);
    expect(await brightness(join(made.out, 'poster.jpg'), 'iw:ih:0:0')).toBeGreaterThan(20);
  });

  it('keeps sound and picture together in segments, however late the camera starts', async () => {
    await recordBrowserLikeWebm(tools, at('late'), { cameraDelaySeconds: 0.6 });
    const { out } = await transcoded('late');
    const startOf = async (playlist: string) => {
      const { video, audio } = await shown(join(out, 'hls', playlist));
      // The first 1024 samples of AAC are played to nobody.
      return video ? Number(video.start_time) : Number(audio.start_time) + 1024 / 48_000;
    };
    expect(Math.abs((await startOf('v180.m3u8')) - (await startOf('a.m3u8')))).toBeLessThan(0.03);
    const mp4 = await shown(join(out, 'video.mp4'));
    expect(Math.abs(Number(mp4.video.start_time) - Number(mp4.audio.start_time))).toBeLessThan(0.03);
    expect(Number(mp4.video.duration)).toBeGreaterThan(2.4);
  });

  it.each([
    [8, 1, 8],
    [50, 4, 13],
  ])('makes a storyboard of %d seconds with a picture each %d', async (seconds, interval, count) => {
    const half = (color: string) => ['-f', 'lavfi', '-i', `color=${color}:size=160x90:rate=5:duration=${seconds / 2}`];
    const joined = ['-filter_complex', '[0][1]concat', '-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-f', 'mp4'];
    await makeSample(tools, [...half('black'), ...half('white'), ...joined, at(`board-${seconds}`)]);
    const { out, renditions } = await transcoded(`board-${seconds}`);
    const { files } = renditions.find(({ kind }) => kind === 'STORYBOARD')!;
    expect(files).toEqual(['storyboard/storyboard.vtt', 'storyboard/sprite.jpg']);
    const cues = (await readFile(join(out, files[0]!), 'utf8')).split('\n\n').slice(1);
    expect(cues).toHaveLength(count);
    expect(cues.at(-1)).toMatch(new RegExp(` --> 00:00:${String(seconds).padStart(2, '0')}\\.\\d{3}\nsprite`));
    for (const [index, cue] of cues.entries()) {
      const [x, y, width, height] = /#xywh=(\d+),(\d+),(\d+),(\d+)/.exec(cue)!.slice(1);
      const light = await brightness(join(out, files[1]!), `${width}:${height}:${x}:${y}`);
      expect([index, light > 128]).toEqual([index, index * interval >= seconds / 2]);
    }
  });

  it('changes the volume of a whole recording by one number, to the loudness that all have', async () => {
    const steps = 'volume=volume=if(lt(t\\,6)\\,0.1\\,0.025):eval=frame';
    const sound = ['-f', 'lavfi', '-i', 'sine=frequency=1000:duration=12', '-af', steps, '-c:a', 'flac', '-f', 'flac'];
    await makeSample(tools, [...sound, at('quiet')]);
    const { out } = await transcoded('quiet');
    const loudness = async (file: string, filters = 'anull') => {
      const options = [
        '-nostdin',
        '-hide_banner',
        '-nostats',
        '-i',
        file,
        '-af',
        `${filters},ebur128`,
        '-f',
        'null',
        '-',
      ];
      const { stderr } = await run(tools.ffmpegPath, options);
      return Number(/I:\s+(-?[\d.]+) LUFS/.exec(stderr.slice(stderr.lastIndexOf('Summary')))![1]);
    };
    const heard = join(out, 'audio.m4a');
    const both = await Promise.all([at('quiet'), heard].map((file) => loudness(file)));
    expect(both[0]).toBeLessThan(-35);
    expect(Math.abs(both[1]! + 16)).toBeLessThan(1);
    // What was 12 dB quieter still is: nobody's whisper becomes a shout.
    const [first, second] = await Promise.all([
      loudness(heard, 'atrim=end=5'),
      loudness(heard, 'atrim=start=7,asetpts=PTS-STARTPTS'),
    ]);
    expect(first - second).toBeGreaterThan(11);
    expect(first - second).toBeLessThan(13);
  });

  it('leaves silence silent', async () => {
    await makeSample(tools, [
      '-f',
      'lavfi',
      '-i',
      'anullsrc=r=48000:cl=mono',
      '-t',
      '4',
      '-c:a',
      'libopus',
      '-f',
      'ogg',
      at('mute'),
    ]);
    const { waveform } = await transcoded('mute');
    expect(Math.max(...waveform!)).toBe(0);
  });

  it.each(['webm', 'ogg'] as const)('makes a voice message in %s heard', async (container) => {
    const name = `voice-${container}`;
    await recordVoiceNote(tools, at(name), { seconds: 2, container, volumeDb: -24 });
    const made = await transcoded(name);
    expect(kinds(made)).toEqual(['AUDIO', 'HLS']);
    expect((await shown(join(made.out, 'audio.m4a'))).audio).toMatchObject({ codec_name: 'aac', channels: 1 });
    // As it was recorded it peaks at 0.01.
    expect(Math.max(...made.waveform!)).toBeGreaterThan(0.1);
    expect(Math.max(...made.waveform!)).toBeLessThanOrEqual(1);
    expect(await readFile(join(made.out, 'hls/master.m3u8'), 'utf8')).toMatch(/CODECS="mp4a.40.2"\na.m3u8\n/);
  });

  it('leaves a gap in the sound where it is', async () => {
    const muted = ['-af', `aselect='not(between(t,1,2))'`, '-c:a', 'libopus', '-f', 'webm', at('gap')];
    await makeSample(tools, ['-f', 'lavfi', '-i', 'sine=frequency=440:duration=4', ...muted]);
    const { waveform } = await transcoded('gap');
    const loudest = (from: number, to: number) => Math.max(...waveform!.slice(from * 20, to * 20));
    expect(loudest(0, 0.9)).toBeGreaterThan(0.1);
    expect(loudest(1.2, 1.9)).toBeLessThan(0.01);
    expect(loudest(2.2, 3.9)).toBeGreaterThan(0.1);
  });

  it('turns what a phone has recorded upright', async () => {
    await recordPhoneVideo(tools, at('phone'));
    const facts = await probe(tools, at('phone'), 'mov');
    expect(facts.video).toMatchObject({ width: 180, height: 320, rotation: 90 });
    const { out } = await transcoded('phone');
    const { video } = await shown(join(out, 'video.mp4'));
    expect([video.width, video.height, video.tags?.rotate]).toEqual([180, 320, undefined]);
    // What was left is above after a turn to the right.
    expect(await brightness(join(out, 'poster.jpg'), 'iw:ih/4:0:0')).toBeGreaterThan(200);
    expect(await brightness(join(out, 'poster.jpg'), 'iw:ih/4:0:ih*3/4')).toBeLessThan(50);
  });

  it('takes odd sizes without sound', async () => {
    await makeSample(tools, [
      ...['-f', 'lavfi', '-i', 'testsrc2=size=321x181:rate=10:duration=1', '-c:v', 'libvpx', '-deadline', 'realtime'],
      ...['-pix_fmt', 'yuv420p', '-f', 'webm', at('odd')],
    ]);
    const made = await transcoded('odd');
    expect(kinds(made)).toEqual(['HLS', 'MP4', 'POSTER', 'PREVIEW', 'STORYBOARD']);
    expect(made.waveform).toBeNull();
    expect((await shown(join(made.out, 'video.mp4'))).video).toMatchObject({ width: 320, height: 180 });
    expect(await readFile(join(made.out, 'hls/master.m3u8'), 'utf8')).not.toMatch(/AUDIO/);
  });

  it('makes two channels of six', async () => {
    const six = 'aevalsrc=0.1*sin(880*t)|0.1*sin(440*t)|0.1*sin(660*t)|0|0|0:c=5.1:d=1';
    await makeSample(tools, ['-f', 'lavfi', '-i', six, '-c:a', 'flac', '-f', 'flac', at('six')]);
    const { out } = await transcoded('six');
    expect((await shown(join(out, 'audio.m4a'))).audio.channels).toBe(2);
  });

  it('maps high dynamic range to an ordinary picture, however little the file says of its colours', async () => {
    const hlg = ['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-color_trc', 'arib-std-b67', '-f', 'mp4', at('hdr')];
    await makeSample(tools, ['-f', 'lavfi', '-i', 'testsrc2=size=192x108:rate=5:duration=1', ...hlg]);
    expect((await probe(tools, at('hdr'), 'mov')).video).toMatchObject({ isHdr: true, hdrTransfer: 'arib-std-b67' });
    const { out } = await transcoded('hdr');
    const { video } = await shown(join(out, 'video.mp4'));
    expect([video.pix_fmt, video.color_transfer, video.color_primaries]).toEqual(['yuv420p', 'bt709', 'bt709']);
  });

  it('takes one frame', async () => {
    await makeSample(tools, [
      ...['-f', 'lavfi', '-i', 'testsrc2=size=64x64:rate=1:duration=1', '-c:v', 'libx264', '-pix_fmt', 'yuv420p'],
      ...['-frames:v', '1', '-f', 'mp4', at('one')],
    ]);
    expect(kinds(await transcoded('one'))).toContain('POSTER');
  });

  it.each([
    ['webm', recordBrowserLikeWebm, 'matroska', ['vp8', 'opus']],
    ['mp4', recordBrowserLikeMp4, 'mov', ['h264', 'opus']],
  ] as const)('makes a %s of a browser playable by copying', async (extension, record, demuxer, codecs) => {
    await record(tools, at(`raw-${extension}`), { seconds: 4 });
    const out = (suffix: string) => at(`playable.${suffix}`);
    const fromMs = performance.now();
    const made = await makePlayable(tools, at(`raw-${extension}`), demuxer, codecs, out, true);
    const tookMs = performance.now() - fromMs;
    expect(made).toEqual({ path: at(`playable.${extension}`), extension, mimeType: `video/${extension}` });
    expect(tookMs).toBeLessThan(2_000);
    const { durationMs } = await probe(tools, made!.path, demuxer);
    expect(durationMs! / 1000).toBeCloseTo(4, 0);
    const bytes = await readFile(made!.path);
    // An index to seek by: Cues (EBML id 1C53BB6B) in WebM; in MP4 the header before the media, in one piece.
    if (extension === 'webm') expect(bytes.includes(Buffer.from('1c53bb6b', 'hex'))).toBe(true);
    else expect([bytes.indexOf('moov') < bytes.indexOf('mdat'), bytes.includes('moof')]).toEqual([true, false]);
  });

  it('plans from a silent video as from any', async () => {
    await recordSilentVideo(tools, at('silent'), { seconds: 1 });
    expect(await probe(tools, at('silent'), 'mov')).toMatchObject({ durationMs: 1_000, audio: null });
  });
});
