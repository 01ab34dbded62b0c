import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { type BenchDatabase, startBenchDatabase } from './bench-database.js';
import { defaultDataDirectory } from './data-directory.js';
import { isOperationName, type OperationName, operationNames } from './operations.js';
import { cpuMicros, memoryMiB } from './process-usage.js';
import { replay } from './replay.js';
import { inconclusive, linesOf, type Measurement, table } from './report.js';
import { bytesOf, requestsFor } from './requests.js';
import { keepResults } from './results.js';
import { hasHub, startHub, startLimit, type Target } from './targets.js';
import { compareReads, compareWrites, type Difference } from './verify-answers.js';

const LIMIT = 'LIMIT';
/** A second LIMIT: whatever ratio it shows is the noise of the run. */
const CONTROL = 'LIMIT again';
const WARM_UP_MS = 2_000;
/** Between two targets, for what the one before has left to do; and then until pools have opened their connections again. */
const SETTLE_MS = 150;
const WAKE_UP_MS = 400;

const { values: flags } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    connections: { type: 'string', default: '32' },
    only: { type: 'string' },
    scale: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    dir: { type: 'string' },
    'without-hub': { type: 'boolean', default: false },
  },
});
const say = (line: string): boolean => process.stderr.write(`${line}\n`);
const scale = Number(flags.scale);

const database = await startBenchDatabase({
  directory: flags.dir ?? defaultDataDirectory(scale),
  scale,
  seed: Number(flags.seed),
});
const targets: Target[] = [];
try {
  targets.push(await startLimit(LIMIT, database.url), await startLimit(CONTROL, database.url));
  if (hasHub() && !flags['without-hub']) targets.push(await startHub(database.url));
  await run(database, chosenOperations(flags.only));
} finally {
  await Promise.all(targets.map((target) => target.stop()));
  await database.stop();
}

async function run({ url, pid }: BenchDatabase, operations: readonly OperationName[]): Promise<void> {
  const measurements: Measurement[] = [];
  const differences: Difference[] = [];
  for (const operation of operations) {
    const client = new pg.Client(url);
    await client.connect();
    const requests = await requestsFor(client, operation);
    differences.push(
      ...(await (operation === 'postReply' ? compareWrites(client, targets) : compareReads(targets, requests))),
    );
    await client.end();
    const bytes = requests.map(bytesOf);
    for (const target of targets) await replay(target.port, bytes, { ...load(), durationMs: WARM_UP_MS });
    for (let round = 0; round < Number(flags.rounds); round++) {
      const from = round * 7_919;
      for (const target of rotated(targets, round)) {
        measurements.push({ ...(await measure(target, pid, bytes, from)), operation, round });
      }
      say(`${operation}, round ${round + 1} of ${flags.rounds}`);
    }
  }
  conclude(measurements, differences);
}

async function measure(target: Target, postgresPid: number, requests: Buffer[], from: number) {
  await sleep(SETTLE_MS);
  await replay(target.port, requests, { ...load(), from, durationMs: WAKE_UP_MS });
  const serverBefore = cpuMicros(target.pid);
  const postgresBefore = cpuMicros(postgresPid);
  const replayed = await replay(target.port, requests, { ...load(), from, durationMs: Number(flags.seconds) * 1000 });
  return {
    target: target.name,
    replayed,
    serverMicros: (cpuMicros(target.pid) - serverBefore) / replayed.requests,
    postgresMicros: (cpuMicros(postgresPid) - postgresBefore) / replayed.requests,
    memoryMiB: memoryMiB(target.pid),
  };
}

function conclude(measurements: Measurement[], differences: Difference[]): void {
  const lines = linesOf(measurements, LIMIT);
  const doubtful = inconclusive(lines, CONTROL);
  process.stdout.write(`${table(lines, doubtful)}\n`);
  for (const { operation, target, path } of differences) {
    process.stdout.write(`\nNot equal: ${operation}, LIMIT and ${target} at ${path.slice(1)}\n`);
    process.exitCode = 1;
  }
  const file = keepResults('run', { flags, lines, inconclusive: doubtful, differences, measurements });
  say(`\nAll figures: ${file}`);
}

function load() {
  return { connections: Number(flags.connections), from: 0 };
}

function rotated<T>(all: readonly T[], by: number): T[] {
  return all.map((_, at) => all[(at + by) % all.length]!);
}

function chosenOperations(only: string | undefined): readonly OperationName[] {
  if (!only) return operationNames;
  const chosen = only.split(',');
  for (const name of chosen) {
    if (!isOperationName(name)) throw new Error(`--only takes ${operationNames.join(', ')}; ${name} is none of them.`);
  }
  return chosen as OperationName[];
}
