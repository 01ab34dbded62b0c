import { Injectable } from '@nestjs/common';
import { Config } from '#config';
import { Clock } from '#kernel';
import { Mailer, mailFailureInWords } from '#mail';
import { PubSub } from '#pubsub';
import { Queue } from '#queue';
import { Storage } from '#storage';
import type { HealthCheckType } from './administration.type.js';
import { HealthRepository } from './health.repository.js';
import { SignsOfLife } from './signs-of-life.js';
import { StorageUse } from './storage-use.service.js';

/** A check that takes longer than this is a check that failed. */
const PATIENCE_MS = 5_000;
const WORKER_SILENT_MS = 60_000;
const CLOCK_OFF_SECONDS = 5;
const LITTLE_DISK = 0.1;
const BACKUP_OLD_MS = 48 * 3_600_000;

type Finding = Pick<HealthCheckType, 'summary'> &
  Partial<Pick<HealthCheckType, 'ok' | 'degraded' | 'fix' | 'stillWorks'>>;

/** Looks at every part that the hub leans on, and says what to do about it. */
@Injectable()
export class HealthChecks {
  constructor(
    private readonly rows: HealthRepository,
    private readonly storage: Storage,
    private readonly queue: Queue,
    private readonly pubsub: PubSub,
    private readonly mailer: Mailer,
    private readonly signs: SignsOfLife,
    private readonly use: StorageUse,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** All at the same time, each within five seconds. */
  checks(): Promise<HealthCheckType[]> {
    const { values } = this.config;
    return Promise.all([
      this.check('api', 'API', async () => ({ summary: 'It answers.' })),
      this.check('postgres', 'Postgres', () => this.postgres(), {
        fix: 'Start Postgres, or look at DATABASE_URL.',
        stillWorks: 'Nothing: everything is kept in it.',
      }),
      this.check('storage', values.S3_ENDPOINT ? 'S3 store' : 'Media on disk', () => this.store(), {
        fix: values.S3_ENDPOINT
          ? 'Start the store, or look at S3_ENDPOINT and its keys.'
          : 'Make MEANTIME_DATA_DIR writable.',
        stillWorks: 'Text, threads and answers; uploads wait.',
      }),
      this.check('redis', 'Redis', () => this.redis(), {
        fix: 'Start Redis, or look at REDIS_URL.',
        stillWorks: 'Reading and writing; live changes and jobs wait.',
      }),
      this.check('queue', 'Job queue', () => this.jobs(), {
        fix: values.REDIS_URL ? 'Look at REDIS_URL.' : 'Look at DATABASE_URL.',
        stillWorks: 'Reading and writing; what is asked for waits in the outbox.',
      }),
      this.check('worker', 'Worker', () => this.worker(), {
        fix: 'Start the worker.',
        stillWorks: 'Reading, writing and playing originals.',
      }),
      this.check('mail', 'Mail', () => this.mail(), {
        fix: 'Look at SMTP_URL.',
        stillWorks: 'Digests and notices in the hub itself.',
      }),
      this.check('push', 'Push', async () => ({
        summary: 'This hub sends no push notifications; the inbox and digests do it.',
      })),
      this.check('disk', 'Disk', () => this.disk(), { fix: 'Look at MEANTIME_DATA_DIR.' }),
      this.check('clock', 'Clock', () => this.clocks(), { fix: 'Start Postgres, or look at DATABASE_URL.' }),
      this.check('version', 'Version', async () => ({
        summary: `Meantime ${version()}, Node ${process.versions.node}.`,
      })),
      this.check('backup', 'Backup', () => this.backup(), { fix: 'Start Postgres, or look at DATABASE_URL.' }),
      this.check('camera_https', 'Camera and microphone', async () => this.https()),
    ]);
  }

  private async postgres(): Promise<Finding> {
    await this.rows.storageBytes();
    return { summary: 'It answers.' };
  }

  private async store(): Promise<Finding> {
    await this.storage.check();
    return { summary: 'An object was written, read and deleted.' };
  }

  private async redis(): Promise<Finding> {
    if (!this.config.values.REDIS_URL) return { summary: 'Not in use: Postgres does its work.' };
    await this.pubsub.check();
    return { summary: 'It answers.' };
  }

  private async jobs(): Promise<Finding> {
    const counts = await this.queue.counts();
    const paused = counts.filter(({ isPaused }) => isPaused).map(({ name }) => name);
    const waiting = counts.reduce((sum, one) => sum + one.waiting, 0);
    const summary = waiting === 0 ? 'Nothing waits.' : `${waiting} jobs wait.`;
    if (paused.length === 0) return { summary };
    const stillWorks = 'Everything else; jobs are kept.';
    return {
      summary: `Paused: ${paused.join(', ')}. ${summary}`,
      degraded: true,
      fix: 'Resume the queue.',
      stillWorks,
    };
  }

  private async worker(): Promise<Finding> {
    const at = (await this.signs.all()).seen.get('worker');
    const silentMs = at ? this.clock.nowMs() - Date.parse(at) : Number.POSITIVE_INFINITY;
    if (silentMs <= WORKER_SILENT_MS) return { summary: 'It is at work.' };
    const summary = at ? `It was last seen at ${at}.` : 'It has never been seen.';
    return { summary, ok: false, fix: 'Start the worker.', stillWorks: 'Reading, writing and playing originals.' };
  }

  private async mail(): Promise<Finding> {
    if (!this.mailer.isConfigured) {
      const stillWorks = 'Digests and notices in the hub itself.';
      return { summary: 'No mail server is set.', degraded: true, fix: 'Set SMTP_URL and MAIL_FROM.', stillWorks };
    }
    await this.mailer.check();
    return { summary: 'The mail server lets us in.' };
  }

  private async disk(): Promise<Finding> {
    const disk = await this.use.disk();
    if (!disk) return { summary: 'Media lie in the S3 store, which does not say how much room it has.' };
    const share = disk.freeBytes / disk.totalBytes;
    const summary = `${(disk.freeBytes / 1024 ** 3).toFixed(1)} GiB are free, ${Math.round(share * 100)} percent.`;
    if (share >= LITTLE_DISK) return { summary };
    return {
      summary,
      degraded: true,
      fix: 'Make room on the disk of MEANTIME_DATA_DIR, or set a retention.',
      stillWorks: 'Everything until it is full.',
    };
  }

  private async clocks(): Promise<Finding> {
    const { aheadSeconds } = await this.signs.all();
    const off = Math.abs(aheadSeconds);
    if (off < CLOCK_OFF_SECONDS) return { summary: 'This machine and the database agree.' };
    const summary = `This machine is ${Math.round(off)} seconds ${aheadSeconds > 0 ? 'ahead of' : 'behind'} the database.`;
    return {
      summary,
      degraded: true,
      fix: 'Let both keep time by NTP.',
      stillWorks: 'Everything; deliveries come early or late.',
    };
  }

  private async backup(): Promise<Finding> {
    const at = (await this.signs.all()).seen.get('backup');
    const fix = 'Make a backup: docs/operations/backup-and-restore.md says how.';
    if (!at)
      return {
        summary: 'The hub knows of no backup.',
        degraded: true,
        fix,
        stillWorks: 'Everything, until a disk breaks.',
      };
    const isOld = this.clock.nowMs() - Date.parse(at) > BACKUP_OLD_MS;
    return { summary: `The last backup is of ${at}.`, ...(isOld && { degraded: true, fix }) };
  }

  private https(): Finding {
    const { protocol, hostname } = new URL(this.config.publicUrl);
    if (protocol === 'https:' || hostname === 'localhost' || hostname === '127.0.0.1') {
      return { summary: 'Browsers let this address record.' };
    }
    const stillWorks = 'Text, and uploads of files that were recorded elsewhere.';
    return {
      summary: 'Browsers only let https addresses record.',
      ok: false,
      fix: 'Set PUBLIC_URL to an https address.',
      stillWorks,
    };
  }

  private async check(
    name: string,
    title: string,
    look: () => Promise<Finding>,
    failing: { fix?: string; stillWorks?: string } = {},
  ): Promise<HealthCheckType> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new Error(`It did not answer within ${PATIENCE_MS / 1_000} seconds.`)),
        PATIENCE_MS,
      );
    });
    const facts = { name, title, checkedAt: this.clock.now().toISOString() };
    try {
      const {
        summary,
        ok = true,
        degraded = false,
        fix = null,
        stillWorks = null,
      } = await Promise.race([look(), late]);
      return { ...facts, summary, ok, degraded, fix, stillWorks };
    } catch (error) {
      const { fix = null, stillWorks = null } = failing;
      return { ...facts, summary: mailFailureInWords(error), ok: false, degraded: false, fix, stillWorks };
    } finally {
      clearTimeout(timer);
    }
  }
}

const version = (): string => process.env.npm_package_version ?? '0.1.0';
