import { Redis } from 'ioredis';
import { type RedisServer, startRedis } from '../../test/support/servers/redis.js';
import type { BullEngine } from './bull-engine.js';
import { BullJobRunner } from './bull-job-runner.js';
import { BullQueue } from './bull-queue.js';
import { killWorkerAtItsFirstJob } from './crashing-worker.js';
import { jobRunnerContract } from './job-runner.contract.js';
import { queueContract } from './queue.contract.js';
import { contractJobs, type QueueUnderTest } from './queue-bench.js';
import { openRedisEngine } from './redis-engine.js';

describe('BullQueue on Redis', () => {
  let server: RedisServer;
  let administrator: Redis;
  let engine: BullEngine;
  let queue: BullQueue;

  beforeAll(async () => {
    server = await startRedis();
    administrator = new Redis(server.url);
    engine = await openRedisEngine({ url: server.url, jobs: Object.values(contractJobs) });
    queue = new BullQueue(engine);
  }, 180_000);
  afterAll(async () => {
    await queue?.close();
    await engine?.close();
    await administrator?.quit();
    await server?.stop();
  });

  const underTest = (): QueueUnderTest => ({
    queue,
    openRunner: () => new BullJobRunner(engine, { stalledAfterMs: 2_000 }),
    clear: async () => {
      await administrator.flushall();
    },
    breakConnections: async () => {
      await administrator.client('KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
    },
    crashOnNextJob: () =>
      killWorkerAtItsFirstJob(
        server.url,
        `new bullmq.Worker('quick', handle, { ...options, prefix: 'meantime', connection: { url } })`,
      ),
  });
  queueContract('BullQueue on Redis', underTest);
  jobRunnerContract('BullJobRunner on Redis', underTest);
});
