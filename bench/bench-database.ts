import pg from 'pg';
import { startEmbeddedPostgres } from '#database';
import { migrate } from '../apps/migrate.js';
import { type DataChoice, generate } from './generate.js';

export interface BenchDatabase {
  url: string;
  /** The root of the tree of server processes. */
  pid: number;
  stop(): Promise<void>;
}

/** Nothing in the background that one target would pay for and another not; what is written is thrown away. */
const settings = {
  autovacuum: 'off',
  checkpoint_timeout: '1h',
  max_wal_size: '8GB',
  full_page_writes: 'off',
  shared_buffers: '512MB',
};

/**
 * A fresh copy of the data for one run: replies that one run posts never reach the next.
 * @param moreSettings lines of postgresql.conf
 */
export async function startBenchDatabase(
  choice: DataChoice,
  moreSettings: Readonly<Record<string, string>> = {},
): Promise<BenchDatabase> {
  await generate(choice);
  const postgres = await startEmbeddedPostgres(choice.directory, { ...settings, ...moreSettings });
  const name = `run_${process.pid}`;
  const admin = new pg.Client(postgres.url.replace(/\/\w+$/, '/postgres'));
  await admin.connect();
  for (const { datname } of (await admin.query("select datname from pg_database where datname like 'run\\_%'")).rows) {
    await admin.query(`drop database ${datname} with (force)`);
  }
  await admin.query(`create database ${name} template meantime strategy file_copy`);
  const url = postgres.url.replace(/\/\w+$/, `/${name}`);
  // The data may be older than the newest migration.
  await migrate(url);
  await admin.query('checkpoint');
  return {
    url,
    pid: postgres.pid,
    async stop() {
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
      await postgres.stop();
    },
  };
}
