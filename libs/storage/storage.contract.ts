import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Storage } from './storage.port.js';

const plain = { contentType: 'text/plain' };
const refusedWith = (reason: string) => expect.objectContaining({ reason });
const readAll = async (storage: Storage, key: string, range?: { start?: number; end?: number }) =>
  (await buffer((await storage.get(key, range)).stream)).toString();

/** Content of any length that exists only chunk by chunk. */
function* chunks(count: number, chunkBytes: number): Generator<Buffer> {
  for (let number = 0; number < count; number++) yield Buffer.alloc(chunkBytes, number % 251);
}

/**
 * What every adapter of {@link Storage} promises.
 * @param storageOf gives the adapter, started before the suite and empty
 */
export function storageContract(name: string, storageOf: () => Storage): void {
  describe(`${name} keeps the contract of Storage`, () => {
    let storage: Storage;
    let directory: string;

    beforeAll(async () => {
      storage = storageOf();
      directory = await mkdtemp(join(tmpdir(), 'meantime-storage-'));
    });
    afterAll(() => rm(directory, { recursive: true }));

    it('gives back what was put, and says how long it is', async () => {
      await storage.put('media/1/original.mp4', Buffer.from('recorded'), { contentType: 'video/mp4' });
      expect(await storage.stat('media/1/original.mp4')).toEqual({ byteSize: 8 });
      expect(await readAll(storage, 'media/1/original.mp4')).toBe('recorded');
    });

    it('replaces an object of the same key', async () => {
      await storage.put('replaced', Buffer.from('the first, longer'), plain);
      await storage.put('replaced', Buffer.from('second'), plain);
      expect(await readAll(storage, 'replaced')).toBe('second');
    });

    it('keeps an empty object', async () => {
      await storage.put('empty', Readable.from([]), plain);
      const stored = await storage.get('empty');
      expect({ byteSize: stored.byteSize, start: stored.start, end: stored.end }).toEqual({
        byteSize: 0,
        start: 0,
        end: -1,
      });
      expect(await buffer(stored.stream)).toHaveLength(0);
    });

    it('keeps every byte of a long stream whose length nobody knows', async () => {
      const sent = createHash('sha256');
      for (const chunk of chunks(601, 65_537)) sent.update(chunk);
      await storage.put('long', Readable.from(chunks(601, 65_537)), plain);
      expect(await storage.stat('long')).toEqual({ byteSize: 601 * 65_537 });
      const received = createHash('sha256');
      for await (const chunk of (await storage.get('long')).stream) received.update(chunk);
      expect(received.digest('hex')).toBe(sent.digest('hex'));
    });

    it('keeps the last of several writers whole', async () => {
      const writers = ['a', 'b', 'c', 'd'].map((letter) => Buffer.alloc(17 * 1024 * 1024, letter));
      await Promise.all(writers.map((content) => storage.put('contested', Readable.from([content]), plain)));
      const kept = await buffer((await storage.get('contested')).stream);
      expect(writers.some((content) => content.equals(kept))).toBe(true);
    });

    describe('ranges', () => {
      beforeAll(() => storage.put('digits', Buffer.from('0123456789'), plain));

      it.each([
        [{ start: 2, end: 4 }, '234'],
        [{ start: 0, end: 0 }, '0'],
        [{ start: 7 }, '789'],
        [{ end: 2 }, '012'],
        [{ start: 8, end: 500 }, '89'],
        [{}, '0123456789'],
      ])('%j brings %s', async (range, expected) => {
        const stored = await storage.get('digits', range);
        expect((await buffer(stored.stream)).toString()).toBe(expected);
        expect(stored.byteSize).toBe(10);
        expect(stored.end - stored.start + 1).toBe(expected.length);
      });

      it.each([{ start: 10 }, { start: 11, end: 20 }, { start: 5, end: 4 }, { start: -1 }, { start: 0.5 }])(
        'refuses %j',
        async (range) => {
          await expect(storage.get('digits', range)).rejects.toEqual(refusedWith('storage.range_not_satisfiable'));
        },
      );
    });

    describe('broken uploads', () => {
      it('refuses a stream that is shorter than announced, and keeps nothing', async () => {
        const put = storage.put('cut', Readable.from([Buffer.from('half')]), { ...plain, byteSize: 8 });
        await expect(put).rejects.toEqual(refusedWith('storage.wrong_size'));
        expect(await storage.stat('cut')).toBeUndefined();
      });

      it('refuses a stream that is longer than announced, and keeps what was there', async () => {
        await storage.put('kept', Buffer.from('good'), plain);
        const endless = Readable.from(chunks(1_000_000, 65_536));
        const put = storage.put('kept', endless, { ...plain, byteSize: 100_000 });
        await expect(put).rejects.toEqual(refusedWith('storage.wrong_size'));
        expect(endless.destroyed).toBe(true);
        expect(await readAll(storage, 'kept')).toBe('good');
      });

      it.each([1, 300])('keeps nothing of a stream that fails after %i chunks', async (count) => {
        async function* failing() {
          yield* chunks(count, 65_536);
          throw new Error('connection lost');
        }
        await expect(storage.put('failed', Readable.from(failing()), plain)).rejects.toThrow();
        expect(await storage.stat('failed')).toBeUndefined();
      });
    });

    describe('files', () => {
      it('takes a local file and gives it back', async () => {
        const content = randomBytes(100_000);
        await writeFile(join(directory, 'in'), content);
        await storage.putFile('from-file', join(directory, 'in'), 'video/mp4');
        await writeFile(join(directory, 'out'), 'what was there before');
        await storage.getFile('from-file', join(directory, 'out'));
        expect((await readFile(join(directory, 'out'))).equals(content)).toBe(true);
      });

      it('takes a file that is final as often as it is given, and leaves it where it is', async () => {
        const path = join(directory, 'final');
        await writeFile(path, 'recorded');
        for (let time = 0; time < 2; time++) await storage.putFile('final', path, 'video/mp4', { isFinal: true });
        expect(await readFile(path, 'utf8')).toBe('recorded');
        await rm(path);
        expect(await readAll(storage, 'final')).toBe('recorded');
      });

      it('says that an object is missing, and leaves no file', async () => {
        const path = join(directory, 'never');
        await expect(storage.getFile('nothing-here', path)).rejects.toEqual(refusedWith('storage.missing'));
        await expect(readFile(path)).rejects.toThrow('ENOENT');
      });
    });

    it('says that an object is missing', async () => {
      expect(await storage.stat('nothing-here')).toBeUndefined();
      await expect(storage.get('nothing-here')).rejects.toEqual(
        expect.objectContaining({ reason: 'storage.missing', code: 'NOT_FOUND' }),
      );
      await expect(storage.get('media')).rejects.toEqual(refusedWith('storage.missing'));
    });

    it.each(['', '/', '/a', 'a/', 'a//b', '../a', 'a/../b', 'a/./b', 'a b', 'ä', 'a\\b', 'a\0b', 'x'.repeat(513)])(
      'refuses the key %j',
      async (key) => {
        const refusal = refusedWith('storage.invalid_key');
        await expect(storage.put(key, Buffer.from('x'), plain)).rejects.toEqual(refusal);
        await expect(storage.get(key)).rejects.toEqual(refusal);
        await expect(storage.stat(key)).rejects.toEqual(refusal);
        await expect(storage.delete(['fine', key])).rejects.toEqual(refusal);
      },
    );

    describe('many objects', () => {
      const keys = ['a-b', 'a.b', 'a/1', 'a/10', 'a/2', 'a/b/c', 'a0', 'aa', 'b'].map((key) => `tree/${key}`);
      const listed = async (prefix: string, after?: string, limit = 1_000) =>
        (await storage.list(prefix, { after, limit })).map((object) => object.key);

      beforeEach(async () => {
        for (const key of keys) await storage.put(key, Buffer.from(key), plain);
      });

      it('lists them in the order of their bytes', async () => {
        expect(await listed('tree/')).toEqual(keys);
        expect(await listed('tree/a/')).toEqual(keys.slice(2, 6));
        expect(await listed('nothing/')).toEqual([]);
        expect((await storage.list('tree/', { limit: 1 }))[0]).toEqual({ key: 'tree/a-b', byteSize: 8 });
      });

      it.each([1, 2, 3, 7])('lists them whole in pages of %i', async (limit) => {
        const found: string[] = [];
        for (;;) {
          const page = await listed('tree/', found.at(-1), limit);
          if (page.length === 0) break;
          found.push(...page);
        }
        expect(found).toEqual(keys);
      });

      it('adds up their bytes', async () => {
        expect(await storage.totalBytes('tree/')).toBe(keys.join('').length);
      });

      it('deletes some, and deletes them again', async () => {
        await storage.delete(['tree/a/1', 'tree/b']);
        await storage.delete(['tree/a/1', 'tree/b', 'tree/a']);
        expect(await listed('tree/')).toEqual(keys.filter((key) => key !== 'tree/a/1' && key !== 'tree/b'));
      });

      it('deletes what lies below a prefix and nothing beside it, and does it again', async () => {
        await storage.deletePrefix('tree/a/');
        await storage.deletePrefix('tree/a/');
        expect(await listed('tree/')).toEqual(keys.filter((key) => !key.startsWith('tree/a/')));
        await storage.put('tree/a/again', Buffer.from('x'), plain);
        expect(await listed('tree/a/')).toEqual(['tree/a/again']);
        await storage.deletePrefix('tree/a/');
      });

      it.each(['', 'tree', '../', '/'])('refuses to delete below %j', async (prefix) => {
        await expect(storage.deletePrefix(prefix)).rejects.toEqual(refusedWith('storage.invalid_key'));
      });
    });

    it('finds itself healthy, and leaves no trace of that', async () => {
      await storage.check();
      expect(await storage.list('health/', { limit: 10 })).toEqual([]);
    });
  });
}
