import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { prepareDataDirectory } from '#database';
import { cpuMicros, memoryMiB, treeOf } from './process-usage.js';
import { keepResults } from './results.js';
import { freePort } from './targets.js';

/** What `npm start` costs a small machine: how long until it answers, and what it takes while nobody asks anything. */

const START_TIMEOUT_MS = 120_000;
/** Caches fill and the first round of scheduled work runs before it is idle. */
const SETTLE_MS = 15_000;
const root = resolve(import.meta.dirname, '../..');

const { values: flags } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, starts: { type: 'string', default: '3' } },
});

interface Part {
  name: string;
  processes: number;
  memoryMiB: number;
}

const directory = mkdtempSync(join(tmpdir(), 'meantime-footprint-'));
prepareDataDirectory(directory);
try {
  const first = await start();
  await stop(first.hub);
  const laterMs: number[] = [];
  for (let at = 1; at < Number(flags.starts); at++) {
    const later = await start();
    laterMs.push(later.readyMs);
    await stop(later.hub);
  }
  const { hub, readyMs } = await start();
  laterMs.push(readyMs);
  await sleep(SETTLE_MS);
  const beforeMicros = cpuMicros(hub.pid!);
  await sleep(Number(flags.seconds) * 1000);
  const cpuPercent = (cpuMicros(hub.pid!) - beforeMicros) / (Number(flags.seconds) * 10_000);
  const parts = partsOf(hub.pid!);
  await stop(hub);
  conclude({ firstStartMs: first.readyMs, laterStartsMs: laterMs, memoryMiB: sum(parts), cpuPercent, parts });
} finally {
  rmSync(directory, { recursive: true, force: true });
}

/** The hub as `npm start` runs it, until it says that it is ready for requests. */
async function start(): Promise<{ hub: ChildProcess; readyMs: number }> {
  const port = await freePort();
  const { PATH, HOME, TMPDIR } = process.env;
  const startMs = performance.now();
  const hub = spawn(process.execPath, ['bin/start.mjs', 'apps/hub/main'], {
    cwd: root,
    env: { PATH, HOME, TMPDIR, MEANTIME_DATA_DIR: directory, HOST: '127.0.0.1', PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (;;) {
    const ready = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined);
    if (ready?.status === 200) return { hub, readyMs: performance.now() - startMs };
    if (hub.exitCode !== null) throw new Error('The hub did not start.');
    if (performance.now() - startMs > START_TIMEOUT_MS) {
      await stop(hub);
      throw new Error('The hub was not ready in time.');
    }
    await sleep(20);
  }
}

async function stop(hub: ChildProcess): Promise<void> {
  if (hub.exitCode !== null || hub.signalCode !== null) return;
  hub.kill('SIGTERM');
  await once(hub, 'exit');
}

/** The processes by what they are. */
function partsOf(rootPid: number): Part[] {
  const parts = new Map<string, Part>();
  for (const pid of treeOf(rootPid)) {
    const line = readFileSync(`/proc/${pid}/cmdline`, 'latin1').replaceAll('\0', ' ');
    const name =
      /apps\/(api|worker|hub)\/main/.exec(line)?.[1] ?? (line.includes('postgres') ? 'postgres' : line.slice(0, 30));
    const part = parts.get(name) ?? { name, processes: 0, memoryMiB: 0 };
    parts.set(name, { name, processes: part.processes + 1, memoryMiB: part.memoryMiB + memoryMiB(pid, false) });
  }
  return [...parts.values()];
}

function sum(parts: readonly Part[]): number {
  return parts.reduce((all, { memoryMiB: one }) => all + one, 0);
}

function conclude(found: {
  firstStartMs: number;
  laterStartsMs: number[];
  memoryMiB: number;
  cpuPercent: number;
  parts: Part[];
}): void {
  const ms = (value: number): string => `${Math.round(value)} ms`;
  process.stdout.write(
    `First start until ready ${ms(found.firstStartMs)}, later ones ${found.laterStartsMs.map(ms).join(', ')}\n` +
      `Idle: ${found.memoryMiB.toFixed(0)} MiB, ${found.cpuPercent.toFixed(2)} % of one core over ${flags.seconds} s\n`,
  );
  for (const { name, processes, memoryMiB: mebibytes } of found.parts) {
    process.stdout.write(
      `  ${name}: ${mebibytes.toFixed(0)} MiB in ${processes} process${processes > 1 ? 'es' : ''}\n`,
    );
  }
  keepResults('footprint', found);
}
