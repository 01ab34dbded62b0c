import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deflateSync } from 'node:zlib';
import type { Id } from '#kernel';
import { findMediaTools } from '#transcoding';
import { testDatabase } from '../../test/support/database.js';
import { type MediaApp, mediaApp, type SignedIn } from '../../test/support/media-app.js';
import { MediaService } from './media.service.js';
import { UploadService } from './upload.service.js';

const database = testDatabase({ entities: [] });
/** A file is refused, or made, in much less; the machine may be busy. */
const MOST_MS = 30_000;

interface Attack {
  name: string;
  filename?: string;
  mimeType?: string;
  bytes: () => Buffer | Promise<Buffer>;
  /** FAILED with a reason unless given: READY where the file is harmless once it is called what it is. */
  ends?: Partial<Record<'status' | 'kind' | 'mimeType', string>>;
}

describe('files that somebody made to do harm', () => {
  let hub: MediaApp;
  let mira: SignedIn;
  let otto: SignedIn;
  let canary: Server;
  let canaryUrl: string;
  let secretPath: string;
  const heard: string[] = [];

  beforeAll(async () => {
    hub = await mediaApp(database);
    [mira, otto] = await Promise.all([hub.member('mira'), hub.member('otto')]);
    canary = createServer((request, response) => {
      heard.push(request.url!);
      response.end();
    });
    await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
    canaryUrl = `http://127.0.0.1:${(canary.address() as AddressInfo).port}`;
    // Another member's recording, where it lies on this machine.
    const secret = await upload(otto, await clip(['-c:v', 'mpeg2video', '-f', 'mpegts']), 'video/mp2t', 'secret.ts');
    await hub.work();
    secretPath = join(hub.directory, 'media', `media/${secret}/original.ts`);
  }, 60_000);
  afterAll(async () => {
    await hub.close();
    await new Promise((resolve) => canary.close(resolve));
  });
  afterEach(() => expect(heard).toEqual([]));

  async function clip(options: string[]): Promise<Buffer> {
    const { ffmpegPath } = await findMediaTools();
    const sources = ['-f', 'lavfi', '-i', 'testsrc2=size=96x64:rate=10:duration=1'];
    const { stdout } = await promisify(execFile)(ffmpegPath, ['-v', 'error', ...sources, ...options, 'pipe:1'], {
      encoding: 'buffer',
      maxBuffer: 64 * 1024 ** 2,
    });
    return stdout;
  }
  const webm = () => clip(['-c:v', 'libvpx', '-deadline', 'realtime', '-f', 'webm']);
  const mp4 = () =>
    clip(['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-movflags', '+frag_keyframe+empty_moov', '-f', 'mp4']);

  async function upload(by: SignedIn, bytes: Buffer, mimeType: string, filename: string): Promise<Id> {
    const wish = { filename, mimeType, byteSize: null };
    const { media, uploadUrl } = await hub.app.get(UploadService, { strict: false }).create(by.actor, wish);
    const answer = await fetch(uploadUrl.replace('http://hub.test', hub.url), {
      method: 'PATCH',
      body: new Uint8Array(bytes),
      headers: {
        ...by.headers,
        'tus-resumable': '1.0.0',
        'content-type': 'application/offset+octet-stream',
        'upload-offset': '0',
        'upload-length': String(bytes.length),
      },
    });
    expect(answer.status).toBe(204);
    return media.key;
  }
  const find = (key: Id) => hub.app.get(MediaService, { strict: false }).find(mira.actor, key);

  const hls = (uri: string) =>
    `#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n${uri}\n#EXT-X-ENDLIST\n`;
  const box = (type: string, body: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(8 + body.length);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, body]);
  };
  const ftyp = () => box('ftyp', Buffer.from('isom\0\0\0\0isommp42', 'latin1'));
  /** A QuickTime file whose samples lie in another file. */
  async function elsewhere(url: string): Promise<Buffer> {
    const whole = await mp4();
    const at = whole.indexOf('url \0\0\0\x01', 0, 'latin1');
    expect(at).toBeGreaterThan(0);
    // The flag that says "in this file" goes; the address comes in the place of what stands behind it.
    whole.writeUInt32BE(0, at + 4);
    return Buffer.concat([whole.subarray(0, at + 8), Buffer.from(`${url}\0`), whole.subarray(at + 8)]);
  }
  const png = (width: number, height: number): Buffer => {
    const header = Buffer.alloc(13);
    header.writeUInt32BE(width);
    header.writeUInt32BE(height, 4);
    header.set([8, 2, 0, 0, 0], 8);
    const chunk = (type: string, body: Buffer) =>
      Buffer.concat([box(type, body), Buffer.alloc(4)]).fill(body.length, 3, 4);
    return Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(Buffer.alloc(64))),
      chunk('IEND', Buffer.alloc(0)),
    ]);
  };
  /** Every second of it is in the header alone. */
  function endlessWav(): Buffer {
    const bytes = Buffer.alloc(44 + 8_000);
    bytes.write('RIFF\xff\xff\xff\xffWAVEfmt ', 0, 'latin1');
    bytes.writeUInt32LE(16, 16);
    bytes.set([1, 0, 1, 0], 20);
    bytes.writeUInt32LE(8_000, 24);
    bytes.writeUInt32LE(16_000, 28);
    bytes.set([2, 0, 16, 0], 32);
    bytes.write('data\xff\xff\xff\xff', 36, 'latin1');
    return bytes;
  }
  /** Widths and heights of the track header, of the sample entry, or both, as large as they can be written. */
  async function huge(): Promise<Buffer> {
    const bytes = await mp4();
    const entry = bytes.indexOf('avc1', bytes.indexOf('stsd'));
    bytes.writeUInt16BE(0xffff, entry + 4 + 24);
    bytes.writeUInt16BE(0xffff, entry + 4 + 26);
    return bytes;
  }
  async function years(): Promise<Buffer> {
    const bytes = await clip(['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-f', 'ismv']);
    const header = bytes.indexOf('mvhd') + 4;
    bytes.writeUInt32BE(1, header + 12);
    bytes.writeUInt32BE(0x7fffffff, header + 16);
    return bytes;
  }
  /** A second of it, again and again: the container never says that it ends. */
  const endlessTs = async () => {
    const second = await clip(['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-f', 'mpegts']);
    return Buffer.concat(Array.from({ length: 40 }, () => second));
  };

  const attacks: Attack[] = [
    { name: 'a playlist that names another member’s file', bytes: () => Buffer.from(hls(secretPath)) },
    { name: 'a playlist that names it as a file address', bytes: () => Buffer.from(hls(`file://${secretPath}`)) },
    { name: 'a playlist that names an address', bytes: () => Buffer.from(hls(`${canaryUrl}/a.ts`)) },
    {
      name: 'a playlist called webm',
      filename: 'a.webm',
      mimeType: 'video/webm',
      bytes: () => Buffer.from(hls(`${canaryUrl}/b.ts`)),
    },
    { name: 'a playlist behind a mark of byte order', bytes: () => Buffer.from(`\uFEFF${hls(`${canaryUrl}/c.ts`)}`) },
    { name: 'a playlist behind empty lines', bytes: () => Buffer.from(`\n\n\n${hls(`${canaryUrl}/d.ts`)}`) },
    {
      name: 'a playlist behind the head of an MP4',
      bytes: () => Buffer.concat([ftyp(), Buffer.from(hls(`${canaryUrl}/e.ts`))]),
    },
    {
      name: 'a playlist behind the tag of an MP3',
      filename: 'a.mp3',
      mimeType: 'audio/mpeg',
      bytes: () => Buffer.concat([Buffer.from('ID3\x03\0\0\0\0\0\0', 'latin1'), Buffer.from(hls(`${canaryUrl}/f.ts`))]),
    },
    { name: 'a playlist in UTF-16', bytes: () => Buffer.from(`\uFEFF${hls(`${canaryUrl}/g.ts`)}`, 'utf16le') },
    {
      name: 'a list of what to put together',
      bytes: () => Buffer.from(`ffconcat version 1.0\nfile '${secretPath}'\nfile '${canaryUrl}/h.ts'\n`),
    },
    {
      name: 'a session description',
      bytes: () =>
        Buffer.from(
          `v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=x\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=video ${new URL(canaryUrl).port} TCP 33\r\n`,
        ),
    },
    {
      name: 'a DASH manifest',
      bytes: () => Buffer.from(`<?xml version="1.0"?><MPD><BaseURL>${canaryUrl}/i</BaseURL></MPD>`),
    },
    {
      name: 'a Smooth Streaming manifest',
      bytes: () => Buffer.from(`<SmoothStreamingMedia><x url="${canaryUrl}/j"/></SmoothStreamingMedia>`),
    },
    {
      name: 'a playlist of an internet radio',
      filename: 'a.m4a',
      mimeType: 'audio/mp4',
      bytes: () => Buffer.from(`[playlist]\nFile1=${canaryUrl}/k\nNumberOfEntries=1\n`),
    },
    { name: 'a filter script', bytes: () => Buffer.from(`movie=${secretPath}[out0]\n`) },
    {
      name: 'an AviSynth script',
      filename: 'a.avi',
      mimeType: 'video/avi',
      bytes: () => Buffer.from(`DirectShowSource("${secretPath}")\n`),
    },
    {
      name: 'subtitles that name a file',
      bytes: () => Buffer.from(`# VobSub index file, v7\nid: en, index: 0\n${secretPath}\n`),
    },
    { name: 'a track whose samples lie in another member’s file', bytes: () => elsewhere(`file://${secretPath}`) },
    { name: 'a track whose samples lie at an address', bytes: () => elsewhere(`${canaryUrl}/l`) },
    { name: 'nothing at all but the head of an MP4', bytes: () => ftyp() },
    { name: 'one byte', bytes: () => Buffer.from('x') },
    { name: 'noise', bytes: () => randomBytes(100_000) },
    { name: 'a recording cut within its head', bytes: async () => (await webm()).subarray(0, 60) },
    { name: 'more years than anybody lives, in its head', bytes: years, ends: {} },
    { name: 'words', filename: 'a.mp3', mimeType: 'audio/mpeg', bytes: () => Buffer.from('Only words. '.repeat(500)) },
    {
      name: 'a page that begins like a picture',
      filename: 'a.gif',
      mimeType: 'image/gif',
      bytes: () => Buffer.from(`GIF89a/*\x01\x00\x01\x00*/=1;<script src="${canaryUrl}/m"></script>`, 'latin1'),
      ends: {},
    },
    {
      name: 'a picture larger than any memory',
      filename: 'a.png',
      mimeType: 'image/png',
      bytes: () => png(60_000, 60_000),
    },
    {
      name: 'a script that calls itself a picture',
      filename: 'a.svg',
      mimeType: 'image/svg+xml',
      bytes: () =>
        Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><image href="${canaryUrl}/n"/><script>1</script></svg>`),
      ends: { status: 'READY', kind: 'FILE' },
    },
    {
      name: 'a recording with the name of another kind',
      filename: 'a.png',
      mimeType: 'image/png',
      bytes: webm,
      ends: { status: 'READY', kind: 'VIDEO', mimeType: 'video/webm' },
    },
    {
      name: 'a recording that is a page as well',
      bytes: async () => Buffer.concat([await mp4(), Buffer.from(`<html><script src="${canaryUrl}/o"></script>`)]),
      ends: { status: 'READY', kind: 'VIDEO' },
    },
    { name: 'a picture of a size that nobody shows, in its head', bytes: huge, ends: {} },
    {
      name: 'sound without an end in its head',
      filename: 'a.wav',
      mimeType: 'audio/wav',
      bytes: endlessWav,
      ends: { status: 'READY', kind: 'AUDIO' },
    },
    {
      name: 'a stream that begins again and again',
      filename: 'a.ts',
      mimeType: 'video/mp2t',
      bytes: endlessTs,
      ends: {},
    },
  ];

  it.each(attacks.map((attack): [string, Attack] => [attack.name, attack]))(
    '%s',
    async (_, attack) => {
      const { filename = 'talk.mp4', mimeType = 'video/mp4', ends = { status: 'FAILED' } } = attack;
      const bytes = await attack.bytes();
      const startedMs = performance.now();
      const key = await upload(mira, bytes, mimeType, filename);
      await hub.work();
      expect(performance.now() - startedMs).toBeLessThan(MOST_MS);
      const view = (await find(key))!;
      expect(view).toMatchObject(ends);
      if (view.status === 'FAILED') expect(view.failure).toMatch(/^[A-Z].*\.$/);
      else expect([view.status, view.failure]).toEqual(['READY', null]);
      // What others get of it is what came, and no browser runs it.
      const answer = await fetch(`${view.originalUrl!.replace('http://hub.test', hub.url)}?download`);
      const kept = Buffer.from(await answer.arrayBuffer());
      if (view.status === 'FAILED') expect(kept.equals(bytes)).toBe(true);
      expect(answer.headers.get('content-security-policy')).toMatch(/^sandbox;/);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    },
    60_000,
  );

  it('an upload of nothing', async () => {
    const view = (await find(await upload(mira, Buffer.alloc(0), 'video/mp4', 'talk.mp4')))!;
    expect(view).toMatchObject({ status: 'FAILED', failure: expect.stringMatching(/empty/) });
  });

  it('leave what others recorded as it was', async () => {
    const fine = await upload(mira, await webm(), 'video/webm', 'fine.webm');
    const bad = await upload(
      mira,
      Buffer.concat([(await webm()).subarray(0, 400), randomBytes(20_000)]),
      'video/webm',
      'bad.webm',
    );
    await hub.work();
    expect((await find(fine))!.status).toBe('READY');
    expect((await find(bad))!.status).toBe('FAILED');
    const { rows } = {
      rows: await database.dataSource.query(`select status from media where owner_id = $1`, [otto.actor.memberId]),
    };
    expect(rows).toEqual([{ status: 'READY' }]);
  });

  it('would be heard of, if they did what they were made for', async () => {
    await fetch(`${canaryUrl}/control`);
    expect(heard.splice(0)).toEqual(['/control']);
  });
});
