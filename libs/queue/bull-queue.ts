import type { JobsOptions, JobType } from 'bullmq';
import { HubError, machineClock } from '#kernel';
import { type BullEngine, type BullJobQueue, queueNames } from './bull-engine.js';
import { checkJobId, checkPayload } from './check-payload.js';
import type { Job } from './job.js';
import { jobNotFailed, QueueUnavailable, unknownJob, unknownQueue } from './queue.errors.js';
import {
  completedJobsKeptSeconds,
  type EnqueueOptions,
  type FailedJob,
  failedJobsKeptSeconds,
  type JobToEnqueue,
  Queue,
  type QueueCounts,
  type Schedule,
} from './queue.port.js';

/** Under this name BullMQ on Postgres counts what waits in a paused queue; its types forget it, and Redis has none of it. */
const whilePaused = 'paused' as JobType;
/** Jobs with a priority are kept by priority: the longest wait is looked for among so many of the first. */
const prioritizedJobsLookedAt = 100;

/** {@link Queue} on BullMQ, whichever engine is behind it. */
export class BullQueue extends Queue {
  private readonly jobs: ReadonlyMap<string, Job>;
  private readonly queues: ReadonlyMap<string, BullJobQueue>;

  constructor(private readonly engine: BullEngine) {
    super();
    this.jobs = new Map(engine.jobs.map((job) => [job.name, job]));
    this.queues = new Map(queueNames(engine.jobs).map((name) => [name, engine.openQueue(name)]));
  }

  async enqueue<Payload extends object>(
    job: Job<Payload>,
    payload: Payload,
    options: EnqueueOptions = {},
  ): Promise<void> {
    const queue = this.queueOf(job);
    checkPayload(job.name, payload);
    await this.reach(() => queue.add(job.name, payload, jobOptions(job, options)));
  }

  async enqueueMany(jobs: readonly JobToEnqueue[]): Promise<void> {
    const byQueue = new Map<BullJobQueue, { name: string; data: object; opts: JobsOptions }[]>();
    for (const { job, payload, options = {} } of jobs) {
      const queue = this.queueOf(job);
      checkPayload(job.name, payload);
      const entry = { name: job.name, data: payload, opts: jobOptions(job, options) };
      byQueue.set(queue, [...(byQueue.get(queue) ?? []), entry]);
    }
    for (const [queue, entries] of byQueue) await this.reach(() => queue.addBulk(entries));
  }

  async schedule<Payload extends object>(
    scheduleId: string,
    job: Job<Payload>,
    payload: Payload,
    schedule: Schedule,
  ): Promise<void> {
    const queue = this.queueOf(job);
    checkJobId(scheduleId);
    checkPayload(job.name, payload);
    const repeat =
      'everyMs' in schedule ? { every: schedule.everyMs } : { pattern: schedule.cron, tz: schedule.timeZone };
    const template = { name: job.name, data: payload, opts: jobOptions(job, {}) };
    await this.reach(() => queue.upsertJobScheduler(scheduleId, repeat, template));
  }

  async unschedule(scheduleId: string, job: Job): Promise<void> {
    const queue = this.queueOf(job);
    await this.reach(() => queue.removeJobScheduler(scheduleId));
  }

  async counts(): Promise<QueueCounts[]> {
    return this.reach(() =>
      Promise.all([...this.queues].map(([name, queue]) => countsOf(name, queue, machineClock.nowMs()))),
    );
  }

  async failedJobs(queueName: string, { limit }: { limit: number }): Promise<FailedJob[]> {
    const queue = this.queueNamed(queueName);
    const failed = await this.reach(() => queue.getFailed(0, limit - 1));
    // A job can be removed between the listing and the reading.
    return failed.filter(Boolean).map((job) => ({
      queue: queueName,
      jobId: job.id ?? '',
      name: job.name,
      payload: job.data,
      attempts: job.attemptsMade,
      reason: job.failedReason ?? '',
      failedAt: new Date(job.finishedOn ?? job.timestamp),
    }));
  }

  async retry(queueName: string, jobId: string): Promise<void> {
    const queue = this.queueNamed(queueName);
    await this.reach(async () => {
      const job = await queue.getJob(jobId);
      if (!job || !(await job.isFailed())) throw jobNotFailed(queueName, jobId);
      await job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true });
    });
  }

  async pause(queueName: string): Promise<void> {
    const queue = this.queueNamed(queueName);
    await this.reach(() => queue.pause());
  }

  async resume(queueName: string): Promise<void> {
    const queue = this.queueNamed(queueName);
    await this.reach(() => queue.resume());
  }

  async check(): Promise<void> {
    await this.reach(() => this.engine.ping());
  }

  async close(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
  }

  private queueOf(job: Job): BullJobQueue {
    const queue = this.queues.get(job.queue);
    if (!queue || this.jobs.get(job.name) !== job) throw unknownJob(job.name);
    return queue;
  }

  private queueNamed(name: string): BullJobQueue {
    const queue = this.queues.get(name);
    if (!queue) throw unknownQueue(name);
    return queue;
  }

  private async reach<Value>(call: () => Promise<Value>): Promise<Value> {
    try {
      return await call();
    } catch (error) {
      if (error instanceof HubError) throw error;
      throw new QueueUnavailable('its engine refuses or does not answer', error);
    }
  }
}

function jobOptions(job: Job, { jobId, delayMs, priority }: EnqueueOptions): JobsOptions {
  if (jobId !== undefined) checkJobId(jobId);
  return {
    jobId,
    delay: delayMs,
    priority,
    attempts: job.attempts,
    backoff: { type: 'exponential', delay: job.backoffMs },
    removeOnComplete: { age: completedJobsKeptSeconds },
    removeOnFail: { age: failedJobsKeptSeconds },
    stackTraceLimit: 10,
    keepLogs: 0,
  };
}

async function countsOf(name: string, queue: BullJobQueue, nowMs: number): Promise<QueueCounts> {
  const [isPaused, counts, waiting, prioritized, delayed] = await Promise.all([
    queue.isPaused(),
    queue.getJobCounts('waiting', whilePaused, 'prioritized', 'active', 'delayed', 'failed'),
    queue.getJobs(['waiting'], 0, 0, true),
    queue.getJobs(['prioritized'], 0, prioritizedJobsLookedAt - 1, true),
    // Workers move jobs from here when their time has come: one that is overdue waits for a worker.
    queue.getJobs(['delayed'], 0, 0, true),
  ]);
  const dueMs = [...waiting, ...prioritized, ...delayed].filter(Boolean).map((job) => job.timestamp + (job.delay ?? 0));
  const waitedMs = dueMs.length === 0 ? 0 : nowMs - Math.min(...dueMs);
  return {
    name,
    isPaused,
    waiting: (counts.waiting ?? 0) + (counts[whilePaused] ?? 0) + (counts.prioritized ?? 0),
    active: counts.active ?? 0,
    delayed: counts.delayed ?? 0,
    failed: counts.failed ?? 0,
    oldestWaitingSeconds: Math.max(0, Math.floor(waitedMs / 1_000)),
  };
}
