import { contractJobs, QueueBench, type QueueUnderTest, until } from './queue-bench.js';

const { plain, once } = contractJobs;

/** What every engine behind {@link JobRunner} promises. */
export function jobRunnerContract(name: string, underTest: () => QueueUnderTest): void {
  describe(`${name} keeps the contract of JobRunner`, () => {
    const bench = new QueueBench(underTest);

    it('runs as many jobs at a time as it may', async () => {
      let [running, most] = [0, 0];
      await bench.queue.enqueueMany([1, 2, 3, 4, 5, 6].map((number) => ({ job: plain, payload: { number } })));
      await bench.start(
        async () => {
          most = Math.max(most, ++running);
          await new Promise((resolve) => setTimeout(resolve, 50));
          running--;
        },
        {},
        3,
      );
      await until(() => bench.isIdle());
      expect(most).toBe(3);
    });

    it('runs each job in one of several workers', async () => {
      await Promise.all([bench.start(), bench.start(), bench.start()]);
      const jobs = Array.from({ length: 60 }, (_, number) => ({ job: plain, payload: { number } }));
      await bench.queue.enqueueMany(jobs);
      await until(() => bench.isIdle());
      expect(bench.numbers.sort((a, b) => a - b)).toEqual(jobs.map(({ payload }) => payload.number));
    });

    it('takes progress', async () => {
      await bench.start((_, context) => context.reportProgress(50));
      await bench.queue.enqueue(once, { number: 1 });
      await until(() => bench.isIdle());
      expect((await bench.countsOf('quick')).failed).toBe(0);
    });

    it('refuses to start without a handler for each job', () => {
      const runner = underTest().openRunner();
      expect(() => runner.start({ handlers: [] })).toThrow('contract.plain has no handler');
    });

    it('finishes what runs before it closes, and takes nothing more', async () => {
      let isFinished = false;
      const runner = await bench.start(async () => {
        await new Promise((resolve) => setTimeout(resolve, 400));
        isFinished = true;
      });
      await bench.queue.enqueueMany([1, 2].map((number) => ({ job: plain, payload: { number } })));
      await until(() => bench.handled.length === 1);
      await runner.close();
      expect(isFinished).toBe(true);
      expect(await bench.countsOf('quick')).toMatchObject({ waiting: 1, active: 0, failed: 0 });
    });

    it('stops what takes too long when it closes, without counting it as a failure', async () => {
      const runner = await bench.start(
        (_, { signal }) =>
          new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => reject(new Error('stopped')));
          }),
      );
      await bench.queue.enqueue(once, { number: 1 }, { jobId: 'stopped' });
      await until(() => bench.handled.length === 1);
      await runner.close({ graceMs: 50 });
      expect(await bench.countsOf('quick')).toMatchObject({ waiting: 1, active: 0, failed: 0 });
      await bench.start();
      await until(() => bench.isIdle());
      expect(bench.handled.map(({ jobId, attempt }) => [jobId, attempt])).toEqual([
        ['stopped', 1],
        ['stopped', 1],
      ]);
    });

    it('goes on after lost connections, idle or at work', async () => {
      await bench.start(() => new Promise((resolve) => setTimeout(resolve, 300)));
      await bench.queue.enqueue(plain, { number: 1 });
      await until(() => bench.isIdle());
      await underTest().breakConnections();
      await until(() =>
        bench.queue.enqueue(plain, { number: 2 }, { jobId: 'second' }).then(
          () => true,
          () => false,
        ),
      );
      await until(() => bench.numbers.includes(2));
      await underTest().breakConnections();
      await until(() => bench.isIdle().catch(() => false));
      await bench.queue.enqueue(plain, { number: 3 });
      await until(() => bench.isIdle());
      expect(new Set(bench.numbers)).toEqual(new Set([1, 2, 3]));
      expect((await bench.countsOf('quick')).failed).toBe(0);
      bench.engineErrors.length = 0;
    });

    it('runs a job again whose worker was killed', async () => {
      await bench.queue.enqueue(once, { number: 1 });
      await underTest().crashOnNextJob();
      expect(await bench.countsOf('quick')).toMatchObject({ waiting: 0, active: 1 });
      await bench.start();
      await until(() => bench.isIdle());
      expect(bench.numbers).toEqual([1]);
    });
  });
}
