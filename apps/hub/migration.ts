import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { CannotStart } from '../boot.js';

const MIGRATIONS = join(import.meta.dirname, '..', '..', 'libs', 'database', 'migrations');

/**
 * Brings the database to this version, in a process of its own: what that needs to know of every table is too much to
 * carry through the life of the hub. Where nothing is new, which is nearly always, it is not started.
 * @throws CannotStart where it fails; it has said why
 */
export async function migrateIfBehind(url: string): Promise<void> {
  if (!(await isBehind(url))) return;
  const child = fork(join(import.meta.dirname, '..', 'migrate.js'), [], {
    env: { ...process.env, DATABASE_URL: url, DATABASE_URL_FILE: '' },
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new CannotStart('the database could not be brought to this version.');
}

/** Whether there is a migration whose timestamp the database has not seen. */
async function isBehind(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: found } = await client.query("select to_regclass('public.migrations') is not null as is_there");
    if (!found[0].is_there) return true;
    const { rows } = await client.query<{ timestamp: string }>('select timestamp from migrations');
    const done = new Set(rows.map(({ timestamp }) => timestamp));
    const known = readdirSync(MIGRATIONS).map((name) => /^(\d{13})-.*\.js$/.exec(name)?.[1]);
    return known.some((timestamp) => timestamp !== undefined && !done.has(timestamp));
  } finally {
    await client.end();
  }
}
