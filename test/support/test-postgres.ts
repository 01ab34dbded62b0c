import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { createDataSource, startEmbeddedPostgres } from '#database';

/** Migrated once in a run; every spec file that wants a database gets a clone of it. */
export const TEMPLATE = 'meantime_template';

/** initdb, start and migrations together need about 3 s on a slow machine; more means that the one who does it died. */
const READY_TIMEOUT_MS = 60_000;

/** A crash may lose what tests wrote, so nothing waits for the disk. */
const settings = {
  max_connections: '200',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
};

/**
 * The Postgres that all specs of this jest run share, started by the first one that asks.
 * @returns postgres://… of its administrative database
 */
export async function testPostgres(): Promise<string> {
  const directory = process.env.MEANTIME_TEST_RUN_DIRECTORY;
  if (!directory) throw new Error('The global setup of jest has not run: start specs with npm test.');
  const url = isFirst(directory) ? await prepareForAll(directory) : await prepared(directory);
  process.env.TEST_DATABASE_ADMIN_URL = url;
  return url;
}

/** Where the first worker leaves the outcome for all others. */
const outcomeFile = (directory: string) => join(directory, 'postgres-outcome.json');

interface Outcome {
  url?: string;
  failure?: string;
}

async function prepareForAll(directory: string): Promise<string> {
  const tell = (outcome: Outcome) => {
    const draft = `${outcomeFile(directory)}.draft`;
    writeFileSync(draft, JSON.stringify(outcome));
    renameSync(draft, outcomeFile(directory));
  };
  try {
    const url = await prepare(directory);
    tell({ url });
    return url;
  } catch (error) {
    tell({ failure: String(error) });
    throw error;
  }
}

async function prepared(directory: string): Promise<string> {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (!existsSync(outcomeFile(directory))) {
    if (Date.now() > deadline) throw new Error('The worker that made the Postgres of this test run has died.');
    await sleep(25);
  }
  const { url, failure }: Outcome = JSON.parse(readFileSync(outcomeFile(directory), 'utf8'));
  if (!url) throw new Error(`The Postgres of this test run could not be made: ${failure}`);
  return url;
}

/** Making a directory succeeds for exactly one of several workers. */
function isFirst(directory: string): boolean {
  try {
    mkdirSync(join(directory, 'postgres-requested'));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

/** @returns the administrative URL of a server that has the migrated template */
async function prepare(directory: string): Promise<string> {
  const server = await startEmbeddedPostgres(directory, settings);
  const adminUrl = databaseUrl(server.url, 'postgres');
  await administrate(adminUrl, `create database ${TEMPLATE}`);
  const dataSource = createDataSource({
    url: databaseUrl(server.url, TEMPLATE),
    poolSize: 1,
    entities: [],
    applicationName: 'meantime-test-template',
  });
  await dataSource.initialize();
  try {
    await dataSource.runMigrations();
  } finally {
    await dataSource.destroy();
  }
  return adminUrl;
}

/** Runs one statement on a connection of its own, such as `create database`, which no transaction may hold. */
export async function administrate<Row extends object>(adminUrl: string, statement: string): Promise<Row[]> {
  const client = new pg.Client(adminUrl);
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

export function databaseUrl(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
