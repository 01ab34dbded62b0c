import { randomBytes } from 'node:crypto';
import { MinioStorage } from '#storage';
import { testDatabase } from '../../test/support/database.js';
import { type MediaApp, mediaApp, type SignedIn } from '../../test/support/media-app.js';
import { recordedWebm } from '../../test/support/recordings.js';
import { type S3Server, startS3 } from '../../test/support/servers/s3.js';
import { type DirectUpload, DirectUploads } from './direct-uploads.js';
import { MediaService } from './media.service.js';
import { MediaSweeper } from './media.sweeper.js';
import { OwnMediaService } from './own-media.service.js';
import { UploadService } from './upload.service.js';

const database = testDatabase({ entities: [] });
const MINUTE_MS = 60_000;

describe('files between clients and the store itself', () => {
  let server: S3Server;
  let storage: MinioStorage;
  let hub: MediaApp;
  let mira: SignedIn;

  beforeAll(async () => {
    server = await startS3();
    const { endpoint, accessKey, secretKey } = server;
    const bucket = `direct-${randomBytes(6).toString('hex')}`;
    storage = new MinioStorage({ ...server, bucket, publicEndpoint: endpoint });
    const environment = { S3_ENDPOINT: endpoint, S3_ACCESS_KEY: accessKey, S3_SECRET_KEY: secretKey };
    hub = await mediaApp(database, { environment, storage });
    mira = await hub.member('mira');
  }, 180_000);
  afterAll(async () => {
    await hub?.close();
    await server?.stop();
  });

  const create = async (filename: string, mimeType: string, byteSize: number) => {
    const { media } = await hub.app
      .get(UploadService, { strict: false })
      .create(mira.actor, { filename, mimeType, byteSize });
    const form = await hub.app.get(DirectUploads, { strict: false }).offer(media.key, byteSize);
    return { key: media.key, form: form! };
  };
  const send = ({ url, fields }: DirectUpload, bytes: Buffer) => {
    const body = new FormData();
    for (const { name, value } of fields) body.append(name, value);
    body.append('file', new Blob([new Uint8Array(bytes)]));
    return fetch(url, { method: 'POST', body });
  };
  const finish = (key: string) => hub.app.get(OwnMediaService, { strict: false }).finish(mira.actor, key);
  const find = async (key: string) => (await hub.app.get(MediaService, { strict: false }).find(mira.actor, key))!;
  const local = (url: string) => url.replace('http://hub.test', hub.url);
  const uploaded = async (filename: string, mimeType: string, bytes: Buffer) => {
    const { key, form } = await create(filename, mimeType, bytes.length);
    expect((await send(form, bytes)).status).toBeLessThan(300);
    await finish(key);
    return key;
  };

  it('are sent by a form, and looked at as every other upload', async () => {
    const bytes = await recordedWebm({ seconds: 2 });
    const key = await uploaded('talk.webm', 'video/webm', bytes);
    expect(await find(key)).toMatchObject({ status: 'PROCESSING', kind: 'VIDEO', durationSeconds: expect.any(Number) });
    expect(await storage.list(`uploads/${key}/`, { limit: 10 })).toEqual([]);
    // Another name makes no recording of it.
    const lie = await uploaded('talk.webm', 'video/webm', Buffer.from('<html><script>alert(1)</script></html>'));
    expect(['FAILED', 'READY']).toContain((await find(lie)).status);
    expect((await find(lie)).kind).not.toBe('VIDEO');
  });

  it('have the very length that was said, and the name that was given to them', async () => {
    const { form } = await create('notes.txt', 'text/plain', 1_000);
    expect((await send(form, randomBytes(1_001))).status).toBeGreaterThanOrEqual(400);
    expect((await send(form, randomBytes(999))).status).toBeGreaterThanOrEqual(400);
    const elsewhere = form.fields.map((field) =>
      field.name === 'key' ? { ...field, value: 'media/of-somebody/original.webm' } : field,
    );
    expect((await send({ ...form, fields: elsewhere }, randomBytes(1_000))).status).toBeGreaterThanOrEqual(400);
  });

  it('are none of the hub where nothing came, and are found by themselves where nobody says that they came', async () => {
    const { key, form } = await create('notes.txt', 'text/plain', 40);
    await expect(finish(key)).rejects.toMatchObject({ reason: 'media.nothing_arrived' });
    await send(form, Buffer.from('x'.repeat(40)));
    hub.clock.advanceMs(8 * 24 * 60 * MINUTE_MS);
    await hub.app.get(MediaSweeper, { strict: false }).sweep();
    await hub.app.get(MediaSweeper, { strict: false }).sweep();
    expect((await find(key)).status).not.toBe('FAILED');
    hub.clock.setTo(Date.now());
  });

  it('are read at the store, with the type and the name that the hub says, in ranges, for minutes', async () => {
    const key = await uploaded('a page.html', 'text/html', Buffer.from('<p>hello</p>'));
    const { originalUrl } = await find(key);
    const led = await fetch(local(originalUrl!), { redirect: 'manual' });
    expect(led.status).toBe(302);
    const location = new URL(led.headers.get('location')!);
    expect(location.origin).toBe(new URL(server.endpoint).origin);
    expect(Number(location.searchParams.get('X-Amz-Expires'))).toBeLessThanOrEqual(15 * 60);
    const answer = await fetch(location, { headers: { range: 'bytes=0-2' } });
    expect([answer.status, await answer.text()]).toEqual([206, '<p>']);
    // Nothing that runs is opened in the store's name.
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(answer.headers.get('content-type')).not.toMatch(/html/);
    const forged = new URL(location);
    forged.pathname = forged.pathname.replace(/[^/]+$/, 'other');
    expect((await fetch(forged)).status).toBe(403);
    // An address of the hub leads nobody on who has no right to it.
    expect(
      (await fetch(local(originalUrl!).replace(/\/media\/..../, '/media/AAAA'), { redirect: 'manual' })).status,
    ).toBe(403);
  });

  it('go through the hub where nothing else was asked for', async () => {
    const through = await mediaApp(database, { storage: new MinioStorage({ ...server, bucket: 'through' }) });
    const offered = await through.app
      .get(DirectUploads, { strict: false })
      .offer('01a20b56-55fd-7000-ad12-b28223e7c5b5', 5);
    expect(offered).toBeNull();
    await through.close();
  });
});
