import type { Job, JobHandler } from './job.js';

export interface JobEvents {
  /** An attempt failed. @param isFinal no further attempt follows */
  failed?(failure: { job: Job; jobId: string; attempt: number; isFinal: boolean; error: unknown }): void;
  completed?(completion: { job: Job; jobId: string; durationMs: number }): void;
  /** The engine itself is in trouble: its connection, as a rule. Work goes on when it is back. */
  engineFailed?(error: unknown): void;
}

export interface JobRunnerOptions {
  handlers: readonly JobHandler[];
  /** Jobs of a queue that this process runs at the same time; 1 for a queue not named. */
  concurrencyByQueue?: Readonly<Record<string, number>>;
  events?: JobEvents;
}

/** Runs the jobs of the whole catalogue in this process. */
export abstract class JobRunner {
  /** @throws HubError `queue.handlers_mismatch` unless each job of the catalogue has exactly one handler */
  abstract start(options: JobRunnerOptions): Promise<void>;

  /**
   * Takes no further jobs and waits for those that run. After `graceMs` milliseconds their signals are aborted, and a
   * few seconds later they are left behind: another worker takes them up as it does after a crash.
   */
  abstract close(options?: { graceMs?: number }): Promise<void>;
}
