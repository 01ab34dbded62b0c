import { mkdir, mkdtemp, open, readdir, rm, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '#config';
import { type Id, isId, machineClock } from '#kernel';
import { type PartialUpload, UploadParts } from './upload-parts.js';

/** Owner only: recordings of people lie here. */
const DIRECTORY_MODE = 0o700;
const FILE_MODE = 0o600;
const WORK_PREFIX = 'work-';

/**
 * The bytes of uploads under way: one file each below `MEANTIME_DATA_DIR/uploads`, named by its media item. Its length
 * is how far the upload has come, so there is nothing beside it that could disagree with it after a crash.
 */
@Injectable()
export class UploadFiles extends UploadParts {
  private readonly directory: string;

  constructor(config: Config) {
    super();
    this.directory = join(config.values.MEANTIME_DATA_DIR, 'uploads');
  }

  /** What a killed process wrote last is put on disk before it is told. */
  async offset(id: Id): Promise<number> {
    const handle = await open(this.pathOf(id), 'r+').catch(absent);
    if (!handle) return 0;
    try {
      await handle.datasync();
      return (await handle.stat()).size;
    } finally {
      await handle.close();
    }
  }

  async append(id: Id, offset: number, stream: AsyncIterable<Buffer>): Promise<number> {
    let position = offset;
    let handle: Awaited<ReturnType<typeof open>> | undefined;
    try {
      for await (const bytes of stream) {
        handle ??= await this.openForWriting(id);
        for (let written = 0; written < bytes.length; ) {
          const { bytesWritten } = await handle.write(bytes, written, bytes.length - written, position);
          written += bytesWritten;
          position += bytesWritten;
        }
      }
    } finally {
      if (handle) await handle.datasync().finally(() => handle?.close());
    }
    return position;
  }

  async fetch(id: Id): Promise<string> {
    // A zero-length upload has no part that would have made its file.
    await (await this.openForWriting(id)).close();
    return this.pathOf(id);
  }

  async remove(id: Id): Promise<void> {
    await unlink(this.pathOf(id)).catch(absent);
  }

  /** A directory for work on one upload, in the same file system; the caller removes it. */
  async makeWorkDirectory(): Promise<string> {
    await this.prepare();
    return mkdtemp(join(this.directory, WORK_PREFIX));
  }

  async list(): Promise<PartialUpload[]> {
    const files: PartialUpload[] = [];
    // The file system's clock has written these times.
    const nowMs = machineClock.nowMs();
    for (const name of await this.names()) {
      const stats = isId(name) ? await stat(join(this.directory, name)).catch(absent) : undefined;
      if (stats) files.push({ id: name, byteSize: stats.size, idleMs: nowMs - stats.mtimeMs });
    }
    return files;
  }

  /** Removes work directories that a killed process left behind. @param beforeMs as the file system's clock reads */
  async removeWorkBefore(beforeMs: number): Promise<void> {
    for (const name of await this.names()) {
      const path = join(this.directory, name);
      const stats = name.startsWith(WORK_PREFIX) ? await stat(path).catch(absent) : undefined;
      if (stats && stats.mtimeMs < beforeMs) await rm(path, { recursive: true, force: true });
    }
  }

  private pathOf(id: Id): string {
    return join(this.directory, id);
  }

  private async names(): Promise<string[]> {
    return (await readdir(this.directory).catch(absent)) ?? [];
  }

  private async openForWriting(id: Id) {
    const path = this.pathOf(id);
    const existing = await open(path, 'r+').catch(absent);
    if (existing) return existing;
    await this.prepare();
    const handle = await open(path, 'a', FILE_MODE);
    await handle.close();
    await syncDirectory(this.directory);
    return open(path, 'r+');
  }

  private async prepare(): Promise<void> {
    if (await mkdir(this.directory, { recursive: true, mode: DIRECTORY_MODE })) {
      await syncDirectory(dirname(this.directory));
    }
  }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

/** Puts a new name on disk. Windows opens no directories; NTFS journals names by itself. @see man 2 fsync */
async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
