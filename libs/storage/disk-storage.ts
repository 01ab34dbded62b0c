import { constants } from 'node:fs';
import { chmod, copyFile, link, open, readdir, rename, rm, rmdir, stat, unlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { HubError, machineClock, newId } from '#kernel';
import { checkRange, resolveRange } from './byte-range.js';
import { directoryMode, fileMode, isErrno, makeDirectory, moveIntoPlace } from './durable-files.js';
import { listFiles } from './list-files.js';
import { discard, sizedContent } from './sized-content.js';
import { StorageObjectMissing, StorageUnavailable } from './storage.errors.js';
import {
  type ByteRange,
  type ListOptions,
  type PutOptions,
  Storage,
  type StoredObject,
  type StoredObjectSummary,
} from './storage.port.js';
import { checkKey, checkPrefix } from './storage-key.js';
import { probe } from './storage-probe.js';

/** Files of writes that a killed process never finished are removed after a day without a byte. */
const abandonedAfterMs = 24 * 60 * 60 * 1_000;

/**
 * Objects as files below a directory of this machine: `objects/` holds them under their keys, `incoming/` what is
 * being written. Both lie in one file system, so an object appears by a rename. Here, unlike on S3, a key cannot be
 * the folder of another (`a` and `a/b`).
 *
 * The media type is not kept; the database knows it.
 */
export class DiskStorage extends Storage {
  private readonly objects: string;
  private readonly incoming: string;
  private prepared: Promise<void> | undefined;

  /** @param directory made (0700) when it is missing */
  constructor(directory: string) {
    super();
    this.objects = resolve(directory, 'objects');
    this.incoming = resolve(directory, 'incoming');
  }

  async put(key: string, content: Readable | Buffer, options: PutOptions): Promise<void> {
    try {
      await this.write(key, async (temporaryPath) => {
        const handle = await open(temporaryPath, 'wx', fileMode);
        try {
          for await (const bytes of sizedContent(key, content, options.byteSize)) await handle.writeFile(bytes);
          await handle.sync();
        } finally {
          await handle.close();
        }
      });
    } catch (error) {
      discard(content);
      throw error;
    }
  }

  async putFile(key: string, filePath: string, _contentType?: string, { isFinal = false } = {}): Promise<void> {
    await this.write(key, async (temporaryPath) => {
      if (!isFinal || !(await isLinked(filePath, temporaryPath))) {
        // File systems that can share blocks (btrfs, xfs, APFS) copy gigabytes in no time.
        await copyFile(filePath, temporaryPath, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL);
      }
      await chmod(temporaryPath, fileMode);
      const handle = await open(temporaryPath, 'r+');
      try {
        await handle.sync();
      } finally {
        await handle.close();
      }
    });
  }

  async get(key: string, range: ByteRange = {}): Promise<StoredObject> {
    checkKey(key);
    checkRange(key, range);
    const handle = await open(this.pathOf(key), 'r').catch((error) => this.fail(key, error));
    try {
      const stats = await handle.stat();
      if (!stats.isFile()) throw new StorageObjectMissing(key);
      const byteSize = stats.size;
      const { start, end } = resolveRange(key, byteSize, range);
      if (end < start) {
        await handle.close();
        return { stream: Readable.from([]), byteSize, start, end };
      }
      return { stream: handle.createReadStream({ start, end }), byteSize, start, end };
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  async getFile(key: string, filePath: string): Promise<void> {
    checkKey(key);
    const temporaryPath = `${filePath}.${newId()}.part`;
    try {
      await copyFile(this.pathOf(key), temporaryPath, constants.COPYFILE_FICLONE);
      await chmod(temporaryPath, fileMode);
      await rename(temporaryPath, filePath);
    } catch (error) {
      await rm(temporaryPath, { force: true });
      // A missing target directory is the caller's mistake, not a missing object.
      if (isErrno(error, 'ENOENT') && (await this.stat(key))) throw error;
      this.fail(key, error);
    }
  }

  async stat(key: string): Promise<{ byteSize: number } | undefined> {
    checkKey(key);
    try {
      const stats = await stat(this.pathOf(key));
      return stats.isFile() ? { byteSize: stats.size } : undefined;
    } catch (error) {
      if (isErrno(error, 'ENOENT', 'ENOTDIR')) return undefined;
      throw new StorageUnavailable('a file cannot be looked up', error);
    }
  }

  async delete(keys: readonly string[]): Promise<void> {
    for (const key of keys) checkKey(key);
    for (const key of keys) {
      const path = this.pathOf(key);
      try {
        await unlink(path);
      } catch (error) {
        if (!isErrno(error, 'ENOENT', 'ENOTDIR', 'EISDIR', 'EPERM')) throw error;
        if (await this.stat(key)) throw new StorageUnavailable('a file cannot be deleted', error);
        continue;
      }
      await this.removeEmptyDirectories(dirname(path));
    }
  }

  async deletePrefix(prefix: string): Promise<void> {
    checkPrefix(prefix);
    await this.prepare();
    const directory = this.pathOf(prefix.slice(0, -1));
    const doomed = join(this.incoming, newId());
    try {
      // Moved away first: gone in one step for readers, and finished by the sweep if this process dies.
      if ((await stat(directory)).isDirectory()) await rename(directory, doomed);
    } catch (error) {
      if (isErrno(error, 'ENOENT', 'ENOTDIR')) return;
      throw error;
    }
    await rm(doomed, { recursive: true, force: true });
    await this.removeEmptyDirectories(dirname(directory));
  }

  async list(prefix: string, options: ListOptions): Promise<StoredObjectSummary[]> {
    if (prefix !== '') checkPrefix(prefix);
    return listFiles(this.objects, prefix, options);
  }

  async check(): Promise<void> {
    await probe(this);
  }

  private pathOf(key: string): string {
    return join(this.objects, key);
  }

  private async write(key: string, writeFile: (temporaryPath: string) => Promise<void>): Promise<void> {
    checkKey(key);
    await this.prepare();
    const temporaryPath = join(this.incoming, newId());
    try {
      await writeFile(temporaryPath);
      await moveIntoPlace(temporaryPath, this.pathOf(key));
      // Of two names of one file the move leaves both: the object was put from it before.
      await rm(temporaryPath, { force: true });
    } catch (error) {
      await rm(temporaryPath, { force: true });
      if (isErrno(error, 'ENOSPC', 'EDQUOT')) throw new StorageUnavailable('the disk is full', error);
      throw error;
    }
  }

  private prepare(): Promise<void> {
    this.prepared ??= this.makeDirectories().catch((error) => {
      this.prepared = undefined;
      throw new StorageUnavailable('its directory cannot be made', error);
    });
    return this.prepared;
  }

  private async makeDirectories(): Promise<void> {
    await makeDirectory(this.objects);
    await makeDirectory(this.incoming);
    await chmod(dirname(this.objects), directoryMode);
    for (const name of await readdir(this.incoming)) {
      const path = join(this.incoming, name);
      const stats = await stat(path).catch((error) => {
        if (isErrno(error, 'ENOENT')) return undefined;
        throw error;
      });
      if (stats && machineClock.nowMs() - stats.mtimeMs > abandonedAfterMs)
        await rm(path, { recursive: true, force: true });
    }
  }

  private async removeEmptyDirectories(from: string): Promise<void> {
    for (let directory = from; directory !== this.objects; directory = dirname(directory)) {
      try {
        await rmdir(directory);
      } catch (error) {
        if (isErrno(error, 'ENOTEMPTY', 'EEXIST', 'ENOENT', 'EPERM')) return;
        throw error;
      }
    }
  }

  private fail(key: string, error: unknown): never {
    if (isErrno(error, 'ENOENT', 'ENOTDIR', 'EISDIR')) throw new StorageObjectMissing(key, error);
    if (error instanceof HubError) throw error;
    throw new StorageUnavailable('a file cannot be read', error);
  }
}

/** A second name for a file, on one file system. @returns false where that cannot be: it is copied then */
async function isLinked(filePath: string, other: string): Promise<boolean> {
  try {
    await link(filePath, other);
    return true;
  } catch (error) {
    if (isErrno(error, 'ENOENT', 'ENOSPC', 'EDQUOT')) throw error;
    return false;
  }
}
