import { defineJob, JobCannotSucceed, type JobContext, type JobHandler } from './job.js';
import type { JobEvents, JobRunner } from './job-runner.port.js';
import type { Queue } from './queue.port.js';

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
const { plain, once, slow } = contractJobs;

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

const timeoutMs = 20_000;

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadlineMs = Date.now() + timeoutMs;
  while (!(await holds())) {
    if (Date.now() > deadlineMs) throw new Error('It did not happen in time.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** What every engine behind {@link Queue} and {@link JobRunner} promises. */
export function queueContract(name: string, underTest: () => QueueUnderTest): void {
  describe(`${name} keeps the contract of Queue`, () => {
    const runners: JobRunner[] = [];
    const errors: unknown[] = [];
    let queue: Queue;
    let handled: (NumberedPayload & Pick<JobContext, 'jobId' | 'attempt' | 'isLastAttempt'>)[];
    const numbers = () => handled.map(({ number }) => number);

    type Handle = JobHandler<NumberedPayload>['handle'];
    const start = async (handle: Handle = () => Promise.resolve(), events: JobEvents = {}, concurrency = 1) => {
      const runner = underTest().openRunner();
      runners.push(runner);
      const recorded: Handle = (payload, context) => {
        const { jobId, attempt, isLastAttempt } = context;
        handled.push({ ...payload, jobId, attempt, isLastAttempt });
        return handle(payload, context);
      };
      await runner.start({
        handlers: [plain, once, slow].map((job) => ({ job, handle: recorded })),
        concurrencyByQueue: { quick: concurrency, slow: concurrency },
        events: { engineFailed: (error) => errors.push(error), ...events },
      });
      return runner;
    };
    const countsOf = async (queueName: string) => (await queue.counts()).find((counts) => counts.name === queueName)!;
    const isIdle = async () =>
      (await queue.counts()).every((counts) => counts.waiting + counts.active + counts.delayed === 0);

    beforeEach(async () => {
      queue = underTest().queue;
      handled = [];
      errors.length = 0;
      await underTest().clear();
    });
    afterEach(async () => {
      await Promise.all(runners.splice(0).map((runner) => runner.close({ graceMs: 0 })));
      expect(errors).toEqual([]);
    });

    describe('enqueueing', () => {
      it('runs a job with its payload', async () => {
        await queue.enqueue(plain, { number: 1, text: 'ä "quoted" 🎬 \\u0000' }, { jobId: 'first' });
        await start();
        await until(isIdle);
        expect(handled).toEqual([
          { number: 1, text: 'ä "quoted" 🎬 \\u0000', jobId: 'first', attempt: 1, isLastAttempt: false },
        ]);
      });

      it('starts jobs in the order in which they were enqueued, and by priority', async () => {
        await queue.enqueue(plain, { number: 5 }, { priority: 10 });
        await queue.enqueue(plain, { number: 4 }, { priority: 2 });
        await queue.enqueue(plain, { number: 1 });
        await queue.enqueueMany([2, 3].map((number) => ({ job: plain, payload: { number } })));
        await start();
        await until(isIdle);
        expect(numbers()).toEqual([1, 2, 3, 4, 5]);
      });

      it('adds one job for one id: while it waits, while it runs, when it is done', async () => {
        const enqueue = () => queue.enqueue(plain, { number: 1 }, { jobId: 'same' });
        await Promise.all([enqueue(), enqueue(), enqueue()]);
        await queue.enqueueMany(
          [1, 2].map((number) => ({ job: plain, payload: { number }, options: { jobId: 'same' } })),
        );
        await start(enqueue);
        await until(isIdle);
        await enqueue();
        await until(isIdle);
        expect(numbers()).toEqual([1]);
      });

      it('adds no second job for the id of one that has failed', async () => {
        await start(() => Promise.reject(new Error('broken')));
        await queue.enqueue(once, { number: 1 }, { jobId: 'failing' });
        await until(async () => (await countsOf('quick')).failed === 1);
        await queue.enqueue(once, { number: 1 }, { jobId: 'failing' });
        await until(isIdle);
        expect(numbers()).toEqual([1]);
      });

      it('waits as long as it is told to', async () => {
        await start();
        await queue.enqueue(plain, { number: 1 }, { delayMs: 600 });
        const enqueuedMs = performance.now();
        await queue.enqueue(plain, { number: 2 });
        await until(() => handled.length === 2);
        expect(numbers()).toEqual([2, 1]);
        expect(performance.now() - enqueuedMs).toBeGreaterThan(500);
      });

      it('refuses what is not in the catalogue, and what cannot be stored', async () => {
        const stranger = defineJob<object>({ name: 'contract.stranger', queue: 'quick', ...timing });
        const reason = (text: string) => expect.objectContaining({ reason: text });
        await expect(queue.enqueue(stranger, {})).rejects.toEqual(reason('queue.unknown_job'));
        await expect(queue.enqueue(plain, { number: 1, text: 'a\u0000b' })).rejects.toEqual(
          reason('queue.invalid_payload'),
        );
        await expect(queue.enqueue(plain, { number: 1 }, { jobId: 'a:b' })).rejects.toEqual(
          reason('queue.invalid_job_id'),
        );
        const mixed = [{ number: 1 }, { number: 2, text: '\u0000' }].map((payload) => ({ job: plain, payload }));
        await expect(queue.enqueueMany(mixed)).rejects.toEqual(reason('queue.invalid_payload'));
        expect(await isIdle()).toBe(true);
      });
    });

    describe('failing', () => {
      it('tries again, waiting twice as long each time, and then counts as failed', async () => {
        const startedMs: number[] = [];
        const failures: unknown[] = [];
        await start(
          () => {
            startedMs.push(performance.now());
            return Promise.reject(new Error('broken'));
          },
          { failed: ({ attempt, isFinal, error }) => failures.push([attempt, isFinal, String(error)]) },
        );
        await queue.enqueue(plain, { number: 1 }, { jobId: 'failing' });
        await until(async () => (await countsOf('quick')).failed === 1);
        const [first = 0, second = 0, third = 0] = startedMs;
        expect(startedMs).toHaveLength(3);
        expect(second - first).toBeGreaterThan(190);
        expect(third - second).toBeGreaterThan(380);
        expect(handled.map(({ isLastAttempt }) => isLastAttempt)).toEqual([false, false, true]);
        await until(() => failures.length === 3);
        expect(failures).toEqual([
          [1, false, 'Error: broken'],
          [2, false, 'Error: broken'],
          [3, true, 'Error: broken'],
        ]);
        expect(await queue.failedJobs('quick', { limit: 10 })).toEqual([
          {
            queue: 'quick',
            jobId: 'failing',
            name: 'contract.plain',
            payload: { number: 1 },
            attempts: 3,
            reason: 'broken',
            failedAt: expect.any(Date),
          },
        ]);
      });

      it('does not try again where that cannot help', async () => {
        const failures: unknown[] = [];
        await start(() => Promise.reject(new JobCannotSucceed('no such media')), {
          failed: ({ isFinal, error }) => failures.push([isFinal, error instanceof JobCannotSucceed]),
        });
        await queue.enqueue(plain, { number: 1 });
        await until(async () => (await countsOf('quick')).failed === 1);
        await until(() => failures.length === 1);
        expect(failures).toEqual([[true, true]]);
        expect(handled).toHaveLength(1);
      });

      it('gives a failed job all of its attempts again', async () => {
        let isBroken = true;
        await start(() => (isBroken ? Promise.reject(new Error('broken')) : Promise.resolve()));
        await queue.enqueue(plain, { number: 1 }, { jobId: 'again' });
        await until(async () => (await countsOf('quick')).failed === 1);
        isBroken = false;
        await queue.retry('quick', 'again');
        await until(() => handled.length === 4);
        await until(isIdle);
        expect(handled.at(-1)).toMatchObject({ attempt: 1, isLastAttempt: false });
        await expect(queue.retry('quick', 'again')).rejects.toEqual(expect.objectContaining({ code: 'CONFLICT' }));
        await expect(queue.retry('quick', 'never')).rejects.toEqual(expect.objectContaining({ code: 'CONFLICT' }));
        await expect(queue.retry('nowhere', 'x')).rejects.toEqual(expect.objectContaining({ code: 'NOT_FOUND' }));
      });

      it('lists the newest failures first', async () => {
        await start(() => Promise.reject(new Error('broken')));
        for (const number of [1, 2, 3]) {
          await queue.enqueue(once, { number });
          await until(async () => (await countsOf('quick')).failed === number);
        }
        const failed = await queue.failedJobs('quick', { limit: 2 });
        expect(failed.map(({ payload }) => payload)).toEqual([{ number: 3 }, { number: 2 }]);
      });

      it('tells a handler that its time is over, and counts that as a failure', async () => {
        let reason: unknown;
        await start(
          (_, { signal }) =>
            new Promise((_resolve, reject) => {
              signal.addEventListener('abort', () => {
                reason = signal.reason;
                reject(new Error('stopped'));
              });
            }),
        );
        await queue.enqueue(slow, { number: 1 });
        await until(async () => (await countsOf('slow')).failed === 1);
        expect(handled).toHaveLength(3);
        expect(String(reason)).toContain('contract.slow took over 500 ms');
        expect((await queue.failedJobs('slow', { limit: 1 }))[0]?.reason).toContain('took over 500 ms');
      });
    });

    it('counts what waits, runs, is delayed and has failed', async () => {
      await queue.enqueueMany([1, 2, 3].map((number) => ({ job: plain, payload: { number } })));
      await queue.enqueue(plain, { number: 4 }, { priority: 1 });
      await queue.enqueue(plain, { number: 5 }, { delayMs: 60_000 });
      await new Promise((resolve) => setTimeout(resolve, 1_100));
      expect(await queue.counts()).toEqual([
        { name: 'quick', waiting: 4, active: 0, delayed: 1, failed: 0, oldestWaitingSeconds: 1 },
        { name: 'slow', waiting: 0, active: 0, delayed: 0, failed: 0, oldestWaitingSeconds: 0 },
      ]);
    });

    it('enqueues by a schedule, which can be changed and ended', async () => {
      await queue.schedule('tick', plain, { number: 1 }, { everyMs: 60_000 });
      await queue.schedule('tick', plain, { number: 2 }, { everyMs: 200 });
      await queue.schedule('nightly', plain, { number: 3 }, { cron: '0 3 * * *', timeZone: 'Europe/Berlin' });
      await start();
      await until(() => handled.length >= 3);
      await queue.unschedule('tick', plain);
      await queue.unschedule('nightly', plain);
      await until(isIdle);
      expect(new Set(numbers())).toEqual(new Set([2]));
    });

    describe('working', () => {
      it('runs as many jobs at a time as it may', async () => {
        let [running, most] = [0, 0];
        await queue.enqueueMany([1, 2, 3, 4, 5, 6].map((number) => ({ job: plain, payload: { number } })));
        await start(
          async () => {
            most = Math.max(most, ++running);
            await new Promise((resolve) => setTimeout(resolve, 50));
            running--;
          },
          {},
          3,
        );
        await until(isIdle);
        expect(most).toBe(3);
      });

      it('runs each job in one of several workers', async () => {
        await Promise.all([start(), start(), start()]);
        const jobs = Array.from({ length: 60 }, (_, number) => ({ job: plain, payload: { number } }));
        await queue.enqueueMany(jobs);
        await until(isIdle);
        expect(numbers().sort((a, b) => a - b)).toEqual(jobs.map(({ payload }) => payload.number));
      });

      it('takes progress', async () => {
        await start((_, context) => context.reportProgress(50));
        await queue.enqueue(once, { number: 1 });
        await until(isIdle);
        expect((await countsOf('quick')).failed).toBe(0);
      });

      it('refuses to start without a handler for each job', () => {
        const runner = underTest().openRunner();
        expect(() => runner.start({ handlers: [] })).toThrow('contract.plain has no handler');
      });

      it('finishes what runs before it closes, and takes nothing more', async () => {
        let isFinished = false;
        const runner = await start(async () => {
          await new Promise((resolve) => setTimeout(resolve, 400));
          isFinished = true;
        });
        await queue.enqueueMany([1, 2].map((number) => ({ job: plain, payload: { number } })));
        await until(() => handled.length === 1);
        await runner.close();
        expect(isFinished).toBe(true);
        expect(await countsOf('quick')).toMatchObject({ waiting: 1, active: 0, failed: 0 });
      });

      it('stops what takes too long when it closes, without counting it as a failure', async () => {
        const runner = await start(
          (_, { signal }) =>
            new Promise((_resolve, reject) => {
              signal.addEventListener('abort', () => reject(new Error('stopped')));
            }),
        );
        await queue.enqueue(once, { number: 1 }, { jobId: 'stopped' });
        await until(() => handled.length === 1);
        await runner.close({ graceMs: 50 });
        expect(await countsOf('quick')).toMatchObject({ waiting: 1, active: 0, failed: 0 });
        await start();
        await until(isIdle);
        expect(handled.map(({ jobId, attempt }) => [jobId, attempt])).toEqual([
          ['stopped', 1],
          ['stopped', 1],
        ]);
      });

      it('goes on after lost connections, idle or at work', async () => {
        await start(() => new Promise((resolve) => setTimeout(resolve, 300)));
        await queue.enqueue(plain, { number: 1 });
        await until(isIdle);
        await underTest().breakConnections();
        await until(() =>
          queue.enqueue(plain, { number: 2 }, { jobId: 'second' }).then(
            () => true,
            () => false,
          ),
        );
        await until(() => numbers().includes(2));
        await underTest().breakConnections();
        await until(() => isIdle().catch(() => false));
        await queue.enqueue(plain, { number: 3 });
        await until(isIdle);
        expect(new Set(numbers())).toEqual(new Set([1, 2, 3]));
        expect((await countsOf('quick')).failed).toBe(0);
        errors.length = 0;
      });

      it('runs a job again whose worker was killed', async () => {
        await queue.enqueue(once, { number: 1 });
        await underTest().crashOnNextJob();
        expect(await countsOf('quick')).toMatchObject({ waiting: 0, active: 1 });
        await start();
        await until(isIdle);
        expect(numbers()).toEqual([1]);
      });
    });

    it('finds itself healthy', async () => {
      await queue.check();
    });
  });
}
