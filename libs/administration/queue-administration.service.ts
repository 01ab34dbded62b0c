import { Injectable } from '@nestjs/common';
import { ChannelDirectory, type ChannelEntry } from '#channels';
import { UnitOfWork } from '#database';
import { cursorOf, type ForwardPageArgs, Page, pageRequest } from '#graph';
import { AuditLog, MemberDirectory, type MemberEntry, requireAdministrator } from '#identity';
import { type FailedJobRow, JobHistory } from '#jobs';
import { type Actor, Clock, globalId, HubError, type Id } from '#kernel';
import { MediaService } from '#media';
import { Queue, type QueueCounts } from '#queue';
import { noSuchFailedJob } from './administration.errors.js';
import type { QueueStateType, WaitingSampleType } from './administration.type.js';

/** Jobs whose item says by itself that it failed. */
const OPENED_ANEW = ['media.process', 'media.process_long', 'media.process_quick', 'media.transcribe'];

const DAY_MS = 86_400_000;
const titles: Readonly<Record<string, string>> = {
  media: 'Make playable',
  'media-long': 'Make long recordings playable',
  'media-quick': 'Make playable at once',
  speech: 'Write down what is said',
  files: 'Remove files',
  digests: 'Make digests',
  mail: 'Send mail',
  push: 'Push to devices',
};

export interface FailedJobView {
  key: Id;
  /** For the resolver of `media`. */
  mediaKey: Id | null;
  id: string;
  queue: string;
  subject: string;
  owner: MemberEntry | null;
  channel: ChannelEntry | null;
  reason: string;
  advice: string | null;
  tries: number;
  maxTries: number;
  failedAt: string;
  told: MemberEntry[];
  toldAt: string | null;
  details: string | null;
}

/** A page that knows how long the whole list is. */
export class CountedPage<Node> {
  constructor(
    private readonly page: Page<Node>,
    readonly totalCount: number,
  ) {}

  get nodes() {
    return this.page.nodes;
  }
  get edges() {
    return this.page.edges;
  }
  get pageInfo() {
    return this.page.pageInfo;
  }
}

/** Queues as people see them: what waits, what failed and what to do about it. */
@Injectable()
export class QueueAdministration {
  constructor(
    private readonly queue: Queue,
    private readonly history: JobHistory,
    private readonly media: MediaService,
    private readonly people: MemberDirectory,
    private readonly channels: ChannelDirectory,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async states(): Promise<QueueStateType[]> {
    const [counts, durations] = await Promise.all([this.queue.counts(), this.history.durations()]);
    return counts.map((one) => stateOf(one, durations.get(one.name) ?? null));
  }

  /** The last 24 hours, oldest first. */
  waitingHistory(): Promise<WaitingSampleType[]> {
    return this.history.samplesSince(new Date(this.clock.nowMs() - DAY_MS));
  }

  /** @param name null: every queue. @throws HubError member.administrators_only, queue.unknown_queue */
  async setPaused(actor: Actor, name: string | null, isPaused: boolean): Promise<QueueStateType[]> {
    requireAdministrator(actor);
    const names = name === null ? (await this.queue.counts()).map((one) => one.name) : [name];
    for (const one of names) await (isPaused ? this.queue.pause(one) : this.queue.resume(one));
    await this.audit.record(isPaused ? 'queue.paused' : 'queue.resumed', actor, name ?? 'all');
    return this.states();
  }

  async page(args: ForwardPageArgs): Promise<CountedPage<FailedJobView>> {
    const request = pageRequest(args, ['instant', 'id']);
    const [rows, count] = await Promise.all([
      this.history.page(request.size + 1, request.beyond),
      this.history.count(),
    ]);
    await this.people.ensure(rows.flatMap((row) => row.owner_id ?? []));
    await this.channels.ensure(rows.flatMap((row) => row.channel_id ?? []));
    const page = Page.of(
      rows.map((row) => this.view(row)),
      request,
      ({ failedAt, key }) => cursorOf(failedAt, key),
    );
    return new CountedPage(page, count);
  }

  /** Gives it all of its tries again. @returns how many are left. @throws HubError member.administrators_only, job.not_found, media.not_failed */
  async retry(actor: Actor, id: Id | undefined): Promise<number> {
    requireAdministrator(actor);
    const row = await this.require(id);
    // The item or its transcript is failed as well: it is opened anew, with a job of its own.
    if (row.media_id && OPENED_ANEW.includes(row.name)) await this.retryMedia(actor, row.media_id);
    else await this.queue.retry(row.queue, row.job_id);
    return this.settle(actor, row, 'job.retried');
  }

  /** It stays failed and leaves the list. @throws HubError member.administrators_only, job.not_found */
  async accept(actor: Actor, id: Id | undefined): Promise<number> {
    requireAdministrator(actor);
    return this.settle(actor, await this.require(id), 'job.accepted');
  }

  private async retryMedia(actor: Actor, mediaId: Id): Promise<void> {
    try {
      await this.media.retry(actor, mediaId);
    } catch (error) {
      // Its owner was faster.
      if (!(error instanceof HubError && error.reason === 'media.not_failed')) throw error;
    }
  }

  private async settle(actor: Actor, row: FailedJobRow, action: string): Promise<number> {
    await this.unitOfWork.run(async () => {
      if (!(await this.history.settle(row.id, this.clock.now()))) throw noSuchFailedJob();
      await this.audit.record(action, actor, `${row.queue}: ${row.subject}`);
    });
    return this.history.count();
  }

  private async require(id: Id | undefined): Promise<FailedJobRow> {
    const row = id && (await this.history.find(id));
    if (!row) throw noSuchFailedJob();
    return row;
  }

  private view(row: FailedJobRow): FailedJobView {
    const owner = row.owner_id ? this.people.get(row.owner_id) : null;
    return {
      key: row.id,
      mediaKey: row.media_id,
      id: globalId('FailedJob', row.id),
      queue: row.queue,
      subject: row.subject,
      owner,
      channel: row.channel_id ? this.channels.get(row.channel_id) : null,
      reason: row.reason,
      advice: row.advice,
      tries: row.tries,
      maxTries: row.max_tries,
      failedAt: row.failed_at,
      told: owner && row.told_at ? [owner] : [],
      toldAt: row.told_at,
      details: row.details,
    };
  }
}

function stateOf(counts: QueueCounts, typicalSeconds: number | null): QueueStateType {
  const { name, isPaused, active, waiting, delayed, failed } = counts;
  const isEmpty = waiting + active === 0;
  const emptyInSeconds = isEmpty ? 0 : isPaused || typicalSeconds === null ? null : (waiting + active) * typicalSeconds;
  return {
    name,
    title: titles[name] ?? name,
    paused: isPaused,
    running: active,
    waiting,
    delayed,
    failed,
    typicalSeconds,
    emptyInSeconds,
  };
}
