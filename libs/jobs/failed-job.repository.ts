import { Injectable } from '@nestjs/common';
import { Sql, statement } from '#database';
import type { Id } from '#kernel';

export interface FailedJobRow {
  id: Id;
  queue: string;
  job_id: string;
  name: string;
  subject: string;
  reason: string;
  advice: string | null;
  details: string | null;
  tries: number;
  max_tries: number;
  owner_id: Id | null;
  channel_id: Id | null;
  media_id: Id | null;
  failed_at: string;
  told_at: string | null;
}

const columns = `f.id, f.queue, f.job_id, f.name, f.subject, f.reason, f.advice, f.details, f.tries, f.max_tries, f.owner_id,
  f.channel_id, f.media_id, f.failed_at, f.told_at`;

const page = statement(
  'failed_jobs.page',
  `select ${columns} from failed_jobs f where f.settled_at is null
     and ($1::timestamptz is null or (f.failed_at, f.id) < ($1, $2::uuid)) order by f.failed_at desc, f.id desc limit $3`,
);
const count = statement('failed_jobs.count', 'select count(*)::int as count from failed_jobs where settled_at is null');
const byId = statement(
  'failed_jobs.by_id',
  `select ${columns} from failed_jobs f where f.id = $1 and f.settled_at is null`,
);
/** A job that fails again after a retry stands in the list again; what was accepted stays out of it. */
const keep = statement(
  'failed_jobs.keep',
  `insert into failed_jobs as f (id, queue, job_id, name, subject, reason, advice, details, tries, max_tries, owner_id,
     channel_id, media_id, failed_at)
   select n.id, n.queue, n.job_id, n.name, n.subject, n.reason, n.advice, n.details, n.tries, n.max_tries, n.owner_id,
     n.channel_id, n.media_id, n.failed_at
   from jsonb_to_recordset($1::jsonb) as n(id uuid, queue text, job_id text, name text, subject text, reason text, advice text,
     details text, tries int, max_tries int, owner_id uuid, channel_id uuid, media_id uuid, failed_at timestamptz)
   on conflict (queue, job_id) do update set reason = excluded.reason, advice = excluded.advice, details = excluded.details,
     tries = excluded.tries, failed_at = excluded.failed_at, settled_at = null, told_at = null
     where excluded.failed_at > f.failed_at
   returning f.id`,
);
const known = statement(
  'failed_jobs.known',
  'select job_id, failed_at from failed_jobs where queue = $1 and job_id = any($2)',
);
const settle = statement(
  'failed_jobs.settle',
  'update failed_jobs set settled_at = $2 where id = $1 and settled_at is null returning id',
);
/** Whose owner has tried it again by themselves, with or without success. */
const settleMended = statement(
  'failed_jobs.settle_mended',
  `update failed_jobs f set settled_at = $1 from media m
   where m.id = f.media_id and f.settled_at is null and starts_with(f.name, 'media.process') and m.status <> 'FAILED'`,
);
const untold = statement(
  'failed_jobs.untold',
  `select ${columns} from failed_jobs f where f.told_at is null and f.settled_at is null and f.owner_id is not null
   order by f.failed_at limit $1`,
);
/** Of two workers, one tells. */
const claimTelling = statement(
  'failed_jobs.claim_telling',
  'update failed_jobs set told_at = $2 where id = $1 and told_at is null returning id',
);
const untell = statement('failed_jobs.untell', 'update failed_jobs set told_at = null where id = $1');
const sample = statement(
  'waiting_samples.insert',
  'insert into waiting_samples (at, waiting) values ($1, $2) on conflict do nothing',
);
const forgetSamples = statement('waiting_samples.forget', 'delete from waiting_samples where at < $1');
const samples = statement(
  'waiting_samples.since',
  'select at, waiting from waiting_samples where at >= $1 order by at',
);
const lastSample = statement('waiting_samples.last', 'select max(at) as at from waiting_samples');
/** A mean in which the last twenty count most. */
const took = statement(
  'job_durations.took',
  `insert into job_durations as d (queue, seconds) values ($1, $2)
   on conflict (queue) do update set seconds = d.seconds * 0.95 + excluded.seconds * 0.05`,
);
const durations = statement('job_durations.all', 'select queue, seconds from job_durations');

/** What is kept of jobs beyond the queue's own memory: failures in words, how much waited, how long they take. */
@Injectable()
export class JobHistory {
  constructor(private readonly sql: Sql) {}

  /** Those that wait for somebody's decision, newest first. */
  page(limit: number, beyond: readonly string[] | undefined): Promise<FailedJobRow[]> {
    return this.sql.rows<FailedJobRow>(page, [beyond?.[0] ?? null, beyond?.[1] ?? null, limit]);
  }

  async count(): Promise<number> {
    return (await this.sql.row<{ count: number }>(count))!.count;
  }

  find(id: Id): Promise<FailedJobRow | undefined> {
    return this.sql.row<FailedJobRow>(byId, [id]);
  }

  /** @returns the ids of those that are new, or failed anew */
  async keep(rows: readonly Omit<FailedJobRow, 'told_at'>[]): Promise<Id[]> {
    if (rows.length === 0) return [];
    return (await this.sql.rows<{ id: Id }>(keep, [JSON.stringify(rows)])).map(({ id }) => id);
  }

  /** When each of these jobs of a queue is known to have failed. */
  async known(queue: string, jobIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.sql.rows<{ job_id: string; failed_at: string }>(known, [queue, jobIds]);
    return new Map(rows.map((row) => [row.job_id, row.failed_at]));
  }

  /** @returns false where somebody has settled it already */
  async settle(id: Id, at: Date): Promise<boolean> {
    return (await this.sql.row(settle, [id, at])) !== undefined;
  }

  async settleMended(at: Date): Promise<void> {
    await this.sql.rows(settleMended, [at]);
  }

  untold(limit: number): Promise<FailedJobRow[]> {
    return this.sql.rows<FailedJobRow>(untold, [limit]);
  }

  async claimTelling(id: Id, at: Date): Promise<boolean> {
    return (await this.sql.row(claimTelling, [id, at])) !== undefined;
  }

  async untell(id: Id): Promise<void> {
    await this.sql.rows(untell, [id]);
  }

  async sample(at: Date, waiting: number, forgetBefore: Date): Promise<void> {
    await this.sql.rows(sample, [at, waiting]);
    await this.sql.rows(forgetSamples, [forgetBefore]);
  }

  async lastSampleAt(): Promise<string | null> {
    return (await this.sql.row<{ at: string | null }>(lastSample))!.at;
  }

  samplesSince(since: Date): Promise<{ at: string; waiting: number }[]> {
    return this.sql.rows(samples, [since]);
  }

  async took(queue: string, seconds: number): Promise<void> {
    await this.sql.rows(took, [queue, seconds]);
  }

  /** Seconds by queue. */
  async durations(): Promise<Map<string, number>> {
    const rows = await this.sql.rows<{ queue: string; seconds: number }>(durations);
    return new Map(rows.map((row) => [row.queue, row.seconds]));
  }
}
