import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { DiskStorage } from './disk-storage.js';
import { storageContract } from './storage.contract.js';

const plain = { contentType: 'text/plain' };

describe('DiskStorage', () => {
  let directory: string;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'meantime-disk-'));
  });
  afterAll(() => rm(directory, { recursive: true }));

  storageContract('DiskStorage', () => new DiskStorage(join(directory, 'contract')));

  it('lets only its owner read', async () => {
    const root = join(directory, 'private');
    await new DiskStorage(root).put('media/1/original', Buffer.from('x'), plain);
    const modeOf = async (path: string) => (await stat(path)).mode & 0o777;
    expect(await modeOf(root)).toBe(0o700);
    expect(await modeOf(join(root, 'objects/media/1'))).toBe(0o700);
    expect(await modeOf(join(root, 'objects/media/1/original'))).toBe(0o600);
  });

  it('shows an object only when it is whole', async () => {
    const storage = new DiskStorage(join(directory, 'whole'));
    const slow = new PassThrough();
    const put = storage.put('slow', slow, plain);
    slow.write('first half, ');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await storage.stat('slow')).toBeUndefined();
    slow.write('second half');
    slow.end();
    await put;
    expect(await storage.stat('slow')).toEqual({ byteSize: 23 });
  });

  it('removes empty folders, whoever writes there meanwhile', async () => {
    const root = join(directory, 'folders');
    const storage = new DiskStorage(root);
    const rounds = Array.from({ length: 60 }, (_, number) => number);
    await Promise.all(
      rounds.map(async (number) => {
        await storage.put(`deep/er/${number}`, Buffer.from('x'), plain);
        await storage.delete([`deep/er/${number}`]);
      }),
    );
    expect(await readdir(join(root, 'objects'))).toEqual([]);
    expect(await readdir(join(root, 'incoming'))).toEqual([]);
  });

  it('removes what a killed process left behind, and not what is being written', async () => {
    const root = join(directory, 'abandoned');
    await new DiskStorage(root).check();
    const [old, young] = [join(root, 'incoming/old'), join(root, 'incoming/young')];
    await writeFile(old, 'x');
    await writeFile(young, 'x');
    const twoDaysAgo = new Date(Date.now() - 2 * 24 * 60 * 60 * 1_000);
    await utimes(old, twoDaysAgo, twoDaysAgo);
    await new DiskStorage(root).check();
    expect(await readdir(join(root, 'incoming'))).toEqual(['young']);
  });

  it('says what is wrong when its place cannot be written', async () => {
    await writeFile(join(directory, 'a-file'), 'x');
    await expect(new DiskStorage(join(directory, 'a-file')).check()).rejects.toEqual(
      expect.objectContaining({ reason: 'storage.unavailable' }),
    );
  });
});
