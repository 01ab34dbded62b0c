import { Injectable, Logger } from '@nestjs/common';
import { Config } from '#config';
import { CalendarService, MemberDirectory } from '#identity';
import { type FailedJobRow, JobCatalogue, JobHistory } from '#jobs';
import { Clock, globalId, newId } from '#kernel';
import { Mailer } from '#mail';
import { Queue } from '#queue';
import { isWorkingTime } from '#working-time';
import { FailedJobSubjects } from './failed-job-subjects.js';
import { failureInWords } from './failure-words.js';

const LOOKED_AT = 200;
const TOLD_AT_ONCE = 50;
const MAX_DETAILS = 4_000;
const SAMPLE_MS = 15 * 60_000;
const SAMPLES_KEPT_MS = 7 * 86_400_000;

/** Keeps what the queue would forget, tells those whom a failure concerns, and samples how much waits. */
@Injectable()
export class FailureReports {
  private readonly logger = new Logger(FailureReports.name);

  constructor(
    private readonly history: JobHistory,
    private readonly catalogue: JobCatalogue,
    private readonly subjects: FailedJobSubjects,
    private readonly queue: Queue,
    private readonly mailer: Mailer,
    private readonly directory: MemberDirectory,
    private readonly calendars: CalendarService,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Takes over what has failed for good since the last time. @returns how many are new */
  async collect(): Promise<number> {
    let found = 0;
    for (const { name, failed } of await this.queue.counts()) if (failed > 0) found += await this.collectOf(name);
    await this.history.settleMended(this.clock.now());
    return found;
  }

  /** Mails owners, each in their own working time. Without a mail server the live change in the hub was all there is. */
  async tell(): Promise<number> {
    const rows = await this.history.untold(TOLD_AT_ONCE);
    if (rows.length === 0) return 0;
    const calendars = await this.calendars.of([...new Set(rows.map((row) => row.owner_id!))]);
    let told = 0;
    for (const row of rows) {
      const calendar = calendars.get(row.owner_id!);
      const mayNow = !this.mailer.isConfigured || (calendar && isWorkingTime(calendar, this.clock.nowMs()));
      if (mayNow && (await this.tellOwner(row))) told += 1;
    }
    return told;
  }

  /** Every quarter of an hour, however many workers ask. */
  async sample(): Promise<void> {
    const now = this.clock.nowMs();
    const at = new Date(now - (now % SAMPLE_MS));
    const last = await this.history.lastSampleAt();
    if (last && Date.parse(last) >= at.getTime()) return;
    const waiting = (await this.queue.counts()).reduce((sum, counts) => sum + counts.waiting, 0);
    await this.history.sample(at, waiting, new Date(now - SAMPLES_KEPT_MS));
  }

  private async collectOf(queue: string): Promise<number> {
    const failed = await this.queue.failedJobs(queue, { limit: LOOKED_AT });
    const known = await this.history.known(
      queue,
      failed.map(({ jobId }) => jobId),
    );
    const news = failed.filter(({ jobId, failedAt }) => {
      const knownAt = known.get(jobId);
      return knownAt === undefined || failedAt.getTime() > Date.parse(knownAt);
    });
    if (news.length === 0) return 0;
    const subjects = await this.subjects.of(news.map(({ payload }) => payload));
    const rows = news.map((job, at) => ({
      id: newId(),
      queue,
      job_id: job.jobId,
      name: job.name,
      ...failureInWords(job.reason),
      details: job.reason.slice(0, MAX_DETAILS) || null,
      tries: job.attempts,
      max_tries: this.catalogue.jobs.find(({ name }) => name === job.name)?.attempts ?? job.attempts,
      subject: subjects[at]!.subject,
      owner_id: subjects[at]!.ownerId,
      channel_id: subjects[at]!.channelId,
      media_id: subjects[at]!.mediaId,
      failed_at: job.failedAt.toISOString(),
    }));
    return (await this.history.keep(rows)).length;
  }

  private async tellOwner(row: FailedJobRow): Promise<boolean> {
    const owner = await this.directory.find(row.owner_id!);
    if (!(await this.history.claimTelling(row.id, this.clock.now()))) return false;
    if (!this.mailer.isConfigured || !owner?.address || owner.deactivatedAt) return true;
    try {
      await this.mailer.send({
        to: owner.address,
        subject: `${row.subject.replace(/\p{Cc}/gu, ' ').slice(0, 120)}: it did not work`,
        text: `Hello ${owner.name},\n\n${row.subject}: ${row.reason}\n${row.advice ?? ''}\n\n${this.config.publicUrl}/inbox\n`,
        messageId: `failed-${globalId('FailedJob', row.id)}@${new URL(this.config.publicUrl).hostname}`,
      });
      return true;
    } catch (error) {
      this.logger.warn(`The owner of ${row.subject} was not told: ${error instanceof Error ? error.message : error}`);
      await this.history.untell(row.id);
      return false;
    }
  }
}
