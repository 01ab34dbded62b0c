import type { Job } from './job.js';

export interface EnqueueOptions {
  /**
   * Makes enqueueing repeatable: a second job of the same queue and id is not added while the first is known, that is
   * until it is done and {@link completedJobsKeptSeconds} have passed, or failed and {@link failedJobsKeptSeconds}.
   * 1 to 200 characters of `A-Z a-z 0-9 _ . -`, not digits alone. Without one every call adds a job.
   */
  jobId?: string;
  /** Earliest start, in milliseconds from now. */
  delayMs?: number;
  /** 0 (as left out, before all others) to 2,097,151 (last). */
  priority?: number;
}

export interface JobToEnqueue<Payload extends object = object> {
  job: Job<Payload>;
  payload: Payload;
  options?: EnqueueOptions;
}

/** Either every so many milliseconds, or by a cron expression (5 fields, or 6 with seconds) in a time zone. */
export type Schedule = { everyMs: number } | { cron: string; timeZone: string };

export interface QueueCounts {
  name: string;
  /** Nothing of it starts until it is resumed; what runs goes on to its end. */
  isPaused: boolean;
  waiting: number;
  active: number;
  delayed: number;
  failed: number;
  /** How long the job that waits longest could have run already; 0 when none waits. */
  oldestWaitingSeconds: number;
}

export interface FailedJob {
  queue: string;
  jobId: string;
  name: string;
  payload: unknown;
  attempts: number;
  /** What the last attempt threw: for administrators, it can hold internals. */
  reason: string;
  failedAt: Date;
}

/**
 * Work that is done later by the worker, at least once. The queue knows the whole job catalogue from its start: a job
 * outside it is refused.
 * @throws HubError `queue.invalid_payload` for what is not JSON or holds the character U+0000 (Postgres cannot store
 * it), `queue.invalid_job_id`, `queue.unknown_job`, `queue.unavailable`
 */
export abstract class Queue {
  abstract enqueue<Payload extends object>(
    job: Job<Payload>,
    payload: NoInfer<Payload>,
    options?: EnqueueOptions,
  ): Promise<void>;

  /** The same for many at once, many times as fast; all of one queue or none. */
  abstract enqueueMany(jobs: readonly JobToEnqueue[]): Promise<void>;

  /**
   * Enqueues a job again and again. Calling it once more with the same id changes that schedule; every process of the
   * hub may call it at its start.
   * @param scheduleId as a job id
   */
  abstract schedule<Payload extends object>(
    scheduleId: string,
    job: Job<Payload>,
    payload: NoInfer<Payload>,
    schedule: Schedule,
  ): Promise<void>;

  abstract unschedule(scheduleId: string, job: Job): Promise<void>;

  /** One entry for each queue of the catalogue, sorted by name. */
  abstract counts(): Promise<QueueCounts[]>;

  /** The newest failed jobs of a queue. @param limit 1 to 1,000 */
  abstract failedJobs(queue: string, options: { limit: number }): Promise<FailedJob[]>;

  /** Gives a failed job all of its attempts again. @throws HubError `queue.job_not_failed` (CONFLICT) */
  abstract retry(queue: string, jobId: string): Promise<void>;

  /**
   * No job of the queue starts any more, in any process and after any restart, until it is resumed; jobs are still
   * taken in, and what runs goes on. Pausing twice changes nothing.
   * @throws HubError `queue.unknown_queue`
   */
  abstract pause(queue: string): Promise<void>;

  /** @throws HubError `queue.unknown_queue` */
  abstract resume(queue: string): Promise<void>;

  /** For health: one round trip to the engine. @throws HubError `queue.unavailable` */
  abstract check(): Promise<void>;

  abstract close(): Promise<void>;
}

/** One day: longer than any outage after which an outbox is swept. */
export const completedJobsKeptSeconds = 24 * 60 * 60;
/** 30 days: time for an administrator to look. */
export const failedJobsKeptSeconds = 30 * 24 * 60 * 60;
