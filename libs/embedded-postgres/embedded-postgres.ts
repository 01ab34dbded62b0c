import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { machineClock } from '#kernel';
import { findPostgresBinaries } from './binaries.js';
import { HeldServer, type Server } from './held-server.js';
import { isAlive } from './server-process.js';
import { type Unprivileged, unprivileged } from './unprivileged.js';

const START_TIMEOUT_MS = 60_000;
/** After kill -9 the kernel needs a moment until the dead server's lock is free. */
const LOCK_TIMEOUT_MS = 10_000;
const USER = 'meantime';

export type EmbeddedPostgres = HeldServer;

/**
 * A Postgres of our own below `directory`, for one machine and for trying the hub out: made at the first start, found
 * again at the next, adopted where it still runs. It listens on 127.0.0.1 only, with a generated password.
 * @param settings more lines of postgresql.conf, for tests and benchmarks
 * @throws Error with one line for the person at the terminal
 */
export async function startEmbeddedPostgres(
  directory: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<EmbeddedPostgres> {
  const data = join(directory, 'postgres');
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const binaries = await findPostgresBinaries();
  const runAs = unprivileged(data, binaries.postgres);
  const password = passwordOf(directory);
  if (!existsSync(join(data, 'PG_VERSION'))) await initialize(binaries.initdb, data, password, runAs);

  const start = (port?: number): Promise<Server> =>
    launch(binaries.postgres, data, password, runAs, { ...defaults, ...settings }, port);
  const server = (await adopt(data, password)) ?? (await start());
  await createDatabase(server.url('postgres'));
  return new HeldServer(server, start, server.url(USER));
}

/** Small enough for a ten-person team's machine beside the hub itself; an own DATABASE_URL is the way to more. */
const defaults: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '64MB',
  max_wal_size: '512MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
};

function passwordOf(directory: string): string {
  const file = join(directory, 'postgres-password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

const urlAt =
  (port: number, password: string) =>
  (database: string): string =>
    `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`;

async function initialize(initdb: string, data: string, password: string, runAs: Unprivileged): Promise<void> {
  const passwordFile = join(data, '..', `initdb-${process.pid}`);
  writeFileSync(passwordFile, password, { mode: 0o644 });
  const options = [
    '-D',
    data,
    '-U',
    USER,
    '-E',
    'UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '-A',
    'scram-sha-256',
    '--pwfile',
    passwordFile,
  ];
  const [program, ...rest] = [...runAs.prefix, initdb, ...options];
  try {
    await promisify(execFile)(program!, rest, { uid: runAs.uid, gid: runAs.gid, cwd: '/' });
  } catch (error) {
    rmSync(join(data, 'PG_VERSION'), { force: true });
    throw new Error(
      `The embedded Postgres could not be made in ${data}: ${lastLine((error as { stderr?: string }).stderr ?? String(error))}`,
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** A server that a killed parent left behind: its pid and port stand in postmaster.pid. */
async function adopt(data: string, password: string): Promise<Server | undefined> {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  const url = urlAt(port, password);
  return isAlive(pid) && (await answers(url('postgres'))) ? { pid, port, url } : undefined;
}

async function launch(
  postgres: string,
  data: string,
  password: string,
  runAs: Unprivileged,
  settings: Readonly<Record<string, string>>,
  wantedPort?: number,
): Promise<Server> {
  const deadline = machineClock.nowMs() + START_TIMEOUT_MS;
  const lockDeadline = machineClock.nowMs() + LOCK_TIMEOUT_MS;
  const logFile = join(data, '..', 'postgres.log');
  for (;;) {
    const port = wantedPort ?? (await freePort());
    const options = Object.entries({ ...settings, port: String(port) }).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ]);
    const [program, ...rest] = [...runAs.prefix, postgres, '-D', data, ...options];
    const log = openSync(logFile, 'w', 0o600);
    // Detached: Ctrl-C in the terminal reaches the hub alone, which then stops the server after its own processes.
    const child = spawn(program!, rest, {
      uid: runAs.uid,
      gid: runAs.gid,
      cwd: '/',
      detached: true,
      stdio: ['ignore', log, log],
    });
    child.unref();
    const url = urlAt(port, password);
    while (child.exitCode === null && child.signalCode === null) {
      if (await answers(url('postgres'))) return { pid: child.pid!, port, url };
      if (machineClock.nowMs() > deadline)
        throw new Error(`The embedded Postgres did not start within ${START_TIMEOUT_MS / 1000} s; see ${logFile}.`);
      await sleep(25);
    }
    const said = readFileSync(logFile, 'utf8');
    if (
      !/lock file .* (already exists|is empty)|Address already in use|pre-existing shared memory/.test(said) ||
      machineClock.nowMs() > lockDeadline
    ) {
      throw new Error(`The embedded Postgres does not start in ${data}: ${lastLine(said)}`);
    }
    await sleep(250);
  }
}

async function createDatabase(adminUrl: string): Promise<void> {
  const client = new pg.Client(adminUrl);
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [USER]);
    if (!rowCount) await client.query(`create database ${USER}`);
  } finally {
    await client.end();
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? '';

/** The data directory holds secrets beside the database; others may pass through it but not list it. */
export function prepareDataDirectory(directory: string): void {
  mkdirSync(directory, { recursive: true });
  chmodSync(directory, 0o711);
}
