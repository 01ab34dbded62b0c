import { machineClock } from '#kernel';
import { defineJob, type JobContext, type JobHandler } from './job.js';
import type { JobEvents, JobRunner } from './job-runner.port.js';
import type { Queue, QueueCounts } from './queue.port.js';

export interface NumberedPayload {
  number: number;
  text?: string;
}
const timing = { attempts: 3, backoffMs: 200, timeoutMs: 500 };
/** The catalogue that adapters are opened with. */
export const contractJobs = {
  plain: defineJob<NumberedPayload>({ name: 'contract.plain', queue: 'quick', ...timing, timeoutMs: 20_000 }),
  once: defineJob<NumberedPayload>({ name: 'contract.once', queue: 'quick', ...timing, attempts: 1 }),
  slow: defineJob<NumberedPayload>({ name: 'contract.slow', queue: 'slow', ...timing }),
};

export interface QueueUnderTest {
  queue: Queue;
  /** A worker process, as far as the adapter can tell. */
  openRunner(): JobRunner;
  /** Deletes all jobs. */
  clear(): Promise<void>;
  /** Ends all connections of the engine, as a restarted server or a broken network does. */
  breakConnections(): Promise<void>;
  /** Starts a process that takes up one job of the queue `quick` and is killed (SIGKILL) in the middle of it. */
  crashOnNextJob(): Promise<void>;
}

const patienceMs = 20_000;

export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadlineMs = machineClock.nowMs() + patienceMs;
  while (!(await holds())) {
    if (machineClock.nowMs() > deadlineMs) throw new Error('It did not happen in time.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

type Handle = JobHandler<NumberedPayload>['handle'];

/** What the contract suites of the queue do with an engine; declares the hooks that clear it and close its runners. */
export class QueueBench {
  /** What handlers were called with. */
  handled: (NumberedPayload & Pick<JobContext, 'jobId' | 'attempt' | 'isLastAttempt'>)[] = [];
  /** Errors of the engine; a spec that causes some empties the list. */
  readonly engineErrors: unknown[] = [];
  private readonly runners: JobRunner[] = [];

  constructor(private readonly underTest: () => QueueUnderTest) {
    beforeEach(async () => {
      this.handled = [];
      this.engineErrors.length = 0;
      await underTest().clear();
    });
    afterEach(async () => {
      await Promise.all(this.runners.splice(0).map((runner) => runner.close({ graceMs: 0 })));
      expect(this.engineErrors).toEqual([]);
    });
  }

  get queue(): Queue {
    return this.underTest().queue;
  }

  get numbers(): number[] {
    return this.handled.map(({ number }) => number);
  }

  /** Starts a worker that handles every job of the catalogue alike. */
  async start(handle: Handle = () => Promise.resolve(), events: JobEvents = {}, concurrency = 1): Promise<JobRunner> {
    const runner = this.underTest().openRunner();
    this.runners.push(runner);
    const recorded: Handle = (payload, context) => {
      const { jobId, attempt, isLastAttempt } = context;
      this.handled.push({ ...payload, jobId, attempt, isLastAttempt });
      return handle(payload, context);
    };
    await runner.start({
      handlers: Object.values(contractJobs).map((job) => ({ job, handle: recorded })),
      concurrencyByQueue: { quick: concurrency, slow: concurrency },
      events: { engineFailed: (error) => this.engineErrors.push(error), ...events },
    });
    return runner;
  }

  async countsOf(queueName: string): Promise<QueueCounts> {
    return (await this.queue.counts()).find((counts) => counts.name === queueName)!;
  }

  async isIdle(): Promise<boolean> {
    return (await this.queue.counts()).every((counts) => counts.waiting + counts.active + counts.delayed === 0);
  }
}
