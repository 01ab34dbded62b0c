import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const LOOK_EVERY_MS = 1_000;

/** Bytes of all files below a directory; what vanishes meanwhile counts nothing. */
export async function directoryBytes(directory: string): Promise<number> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
  let byteSize = 0;
  for (const entry of entries) {
    if (entry.isFile()) byteSize += await stat(join(entry.parentPath, entry.name)).then(sizeOf, () => 0);
  }
  return byteSize;
}

const sizeOf = ({ size }: { size: number }): number => size;

/**
 * Looks once a second whether a directory has grown over its limit; a limit that a tool sets itself (`-fs`) would cut a
 * rendition short without a word.
 * @returns stops looking
 */
export function watchDirectorySize(directory: string, maxBytes: number, onExceeded: () => void): () => void {
  if (!Number.isFinite(maxBytes)) return () => undefined;
  let isLooking = false;
  const timer = setInterval(async () => {
    if (isLooking) return;
    isLooking = true;
    if ((await directoryBytes(directory)) > maxBytes) onExceeded();
    isLooking = false;
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}
