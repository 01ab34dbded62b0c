import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { prepareDataDirectory, startEmbeddedPostgres } from '#database';
import { migrate } from '../apps/migrate.js';
import { BulkLoad } from './bulk-load.js';
import { makeConversations, postRow, reactionsOf, readersOf, threadRow } from './conversations.js';
import { defaultDataDirectory } from './data-directory.js';
import { makeObligations } from './obligations.js';
import { DAY_MS, instant, makeCircles, makeMembers, membershipsOf } from './people.js';
import { SeededRandom } from './seeded-random.js';
import { sessionsOf } from './viewer-sessions.js';

export interface DataChoice {
  directory: string;
  /** 1: 2,000 members, 200 channels, 20,000 threads, 400,000 posts, 300,000 expected responses. */
  scale: number;
  seed: number;
}

/** Instants are made relative to the day of generation; older data would be all overdue. */
const REUSED_FOR_MS = 7 * DAY_MS;

interface Manifest {
  version: number;
  scale: number;
  seed: number;
  madeAtMs: number;
}
/** Raise it with every change of what is generated. */
const VERSION = 1;

/** Makes the data in an embedded Postgres of its own, unless the same data is there already. Leaves it stopped. */
export async function generate({ directory, scale, seed }: DataChoice): Promise<void> {
  const manifestFile = join(directory, 'bench-data.json');
  if (isReusable(manifestFile, scale, seed)) return;
  rmSync(manifestFile, { force: true });
  prepareDataDirectory(directory);
  // What is made anew on every loss need not survive a power cut.
  const settings = {
    fsync: 'off',
    full_page_writes: 'off',
    autovacuum: 'off',
    max_wal_size: '4GB',
    shared_buffers: '256MB',
  };
  const postgres = await startEmbeddedPostgres(directory, settings);
  try {
    await recreateDatabase(postgres.url);
    await migrate(postgres.url);
    await fill(postgres.url, { scale, seed });
  } finally {
    await postgres.stop();
  }
  const manifest: Manifest = { version: VERSION, scale, seed, madeAtMs: Date.now() };
  writeFileSync(manifestFile, JSON.stringify(manifest));
}

function isReusable(file: string, scale: number, seed: number): boolean {
  if (!existsSync(file)) return false;
  const found = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  const isYoung = Date.now() - found.madeAtMs < REUSED_FOR_MS;
  return isYoung && found.version === VERSION && found.scale === scale && found.seed === seed;
}

async function recreateDatabase(url: string): Promise<void> {
  const admin = new pg.Client(url.replace(/\/\w+$/, '/postgres'));
  await admin.connect();
  await admin.query('drop database if exists meantime with (force)');
  await admin.query('create database meantime');
  await admin.end();
}

async function fill(url: string, { scale, seed }: Omit<DataChoice, 'directory'>): Promise<void> {
  const random = new SeededRandom(seed);
  const nowMs = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  const count = (full: number, least: number): number => Math.max(least, Math.round(full * scale));
  const client = new pg.Client(url);
  await client.connect();
  const load = await BulkLoad.begin(client);
  const insert = async (table: string, rows: Iterable<object>): Promise<void> => {
    const startMs = performance.now();
    const inserted = await load.insert(table, rows);
    say(`${table}: ${inserted} rows, ${((performance.now() - startMs) / 1000).toFixed(1)} s`);
  };
  for (const table of ['posts', 'expected_responses', 'threads', 'thread_readers']) await load.dropIndexes(table);

  const members = makeMembers(random, count(2_000, 40), nowMs);
  const circles = makeCircles(random, count(200, 20), members, nowMs);
  const sums = { threads: count(20_000, 200), posts: count(400_000, 4_000) };
  const conversations = makeConversations(random, circles, sums, nowMs);
  // In the order in which they would have been written: the posts of a thread lie apart on the disk.
  const posts = conversations.flatMap((thread) => thread.posts).sort((a, b) => a.publishedMs - b.publishedMs);
  conversations.sort((a, b) => a.startMs - b.startMs);

  const createdAt = instant(nowMs - 700 * DAY_MS);
  await insert('organizations', [{ id: random.id(0), name: 'Bench', is_only: true, created_at: createdAt }]);
  await insert('members', members);
  await insert(
    'channels',
    circles.map(({ channel }) => channel),
  );
  await insert('channel_members', membershipsOf(random, circles));
  await insert('sessions', sessionsOf(members, nowMs));
  await insert('threads', conversations.map(threadRow));
  await insert(
    'posts',
    lazily(posts, (post) => [postRow(random, post)]),
  );
  await insert(
    'thread_readers',
    lazily(conversations, (thread) => readersOf(random, thread)),
  );
  await insert(
    'reactions',
    lazily(posts, (post) => reactionsOf(random, post)),
  );
  await insert('expected_responses', makeObligations(random, posts, circles, count(300_000, 3_000), nowMs));
  const startMs = performance.now();
  await load.finish();
  say(`indexes, vacuum, analyze: ${((performance.now() - startMs) / 1000).toFixed(1)} s`);
  await client.end();
}

function* lazily<T>(from: readonly T[], rowsOf: (one: T) => Iterable<object>): Generator<object> {
  for (const one of from) yield* rowsOf(one);
}

const say = (line: string): boolean => process.stderr.write(`${line}\n`);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { scale: { type: 'string' }, seed: { type: 'string' }, dir: { type: 'string' } },
  });
  const scale = Number(values.scale ?? 1);
  await generate({ directory: values.dir ?? defaultDataDirectory(scale), scale, seed: Number(values.seed ?? 1) });
}
