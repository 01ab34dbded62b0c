import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { FailureReports, Retention, SettingOverrides, SignsOfLife } from '#administration';
import { Delivering, DeliveryPlanning, DigestScheduleService } from '#attention';
import { CallSettling } from '#calls';
import { DeliveryService } from '#expectations';
import { SessionService } from '#identity';
import { Jobs } from '#jobs';
import { MediaSweeper, StoreSweeper } from '#media';
import { ScheduledPostsService } from '#posting';
import { MailedReplies } from '#replies';

interface Round {
  name: string;
  everyMs: number;
  run: () => Promise<unknown>;
}

/**
 * What the worker does again and again: each round asks the database what is due now and does it, so that nothing
 * depends on a timer that a crash would have lost. Several workers may run the same rounds; what is done is done once.
 */
@Injectable()
export class Rounds implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(Rounds.name);
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly running = new Set<Promise<void>>();
  private isStopping = false;
  private readonly rounds: readonly Round[];

  constructor(
    deliveries: DeliveryService,
    scheduled: ScheduledPostsService,
    jobs: Jobs,
    media: MediaSweeper,
    planning: DeliveryPlanning,
    delivering: Delivering,
    digests: DigestScheduleService,
    sessions: SessionService,
    failures: FailureReports,
    signs: SignsOfLife,
    overrides: SettingOverrides,
    retention: Retention,
    calls: CallSettling,
    replies: MailedReplies,
    store: StoreSweeper,
  ) {
    this.rounds = [
      { name: 'deliveries', everyMs: 1_000, run: () => deliveries.deliverDue() },
      { name: 'planning of deliveries', everyMs: 500, run: () => planning.planNew() },
      { name: 'notifications', everyMs: 500, run: () => delivering.deliverDue() },
      { name: 'put off until now', everyMs: 2_000, run: () => deliveries.bringBack() },
      { name: 'scheduled posts', everyMs: 1_000, run: () => scheduled.publishDue() },
      { name: 'digests', everyMs: 2_000, run: () => digests.askForDue() },
      { name: 'calls', everyMs: 2_000, run: () => calls.settleDue() },
      { name: 'outbox', everyMs: 5_000, run: () => jobs.sweep() },
      { name: 'media', everyMs: 15_000, run: () => media.sweep() },
      { name: 'failed jobs', everyMs: 10_000, run: () => failures.collect() },
      { name: 'telling of failures', everyMs: 60_000, run: () => failures.tell() },
      { name: 'waiting jobs', everyMs: 60_000, run: () => failures.sample() },
      { name: 'sign of life', everyMs: 15_000, run: () => signs.show('worker') },
      { name: 'settings', everyMs: 60_000, run: () => overrides.load() },
      { name: 'retention', everyMs: 86_400_000, run: () => retention.sweep() },
      { name: 'files that nothing names', everyMs: 86_400_000, run: () => store.sweep() },
      { name: 'old mails', everyMs: 86_400_000, run: () => replies.forgetOld() },
      { name: 'old deliveries', everyMs: 3_600_000, run: () => delivering.forgetOld() },
      { name: 'sessions', everyMs: 3_600_000, run: () => sessions.sweep() },
    ];
  }

  onApplicationBootstrap(): void {
    for (const round of this.rounds) this.start(round);
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    for (const timer of this.timers) clearTimeout(timer);
    await Promise.all(this.running);
  }

  /** The next round starts `everyMs` after the end of the last one: a slow one never runs beside itself. */
  private start(round: Round): void {
    const running = this.runOnce(round).finally(() => {
      this.running.delete(running);
      if (this.isStopping) return;
      const timer = setTimeout(() => {
        this.timers.delete(timer);
        this.start(round);
      }, round.everyMs);
      this.timers.add(timer);
    });
    this.running.add(running);
  }

  private async runOnce({ name, run }: Round): Promise<void> {
    try {
      await run();
    } catch (error) {
      this.logger.error(`The round of ${name} failed`, error instanceof Error ? error.stack : error);
    }
  }
}
