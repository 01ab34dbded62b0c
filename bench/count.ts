import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startBenchDatabase } from './bench-database.js';
import { defaultDataDirectory } from './data-directory.js';
import { type OperationName, operationNames } from './operations.js';
import { requestsFor } from './requests.js';
import { hasHub, startHub, startLimit, type Target } from './targets.js';
import { ask } from './verify-answers.js';

/**
 * Counts that are the same on a busy machine and an idle one: statements and answer bytes of each operation. A page that
 * fetches row by row shows here at once, whatever the clock says.
 */
const REQUESTS = 20;
/** For what goes out after the answer. */
const AFTERWARDS_MS = 200;

const { values: flags } = parseArgs({
  options: { scale: { type: 'string', default: '0.05' }, dir: { type: 'string' } },
});
const scale = Number(flags.scale);
const database = await startBenchDatabase(
  { directory: flags.dir ?? defaultDataDirectory(scale), scale, seed: 1 },
  { shared_preload_libraries: 'pg_stat_statements' },
);
const client = new pg.Client(database.url);
const targets: Target[] = [];
try {
  await client.connect();
  await client.query('create extension if not exists pg_stat_statements');
  targets.push(await startLimit('LIMIT', database.url));
  if (hasHub()) targets.push(await startHub(database.url));
  for (const operation of operationNames) for (const target of targets) await count(target, operation);
} finally {
  await client.end();
  await Promise.all(targets.map((target) => target.stop()));
  await database.stop();
}

async function count(target: Target, operation: OperationName): Promise<void> {
  const requests = (await requestsFor(client, operation)).slice(0, REQUESTS);
  // Sign-ins and names are remembered from the first time on.
  for (const request of requests) await ask(target, request);
  await sleep(AFTERWARDS_MS);
  await client.query('select pg_stat_statements_reset()');
  let bytes = 0;
  for (const request of requests) bytes += Buffer.byteLength(JSON.stringify(await ask(target, request)));
  await sleep(AFTERWARDS_MS);
  const { rows } = await client.query<{ query: string; calls: string }>(
    `select query, calls from pg_stat_statements s join pg_database d on d.oid = s.dbid
     where d.datname = current_database() and toplevel and query !~ 'pg_stat_statements|bullmq' order by calls desc`,
  );
  const statements = rows.reduce((all, { calls }) => all + Number(calls), 0);
  process.stdout.write(
    `${operation.padEnd(12)} ${target.name.padEnd(6)} ${(statements / requests.length).toFixed(2)} statements, ` +
      `${(bytes / requests.length).toFixed(0)} bytes of JSON\n`,
  );
  for (const { query, calls } of rows) {
    process.stdout.write(
      `  ${(Number(calls) / requests.length).toFixed(2)} x ${query.replace(/\s+/g, ' ').slice(0, 90)}\n`,
    );
  }
}
