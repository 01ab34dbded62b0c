import { Injectable, Logger } from '@nestjs/common';
import { Queue, type QueueCounts } from '#queue';
import { Storage } from '#storage';
import { HealthRepository } from './health.repository.js';

/** A check that takes longer than this is a check that failed. */
const PATIENCE_MS = 5_000;

export interface SystemHealth {
  version: string;
  database: boolean;
  storage: boolean;
  queue: boolean;
  queues: QueueCounts[];
  /** Bytes of all media and their renditions. */
  storageBytes: number;
}

/** How the hub's engines do, for people who look after it. */
@Injectable()
export class HealthService {
  private readonly logger = new Logger(HealthService.name);

  constructor(
    private readonly rows: HealthRepository,
    private readonly storage: Storage,
    private readonly queue: Queue,
  ) {}

  async health(): Promise<SystemHealth> {
    const [database, storage, queues] = await Promise.all([
      this.attempt('database', () => this.rows.storageBytes()),
      this.attempt('storage', () => this.storage.check()),
      this.attempt('queue', () => this.queue.counts()),
    ]);
    return {
      version: process.env.npm_package_version ?? '0.1.0',
      database: database.isFine,
      storage: storage.isFine,
      queue: queues.isFine,
      queues: queues.value ?? [],
      storageBytes: database.value ?? 0,
    };
  }

  private async attempt<T>(name: string, check: () => Promise<T>): Promise<{ isFine: boolean; value?: T }> {
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE_MS / 1000} s`)), PATIENCE_MS);
    });
    try {
      return { isFine: true, value: await Promise.race([check(), patience]) };
    } catch (error) {
      this.logger.warn(`The ${name} does not answer: ${error instanceof Error ? error.message : error}`);
      return { isFine: false };
    } finally {
      clearTimeout(timer);
    }
  }
}
