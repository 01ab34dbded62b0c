import { execFile } from 'node:child_process';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Id, newId } from '#kernel';
import { findMediaTools } from '#transcoding';
import { testDatabase } from '../../../test/support/database.js';
import { type MediaApp, mediaApp, type SignedIn } from '../../../test/support/media-app.js';
import { MediaService } from '../media.service.js';
import { mediaTopic } from '../media.topics.js';
import { MediaChanges } from '../media-changes.js';
import { MediaWork } from './media-work.js';

const database = testDatabase({ entities: [] });
const run = promisify(execFile);
const MINUTES = 10;

/** Work that goes on for a while unless somebody ends it. */
describe('processing that is watched and ended', () => {
  let hub: MediaApp;
  let mira: SignedIn;
  let otto: SignedIn;
  let recording: string;

  beforeAll(async () => {
    hub = await mediaApp(database);
    mira = await hub.member('mira');
    otto = await hub.member('otto');
    const { ffmpegPath } = await findMediaTools();
    const moment = join(hub.directory, 'moment.mp4');
    recording = join(hub.directory, 'long.mp4');
    const sources = ['-f', 'lavfi', '-i', 'testsrc=size=320x180:rate=15:duration=4'];
    const sound = ['-f', 'lavfi', '-i', 'sine=duration=4', '-c:a', 'aac'];
    await run(ffmpegPath, ['-v', 'error', ...sources, ...sound, '-pix_fmt', 'yuv420p', moment]);
    const again = ['-stream_loop', String(MINUTES * 15 - 1), '-i', moment, '-c', 'copy'];
    await run(ffmpegPath, ['-v', 'error', ...again, recording]);
  });
  afterAll(() => hub.close());

  const service = () => hub.app.get(MediaService, { strict: false });
  const find = async (key: Id) => (await service().find(mira.actor, key))!;
  const stored = async (key: Id) => (await hub.storage.list(`media/${key}/`, { limit: 100 })).map((one) => one.key);

  /** As an upload leaves it that has arrived. */
  async function arrived(): Promise<Id> {
    const key = newId();
    const originalKey = `media/${key}/original.mp4`;
    await hub.storage.putFile(originalKey, recording, 'video/mp4');
    await database.dataSource.query(
      `insert into media (id, owner_id, kind, status, filename, mime_type, original_key, uploaded_at, created_at)
       values ($1, $2, 'VIDEO', 'PROCESSING', 'a.mp4', 'video/mp4', $3, now(), now())`,
      [key, mira.actor.memberId, originalKey],
    );
    const { size } = await stat(recording);
    const facts = { durationMs: MINUTES * 60_000, width: 320, height: 180 };
    await hub.app
      .get(MediaWork, { strict: false })
      .ask(key, { kind: 'VIDEO', mimeType: 'video/mp4', byteSize: size, ...facts });
    return key;
  }

  /** Media tools that this process has started. */
  async function toolsAtWork(): Promise<number[]> {
    const found: number[] = [];
    for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
      const text = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '');
      const [, name, state, parent] = /\((.*)\) (\S) (\d+)/.exec(text) ?? [];
      if (name === 'ffmpeg' && state !== 'Z' && Number(parent) === process.pid) found.push(Number(pid));
    }
    return found;
  }

  /** Waits for a change of the item after which `holds`. */
  async function seen(key: Id, holds: () => Promise<boolean>): Promise<void> {
    let look = () => undefined as undefined;
    const done = new Promise<void>((resolve, reject) => {
      look = () => void holds().then((isSo) => isSo && resolve(), reject) as undefined;
    });
    const stop = await hub.pubsub.subscribe(mediaTopic(key), () => look());
    look();
    await done;
    await stop();
  }

  it('tells how far it is and about how long it still takes, and ends when its owner cancels it', async () => {
    const key = await arrived();
    expect(await find(key)).toMatchObject({ progress: 0, remainingSeconds: null });
    const working = hub.work();
    // Between two tools there is none.
    await seen(key, async () => (await find(key)).remainingSeconds !== null && (await toolsAtWork()).length === 1);
    const during = await find(key);
    expect(during.progress).toBeGreaterThan(0);
    expect(during.progress).toBeLessThan(1);
    expect(during.remainingSeconds).toBeGreaterThan(0);

    await expect(service().cancel(otto.actor, key)).rejects.toMatchObject({ reason: 'media.not_found' });
    const cancelled = await service().cancel(mira.actor, key);
    expect(cancelled).toMatchObject({
      status: 'FAILED',
      failure: expect.stringMatching(/cancelled/),
      remainingSeconds: null,
    });
    await working;
    expect(await toolsAtWork()).toEqual([]);
    expect(await stored(key)).toEqual([`media/${key}/original.mp4`]);
    expect(await hub.queue.failedJobs('media', { limit: 10 })).toEqual([]);
    expect(await find(key)).toMatchObject({ status: 'FAILED', originalUrl: expect.any(String) });
    await expect(service().cancel(mira.actor, key)).rejects.toMatchObject({ reason: 'media.not_processing' });
    expect(await service().retry(mira.actor, key)).toMatchObject({ status: 'PROCESSING', progress: 0 });
    hub.queue.lose();
  });

  it('ends when the recording is deleted, and leaves nothing of what it has made', async () => {
    const key = await arrived();
    const working = hub.work();
    await seen(key, async () => (await find(key)).progress > 0);
    await database.dataSource.query('delete from media where id = $1', [key]);
    await hub.app.get(MediaChanges, { strict: false }).tell(key);
    await working;
    expect(await toolsAtWork()).toEqual([]);
    // The original goes with the job that its deletion asks for.
    expect(await stored(key)).toEqual([`media/${key}/original.mp4`]);
  });

  it('begins anew after its tools were killed, and does not fall back in what it tells', async () => {
    const key = await arrived();
    const working = hub.work();
    let first: number | undefined;
    await seen(key, async () => {
      [first] = await toolsAtWork();
      return first !== undefined && (await find(key)).progress > 0.02;
    });
    const { progress } = await find(key);
    process.kill(first!, 'SIGKILL');
    await seen(key, async () => {
      const [now] = await toolsAtWork();
      return now !== undefined && now !== first;
    });
    expect(await find(key)).toMatchObject({ status: 'PROCESSING', failure: null });
    expect((await find(key)).progress).toBeGreaterThanOrEqual(progress);
    await service().cancel(mira.actor, key);
    await working;
    expect(await toolsAtWork()).toEqual([]);
  });
});
