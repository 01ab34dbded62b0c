import { Injectable } from '@nestjs/common';
import { Sql, statement } from '#database';
import { cursorOf, type ForwardPageArgs, Page, pageRequest } from '#graph';
import { MemberDirectory, type MemberEntry } from '#identity';
import { Clock, globalId, type Id } from '#kernel';
import { Mailer } from '#mail';
import { Queue, type QueueCounts } from '#queue';
import type { OverviewType } from './administration.type.js';
import { HealthRepository } from './health.repository.js';
import { CountedPage } from './queue-administration.service.js';
import { StorageUse } from './storage-use.service.js';

const WEEK_MS = 7 * 86_400_000;
const MAX_QUERY = 255;

/** Takes now and a week ago. */
const overview = statement(
  'administration.overview',
  `select (select count(*)::int from members where deactivated_at is null) as members,
     (select count(*)::int from members where deactivated_at is null and hours_set_at is not null) as with_hours,
     (select count(*)::int from expected_responses where status = 'OPEN') as open,
     (select count(*)::int from expected_responses where status = 'OPEN' and due_at < $1) as overdue,
     (select count(*)::int from media where kind in ('VIDEO', 'AUDIO') and uploaded_at >= $2) as recordings,
     (select percentile_cont(0.5) within group (order by extract(epoch from uploaded_at - stopped_at)) from media
       where stopped_at >= $2 and uploaded_at is not null) as playable_median,
     (select percentile_cont(0.95) within group (order by extract(epoch from uploaded_at - stopped_at)) from media
       where stopped_at >= $2 and uploaded_at is not null) as playable_p95,
     (select count(*)::int from failed_jobs where settled_at is null) as failed,
     (select at from signs_of_life where name = 'backup') as last_backup_at,
     (select max(created_at) from digests) as last_digest_at,
     exists (select 1 from invitations) as has_invited,
     exists (select 1 from channels where visibility <> 'DIRECT') as has_channel,
     exists (select 1 from threads) as has_thread`,
);

interface OverviewRow {
  members: number;
  with_hours: number;
  open: number;
  overdue: number;
  recordings: number;
  playable_median: number | null;
  playable_p95: number | null;
  failed: number;
  last_backup_at: string | null;
  last_digest_at: string | null;
  has_invited: boolean;
  has_channel: boolean;
  has_thread: boolean;
}

/** Postgres has a page of accounts in one statement: what each has in the store is asked for those of the page only. */
const accounts = statement(
  'administration.accounts',
  `with page as (
     select m.id, m.name, m.hours_set_at is not null as hours_set, m.time_zone from members m
     where ($1::text is null or m.name ilike $1 or m.handle ilike $1 or m.email ilike $1)
       and ($2::text is null or (m.name, m.id) > ($2, $3::uuid))
     order by m.name, m.id limit $4)
   select page.id, page.name, page.hours_set,
     (select max(d.created_at) from digests d where d.member_id = page.id) as last_digest_at,
     (select (greatest(max(s.at)) at time zone page.time_zone)::date from (
        select max(last_used_at) as at from sessions where member_id = page.id
        union all select max(last_used_at) from access_tokens where member_id = page.id) s) as last_active_on,
     coalesce((select sum(coalesce(m.byte_size, 0)) from media m where m.owner_id = page.id), 0)::bigint
       + coalesce((select sum(r.byte_size) from renditions r join media m on m.id = r.media_id where m.owner_id = page.id), 0)::bigint
       as storage_bytes,
     (select count(*)::int from media m where m.owner_id = page.id and m.kind in ('VIDEO', 'AUDIO')) as recording_count
   from page order by page.name, page.id`,
);
const accountCount = statement(
  'administration.account_count',
  `select count(*)::int as count from members m
   where ($1::text is null or m.name ilike $1 or m.handle ilike $1 or m.email ilike $1)`,
);

interface AccountRow {
  id: Id;
  name: string;
  hours_set: boolean;
  last_digest_at: string | null;
  last_active_on: string | null;
  storage_bytes: number;
  recording_count: number;
}

export interface AccountView {
  key: Id;
  id: string;
  member: MemberEntry;
  hoursSet: boolean;
  lastDigestAt: string | null;
  lastActiveOn: string | null;
  storageBytes: number;
  recordingCount: number;
}

/** The hub in numbers, for who looks after it. */
@Injectable()
export class OverviewService {
  constructor(
    private readonly sql: Sql,
    private readonly health: HealthRepository,
    private readonly storage: StorageUse,
    private readonly people: MemberDirectory,
    private readonly queue: Queue,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {}

  async overview(): Promise<OverviewType> {
    const now = this.clock.now();
    const [row, storageBytes, disk, counts] = await Promise.all([
      this.sql.row<OverviewRow>(overview, [now, new Date(now.getTime() - WEEK_MS)]),
      this.health.storageBytes(),
      this.storage.disk(),
      this.counts(),
    ]);
    const { members, with_hours: withHours, ...said } = row!;
    return {
      memberCount: members,
      membersWithHours: withHours,
      openExpectations: said.open,
      overdueExpectations: said.overdue,
      recordingsThisWeek: said.recordings,
      playableAfterStopMedianSeconds: said.playable_median,
      playableAfterStopP95Seconds: said.playable_p95,
      failedJobs: said.failed,
      waitingJobs: counts.reduce((sum, one) => sum + one.waiting, 0),
      pausedQueues: counts.filter((one) => one.isPaused).map((one) => one.name),
      lastBackupAt: said.last_backup_at,
      lastDigestAt: said.last_digest_at,
      storageBytes,
      storageCapacityBytes: disk ? storageBytes + disk.freeBytes : null,
      checklist: [
        { key: 'WORKING_HOURS', done: withHours > 0 },
        { key: 'INVITE', done: said.has_invited || members > 1 },
        { key: 'CHANNEL', done: said.has_channel },
        { key: 'MAIL', done: this.mailer.isConfigured },
        { key: 'FIRST_THREAD', done: said.has_thread },
      ],
    };
  }

  /** By name. @throws HubError input.page_too_long, input.bad_cursor */
  async accounts(args: ForwardPageArgs & { query?: string | null }): Promise<CountedPage<AccountView>> {
    const request = pageRequest(args, ['text', 'id']);
    const words = args.query
      ?.replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      .replace(/^@/, '')
      .slice(0, MAX_QUERY);
    const pattern = words ? `%${words.replace(/[\\%_]/g, '\\$&')}%` : null;
    const values = [pattern, request.beyond?.[0] ?? null, request.beyond?.[1] ?? null, request.size + 1];
    const [rows, count] = await Promise.all([
      this.sql.rows<AccountRow>(accounts, values),
      this.sql.row<{ count: number }>(accountCount, [pattern]),
    ]);
    await this.people.ensure(rows.map((row) => row.id));
    const views = rows.map((row) => ({
      key: row.id,
      id: globalId('MemberAccount', row.id),
      member: this.people.get(row.id),
      hoursSet: row.hours_set,
      lastDigestAt: row.last_digest_at,
      lastActiveOn: row.last_active_on,
      storageBytes: row.storage_bytes,
      recordingCount: row.recording_count,
    }));
    const page = Page.of(views, request, ({ member, key }) => cursorOf(member.name, key));
    return new CountedPage(page, count!.count);
  }

  /** The overview shows what it can while the queue is away: the checks say that it is. */
  private async counts(): Promise<QueueCounts[]> {
    try {
      return await this.queue.counts();
    } catch {
      return [];
    }
  }
}
