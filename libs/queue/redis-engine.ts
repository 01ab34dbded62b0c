import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { BullEngine, BullEngineOptions } from './bull-engine.js';
import { untilReady } from './until-ready.js';

export interface RedisEngineOptions extends BullEngineOptions {
  /** `redis://…` or `rediss://…`; with `maxmemory-policy noeviction` and an append-only file, or jobs can be lost. */
  url: string;
  /** Sets the keys of hubs apart that share a Redis. */
  prefix?: string;
}

/** How often a command is tried over new connections before whoever enqueues is told. */
const retriesPerEnqueue = 3;

/**
 * BullMQ in Redis.
 * @throws HubError `queue.unavailable` when Redis does not answer within 30 s
 */
export async function openRedisEngine(options: RedisEngineOptions): Promise<BullEngine> {
  const { jobs, url, onError, prefix = 'meantime' } = options;
  const connect = (maxRetriesPerRequest: number | null) => {
    const client = new Redis(url, { connectionName: 'meantime-queue', keepAlive: 10_000, maxRetriesPerRequest });
    client.on('error', (error: unknown) => onError?.(error));
    return client;
  };
  const forQueues = connect(retriesPerEnqueue);
  // BullMQ insists: a worker waits for its Redis however long it is away.
  const forWorkers = connect(null);
  const close = async () => {
    for (const client of [forQueues, forWorkers]) {
      if (client.status === 'ready') await client.quit();
      else client.disconnect();
    }
  };
  try {
    await untilReady('its Redis does not answer', async () => {
      await forQueues.ping();
    });
  } catch (error) {
    await close();
    throw error;
  }
  return {
    jobs,
    openQueue(name) {
      const queue = new Queue<object, void, string>(name, { connection: forQueues, prefix });
      queue.on('error', (error) => onError?.(error));
      return queue;
    },
    openWorker: (name, processor, workerOptions) =>
      new Worker<object, void, string>(name, processor, { ...workerOptions, connection: forWorkers, prefix }),
    async ping() {
      await forQueues.ping();
    },
    close,
  };
}
