import type { HubContext } from '#graph';
import { HubContext as Context } from '#graph';
import { globalId, type Id, newId } from '#kernel';
import { testDatabase } from '../../test/support/database.js';
import { type MediaApp, mediaApp, type SignedIn } from '../../test/support/media-app.js';
import { MediaService } from './media.service.js';
import type { MediaView } from './media-view.js';

const database = testDatabase({ entities: [] });
const MINUTE_MS = 60_000;

describe('media and who may have them', () => {
  let hub: MediaApp;
  let mira: SignedIn;
  let otto: SignedIn;
  let guest: SignedIn;

  beforeAll(async () => {
    hub = await mediaApp(database);
    mira = await hub.member('mira');
    otto = await hub.member('otto');
    guest = await hub.member('guest', 'GUEST');
  });
  afterAll(() => hub.close());

  const query = (text: string, values: unknown[]) => database.dataSource.query(text, values);
  const service = () => hub.app.get(MediaService, { strict: false });
  const find = (by: SignedIn, key: Id) => service().find(by.actor, key);
  const local = (url: string | null | undefined) => url!.replace('http://hub.test', hub.url);

  /** A media item of Mira's that has arrived, with these bytes under this name. */
  async function item(bytes: string, { filename = 'talk.webm', mimeType = 'video/webm', status = 'READY' } = {}) {
    const key = newId();
    const originalKey = `media/${key}/original.${filename.split('.').at(-1)}`;
    await hub.storage.put(originalKey, Buffer.from(bytes), { contentType: mimeType });
    await query(
      `insert into media (id, owner_id, kind, status, filename, mime_type, byte_size, original_key, uploaded_at, created_at)
       values ($1, $2, 'VIDEO', $3, $4, $5, $6, $7, now(), now())`,
      [key, mira.actor.memberId, status, filename, mimeType, bytes.length, originalKey],
    );
    return key;
  }

  async function rendition(media: Id, kind: string, file: string, bytes: string, mimeType: string) {
    const key = `media/${media}/job-1/${file}`;
    await hub.storage.put(key, Buffer.from(bytes), { contentType: mimeType });
    const values = [newId(), media, kind, key, mimeType, bytes.length];
    await query(
      'insert into renditions (id, media_id, kind, key, mime_type, byte_size) values ($1, $2, $3, $4, $5, $6)',
      values,
    );
    return key;
  }

  async function channel(visibility: 'PUBLIC' | 'PRIVATE', ...members: SignedIn[]) {
    const id = newId();
    const owner = mira.actor.memberId;
    await query(
      `insert into channels (id, slug, name, purpose, visibility, created_by_id, created_at) values ($1::uuid, $1::text, 'c', '', $2, $3, now())`,
      [id, visibility, owner],
    );
    for (const { actor } of members) await join(id, actor.memberId);
    return id;
  }
  const join = (channelId: Id, memberId: Id) =>
    query(`insert into channel_members (channel_id, member_id, joined_at) values ($1, $2, now())`, [
      channelId,
      memberId,
    ]);

  async function post(channelId: Id, { number = 1 as number | null, media = [] as Id[] } = {}) {
    const [thread, id] = [newId(), newId()];
    const author = mira.actor.memberId;
    await query(
      `insert into threads (id, channel_id, author_id, title, last_activity_at, created_at) values ($1, $2, $3, 't', now(), now())`,
      [thread, channelId, author],
    );
    await query(
      `insert into posts (id, thread_id, channel_id, author_id, number, body, published_at, created_at)
       values ($1, $2, $3, $4, $5::int, '', case when $5::int is null then null else now() end, now())`,
      [id, thread, channelId, author, number],
    );
    for (const [position, key] of media.entries()) {
      await query('insert into post_media (post_id, media_id, position) values ($1, $2, $3)', [id, key, position]);
    }
    return id;
  }

  describe('a media item', () => {
    it('is seen by its owner alone until it is posted', async () => {
      const key = await item('bytes');
      expect((await find(mira, key))?.id).toBe(globalId('Media', key));
      expect(await find(otto, key)).toBeUndefined();
    });

    it('is seen by whoever reads the channel of a post that has it', async () => {
      const [open, closed] = [await item('open'), await item('closed')];
      await post(await channel('PUBLIC'), { media: [open] });
      const secret = await channel('PRIVATE', otto);
      await post(secret, { media: [closed] });
      expect(await find(otto, open)).toBeDefined();
      expect(await find(guest, open)).toBeUndefined();
      expect(await find(otto, closed)).toBeDefined();
      expect(await find(guest, closed)).toBeUndefined();
      await join(secret, guest.actor.memberId);
      expect(await find(guest, closed)).toBeDefined();
    });

    it('is not seen through a post that is still scheduled or was deleted', async () => {
      const key = await item('later');
      const place = await channel('PUBLIC');
      await post(place, { number: null, media: [key] });
      expect(await find(otto, key)).toBeUndefined();
      const published = await post(place, { media: [key] });
      expect(await find(otto, key)).toBeDefined();
      await query('update posts set deleted_at = now() where id = $1', [published]);
      expect(await find(otto, key)).toBeUndefined();
    });

    it('is loaded for many posts at once, in the order of each', async () => {
      const keys = [await item('a'), await item('b'), await item('c')];
      const place = await channel('PUBLIC');
      const posts = [
        await post(place, { media: [keys[2]!, keys[0]!] }),
        await post(place),
        await post(place, { media: [keys[1]!] }),
      ];
      const context: HubContext = new Context(otto.actor, 'r', '127.0.0.1');
      const loaded = await service().ofPosts(context).loadMany(posts);
      expect(loaded.map((list) => (list as MediaView[]).map(({ key }) => key))).toEqual([
        [keys[2], keys[0]],
        [],
        [keys[1]],
      ]);
      const unseen = await item('unseen');
      expect(await service().loader(context).load(unseen)).toBeUndefined();
      expect((await service().loader(context).load(keys[0]!))?.key).toBe(keys[0]);
    });
  });

  describe('attaching', () => {
    const attach = (by: SignedIn, ids: Id[]) => service().requireOwnAttachable(by.actor, ids);

    it('takes one’s own, in any state but without a file', async () => {
      const [ready, failed] = [await item('a'), await item('b', { status: 'FAILED' })];
      await attach(mira, [ready, failed]);
      await attach(mira, []);
      await query('update media set original_key = null where id = $1', [failed]);
      await expect(attach(mira, [ready, failed])).rejects.toMatchObject({ reason: 'media.upload_failed' });
    });

    it('refuses others’ items, unknown ones, the same twice and too many', async () => {
      const key = await item('a');
      await expect(attach(otto, [key])).rejects.toMatchObject({ reason: 'media.not_found', field: 'mediaIds' });
      await expect(attach(mira, [newId()])).rejects.toMatchObject({ reason: 'media.not_found' });
      await expect(attach(mira, [key, key])).rejects.toMatchObject({ reason: 'media.attached_twice' });
      const many = Array.from({ length: 21 }, newId);
      await expect(attach(mira, many)).rejects.toMatchObject({
        reason: 'media.too_many_attachments',
        data: { most: 20 },
      });
    });
  });

  describe('an address', () => {
    it('gives the file, whole or in parts', async () => {
      const view = (await find(mira, await item('0123456789')))!;
      const url = local(view.originalUrl);
      const whole = await fetch(url);
      expect(whole.status).toBe(200);
      expect(await whole.text()).toBe('0123456789');
      expect(Object.fromEntries(whole.headers)).toMatchObject({
        'content-type': 'video/webm',
        'content-length': '10',
        'accept-ranges': 'bytes',
        'x-content-type-options': 'nosniff',
        'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/),
        'content-disposition': `inline; filename="talk.webm"; filename*=UTF-8''talk.webm`,
        'cache-control': expect.stringMatching(/^private, max-age=\d+$/),
      });
      const part = await fetch(url, { headers: { range: 'bytes=2-4' } });
      expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, 'bytes 2-4/10', '234']);
      const end = await fetch(url, { headers: { range: 'bytes=-3' } });
      expect([end.status, end.headers.get('content-range'), await end.text()]).toEqual([206, 'bytes 7-9/10', '789']);
      const beyond = await fetch(url, { headers: { range: 'bytes=10-' } });
      expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */10']);
      const head = await fetch(url, { method: 'HEAD' });
      expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '10', '']);
      const known = await fetch(url, { headers: { 'if-none-match': whole.headers.get('etag')! } });
      expect(known.status).toBe(304);
      const changed = await fetch(url, { headers: { range: 'bytes=2-4', 'if-range': '"other"' } });
      expect(changed.status).toBe(200);
    });

    it('is the same in every answer for some minutes', async () => {
      const key = await item('a');
      hub.clock.setTo('2026-11-23T09:00:00Z');
      const first = await find(mira, key);
      hub.clock.advanceMs(4 * MINUTE_MS);
      expect(await find(mira, key)).toEqual(first);
      expect((await find(mira, key))?.originalUrl).not.toBe((await find(otto, key))?.originalUrl);
    });

    it('opens for 15 minutes at most, and longer only for its member', async () => {
      const url = local((await find(mira, await item('a')))!.originalUrl);
      hub.clock.advanceMs(15 * MINUTE_MS);
      const late = await fetch(url);
      expect([late.status, ((await late.json()) as { reason: string }).reason]).toEqual([403, 'media.link_expired']);
      expect((await fetch(url, { headers: otto.headers })).status).toBe(403);
      expect((await fetch(url, { headers: { cookie: `meantime_session=${mira.token}` } })).status).toBe(200);
      expect((await fetch(url, { headers: mira.headers })).status).toBe(200);
    });

    it('opens nothing else', async () => {
      const [one, two] = [(await find(mira, await item('1')))!, (await find(mira, await item('2')))!];
      const url = local(one.originalUrl);
      const forged = await fetch(url.replace(one.id, two.id));
      expect([forged.status, ((await forged.json()) as { reason: string }).reason]).toEqual([403, 'media.bad_link']);
      expect((await fetch(url.replace('original.webm', 'video.mp4'))).status).toBe(403);
      expect((await fetch(`${hub.url}/media/x/${one.id}/original.webm`)).status).toBe(403);
      expect((await fetch(url, { method: 'DELETE' })).status).toBe(404);
    });

    it('dies with the access of whom it was made for', async () => {
      const leaver = await hub.member('leaver');
      const key = await item('a');
      const place = await channel('PRIVATE', leaver, otto);
      await post(place, { media: [key] });
      const [url, other] = [local((await find(leaver, key))!.originalUrl), local((await find(otto, key))!.originalUrl)];
      expect((await fetch(other)).status).toBe(200);
      await query('update members set deactivated_at = now() where id = $1', [leaver.actor.memberId]);
      expect((await fetch(url)).status).toBe(404);
      expect(await find(leaver, key)).toBeUndefined();
    });

    it('carries a whole HLS folder', async () => {
      const key = await item('a');
      await rendition(key, 'HLS', 'hls/master.m3u8', '720p/index.m3u8', 'application/vnd.apple.mpegurl');
      await hub.storage.put(`media/${key}/job-1/hls/720p/index.m3u8`, Buffer.from('0.m4s'), { contentType: 'x/y' });
      await hub.storage.put(`media/${key}/job-1/hls/720p/0.m4s`, Buffer.from('segment'), { contentType: 'x/y' });
      const master = local((await find(mira, key))!.hlsUrl);
      const answer = await fetch(master);
      expect(answer.headers.get('content-type')).toBe('application/vnd.apple.mpegurl');
      const playlist = new URL(await answer.text(), master);
      const segment = new URL(await (await fetch(playlist)).text(), playlist);
      expect(await (await fetch(segment)).text()).toBe('segment');
      for (const path of [
        '../original.webm',
        '720p/../../original.webm',
        '720p%2f..%2f..%2f..%2foriginal.webm',
        '%2e%2e/x.mp4',
      ]) {
        expect([403, 404]).toContain((await fetch(master.replace('master.m3u8', path))).status);
      }
      expect((await fetch(master.replace('master.m3u8', '720p/9.m4s'))).status).toBe(404);
    });

    it('shows renditions as soon as they are there', async () => {
      const key = await item('a');
      expect((await fetch(local((await find(mira, key))!.originalUrl))).status).toBe(200);
      await rendition(key, 'MP4', 'video.mp4', 'mp4', 'video/mp4');
      const { mp4Url } = (await find(mira, key))!;
      const answer = await fetch(local(mp4Url));
      expect([await answer.text(), answer.headers.get('content-disposition')]).toEqual([
        'mp4',
        `inline; filename="talk.mp4"; filename*=UTF-8''talk.mp4`,
      ]);
    });

    it('never shows a page or a script on our origin', async () => {
      for (const mimeType of ['text/html', 'image/svg+xml', 'application/xhtml+xml']) {
        const key = await item('<script>alert(1)</script>', { filename: 'a.html', mimeType });
        const answer = await fetch(local((await find(mira, key))!.originalUrl));
        expect(answer.headers.get('content-type')).toBe('application/octet-stream');
        expect(answer.headers.get('content-disposition')).toMatch(/^attachment;/);
      }
      const url = local((await find(mira, await item('a')))!.originalUrl);
      expect((await fetch(`${url}?download`)).headers.get('content-disposition')).toMatch(/^attachment;/);
    });
  });
});
