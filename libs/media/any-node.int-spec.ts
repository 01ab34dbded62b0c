import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { MinioStorage } from '#storage';
import { testDatabase } from '../../test/support/database.js';
import { type MediaApp, mediaApp, type SignedIn } from '../../test/support/media-app.js';
import { recordedWebm } from '../../test/support/recordings.js';
import { type S3Server, startS3 } from '../../test/support/servers/s3.js';
import { sendPart } from '../../test/support/tus-part.js';
import { MediaService } from './media.service.js';
import { MediaSweeper } from './media.sweeper.js';
import { OwnMediaService } from './own-media.service.js';
import { UploadService } from './upload.service.js';

const database = testDatabase({ entities: [] });
const MIB = 1024 * 1024;

describe('an upload over several api processes and an S3 store', () => {
  let server: S3Server;
  let storage: MinioStorage;
  let nodes: MediaApp[];
  let mira: SignedIn;

  beforeAll(async () => {
    server = await startS3();
    const { endpoint, accessKey, secretKey } = server;
    storage = new MinioStorage({ ...server, bucket: `uploads-${randomBytes(6).toString('hex')}` });
    const environment = { S3_ENDPOINT: endpoint, S3_ACCESS_KEY: accessKey, S3_SECRET_KEY: secretKey };
    nodes = [await mediaApp(database, { environment, storage }), await mediaApp(database, { environment, storage })];
    mira = await nodes[0]!.member('mira');
  }, 180_000);
  afterAll(async () => {
    await Promise.all((nodes ?? []).map((node) => node.close()));
    await server?.stop();
  });

  const open = async (byteSize?: number, mimeType = 'text/plain') => {
    const wish = { filename: 'notes.txt', mimeType, byteSize };
    const { media, uploadUrl } = await nodes[0]!.app.get(UploadService, { strict: false }).create(mira.actor, wish);
    return { key: media.key, url: (node: number) => uploadUrl.replace('http://hub.test', nodes[node]!.url) };
  };
  const find = (key: string) => nodes[1]!.app.get(MediaService, { strict: false }).find(mira.actor, key);
  const patch = (url: string, offset: number, bytes: Buffer, length?: number) =>
    fetch(url, {
      method: 'PATCH',
      body: new Uint8Array(bytes),
      headers: {
        ...mira.headers,
        'tus-resumable': '1.0.0',
        'content-type': 'application/offset+octet-stream',
        'upload-offset': String(offset),
        ...(length !== undefined && { 'upload-length': String(length) }),
      },
    });
  const offsetOf = async (url: string) => {
    const answer = await fetch(url, { method: 'HEAD', headers: { ...mira.headers, 'tus-resumable': '1.0.0' } });
    return Number(answer.headers.get('upload-offset'));
  };
  const stored = async (key: string) => {
    const [row] = await database.dataSource.query('select original_key from media where id = $1', [key]);
    const chunks: Buffer[] = [];
    for await (const chunk of (await storage.get(row.original_key)).stream) chunks.push(chunk);
    return Buffer.concat(chunks);
  };
  const left = (key: string) => storage.list(`uploads/${key}/`, { limit: 100 });

  it('takes each small part at another one, and becomes a recording', async () => {
    const bytes = await recordedWebm({ seconds: 3 });
    const { key, url } = await open(undefined, 'video/webm');
    const size = Math.ceil(bytes.length / 7);
    for (let offset = 0, turn = 0; offset < bytes.length; offset += size, turn++) {
      const part = bytes.subarray(offset, offset + size);
      const isLast = offset + size >= bytes.length;
      const answer = await patch(url(turn % 2), offset, part, isLast ? bytes.length : undefined);
      expect([answer.status, answer.headers.get('upload-offset')]).toEqual([204, String(offset + part.length)]);
      if (!isLast) expect(await offsetOf(url((turn + 1) % 2))).toBe(offset + part.length);
    }
    expect(await find(key)).toMatchObject({ status: 'PROCESSING', kind: 'VIDEO', durationSeconds: expect.any(Number) });
    expect(await left(key)).toEqual([]);
  });

  it('takes a part larger than what is kept in memory, byte by byte as it was sent', async () => {
    const bytes = randomBytes(19 * MIB);
    const { key, url } = await open(bytes.length);
    expect((await patch(url(0), 0, bytes.subarray(0, 18 * MIB))).status).toBe(204);
    expect((await left(key)).length).toBeGreaterThan(1);
    expect((await patch(url(1), 18 * MIB, bytes.subarray(18 * MIB))).status).toBe(204);
    expect((await stored(key)).equals(bytes)).toBe(true);
  });

  it('keeps what came before the connection broke', async () => {
    const bytes = randomBytes(MIB);
    const { key, url } = await open(bytes.length);
    const sending = sendPart(url(0), bytes, 300_001, mira);
    await sleep(300);
    sending.destroy();
    let offset = 0;
    for (let tries = 0; offset === 0 && tries < 50; tries++) {
      await sleep(50);
      offset = await offsetOf(url(1));
    }
    expect(offset).toBe(300_001);
    expect((await patch(url(1), offset, bytes.subarray(offset))).status).toBe(204);
    expect((await stored(key)).equals(bytes)).toBe(true);
  });

  it('goes on at one process while the other still holds the old connection', async () => {
    const bytes = randomBytes(MIB);
    const { key, url } = await open(bytes.length);
    const hanging = sendPart(url(0), bytes, 300_000, mira);
    await sleep(300);
    const offset = await offsetOf(url(1));
    expect(offset).toBe(300_000);
    expect((await patch(url(1), offset, bytes.subarray(offset))).status).toBe(204);
    hanging.destroy();
    expect((await stored(key)).equals(bytes)).toBe(true);
  });

  it('waits for a process that writes, and for none that is killed', async () => {
    const { key, url } = await open(5);
    const holder = await holdLock(database.url, key);
    let isAnswered = false;
    const answer = patch(url(1), 0, Buffer.from('12345')).finally(() => {
      isAnswered = true;
    });
    await sleep(700);
    expect(isAnswered).toBe(false);
    holder.kill('SIGKILL');
    expect((await answer).status).toBe(204);
    expect((await stored(key)).toString()).toBe('12345');
  });

  it('counts nothing of a writer that lost its locks', async () => {
    const bytes = randomBytes(400_000);
    const { key, url } = await open(bytes.length);
    const hanging = sendPart(url(0), bytes, 100_000, mira);
    await sleep(300);
    await database.dataSource.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'meantime-locks' and datname = current_database()",
    );
    await sleep(500);
    const offset = await offsetOf(url(1));
    expect(offset).toBe(100_000);
    expect((await patch(url(1), offset, bytes.subarray(offset))).status).toBe(204);
    hanging.destroy();
    expect((await stored(key)).equals(bytes)).toBe(true);
  });

  it('is finished with what arrived, at any of them', async () => {
    const { key, url } = await open();
    await patch(url(0), 0, Buffer.from('half of'));
    const own = nodes[1]!.app.get(OwnMediaService, { strict: false });
    await expect(own.finish(mira.actor, key)).rejects.toMatchObject({ reason: 'media.still_uploading' });
    await database.dataSource.query(`update media set received_at = now() - interval '2 minutes' where id = $1`, [key]);
    expect((await own.unfinished(mira.actor)).map((one) => [one.key, one.byteSize])).toContainEqual([key, 7]);
    expect(await own.finish(mira.actor, key)).toMatchObject({ status: 'READY' });
    expect((await stored(key)).toString()).toBe('half of');
  });

  it('is taken in where the process died behind its last byte, and swept where it is given up', async () => {
    const complete = await open(9);
    await patch(complete.url(0), 0, Buffer.from('1234'));
    const folder = `uploads/${complete.key}/0000000000000004-x`;
    await storage.put(folder, Buffer.from('56789'), { contentType: 'text/plain' });
    const minuteAgo = `received_at = now() - interval '1 minute'`;
    await database.dataSource.query(`update media set received_bytes = 9, ${minuteAgo} where id = $1`, [complete.key]);
    const given = await open(9);
    await patch(given.url(0), 0, Buffer.from('1234'));
    await database.dataSource.query(`update media set created_at = now() - interval '8 days' where id = $1`, [
      given.key,
    ]);
    const swept = await nodes[1]!.app.get(MediaSweeper, { strict: false }).sweep();
    expect(swept).toMatchObject({ arrived: 1, expired: 1 });
    expect((await stored(complete.key)).toString()).toBe('123456789');
    expect(await left(given.key)).toEqual([]);
  });
});

/** What an api process does while it writes a part, in a process that can be killed. */
async function holdLock(url: string, id: string) {
  const source = `
    import pg from 'pg';
    const client = new pg.Client({ connectionString: process.argv[1] });
    await client.connect();
    await client.query("select pg_advisory_lock(hashtextextended('upload:' || $1::text, 0))", [process.argv[2]]);
    console.log('held');
    setInterval(() => {}, 1000);`;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', source, url, id], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(holder.stdout, 'data');
  return holder;
}
