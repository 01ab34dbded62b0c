import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A server under measurement, in a process of its own. */
export interface Target {
  name: string;
  port: number;
  pid: number;
  stop(): Promise<void>;
}

/** As `npm start` starts the api; LIMIT gets the same, so that it is not the collector that is compared. */
const NODE_OPTIONS = ['--max-semi-space-size=64'];
const START_TIMEOUT_MS = 60_000;
const apiProgram = resolve(import.meta.dirname, '../apps/api/main.js');

export const hasHub = (): boolean => existsSync(apiProgram);

export async function startLimit(name: string, databaseUrl: string): Promise<Target> {
  const child = start(join(import.meta.dirname, 'limit-server.js'), { DATABASE_URL: databaseUrl });
  const { port } = await ready(name, child);
  return { name, port: port!, pid: child.pid!, stop: () => end(child) };
}

/** The hub's api as it is built, with its own settings; only its limit on requests a minute is out of the way. */
export async function startHub(databaseUrl: string): Promise<Target> {
  const directory = mkdtempSync(join(tmpdir(), 'meantime-bench-hub-'));
  const port = await freePort();
  const child = start(apiProgram, {
    DATABASE_URL: databaseUrl,
    MEANTIME_DATA_DIR: directory,
    HOST: '127.0.0.1',
    PORT: String(port),
    REQUESTS_PER_MINUTE: '1000000',
  });
  await ready('hub', child);
  const stop = async (): Promise<void> => {
    await end(child);
    rmSync(directory, { recursive: true, force: true });
  };
  return { name: 'hub', port, pid: child.pid!, stop };
}

function start(program: string, settings: Record<string, string>): ChildProcess {
  const { PATH, HOME, TMPDIR } = process.env;
  return fork(program, [], {
    execArgv: NODE_OPTIONS,
    env: { PATH, HOME, TMPDIR, NODE_ENV: 'production', ...settings },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

function ready(name: string, child: ChildProcess): Promise<{ port?: number }> {
  return new Promise((settle, reject) => {
    const timer = setTimeout(() => reject(new Error(`${name} did not start in time.`)), START_TIMEOUT_MS);
    child.once('message', (message) => {
      clearTimeout(timer);
      settle(message as { port?: number });
    });
    child.once('exit', (code, signal) => reject(new Error(`${name} has ended (${signal ?? code}).`)));
  });
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((settle) => {
    child.once('exit', () => settle());
    child.kill('SIGTERM');
  });
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  const { port } = server.address() as { port: number };
  await new Promise((settle) => server.close(settle));
  return port;
}
