import { testDatabase } from '../../test/support/database.js';
import type { BullEngine } from './bull-engine.js';
import { BullJobRunner } from './bull-job-runner.js';
import { BullQueue } from './bull-queue.js';
import { killWorkerAtItsFirstJob } from './crashing-worker.js';
import { jobRunnerContract } from './job-runner.contract.js';
import { openPostgresEngine } from './postgres-engine.js';
import { queueContract } from './queue.contract.js';
import { contractJobs, type QueueUnderTest } from './queue-bench.js';

describe('BullQueue on Postgres', () => {
  const database = testDatabase({ entities: [] });
  const jobs = Object.values(contractJobs);
  let engine: BullEngine;
  let queue: BullQueue;

  beforeAll(async () => {
    engine = await openPostgresEngine({ connectionString: database.url, jobs });
    queue = new BullQueue(engine);
  });
  afterAll(async () => {
    await queue?.close();
    await engine?.close();
  });

  const underTest = (): QueueUnderTest => ({
    queue,
    openRunner: () => new BullJobRunner(engine, { stalledAfterMs: 2_000 }),
    clear: async () => {
      const tables: { name: string }[] = await database.dataSource.query(
        `select format('bullmq.%I', tablename) as name from pg_tables
         where schemaname = 'bullmq' and tablename not like '%migration%'`,
      );
      await database.dataSource.query(`truncate ${tables.map(({ name }) => name).join(', ')} cascade`);
    },
    breakConnections: async () => {
      await database.dataSource.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and application_name <> 'meantime-test' and pid <> pg_backend_pid()`,
      );
    },
    crashOnNextJob: () =>
      killWorkerAtItsFirstJob(
        database.url,
        `new bullmq.Worker('quick', handle, { ...options, connection: new pg.Pool({
          connectionString: url, options: '-c search_path=bullmq' }) }, bullmq.createPostgresBackend)`,
      ),
  });
  queueContract('BullQueue on Postgres', underTest);
  jobRunnerContract('BullJobRunner on Postgres', underTest);

  it('lets several processes prepare the same database', async () => {
    const engines = await Promise.all(
      [1, 2, 3].map(() => openPostgresEngine({ connectionString: database.url, jobs })),
    );
    await Promise.all(engines.map((each) => each.close()));
  });
});
