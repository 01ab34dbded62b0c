import { defineJob, JobCannotSucceed } from './job.js';
import { contractJobs, QueueBench, type QueueUnderTest, until } from './queue-bench.js';

const { plain, once, slow } = contractJobs;

/** What every engine behind {@link Queue} promises, except for what is in the contract of JobRunner. */
export function queueContract(name: string, underTest: () => QueueUnderTest): void {
  describe(`${name} keeps the contract of Queue`, () => {
    const bench = new QueueBench(underTest);

    describe('enqueueing', () => {
      it('runs a job with its payload', async () => {
        await bench.queue.enqueue(plain, { number: 1, text: 'ä "quoted" 🎬 \\u0000' }, { jobId: 'first' });
        await bench.start();
        await until(() => bench.isIdle());
        expect(bench.handled).toEqual([
          { number: 1, text: 'ä "quoted" 🎬 \\u0000', jobId: 'first', attempt: 1, isLastAttempt: false },
        ]);
      });

      it('starts jobs in the order in which they were enqueued, and by priority', async () => {
        await bench.queue.enqueue(plain, { number: 5 }, { priority: 10 });
        await bench.queue.enqueue(plain, { number: 4 }, { priority: 2 });
        await bench.queue.enqueue(plain, { number: 1 });
        await bench.queue.enqueueMany([2, 3].map((number) => ({ job: plain, payload: { number } })));
        await bench.start();
        await until(() => bench.isIdle());
        expect(bench.numbers).toEqual([1, 2, 3, 4, 5]);
      });

      it('adds one job for one id: while it waits, while it runs, when it is done', async () => {
        const enqueue = () => bench.queue.enqueue(plain, { number: 1 }, { jobId: 'same' });
        await Promise.all([enqueue(), enqueue(), enqueue()]);
        await bench.queue.enqueueMany(
          [1, 2].map((number) => ({ job: plain, payload: { number }, options: { jobId: 'same' } })),
        );
        await bench.start(enqueue);
        await until(() => bench.isIdle());
        await enqueue();
        await until(() => bench.isIdle());
        expect(bench.numbers).toEqual([1]);
      });

      it('adds no second job for the id of one that has failed', async () => {
        await bench.start(() => Promise.reject(new Error('broken')));
        await bench.queue.enqueue(once, { number: 1 }, { jobId: 'failing' });
        await until(async () => (await bench.countsOf('quick')).failed === 1);
        await bench.queue.enqueue(once, { number: 1 }, { jobId: 'failing' });
        await until(() => bench.isIdle());
        expect(bench.numbers).toEqual([1]);
      });

      it('waits as long as it is told to', async () => {
        await bench.start();
        await bench.queue.enqueue(plain, { number: 1 }, { delayMs: 600 });
        const enqueuedMs = performance.now();
        await bench.queue.enqueue(plain, { number: 2 });
        await until(() => bench.handled.length === 2);
        expect(bench.numbers).toEqual([2, 1]);
        expect(performance.now() - enqueuedMs).toBeGreaterThan(500);
      });

      it('refuses what is not in the catalogue, and what cannot be stored', async () => {
        const stranger = defineJob<object>({ ...plain, name: 'contract.stranger' });
        const reason = (text: string) => expect.objectContaining({ reason: text });
        await expect(bench.queue.enqueue(stranger, {})).rejects.toEqual(reason('queue.unknown_job'));
        await expect(bench.queue.enqueue(plain, { number: 1, text: 'a\u0000b' })).rejects.toEqual(
          reason('queue.invalid_payload'),
        );
        await expect(bench.queue.enqueue(plain, { number: 1 }, { jobId: 'a:b' })).rejects.toEqual(
          reason('queue.invalid_job_id'),
        );
        const mixed = [{ number: 1 }, { number: 2, text: '\u0000' }].map((payload) => ({ job: plain, payload }));
        await expect(bench.queue.enqueueMany(mixed)).rejects.toEqual(reason('queue.invalid_payload'));
        expect(await bench.isIdle()).toBe(true);
      });
    });

    describe('failing', () => {
      it('tries again, waiting twice as long each time, and then counts as failed', async () => {
        const startedMs: number[] = [];
        const failures: unknown[] = [];
        await bench.start(
          () => {
            startedMs.push(performance.now());
            return Promise.reject(new Error('broken'));
          },
          { failed: ({ attempt, isFinal, error }) => failures.push([attempt, isFinal, String(error)]) },
        );
        await bench.queue.enqueue(plain, { number: 1 }, { jobId: 'failing' });
        await until(async () => (await bench.countsOf('quick')).failed === 1);
        const [first = 0, second = 0, third = 0] = startedMs;
        expect(startedMs).toHaveLength(3);
        expect(second - first).toBeGreaterThan(190);
        expect(third - second).toBeGreaterThan(380);
        expect(bench.handled.map(({ isLastAttempt }) => isLastAttempt)).toEqual([false, false, true]);
        await until(() => failures.length === 3);
        expect(failures).toEqual([
          [1, false, 'Error: broken'],
          [2, false, 'Error: broken'],
          [3, true, 'Error: broken'],
        ]);
        expect(await bench.queue.failedJobs('quick', { limit: 10 })).toEqual([
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
        await bench.start(() => Promise.reject(new JobCannotSucceed('no such media')), {
          failed: ({ isFinal, error }) => failures.push([isFinal, error instanceof JobCannotSucceed]),
        });
        await bench.queue.enqueue(plain, { number: 1 });
        await until(async () => (await bench.countsOf('quick')).failed === 1);
        await until(() => failures.length === 1);
        expect(failures).toEqual([[true, true]]);
        expect(bench.handled).toHaveLength(1);
      });

      it('gives a failed job all of its attempts again', async () => {
        let isBroken = true;
        await bench.start(() => (isBroken ? Promise.reject(new Error('broken')) : Promise.resolve()));
        await bench.queue.enqueue(plain, { number: 1 }, { jobId: 'again' });
        await until(async () => (await bench.countsOf('quick')).failed === 1);
        isBroken = false;
        await bench.queue.retry('quick', 'again');
        await until(() => bench.handled.length === 4);
        await until(() => bench.isIdle());
        expect(bench.handled.at(-1)).toMatchObject({ attempt: 1, isLastAttempt: false });
        await expect(bench.queue.retry('quick', 'again')).rejects.toEqual(
          expect.objectContaining({ code: 'CONFLICT' }),
        );
        await expect(bench.queue.retry('quick', 'never')).rejects.toEqual(
          expect.objectContaining({ code: 'CONFLICT' }),
        );
        await expect(bench.queue.retry('nowhere', 'x')).rejects.toEqual(expect.objectContaining({ code: 'NOT_FOUND' }));
      });

      it('lists the newest failures first', async () => {
        await bench.start(() => Promise.reject(new Error('broken')));
        for (const number of [1, 2, 3]) {
          await bench.queue.enqueue(once, { number });
          await until(async () => (await bench.countsOf('quick')).failed === number);
        }
        const failed = await bench.queue.failedJobs('quick', { limit: 2 });
        expect(failed.map(({ payload }) => payload)).toEqual([{ number: 3 }, { number: 2 }]);
      });

      it('tells a handler that its time is over, and counts that as a failure', async () => {
        let reason: unknown;
        await bench.start(
          (_, { signal }) =>
            new Promise((_resolve, reject) => {
              signal.addEventListener('abort', () => {
                reason = signal.reason;
                reject(new Error('stopped'));
              });
            }),
        );
        await bench.queue.enqueue(slow, { number: 1 });
        await until(async () => (await bench.countsOf('slow')).failed === 1);
        expect(bench.handled).toHaveLength(3);
        expect(String(reason)).toContain('contract.slow took over 500 ms');
        expect((await bench.queue.failedJobs('slow', { limit: 1 }))[0]?.reason).toContain('took over 500 ms');
      });
    });

    it('counts what waits, runs, is delayed and has failed', async () => {
      await bench.queue.enqueueMany([1, 2, 3].map((number) => ({ job: plain, payload: { number } })));
      await bench.queue.enqueue(plain, { number: 4 }, { priority: 1 });
      await bench.queue.enqueue(plain, { number: 5 }, { delayMs: 60_000 });
      await new Promise((resolve) => setTimeout(resolve, 1_100));
      expect(await bench.queue.counts()).toEqual([
        { name: 'quick', isPaused: false, waiting: 4, active: 0, delayed: 1, failed: 0, oldestWaitingSeconds: 1 },
        { name: 'slow', isPaused: false, waiting: 0, active: 0, delayed: 0, failed: 0, oldestWaitingSeconds: 0 },
      ]);
    });

    it('enqueues by a schedule, which can be changed and ended', async () => {
      await bench.queue.schedule('tick', plain, { number: 1 }, { everyMs: 60_000 });
      await bench.queue.schedule('tick', plain, { number: 2 }, { everyMs: 200 });
      await bench.queue.schedule('nightly', plain, { number: 3 }, { cron: '0 3 * * *', timeZone: 'Europe/Berlin' });
      await bench.start();
      await until(() => bench.handled.length >= 3);
      await bench.queue.unschedule('tick', plain);
      await bench.queue.unschedule('nightly', plain);
      await until(() => bench.isIdle());
      expect(new Set(bench.numbers)).toEqual(new Set([2]));
    });

    it('starts nothing of a paused queue, for workers that were there and for new ones, until it is resumed', async () => {
      await bench.start();
      await bench.queue.pause('quick');
      await bench.queue.pause('quick');
      await bench.queue.enqueueMany([1, 2].map((number) => ({ job: plain, payload: { number } })));
      await bench.queue.enqueue(slow, { number: 3 });
      await bench.start();
      await until(() => bench.handled.length === 1);
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(bench.numbers).toEqual([3]);
      expect(await bench.countsOf('quick')).toMatchObject({ isPaused: true, waiting: 2, active: 0 });
      expect(await bench.countsOf('slow')).toMatchObject({ isPaused: false });
      await bench.queue.resume('quick');
      await until(() => bench.handled.length === 3);
      expect(await bench.countsOf('quick')).toMatchObject({ isPaused: false, waiting: 0 });
      await expect(bench.queue.pause('nowhere')).rejects.toEqual(expect.objectContaining({ code: 'NOT_FOUND' }));
      await expect(bench.queue.resume('nowhere')).rejects.toEqual(expect.objectContaining({ code: 'NOT_FOUND' }));
    });

    it('finds itself healthy', async () => {
      await bench.queue.check();
    });
  });
}
