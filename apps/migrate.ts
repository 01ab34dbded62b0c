import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { createDataSource } from '#database';
import { boot, CannotStart, databaseReady } from './boot.js';
import { entities } from './entities.js';

/** Any number that no other program uses for an advisory lock in this database. */
const MIGRATION_LOCK = 7_340_217;

/** Brings the database to this version; processes that start at once wait for the first of them. */
export async function migrate(url: string): Promise<void> {
  await databaseReady(url);
  const lock = new pg.Client({ connectionString: url });
  await lock.connect();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const dataSource = await createDataSource({
      url,
      poolSize: 2,
      entities,
      applicationName: 'meantime-migrate',
    }).initialize();
    try {
      await dataSource.runMigrations();
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await lock.end();
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await boot('The migration', async ({ values }) => {
    if (!values.DATABASE_URL) throw new CannotStart('set DATABASE_URL to the database that is to be migrated.');
    await migrate(values.DATABASE_URL);
  });
}
