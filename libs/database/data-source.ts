import { DataSource, type EntitySchema, type MixedList } from 'typeorm';
import { migrations } from './migrations/index.js';
import { SnakeCaseNames } from './snake-case.js';

export interface DatabaseOptions {
  /** postgres://… */
  url: string;
  poolSize: number;
  // biome-ignore lint/complexity/noBannedTypes: TypeORM names entity classes by this type
  entities: MixedList<Function | string | EntitySchema>;
  /** What Postgres shows of us in pg_stat_activity. */
  applicationName: string;
}

/**
 * Our statements are prepared and written so that one plan fits all values; left to choose, Postgres keeps planning
 * anew those that take arrays, because it guesses ten elements where there is one, which costs more than running them.
 */
const ONE_PLAN = '-c plan_cache_mode=force_generic_plan';

/**
 * The one way to a TypeORM data source. Sessions run in UTC, so that text of a timestamptz is always UTC; statements
 * end after 30 s, because a request that waits longer has lost its reader.
 */
export function createDataSource({ url, poolSize, entities, applicationName }: DatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities,
    migrations,
    namingStrategy: new SnakeCaseNames(),
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    synchronize: false,
    installExtensions: false,
    applicationName,
    extra: {
      max: poolSize,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
      options: `-c TimeZone=UTC -c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000 ${ONE_PLAN}`,
    },
  });
}
