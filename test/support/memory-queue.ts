import {
  type EnqueueOptions,
  type FailedJob,
  type Job,
  type JobHandler,
  type JobToEnqueue,
  Queue,
  type QueueCounts,
} from '#queue';

interface Entry {
  job: Job;
  jobId: string;
  payload: object;
}

/** The queue of specs that want to say when jobs run: they wait until `run`, in their order, in this process. */
export class MemoryQueue extends Queue {
  private readonly known = new Set<string>();
  private waiting: Entry[] = [];
  private failed: FailedJob[] = [];
  private readonly paused = new Set<string>();

  async enqueue<Payload extends object>(job: Job<Payload>, payload: NoInfer<Payload>, options: EnqueueOptions = {}) {
    const jobId = options.jobId ?? `job-${this.known.size}`;
    if (this.known.has(jobId)) return;
    this.known.add(jobId);
    this.waiting.push({ job: job as Job, jobId, payload: JSON.parse(JSON.stringify(payload)) as object });
  }

  async enqueueMany(jobs: readonly JobToEnqueue[]): Promise<void> {
    for (const { job, payload, options } of jobs) await this.enqueue(job, payload, options);
  }

  /** Runs what waits, each job up to as many times as it has attempts. @returns how many jobs it ran */
  async run(handlers: readonly JobHandler[], { signal = new AbortController().signal } = {}): Promise<number> {
    const entries = this.waiting;
    this.waiting = [];
    for (const { job, jobId, payload } of entries) {
      const handler = handlers.find((one) => one.job.name === job.name);
      if (!handler) throw new Error(`Nothing handles ${job.name}.`);
      for (let attempt = 1; attempt <= job.attempts; attempt++) {
        const isLastAttempt = attempt === job.attempts;
        const context = {
          jobId,
          attempt,
          isLastAttempt,
          signal,
          enqueuedAtMs: 0,
          reportProgress: async () => undefined,
        };
        try {
          await handler.handle(payload, context);
          break;
        } catch (error) {
          const isFinal = isLastAttempt || (error as Error).name === 'JobCannotSucceed';
          if (isFinal) this.fail({ job, jobId, payload }, attempt, error);
          if (isFinal) break;
        }
      }
    }
    return entries.length;
  }

  /** Forgets what waits, as a queue does that has lost its memory. */
  lose(): void {
    this.waiting = [];
  }

  /** Ends what waits without a word, as the death of a worker does. */
  die(): void {
    for (const entry of this.waiting) this.fail(entry, 1, new Error('stalled'));
    this.waiting = [];
  }

  get waitingJobs(): readonly { name: string; payload: object }[] {
    return this.waiting.map(({ job, payload }) => ({ name: job.name, payload }));
  }

  async counts(): Promise<QueueCounts[]> {
    const names = [...new Set([...this.waiting.map(({ job }) => job.queue), ...this.failed.map(({ queue }) => queue)])];
    return names.sort().map((name) => ({
      name,
      isPaused: this.paused.has(name),
      waiting: this.waiting.filter(({ job }) => job.queue === name).length,
      active: 0,
      delayed: 0,
      failed: this.failed.filter(({ queue }) => queue === name).length,
      oldestWaitingSeconds: 0,
    }));
  }

  async failedJobs(queue: string, { limit }: { limit: number }): Promise<FailedJob[]> {
    return this.failed.filter((job) => job.queue === queue).slice(-limit);
  }

  async retry(): Promise<void> {
    throw new Error('Specs of retrying jobs use a real queue.');
  }

  async schedule(): Promise<void> {
    throw new Error('Specs of schedules use a real queue.');
  }

  async unschedule(): Promise<void> {
    throw new Error('Specs of schedules use a real queue.');
  }

  async pause(queue: string): Promise<void> {
    this.paused.add(queue);
  }

  async resume(queue: string): Promise<void> {
    this.paused.delete(queue);
  }

  async check(): Promise<void> {
    await Promise.resolve();
  }

  async close(): Promise<void> {
    await Promise.resolve();
  }

  private fail({ job, jobId, payload }: Entry, attempts: number, error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    this.failed.push({ queue: job.queue, jobId, name: job.name, payload, attempts, reason, failedAt: new Date(0) });
  }
}
