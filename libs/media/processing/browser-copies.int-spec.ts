import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Id, newId } from '#kernel';
import { findMediaTools, type MediaTools } from '#transcoding';
import { testDatabase } from '../../../test/support/database.js';
import { type MediaApp, mediaApp, type SignedIn } from '../../../test/support/media-app.js';
import { MediaService } from '../media.service.js';
import { CopyMediaHandler } from '../process-media.handler.js';
import { MediaWork } from './media-work.js';

const database = testDatabase({ entities: [] });
const run = promisify(execFile);

describe('a video in a container that browsers do not open', () => {
  let hub: MediaApp;
  let mira: SignedIn;
  let tools: MediaTools;

  beforeAll(async () => {
    [hub, tools] = await Promise.all([mediaApp(database), findMediaTools()]);
    mira = await hub.member('mira');
  });
  afterAll(() => hub.close());
  beforeEach(() => hub.queue.lose());

  const find = async (key: Id) => (await hub.app.get(MediaService, { strict: false }).find(mira.actor, key))!;
  const stored = async (key: Id) =>
    (await hub.storage.list(`media/${key}/`, { limit: 100 })).map((one) => one.key.split('/').at(-1));
  const copy = (mediaId: Id) =>
    hub.app.get(CopyMediaHandler, { strict: false }).handle(
      { mediaId },
      {
        ...{ jobId: 'copying', attempt: 1, isLastAttempt: false, enqueuedAtMs: 0 },
        signal: new AbortController().signal,
        reportProgress: async () => undefined,
      },
    );
  async function shown(url: string) {
    const options = ['-v', 'error', '-of', 'json', '-show_format', '-show_streams'];
    const { stdout } = await run(tools.ffprobePath, [...options, url.replace('http://hub.test', hub.url)]);
    const { streams, format } = JSON.parse(stdout);
    const codecs = streams.map((stream: { codec_name: string }) => stream.codec_name);
    return { codecs, seconds: Number(format.duration), format: format.format_name };
  }

  /** As an upload leaves it that has arrived. */
  async function arrived(extension: string, mimeType: string, options: string[]): Promise<Id> {
    const key = newId();
    const file = join(hub.directory, `${key}.${extension}`);
    const sources = ['testsrc=size=320x180:rate=15:duration=2', 'sine=duration=2'].flatMap((one) => [
      '-f',
      'lavfi',
      '-i',
      one,
    ]);
    await run(tools.ffmpegPath, ['-v', 'error', ...sources, ...options, file]);
    const originalKey = `media/${key}/original.${extension}`;
    await hub.storage.putFile(originalKey, file, mimeType);
    await database.dataSource.query(
      `insert into media (id, owner_id, kind, status, filename, mime_type, original_key, uploaded_at, created_at)
       values ($1, $2, 'VIDEO', 'PROCESSING', $3, $4, $5, now(), now())`,
      [key, mira.actor.memberId, `a.${extension}`, mimeType, originalKey],
    );
    const facts = { byteSize: (await stat(file)).size, durationMs: 2_000, width: 320, height: 180 };
    await hub.app.get(MediaWork, { strict: false }).ask(key, { kind: 'VIDEO', mimeType, ...facts });
    return key;
  }
  const h264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'];

  it.each([
    ['mkv', 'video/x-matroska', [...h264, '-c:a', 'aac']],
    ['mkv', 'video/x-matroska', [...h264, '-c:a', 'ac3']],
    ['avi', 'video/vnd.avi', [...h264, '-bf', '2', '-c:a', 'libmp3lame']],
    ['ts', 'video/mp2t', [...h264, '-c:a', 'aac']],
    ['flv', 'video/x-flv', [...h264, '-c:a', 'aac']],
  ])('is copied into one that they do: %s %s %j', async (extension, mimeType, options) => {
    const key = await arrived(extension, mimeType, options);
    expect(hub.queue.waitingJobs.map(({ name }) => name)).toEqual(['media.copy', 'media.process']);
    expect((await find(key)).mp4Url).toBeNull();
    await copy(key);
    const early = await find(key);
    expect(early).toMatchObject({ status: 'PROCESSING', hlsUrl: null });
    const { codecs, seconds, format } = await shown(early.mp4Url!);
    expect(codecs).toEqual(['h264', expect.stringMatching(/^(aac|mp3)$/)]);
    expect(seconds).toBeCloseTo(2, 0);
    expect(format).toMatch(/mp4/);
    // A second run finds that there is one.
    await copy(key);

    await hub.work();
    const done = await find(key);
    expect(done).toMatchObject({ status: 'READY', hlsUrl: expect.any(String) });
    expect(done.mp4Url).toMatch(/video\.mp4/);
    expect(await stored(key)).not.toContain('copy.mp4');
    await copy(key);
    expect(await stored(key)).not.toContain('copy.mp4');
  });

  it('waits for its renditions where its pictures are strange to them', async () => {
    const key = await arrived('avi', 'video/vnd.avi', ['-c:v', 'mpeg4', '-c:a', 'libmp3lame']);
    await copy(key);
    expect((await find(key)).mp4Url).toBeNull();
    expect(await stored(key)).toEqual(['original.avi']);
  });

  it('is not copied where browsers open it', async () => {
    await arrived('mp4', 'video/mp4', [...h264, '-c:a', 'aac']);
    expect(hub.queue.waitingJobs.map(({ name }) => name)).toEqual(['media.process']);
  });
});
