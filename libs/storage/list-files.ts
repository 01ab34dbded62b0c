import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isErrno } from './durable-files.js';
import type { ListOptions, StoredObjectSummary } from './storage.port.js';

/**
 * A page of files below a directory in the order of their keys as bytes, as S3 lists them: a folder sorts with its
 * slash, so `a-b` comes before `a/b`. Reads no folder that the page does not reach.
 */
export async function listFiles(
  root: string,
  prefix: string,
  { after = '', limit }: ListOptions,
): Promise<StoredObjectSummary[]> {
  const page: StoredObjectSummary[] = [];
  const walk = async (folder: string): Promise<void> => {
    const names = (await entriesOf(join(root, folder))).map((entry) =>
      entry.isDirectory() ? `${entry.name}/` : entry.name,
    );
    for (const name of names.sort(byBytes)) {
      if (page.length >= limit) return;
      const key = folder + name;
      if (!key.endsWith('/')) {
        if (key > after) await add(key);
      } else if (key > after || after.startsWith(key)) {
        await walk(key);
      }
    }
  };
  const add = async (key: string): Promise<void> => {
    try {
      page.push({ key, byteSize: (await stat(join(root, key))).size });
    } catch (error) {
      // Deleted since the folder was read.
      if (!isErrno(error, 'ENOENT', 'ENOTDIR')) throw error;
    }
  };
  await walk(prefix);
  return page;
}

const byBytes = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

async function entriesOf(directory: string): Promise<Dirent[]> {
  try {
    return await readdir(directory, { withFileTypes: true });
  } catch (error) {
    if (isErrno(error, 'ENOENT', 'ENOTDIR')) return [];
    throw error;
  }
}
