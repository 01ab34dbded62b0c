import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/*
 * One directory below the system's temporary one holds whatever a jest run starts. It is plain JavaScript because jest
 * loads its global setup outside of its own module system: no transform, no `#database`.
 */

const PREFIX = 'meantime-test-';
const STOP_TIMEOUT_MS = 5_000;

/** Makes the run's directory. Others may pass through it: as root, Postgres runs as another user. */
export function createRunDirectory() {
  const directory = mkdtempSync(join(tmpdir(), PREFIX));
  chmodSync(directory, 0o711);
  writeFileSync(join(directory, 'jest.pid'), String(process.pid));
  return directory;
}

/** Removes what runs left behind that were killed before their teardown. */
export async function removeAbandonedRuns() {
  for (const name of readdirSync(tmpdir())) {
    const directory = join(tmpdir(), name);
    if (name.startsWith(PREFIX) && isAbandoned(directory)) await removeRunDirectory(directory);
  }
}

/** Ends the run's Postgres, if one was started, and deletes everything. */
export async function removeRunDirectory(directory) {
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  for (let pid = signalPostgres(directory, 'SIGQUIT'); pid && isPostgresOf(pid, directory); await sleep(20)) {
    if (Date.now() > deadline) process.kill(pid, 'SIGKILL');
  }
  rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** @returns the id of the server that was told, undefined where none runs */
export function signalPostgres(directory, signal) {
  const file = join(directory, 'postgres', 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!isPostgresOf(pid, directory)) return undefined;
  process.kill(pid, signal);
  return pid;
}

/** A directory whose owner cannot be read is being made or removed at this moment by somebody else: not ours to judge. */
function isAbandoned(directory) {
  const file = join(directory, 'jest.pid');
  return existsSync(file) && commandOf(Number(readFileSync(file, 'utf8'))) === '';
}

/** Process ids are given out again: the command must name the data directory too. */
const isPostgresOf = (pid, directory) => commandOf(pid).includes(basename(directory));

/** The command line of a running process; empty where there is none or where it has ended and only waits to be reaped. */
function commandOf(pid) {
  try {
    if (existsSync('/proc/self/cmdline')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}
