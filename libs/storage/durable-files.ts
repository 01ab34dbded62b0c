import { mkdir, open, rename } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';

/** Owner only: recordings of people lie in these. */
export const directoryMode = 0o700;
export const fileMode = 0o600;

/** Whether an error of the operating system is one of these, such as `ENOENT`. @see man 3 errno */
export const isErrno = (error: unknown, ...codes: string[]): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && codes.includes(String(error.code));

/**
 * Puts the names inside a directory on disk: without it a crash of the machine can forget a file that was itself
 * synced. @see man 2 fsync
 */
async function syncDirectory(directory: string): Promise<void> {
  // Windows opens no directories; NTFS keeps names in its own journal.
  if (process.platform === 'win32') return;
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a directory and what is missing above it, on disk when it settles. */
export async function makeDirectory(directory: string): Promise<void> {
  const first = await mkdir(directory, { recursive: true, mode: directoryMode });
  if (first === undefined) return;
  let parent = dirname(first);
  await syncDirectory(parent);
  for (const name of relative(parent, resolve(directory)).split(sep).slice(0, -1)) {
    parent = resolve(parent, name);
    await syncDirectory(parent);
  }
}

/** Attempts to move a file into a directory that somebody else is just removing because it was empty. */
const maxMoves = 5;

/**
 * Moves a complete and synced file to its place, on disk when it settles. The one that was there is replaced in one
 * step: a reader has the old content or the new one.
 */
export async function moveIntoPlace(temporaryPath: string, path: string): Promise<void> {
  const directory = dirname(path);
  for (let move = 1; ; move++) {
    try {
      await makeDirectory(directory);
      await rename(temporaryPath, path);
      await syncDirectory(directory);
      return;
    } catch (error) {
      if (move === maxMoves || !isErrno(error, 'ENOENT')) throw error;
    }
  }
}
