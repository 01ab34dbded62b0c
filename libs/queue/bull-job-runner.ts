import { type Job as BullJob, UnrecoverableError, WaitingError } from 'bullmq';
import { abortGraceMs, runAttempt, WorkerStopping } from './attempt.js';
import { type BullEngine, type BullWorker, queueNames } from './bull-engine.js';
import { checkHandlers } from './check-handlers.js';
import { JobCannotSucceed, type JobHandler } from './job.js';
import { type JobEvents, JobRunner, type JobRunnerOptions } from './job-runner.port.js';

export interface BullJobRunnerOptions {
  /**
   * How long a worker may be silent, in milliseconds, before its jobs are given to another; after a crash they run
   * again within half as much more.
   */
  stalledAfterMs?: number;
}

const defaultStalledAfterMs = 15_000;
/** Looks for silent workers so many times within the silence that is allowed: somebody waits for the recording. */
const looksWithinSilence = 3;
/** Crashes of a worker that one job survives: one that kills every worker must end as failed. */
const crashesSurvived = 2;
const defaultGraceMs = 10_000;
const retryConnectionAfterMs = 2_000;

/** {@link JobRunner} on BullMQ: one worker for each queue of the catalogue. */
export class BullJobRunner extends JobRunner {
  private readonly workers: BullWorker[] = [];
  private readonly running = new Set<Promise<void>>();
  private readonly stopping = new AbortController();
  private events: JobEvents = {};

  constructor(
    private readonly engine: BullEngine,
    private readonly options: BullJobRunnerOptions = {},
  ) {
    super();
  }

  start({ handlers, concurrencyByQueue = {}, events = {} }: JobRunnerOptions): Promise<void> {
    const handlerByName = checkHandlers(this.engine.jobs, handlers);
    this.events = events;
    const silenceMs = this.options.stalledAfterMs ?? defaultStalledAfterMs;
    for (const name of queueNames(this.engine.jobs)) {
      const worker = this.engine.openWorker(name, (job, token) => this.track(this.run(handlerByName, job, token)), {
        concurrency: concurrencyByQueue[name] ?? 1,
        lockDuration: silenceMs,
        stalledInterval: Math.round(silenceMs / looksWithinSilence),
        maxStalledCount: crashesSurvived,
        runRetryDelay: retryConnectionAfterMs,
      });
      worker.on('error', (error) => this.events.engineFailed?.(error));
      worker.on('failed', (job, error) => {
        const handler = job && handlerByName.get(job.name);
        if (handler) this.tellFailure(handler, job, error);
      });
      this.workers.push(worker);
    }
    return Promise.resolve();
  }

  async close({ graceMs = defaultGraceMs }: { graceMs?: number } = {}): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.pause(true)));
    if (!(await this.idleWithin(graceMs))) {
      this.stopping.abort(new WorkerStopping('The worker stops.'));
      await this.idleWithin(abortGraceMs);
    }
    const isIdle = this.running.size === 0;
    await Promise.all(this.workers.splice(0).map((worker) => worker.close(!isIdle)));
  }

  private async run(handlers: ReadonlyMap<string, JobHandler>, job: BullJob<object>, token?: string): Promise<void> {
    const handler = handlers.get(job.name);
    // Enqueued by another release: its own worker may take it up at the next attempt.
    if (!handler) throw new Error(`This worker knows no job ${job.name}.`);
    const startedMs = performance.now();
    const attempt = job.attemptsMade + 1;
    const context = {
      jobId: job.id ?? '',
      attempt,
      isLastAttempt: attempt >= (job.opts.attempts ?? 1),
      enqueuedAtMs: job.timestamp,
      reportProgress: (percent: number) => job.updateProgress(Math.min(100, Math.max(0, percent))),
    };
    try {
      await runAttempt(handler, job.data, context, this.stopping.signal);
    } catch (error) {
      if (error instanceof WorkerStopping) {
        await job.moveToWait(token);
        throw new WaitingError();
      }
      throw error instanceof JobCannotSucceed ? finalFailure(error) : error;
    }
    this.events.completed?.({ job: handler.job, jobId: context.jobId, durationMs: performance.now() - startedMs });
  }

  private tellFailure(handler: JobHandler, job: BullJob<object>, error: Error): void {
    this.events.failed?.({
      job: handler.job,
      jobId: job.id ?? '',
      attempt: job.attemptsMade,
      isFinal: error instanceof UnrecoverableError || job.attemptsMade >= (job.opts.attempts ?? 1),
      error: error instanceof UnrecoverableError ? (error.cause ?? error) : error,
    });
  }

  private track(run: Promise<void>): Promise<void> {
    this.running.add(run);
    const forget = () => this.running.delete(run);
    run.then(forget, forget);
    return run;
  }

  private async idleWithin(timeoutMs: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), timeoutMs);
    });
    const idle = Promise.allSettled(this.running).then(() => true);
    const isIdle = await Promise.race([idle, late]);
    clearTimeout(timer);
    return isIdle;
  }
}

function finalFailure(error: JobCannotSucceed): UnrecoverableError {
  const failure = new UnrecoverableError(error.message);
  failure.cause = error;
  return failure;
}
