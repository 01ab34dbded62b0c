import { createHash, randomBytes } from 'node:crypto';
import { appendFile, readdir, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Upload } from 'tus-js-client';
import { globalId, localId, newId } from '#kernel';
import { testDatabase } from '../../test/support/database.js';
import { type MediaApp, mediaApp, type SignedIn } from '../../test/support/media-app.js';
import { sendPart } from '../../test/support/tus-part.js';
import { MediaService } from './media.service.js';
import { MediaSweeper } from './media.sweeper.js';
import { UploadService } from './upload.service.js';

const database = testDatabase({ entities: [] });
const MIB = 1024 * 1024;
const DAY_MS = 86_400_000;

describe('uploads', () => {
  let hub: MediaApp;
  let mira: SignedIn;
  let otto: SignedIn;

  beforeAll(async () => {
    hub = await mediaApp(database, { environment: { MAX_UPLOAD_BYTES: String(8 * MIB) } });
    mira = await hub.member('mira');
    otto = await hub.member('otto');
  });
  afterAll(() => hub.close());

  const open = async (byteSize?: number, by = mira) => {
    const wish = { filename: 'notes.txt', mimeType: 'text/plain', byteSize };
    const { media, uploadUrl } = await hub.app.get(UploadService, { strict: false }).create(by.actor, wish);
    return { media, key: media.key, url: uploadUrl.replace('http://hub.test', hub.url) };
  };
  const find = (key: string, by = mira) => hub.app.get(MediaService, { strict: false }).find(by.actor, key);
  const sweep = () => hub.app.get(MediaSweeper, { strict: false }).sweep();
  const tus = { 'tus-resumable': '1.0.0' };
  const head = (url: string, headers: Record<string, string> = mira.headers) =>
    fetch(url, { method: 'HEAD', headers: { ...tus, ...headers } });
  const patch = (url: string, offset: number, body: Buffer, headers: Record<string, string> = {}) =>
    fetch(url, {
      method: 'PATCH',
      body: new Uint8Array(body),
      headers: {
        ...tus,
        ...mira.headers,
        'content-type': 'application/offset+octet-stream',
        'upload-offset': String(offset),
        ...headers,
      },
    });
  const offsetOf = async (url: string) => Number((await head(url)).headers.get('upload-offset'));
  const stored = async (key: string) => {
    const { rows } = { rows: await database.dataSource.query('select original_key from media where id = $1', [key]) };
    const chunks: Buffer[] = [];
    for await (const chunk of (await hub.storage.get(rows[0].original_key)).stream) chunks.push(chunk);
    return Buffer.concat(chunks);
  };

  it('takes a file in parts', async () => {
    const bytes = randomBytes(3 * MIB);
    const { key, url } = await open(bytes.length);
    expect((await find(key))?.status).toBe('UPLOADING');
    expect(await offsetOf(url)).toBe(0);
    const first = await patch(url, 0, bytes.subarray(0, MIB));
    expect([first.status, first.headers.get('upload-offset')]).toEqual([204, String(MIB)]);
    expect((await stat(join(hub.directory, 'uploads', key))).size).toBe(MIB);
    expect((await head(url)).headers.get('upload-length')).toBe(String(bytes.length));
    expect((await patch(url, MIB, bytes.subarray(MIB))).status).toBe(204);
    expect(await find(key)).toMatchObject({ status: 'READY', kind: 'FILE', byteSize: bytes.length });
    expect((await stored(key)).equals(bytes)).toBe(true);
    expect(await readdir(join(hub.directory, 'uploads'))).toEqual([]);
    // The client whose last answer got lost asks, and learns that all is there.
    expect(await offsetOf(url)).toBe(bytes.length);
  });

  it('keeps what came before the connection broke, and goes on from there', async () => {
    const bytes = randomBytes(2 * MIB);
    const { key, url } = await open(bytes.length);
    await breakAfter(url, bytes, MIB + 12_345, mira);
    const offset = await offsetOf(url);
    expect(offset).toBe(MIB + 12_345);
    expect((await patch(url, offset, bytes.subarray(offset))).status).toBe(204);
    expect((await stored(key)).equals(bytes)).toBe(true);
  });

  it('takes the length again with a last part that is sent again', async () => {
    const bytes = randomBytes(100_000);
    const { key, url } = await open();
    const length = { 'upload-length': String(bytes.length) };
    expect((await patch(url, 0, bytes.subarray(0, 40_000), length)).status).toBe(204);
    expect((await patch(url, 40_000, bytes.subarray(40_000), { 'upload-length': '99999' })).status).toBe(400);
    expect((await patch(url, 40_000, bytes.subarray(40_000), length)).status).toBe(204);
    expect((await stored(key)).equals(bytes)).toBe(true);
  });

  it('goes on while the old connection still hangs', async () => {
    const bytes = randomBytes(MIB);
    const { key, url } = await open(bytes.length);
    const hanging = sendPart(url, bytes, 300_000, mira);
    await sleep(200);
    const offset = await offsetOf(url);
    expect(offset).toBe(300_000);
    expect((await patch(url, offset, bytes.subarray(offset))).status).toBe(204);
    hanging.destroy();
    expect((await stored(key)).equals(bytes)).toBe(true);
  });

  it('takes a recording whose length is said with its last part', async () => {
    const bytes = randomBytes(MIB);
    const { key, url } = await open();
    expect((await head(url)).headers.get('upload-defer-length')).toBe('1');
    await patch(url, 0, bytes.subarray(0, 1000));
    await patch(url, 1000, bytes.subarray(1000, 5000));
    expect((await find(key))?.byteSize).toBeNull();
    const last = await patch(url, 5000, bytes.subarray(5000), { 'upload-length': String(bytes.length) });
    expect(last.status).toBe(204);
    expect((await stored(key)).equals(bytes)).toBe(true);
  });

  it('takes a recording whose length is said after its last part', async () => {
    const { key, url } = await open();
    await patch(url, 0, Buffer.from('all of it'));
    expect((await find(key))?.status).toBe('UPLOADING');
    expect((await patch(url, 9, Buffer.alloc(0), { 'upload-length': '9' })).status).toBe(204);
    expect((await find(key))?.status).toBe('READY');
    expect((await stored(key)).toString()).toBe('all of it');
  });

  it('fails an upload of nothing', async () => {
    const { key, url } = await open();
    expect((await patch(url, 0, Buffer.alloc(0), { 'upload-length': '0' })).status).toBe(204);
    expect(await find(key)).toMatchObject({ status: 'FAILED', failure: expect.stringMatching(/empty/) });
  });

  it('refuses a part for another place', async () => {
    const { url } = await open(10);
    expect((await patch(url, 5, Buffer.from('67890'))).status).toBe(409);
    await patch(url, 0, Buffer.from('12345'));
    expect((await patch(url, 0, Buffer.from('12345'))).status).toBe(409);
    expect(await offsetOf(url)).toBe(5);
  });

  it('refuses more than was announced, and more than is allowed', async () => {
    const small = await open(10);
    expect((await patch(small.url, 0, Buffer.alloc(11))).status).toBe(413);
    expect(await offsetOf(small.url)).toBe(0);
    const deferred = await open();
    expect((await patch(deferred.url, 0, Buffer.alloc(8 * MIB + 1))).status).toBe(413);
    const length = { 'upload-length': String(8 * MIB + 1) };
    expect((await patch(deferred.url, 0, Buffer.alloc(1), length)).status).toBe(413);
    await expect(open(8 * MIB + 1)).rejects.toMatchObject({
      reason: 'media.upload_too_large',
      field: 'byteSize',
      data: { most: 8 * MIB },
    });
  });

  it('works with tus-js-client, in small parts and without a length', async () => {
    const bytes = randomBytes(900_000);
    const { key, url } = await open();
    const progress: number[] = [];
    await new Promise<void>((resolve, reject) => {
      new Upload(bytes, {
        uploadUrl: url,
        chunkSize: 250_000,
        uploadLengthDeferred: true,
        headers: mira.headers,
        retryDelays: null,
        onChunkComplete: (_size, offset) => progress.push(offset),
        onSuccess: () => resolve(),
        onError: reject,
      }).start();
    });
    expect(progress).toEqual([250_000, 500_000, 750_000, 900_000]);
    expect((await stored(key)).equals(bytes)).toBe(true);
  });

  it('opens to nobody but its owner', async () => {
    const { key, url } = await open(10);
    for (const headers of [otto.headers, { authorization: 'Bearer nonsense' }]) {
      const status = headers === otto.headers ? 404 : 401;
      expect((await head(url, headers)).status).toBe(status);
      expect((await patch(url, 0, Buffer.from('12345'), headers)).status).toBe(status);
      expect((await fetch(url, { method: 'DELETE', headers: { ...tus, ...headers } })).status).toBe(status);
    }
    expect((await fetch(url, { method: 'HEAD', headers: tus })).status).toBe(401);
    expect((await head(url, { cookie: `meantime_session=${mira.token}` })).status).toBe(200);
    expect((await head(`${hub.url}/uploads/${globalId('Media', newId())}`)).status).toBe(404);
    expect(await find(key, otto)).toBeUndefined();
    expect(await offsetOf(url)).toBe(0);
  });

  it('needs the scope WRITE of an access token', async () => {
    const { url } = await open(10);
    const token = await hub.accessToken(mira, ['READ']);
    expect((await head(url, { authorization: `Bearer ${token}` })).status).toBe(403);
  });

  it('is opened by a client that knows tus alone', async () => {
    const bytes = randomBytes(300_000);
    const url = await new Promise<string>((resolve, reject) => {
      const upload = new Upload(bytes, {
        endpoint: `${hub.url}/uploads`,
        chunkSize: 100_000,
        headers: mira.headers,
        metadata: { filename: 'Entwürfe.txt', filetype: 'text/plain' },
        retryDelays: null,
        onSuccess: () => resolve(upload.url!),
        onError: reject,
        onUploadUrlAvailable: () => {
          upload.url = upload.url!.replace('http://hub.test', hub.url);
        },
      });
      upload.start();
    });
    const key = localId('Media', url.split('/').at(-1)!)!;
    expect(await find(key)).toMatchObject({ status: 'READY', filename: 'Entwürfe.txt', ownerId: mira.actor.memberId });
    expect((await stored(key)).equals(bytes)).toBe(true);
  });

  it('is opened over tus by whom createUpload would let', async () => {
    const post = (headers: Record<string, string>) => fetch(`${hub.url}/uploads`, { method: 'POST', headers });
    expect((await post({ ...tus, 'upload-length': '5' })).status).toBe(401);
    expect((await post({ ...mira.headers, 'upload-length': '5' })).status).toBe(400);
    const tooLarge = await post({ ...tus, ...mira.headers, 'upload-length': String(8 * MIB + 1) });
    expect(await tooLarge.json()).toMatchObject({ reason: 'media.upload_too_large' });
    const created = await post({ ...tus, ...mira.headers, 'upload-length': '5' });
    expect([created.status, created.headers.get('location')]).toEqual([201, expect.stringMatching(/\/uploads\//)]);
    expect(Date.parse(created.headers.get('upload-expires')!) - hub.clock.nowMs()).toBeGreaterThan(6 * DAY_MS);
  });

  it.each(['sha1', 'sha256'])('counts a part only if it hashes to its %s', async (algorithm) => {
    const bytes = randomBytes(200_000);
    const { key, url } = await open(bytes.length);
    const hashOf = (part: Buffer) => ({
      'upload-checksum': `${algorithm} ${createHash(algorithm).update(part).digest('base64')}`,
    });
    const [first, second] = [bytes.subarray(0, 120_000), bytes.subarray(120_000)];
    expect((await patch(url, 0, first, hashOf(second))).status).toBe(460);
    expect(await offsetOf(url)).toBe(0);
    const taken = await patch(url, 0, first, hashOf(first));
    expect([taken.status, taken.headers.get('upload-expires')]).toEqual([204, expect.stringMatching(/GMT$/)]);
    expect((await patch(url, 120_000, second, { 'upload-checksum': 'crc32 AAAA' })).status).toBe(400);
    expect((await patch(url, 120_000, second, hashOf(second))).status).toBe(204);
    expect((await stored(key)).equals(bytes)).toBe(true);
  });

  it('shows nothing', async () => {
    const { url } = await open(10);
    expect((await fetch(url, { headers: mira.headers })).status).toBe(405);
    const options = await fetch(url, { method: 'OPTIONS' });
    expect(options.status).toBe(204);
    expect(options.headers.get('tus-extension')).toBe('creation,creation-defer-length,checksum,expiration,termination');
    expect(options.headers.get('tus-checksum-algorithm')).toBe('sha1,sha256');
    expect(options.headers.get('tus-max-size')).toBe(String(8 * MIB));
  });

  it('can be cancelled', async () => {
    const { key, url } = await open(10);
    await patch(url, 0, Buffer.from('12345'));
    expect((await fetch(url, { method: 'DELETE', headers: { ...tus, ...mira.headers } })).status).toBe(204);
    expect((await head(url)).status).toBe(404);
    expect(await find(key)).toBeUndefined();
    await expect(stat(join(hub.directory, 'uploads', key))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('cannot be cancelled once it has arrived', async () => {
    const { key, url } = await open(5);
    await patch(url, 0, Buffer.from('12345'));
    expect((await fetch(url, { method: 'DELETE', headers: { ...tus, ...mira.headers } })).status).toBe(400);
    expect((await find(key))?.status).toBe('READY');
  });

  it('is given up after seven days', async () => {
    const { key, url } = await open(10);
    await patch(url, 0, Buffer.from('12345'));
    hub.clock.advanceMs(7 * DAY_MS + 1);
    const later = await hub.member('later');
    await database.dataSource.query('update media set owner_id = $1 where id = $2', [later.actor.memberId, key]);
    expect((await head(url, later.headers)).status).toBe(410);
    expect((await sweep()).expired).toBeGreaterThan(0);
    expect(await find(key, later)).toBeUndefined();
    hub.clock.advanceMs(-7 * DAY_MS - 1);
  });

  it('is taken in after a crash between its last byte and its row', async () => {
    const { key, url } = await open(10);
    await patch(url, 0, Buffer.from('12345'));
    // What a process leaves that is killed right after it has written the rest.
    const path = join(hub.directory, 'uploads', key);
    await appendFile(path, '67890');
    expect(await offsetOf(url)).toBe(10);
    expect((await sweep()).arrived).toBe(0);
    const minuteAgo = new Date(Date.now() - 60_000);
    await utimes(path, minuteAgo, minuteAgo);
    expect((await sweep()).arrived).toBe(1);
    expect((await find(key))?.status).toBe('READY');
    expect((await stored(key)).toString()).toBe('1234567890');
    expect(await sweep()).toMatchObject({ arrived: 0 });
  });

  it('is resumed by the next process', async () => {
    const { url } = await open(10);
    await patch(url, 0, Buffer.from('12345'));
    const next = await mediaApp(database, { directory: hub.directory });
    const there = url.replace(hub.url, next.url);
    expect(await offsetOf(there)).toBe(5);
    expect((await patch(there, 5, Buffer.from('67890'))).status).toBe(204);
    await next.close();
    expect((await find(localId('Media', url.split('/').at(-1)!)!))?.status).toBe('READY');
  });

  it('is one of 50 at most', async () => {
    const busy = await hub.member('busy');
    for (let count = 0; count < 50; count++) await open(undefined, busy);
    await expect(open(undefined, busy)).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      reason: 'media.too_many_unfinished_uploads',
      data: { most: 50 },
    });
  });

  it('has a name and a length', async () => {
    const uploads = hub.app.get(UploadService, { strict: false });
    const create = (wish: object) => uploads.create(mira.actor, { filename: 'a', mimeType: 'text/plain', ...wish });
    await expect(create({ filename: '../' })).rejects.toMatchObject({ reason: 'media.bad_filename' });
    await expect(create({ byteSize: 0 })).rejects.toMatchObject({ reason: 'media.empty_upload' });
  });
});

async function breakAfter(url: string, bytes: Buffer, length: number, by: SignedIn): Promise<void> {
  const sending = sendPart(url, bytes, length, by);
  await sleep(200);
  sending.destroy();
  await sleep(50);
}
