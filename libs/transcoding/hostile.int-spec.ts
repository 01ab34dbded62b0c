import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { directoryBytes } from './directory-size.js';
import { findMediaTools, type MediaTools, probe, sniff, transcode, UnreadableMedia } from './index.js';
import { isTooOld } from './media-tools.js';
import { planRenditions } from './plan-renditions.js';
import { runTool } from './run-tool.js';
import { damage, makeSample, recordBrowserLikeWebm, recordSilentVideo, recordVoiceNote } from './sample-recordings.js';
import { copyingLimits, transcodingLimits } from './work-limits.js';

const run = promisify(execFile);

describe('hostile and broken files', () => {
  let tools: MediaTools;
  let directory: string;
  let server: Server;
  let asked: string[];
  let address: string;

  beforeAll(async () => {
    tools = await findMediaTools();
    directory = await mkdtemp(join(tmpdir(), 'meantime-transcoding-'));
    asked = [];
    server = createServer((request, response) => {
      asked.push(request.url!);
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    await rm(directory, { recursive: true, force: true });
  });

  const at = (name: string) => join(directory, name);
  async function work(name: string, demuxer?: string) {
    const opened = demuxer ?? (await sniff(at(name)))!.demuxer!;
    const facts = await probe(tools, at(name), opened);
    return transcode(tools, at(name), opened, facts, at(`${name}-out`));
  }

  const playlist = () =>
    `#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n${address}/stolen.ts\n#EXTINF:9,\nsecret.ts\n#EXT-X-ENDLIST\n`;
  const scripts: [string, () => string][] = [
    ['hls.mp4', playlist],
    ['bom.mp4', () => `\uFEFF${playlist()}`],
    ['dash.mp4', () => `<?xml version="1.0"?><MPD><BaseURL>${address}/stolen</BaseURL></MPD>`],
    ['concat.mp4', () => `ffconcat version 1.0\nfile '${address}/stolen.ts'\n`],
    ['session.mp4', () => 'v=0\no=- 0 0 IN IP4 127.0.0.1\nc=IN IP4 127.0.0.1\nm=video 5004 RTP/AVP 96\n'],
    ['notes.mp4', () => 'Only words, for several lines.\n'.repeat(50)],
    ['empty.mp4', () => ''],
  ];

  it.each(scripts)('never gives %s to the tools, and it would open nothing if it did', async (name, text) => {
    await writeFile(at(name), text());
    expect((await sniff(at(name)))?.demuxer ?? null).toBeNull();
    for (const demuxer of ['mov', 'matroska', 'mp3', 'mpegts', 'ogg']) {
      await expect(work(name, demuxer)).rejects.toBeInstanceOf(UnreadableMedia);
    }
    expect(asked).toEqual([]);
  });

  it('would have been asked by tools that are left to guess', async () => {
    await writeFile(at('open.mp4'), playlist());
    await run(tools.ffprobePath, ['-v', 'quiet', '-protocol_whitelist', 'file,http,tcp', at('open.mp4')]).catch(
      () => undefined,
    );
    // Without this the list of what was asked would be empty for any reason.
    expect(asked).toEqual(['/stolen.ts']);
  });

  it('refuses noise behind a good beginning, with a sentence for people', async () => {
    await recordBrowserLikeWebm(tools, at('noise'));
    await damage(at('noise'), { keepBytes: 400 });
    const error = await work('noise').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UnreadableMedia);
    expect(error).toMatchObject({
      reason: expect.stringMatching(/^media\.(unreadable|no_streams)$/),
      code: 'INVALID_INPUT',
      isReportable: false,
      message: expect.stringMatching(/Record or export it again\.$/),
    });
  });

  it('makes what it can of a recording that breaks off', async () => {
    await recordBrowserLikeWebm(tools, at('cut'), { seconds: 4 });
    await truncate(at('cut'), Math.floor((await readFile(at('cut'))).length / 2));
    const { durationMs } = await work('cut');
    expect(durationMs).toBeGreaterThan(1_000);
    expect(durationMs).toBeLessThan(3_500);
  });

  it('refuses an MP4 without its index', async () => {
    await recordSilentVideo(tools, at('headless'));
    await truncate(at('headless'), Math.floor((await readFile(at('headless'))).length / 2));
    await expect(work('headless')).rejects.toMatchObject({ reason: 'media.unreadable' });
  });

  it('refuses pictures that are larger than 8K', async () => {
    await makeSample(tools, [
      ...['-f', 'lavfi', '-i', 'color=s=8192x8192:rate=1:duration=1', '-c:v', 'mjpeg', '-q:v', '31'],
      ...['-pix_fmt', 'yuvj420p', '-f', 'mov', at('huge')],
    ]);
    await expect(probe(tools, at('huge'), 'mov')).rejects.toMatchObject({ reason: 'media.too_large' });
  });

  it('refuses a second of sound that calls itself hours', async () => {
    await makeSample(tools, ['-f', 'lavfi', '-i', 'sine=frequency=440:duration=1', '-f', 'flac', at('slow')]);
    const bytes = await readFile(at('slow'));
    // The sample rate, 20 bits: four a second; then 8,000, and 2^33 samples.
    for (const header of [
      [0, 0, 0x40],
      [0x01, 0xf4, 0x00, 0xf2],
    ]) {
      bytes.set(header, 18);
      await writeFile(at('slow'), bytes);
      await expect(probe(tools, at('slow'), 'flac')).rejects.toMatchObject({
        reason: expect.stringMatching(/^media\.(no_streams|too_large)$/),
      });
    }
  });

  it('refuses more frames than anybody records', async () => {
    await makeSample(tools, [
      ...['-f', 'lavfi', '-i', 'color=s=16x16:rate=2000:duration=2', '-c:v', 'libx264', '-preset', 'ultrafast'],
      ...['-pix_fmt', 'yuv420p', '-f', 'mp4', at('many')],
    ]);
    await expect(probe(tools, at('many'), 'mov')).rejects.toMatchObject({ reason: 'media.too_large' });
  });

  describe('with limits', () => {
    const endless = [
      '-nostdin',
      '-v',
      'error',
      '-f',
      'lavfi',
      '-i',
      'testsrc2=size=640x360:rate=30',
      '-f',
      'null',
      '-',
    ];
    const written = ['-nostdin', '-v', 'error', '-f', 'lavfi', '-i', 'testsrc2=size=640x360:rate=30'];
    const ignored = async (output: NodeJS.ReadableStream) => void output.resume();
    const go = (parameters: string[], limits: object, signal?: AbortSignal) =>
      runTool(tools.ffmpegPath, parameters, {
        directory,
        limits: { ...copyingLimits, ...limits },
        signal,
        onOutput: ignored,
      });

    it('ends what takes too long on the clock', () =>
      expect(go(endless, { wallMs: 300 })).rejects.toMatchObject({ reason: 'media.took_too_long' }));

    it('ends what takes too much of the processor', () =>
      expect(go(endless, { cpuMs: 1_000 })).rejects.toMatchObject({ reason: 'media.took_too_long' }));

    it('ends what writes too large a file', () =>
      expect(go([...written, '-f', 'rawvideo', 'large.raw'], { maxFileBytes: 1_000_000 })).rejects.toMatchObject({
        reason: 'media.too_large',
      }));

    it('ends what fills its directory', async () => {
      await rm(at('large.raw'), { force: true });
      const maxDirectoryBytes = (await directoryBytes(directory)) + 10_000_000;
      const parts = [...written, '-f', 'segment', '-segment_time', '1', '-c:v', 'rawvideo', 'part-%03d.avi'];
      await expect(go(parts, { maxDirectoryBytes, maxFileBytes: 2e9 })).rejects.toMatchObject({
        reason: 'media.too_large',
      });
    });

    it('ends what takes too much memory', async () => {
      const wide = [
        '-f',
        'lavfi',
        '-i',
        'color=size=7680x4320:rate=1',
        '-vf',
        'tile=4x4',
        '-frames:v',
        '1',
        '-f',
        'null',
        '-',
      ];
      await expect(go(['-nostdin', '-v', 'error', ...wide], { maxMemoryBytes: 512 * 1024 ** 2 })).rejects.toThrow();
    });

    it('stops for an abort, with its reason, and leaves no process', async () => {
      const controller = new AbortController();
      const reason = new Error('The worker stops.');
      const mark = `meantime-${process.pid}`;
      const marked = ['-nostdin', '-v', 'error', '-f', 'lavfi', '-i', 'anullsrc', '-metadata', `title=${mark}`];
      const running = go([...marked, '-f', 'null', '-'], {}, controller.signal);
      setTimeout(() => controller.abort(reason), 300);
      await expect(running).rejects.toBe(reason);
      await pause(100);
      const { stdout } = await run('ps', ['-eo', 'args']);
      expect(stdout).not.toContain(mark);
      await expect(go(endless, {}, controller.signal)).rejects.toBe(reason);
    });

    it('does not blame the file for what is wrong with this machine', async () => {
      await recordVoiceNote(tools, at('note'), { seconds: 1 });
      const missing = { ...tools, ffmpegPath: '/nowhere/ffmpeg', ffprobePath: '/nowhere/ffprobe' };
      await expect(probe(missing, at('note'), 'matroska')).rejects.not.toBeInstanceOf(UnreadableMedia);
    });

    it('gives a short file little time, and a long one no more bytes than its rates need', async () => {
      await recordVoiceNote(tools, at('short'), { seconds: 1, container: 'ogg' });
      const facts = await probe(tools, at('short'), 'ogg');
      const plan = planRenditions(facts);
      const short = transcodingLimits(facts, plan);
      expect(short.wallMs).toBeLessThan(200_000);
      expect(short.maxDirectoryBytes).toBeLessThan(256 * 1024 ** 2);
      expect(transcodingLimits({ durationMs: 3_600_000 }, plan).maxFileBytes).toBeLessThan(400 * 1024 ** 2);
    });
  });

  it('finds the tools by name, and says what is wrong with those that it cannot use', async () => {
    const named = await findMediaTools({ ffmpegPath: tools.ffmpegPath, ffprobePath: tools.ffprobePath });
    expect(named).toEqual({ ...tools, isBundled: false });
    const path = process.env.PATH;
    process.env.PATH = '';
    try {
      expect(await findMediaTools()).toMatchObject({ isBundled: true });
    } finally {
      process.env.PATH = path;
    }
    await expect(findMediaTools({ ffmpegPath: '/nowhere/ffmpeg' })).rejects.toMatchObject({
      reason: 'media.no_tools',
      message: expect.stringMatching(/^\/nowhere\/ffmpeg .*check FFMPEG_PATH/),
    });
    expect(
      ['4.2.7-0ubuntu0.1', 'n3.4', '4.3.6', '5.1.9-0+deb12u1', 'n7.0', 'N-47683-g0e8eb07980'].map(isTooOld),
    ).toEqual([true, true, false, false, false, false]);
  });
});
