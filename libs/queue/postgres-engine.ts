import { createPostgresBackend, DEFAULT_SCHEMA, runMigrations, withBackend } from 'bullmq';
import pg from 'pg';
import { type BullEngine, type BullEngineOptions, type BullProcessor, type BullWorkerOptions } from './bull-engine.js';
import { untilReady } from './until-ready.js';

export interface PostgresEngineOptions extends BullEngineOptions {
  /** Straight to the server or through a pooler in session mode: workers LISTEN. */
  connectionString: string;
  /** Connections for statements; each worker keeps one more to listen. */
  poolSize?: number;
}

const { Queue, Worker } = withBackend(createPostgresBackend);

/**
 * BullMQ's own tables in the schema `bullmq` of the hub's database, migrated here.
 * @throws HubError `queue.unavailable` when the database does not answer within 30 s
 */
export async function openPostgresEngine(options: PostgresEngineOptions): Promise<BullEngine> {
  const { jobs, onError, poolSize = 4 } = options;
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    application_name: 'meantime-queue',
    max: poolSize,
    options: `-c search_path=${DEFAULT_SCHEMA}`,
    keepAlive: true,
  });
  // Every queue and worker listens for the errors of the pool that they share.
  pool.setMaxListeners(0);
  pool.on('error', (error) => onError?.(error));
  try {
    await untilReady('its database does not answer', async () => {
      const client = await pool.connect();
      try {
        await runMigrations(client, DEFAULT_SCHEMA);
      } finally {
        client.release();
      }
    });
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    jobs,
    openQueue(name) {
      const queue = new Queue<object, void, string>(name, { connection: pool });
      queue.on('error', (error) => onError?.(error));
      return queue;
    },
    openWorker(name: string, processor: BullProcessor, workerOptions: BullWorkerOptions) {
      // Each worker keeps a connection of the pool to listen: without one more they would wait for each other.
      pool.options.max += 1;
      return new Worker<object, void, string>(name, processor, { ...workerOptions, connection: pool });
    },
    async ping() {
      await pool.query('select 1');
    },
    close: () => pool.end(),
  };
}
