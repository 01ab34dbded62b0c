import { execFileSync } from 'node:child_process';
import { chownSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const NOBODY = 65_534;

/** How to start a program that refuses to run as root: what goes before it, and under which ids. */
export interface Unprivileged {
  prefix: readonly string[];
  uid?: number;
  gid?: number;
}

/**
 * Postgres refuses to run as root. Where root starts the hub, `nobody` runs it if that user can reach the binaries and
 * the data; else a user namespace in which root's own files belong to an ordinary user.
 * @param paths files that the program must reach; the first is its data directory, which changes hands
 */
export function unprivileged(...paths: [string, ...string[]]): Unprivileged {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const owner = statSync(paths[0]).uid;
  const isOurs = owner === 0;
  if (owner === NOBODY || (isOurs && paths.every(isReachableByAll) && isEmptyOfHistory(paths[0]))) {
    if (isOurs) chownSync(paths[0], NOBODY, NOBODY);
    return { prefix: [], uid: NOBODY, gid: NOBODY };
  }
  try {
    execFileSync('unshare', ['-U', '--map-user=1000', '--map-group=1000', 'true'], { stdio: 'ignore' });
  } catch {
    throw new Error(
      'Postgres does not run as root, and no other user can reach its files: start the hub as another user.',
    );
  }
  return { prefix: ['unshare', '-U', '--map-user=1000', '--map-group=1000', '--'] };
}

/** A directory that root's own user namespace has used stays with it: its files belong to root. */
const isEmptyOfHistory = (directory: string): boolean => statSync(directory).nlink <= 2;

function isReachableByAll(path: string): boolean {
  for (let at = dirname(path); ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}
