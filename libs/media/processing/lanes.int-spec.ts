import { Global, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { DomainEvents, Sql, UnitOfWork } from '#database';
import { JobsModule } from '#jobs';
import { Clock, type Id, newId, SystemClock } from '#kernel';
import { type BullEngine, BullJobRunner, BullQueue, openPostgresEngine, openRedisEngine, Queue } from '#queue';
import { testDatabase } from '../../../test/support/database.js';
import { type RedisServer, startRedis } from '../../../test/support/servers/redis.js';
import { jobOf, lanes, slotsOf } from './lanes.js';
import { MediaWork } from './media-work.js';

const database = testDatabase({ entities: [] });
const jobs = lanes.map((lane) => jobOf[lane]);
const MINUTE_MS = 60_000;

/** Both engines, as they run; what the jobs would do is only written down. */
describe.each(['Postgres', 'Redis'] as const)('lanes on %s', (name) => {
  let redis: RedisServer | undefined;
  let engine: BullEngine;
  let queue: BullQueue;
  let close: () => Promise<void>;
  let work: MediaWork;
  let runner: BullJobRunner | undefined;
  const started: string[] = [];
  const names = new Map<Id, string>();

  beforeAll(async () => {
    if (name === 'Redis') redis = await startRedis();
    engine = redis
      ? await openRedisEngine({ url: redis.url, jobs })
      : await openPostgresEngine({ connectionString: database.url, jobs });
    queue = new BullQueue(engine);
    const provided = [
      { provide: DataSource, useValue: database.dataSource },
      { provide: Queue, useValue: queue },
      { provide: Clock, useValue: new SystemClock() },
      UnitOfWork,
      Sql,
      DomainEvents,
    ];
    @Global()
    @Module({ providers: provided, exports: [DataSource, Queue, Clock, UnitOfWork, Sql, DomainEvents] })
    class Ground {}
    const module = await Test.createTestingModule({
      imports: [Ground, JobsModule.of(jobs)],
      providers: [MediaWork],
    }).compile();
    work = module.get(MediaWork);
    close = () => module.close();
  }, 180_000);
  afterAll(async () => {
    await close?.();
    await queue?.close();
    await engine?.close();
    await redis?.stop();
  });
  beforeEach(async () => {
    started.length = 0;
    await database.dataSource.query('delete from media');
  });
  afterEach(async () => {
    await runner?.close({ graceMs: 0 });
    runner = undefined;
  });

  async function member(): Promise<Id> {
    const id = newId();
    await database.dataSource.query(
      `insert into members (id, handle, name, email, role, time_zone, week, created_at)
       values ($1, $2, 'x', $2, 'MEMBER', 'UTC', '[]', now())`,
      [id, id.slice(-12)],
    );
    return id;
  }
  /** A 720p video that has arrived; its name stands in `started` once a worker has it. */
  async function arrives(label: string, owner: Id, minutes: number): Promise<void> {
    const id = newId();
    names.set(id, label);
    await database.dataSource.query(
      `insert into media (id, owner_id, kind, status, filename, mime_type, created_at) values ($1, $2, 'VIDEO', 'PROCESSING', 'a', 'video/mp4', now())`,
      [id, owner],
    );
    const size = { byteSize: 1, width: 1280, height: 720 };
    await work.ask(id, { kind: 'VIDEO', mimeType: 'video/mp4', durationMs: minutes * MINUTE_MS, ...size });
  }
  async function works(during: (label: string) => Promise<void> = async () => undefined): Promise<void> {
    const slots = slotsOf(2, 0);
    runner = new BullJobRunner(engine);
    const handle = async ({ mediaId }: { mediaId: Id }) => {
      started.push(names.get(mediaId)!);
      await during(names.get(mediaId)!);
      await database.dataSource.query(`update media set status = 'READY' where id = $1`, [mediaId]);
    };
    await runner.start({
      handlers: jobs.map((job) => ({ job, handle })),
      concurrencyByQueue: { media: slots.SHORT, 'media-long': slots.LONG, 'media-quick': slots.QUICK },
    });
  }
  async function until(holds: () => boolean): Promise<void> {
    const deadlineMs = Date.now() + 20_000;
    while (!holds()) {
      if (Date.now() > deadlineMs) throw new Error(`It did not happen in time: ${started.join(', ')}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  it('lets nobody’s answer wait behind another’s twenty uploads', async () => {
    const [otto, mira, ada] = [await member(), await member(), await member()];
    for (let upload = 1; upload <= 20; upload++) await arrives(`otto ${upload}`, otto, 2);
    await arrives('mira 1', mira, 1);
    await arrives('ada 1', ada, 1);
    await arrives('ada 2', ada, 1);
    await works();
    await until(() => started.length === 23);
    expect(started.slice(0, 4)).toEqual(['otto 1', 'mira 1', 'ada 1', 'otto 2']);
    expect(started.indexOf('ada 2')).toBeLessThan(6);
    const ottos = started.filter((label) => label.startsWith('otto'));
    expect(ottos).toEqual(Array.from({ length: 20 }, (_, index) => `otto ${index + 1}`));
  });

  it('gives those who come later their turn beside those who wait, and lets nobody pass for ever', async () => {
    const [otto, mira] = [await member(), await member()];
    for (let upload = 1; upload <= 6; upload++) await arrives(`otto ${upload}`, otto, 2);
    let answers = 0;
    // Whenever one is done the next answer of Mira is there already.
    await works(async () => {
      if (answers < 12) await arrives(`mira ${++answers}`, mira, 2);
    });
    await until(() => started.length === 18);
    // Turn and turn about, whoever has come first.
    const firstTwelve = started.slice(0, 12).filter((label) => label.startsWith('otto')).length;
    expect(firstTwelve).toBeGreaterThanOrEqual(5);
    expect(firstTwelve).toBeLessThanOrEqual(6);
  });

  it('keeps short work going while an upload of two hours is worked on', async () => {
    const [otto, mira] = [await member(), await member()];
    let finish: (() => void) | undefined;
    const lecture = new Promise<void>((resolve) => (finish = resolve));
    await arrives('lecture', otto, 120);
    await works((label) => (label === 'lecture' ? lecture : Promise.resolve()));
    await until(() => started.length === 1);
    await arrives('second lecture', otto, 120);
    await arrives('answer', mira, 1);
    await until(() => started.includes('answer'));
    expect(started).toEqual(['lecture', 'answer']);
    finish!();
    await until(() => started.includes('second lecture'));
  });
});
