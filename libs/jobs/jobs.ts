import { Injectable, Logger } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { Clock, newId } from '#kernel';
import { type Job, Queue } from '#queue';
import { JobCatalogue } from './job-catalogue.js';
import { OutboxRepository, type OutboxRow } from './outbox.repository.js';

/** What stands in the outbox longer than this was left by a crash or an unreachable queue. */
const LEFT_OVER_AFTER_MS = 5_000;
const SWEEP_AT_MOST = 500;

/**
 * How a feature asks for work inside its transaction: the wish is committed with the change, handed to the queue right
 * after, and swept up later where that failed. Nothing that was committed is forgotten, nothing that was rolled back
 * is done.
 */
@Injectable()
export class Jobs {
  private readonly logger = new Logger(Jobs.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: OutboxRepository,
    private readonly queue: Queue,
    private readonly catalogue: JobCatalogue,
    private readonly clock: Clock,
  ) {}

  async ask<Payload extends object>(job: Job<Payload>, ...payloads: Payload[]): Promise<void> {
    await this.keep(payloads.map((payload) => ({ id: newId(), job: job.name, payload, turn: null })));
  }

  /**
   * For work that does not start in the order of asking.
   * @param turn its place in line, from 1; the lowest starts first
   */
  async askInTurn<Payload extends object>(job: Job<Payload>, turn: number, payload: Payload): Promise<void> {
    await this.keep([{ id: newId(), job: job.name, payload, turn }]);
  }

  /**
   * Hands over what a crash left behind; run every few seconds by the worker.
   * @returns how many jobs it found
   */
  async sweep(): Promise<number> {
    const rows = await this.outbox.leftOver(new Date(this.clock.nowMs() - LEFT_OVER_AFTER_MS), SWEEP_AT_MOST);
    if (rows.length > 0) await this.handOver(rows);
    return rows.length;
  }

  private async keep(rows: readonly OutboxRow[]): Promise<void> {
    await this.outbox.insert(rows, this.clock.now());
    await this.unitOfWork.afterCommit(() => this.handOver(rows));
  }

  private async handOver(rows: readonly OutboxRow[]): Promise<void> {
    try {
      await this.queue.enqueueMany(
        rows.map(({ id, job, payload, turn }) => ({
          job: this.catalogue.named(job),
          payload,
          options: { jobId: id, ...(turn === null ? {} : { priority: turn }) },
        })),
      );
      await this.outbox.remove(rows.map(({ id }) => id));
    } catch (error) {
      // The rows stand: the sweeper hands them over when the queue is back.
      this.logger.warn(`${rows.length} jobs wait in the outbox: ${error instanceof Error ? error.message : error}`);
    }
  }
}
