import type { Job as BullJob, Processor, Queue, WorkerOptions } from 'bullmq';
import type { Job } from './job.js';

export type BullJobQueue = Pick<
  Queue<object, void, string>,
  | 'add'
  | 'addBulk'
  | 'close'
  | 'getFailed'
  | 'getJob'
  | 'getJobCounts'
  | 'getJobs'
  | 'isPaused'
  | 'pause'
  | 'removeJobScheduler'
  | 'resume'
  | 'upsertJobScheduler'
>;
export interface BullWorker {
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'failed', listener: (job: BullJob<object, void, string> | undefined, error: Error) => void): unknown;
  pause(leaveActive: boolean): Promise<void>;
  close(leaveActive: boolean): Promise<void>;
}
export type BullProcessor = Processor<object, void, string>;
export type BullWorkerOptions = Pick<
  WorkerOptions,
  'concurrency' | 'lockDuration' | 'maxStalledCount' | 'runRetryDelay' | 'stalledInterval'
>;

export interface BullEngineOptions {
  /** The whole catalogue: each of its queues is opened at once. */
  jobs: readonly Job[];
  /** Called with errors of connections that nobody is waiting for. */
  onError?: (error: unknown) => void;
}

/**
 * Where BullMQ keeps its jobs, reachable and prepared: its queues and workers stay broken when they are made before
 * their database answers. Shared by the queue and the runner of a process; closed after both.
 */
export interface BullEngine {
  readonly jobs: readonly Job[];
  openQueue(name: string): BullJobQueue;
  openWorker(name: string, processor: BullProcessor, options: BullWorkerOptions): BullWorker;
  /** One round trip. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** How long an engine is waited for when the hub starts: a database beside it may start at the same time. */
export const engineReadyWithinMs = 30_000;

export const queueNames = (jobs: readonly Job[]): string[] => [...new Set(jobs.map((job) => job.queue))].sort();
