import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { createDataSource, type DatabaseOptions } from '#database';
import { administrate, databaseUrl, TEMPLATE, testPostgres } from './test-postgres.js';

/** Jest gives each of its workers a number, and a worker runs one spec file at a time. */
const WORKER_PREFIX = `test_${process.env.JEST_WORKER_ID}_`;

/** The first file of a run waits for initdb and the migrations, on a machine that may be busy. */
const PREPARE_TIMEOUT_MS = 75_000;

let formerDropped: Promise<void> | undefined;

export interface TestDatabase {
  /** postgres://… of a database that only this spec file knows; valid from the first `beforeAll` on. */
  readonly url: string;
  /** Connected, with the entities; valid from the first `beforeAll` on. */
  readonly dataSource: DataSource;
  /** Empties the tables of our own, for specs that want to count. */
  clear(): Promise<void>;
}

export interface TestDatabaseOptions {
  /** Default: every entity of the hub. A spec of a port names its own (or none) and then loads no feature. */
  entities?: DatabaseOptions['entities'];
  poolSize?: number;
}

/**
 * A migrated database for the spec file that calls this at its top level (or within a `describe`): a clone of the
 * template, made before the first test. It is dropped when this worker begins its next file: hooks run in the order of
 * their declaration, so a drop in `afterAll` would come before the spec's own hooks have closed what is connected.
 */
export function testDatabase({ entities, poolSize = 8 }: TestDatabaseOptions = {}): TestDatabase {
  const name = `${WORKER_PREFIX}${randomBytes(6).toString('hex')}`;
  let adminUrl: string;
  let dataSource: DataSource | undefined;

  beforeAll(async () => {
    adminUrl = await testPostgres();
    formerDropped ??= dropFormer(adminUrl);
    await formerDropped;
    await administrate(adminUrl, `create database ${name} template ${TEMPLATE}`);
    dataSource = await createDataSource({
      url: databaseUrl(adminUrl, name),
      poolSize,
      entities: entities ?? (await import('../../apps/entities.js')).entities,
      applicationName: 'meantime-test',
    }).initialize();
  }, PREPARE_TIMEOUT_MS);

  afterAll(async () => {
    if (dataSource?.isInitialized) await dataSource.destroy();
  });

  const connected = (): DataSource => {
    if (!dataSource) throw new Error('The test database is there from beforeAll on, not while specs are declared.');
    return dataSource;
  };
  return {
    get url() {
      connected();
      return databaseUrl(adminUrl, name);
    },
    get dataSource() {
      return connected();
    },
    async clear() {
      const tables: { name: string }[] = await connected().query(
        `select quote_ident(tablename) as name from pg_tables
         where schemaname = 'public' and tablename not in ('migrations', 'role_permissions')`,
      );
      await connected().query(`truncate ${tables.map((table) => table.name).join(', ')} cascade`);
    },
  };
}

/** Drops what this worker's former files used. */
async function dropFormer(adminUrl: string): Promise<void> {
  const former = await administrate<{ datname: string }>(
    adminUrl,
    `select datname from pg_database where starts_with(datname, '${WORKER_PREFIX}')`,
  );
  // force: something of a former file may have forgotten to disconnect.
  for (const { datname } of former) await administrate(adminUrl, `drop database ${datname} with (force)`);
}
