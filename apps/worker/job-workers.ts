import { availableParallelism } from 'node:os';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import {
  MailDeliveriesHandler,
  MailDigestHandler,
  MakeDigestHandler,
  PushDeliveriesHandler,
  TellWebhooksHandler,
} from '#attention';
import { MailInvitationHandler } from '#calls';
import { Config } from '#config';
import { RecomputeCalendarsHandler } from '#identity';
import { JobHistory } from '#jobs';
import {
  CopyMediaHandler,
  ProcessLongMediaHandler,
  ProcessMediaHandler,
  ProcessQuickMediaHandler,
  RemoveMediaFilesHandler,
  slotsOf,
  TranscribeMediaHandler,
} from '#media';
import { type BullEngine, BullJobRunner } from '#queue';
import { TakeMailedReplyHandler } from '#replies';
import { QUEUE_ENGINE } from '../engines.module.js';

/** Time for running jobs to end by themselves when the worker is told to stop. */
const GRACE_MS = 10_000;

/** Runs the jobs of the catalogue; starts only if each has exactly one handler. */
@Injectable()
export class JobWorkers implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(JobWorkers.name);
  private readonly runner: BullJobRunner;

  constructor(
    @Inject(QUEUE_ENGINE) engine: BullEngine,
    private readonly config: Config,
    private readonly history: JobHistory,
    private readonly processMedia: ProcessMediaHandler,
    private readonly processLongMedia: ProcessLongMediaHandler,
    private readonly processQuickMedia: ProcessQuickMediaHandler,
    private readonly copyMedia: CopyMediaHandler,
    private readonly removeMediaFiles: RemoveMediaFilesHandler,
    private readonly transcribeMedia: TranscribeMediaHandler,
    private readonly makeDigest: MakeDigestHandler,
    private readonly mailDigest: MailDigestHandler,
    private readonly mailDeliveries: MailDeliveriesHandler,
    private readonly pushDeliveries: PushDeliveriesHandler,
    private readonly tellWebhooks: TellWebhooksHandler,
    private readonly mailInvitation: MailInvitationHandler,
    private readonly recomputeCalendars: RecomputeCalendarsHandler,
    private readonly takeMailedReply: TakeMailedReplyHandler,
  ) {
    this.runner = new BullJobRunner(engine);
  }

  async onApplicationBootstrap(): Promise<void> {
    const slots = slotsOf(availableParallelism(), this.config.values.TRANSCODE_CONCURRENCY);
    await this.runner.start({
      handlers: [
        this.processMedia,
        this.processLongMedia,
        this.processQuickMedia,
        this.copyMedia,
        this.removeMediaFiles,
        this.transcribeMedia,
        this.makeDigest,
        this.mailDigest,
        this.mailDeliveries,
        this.pushDeliveries,
        this.tellWebhooks,
        this.mailInvitation,
        this.recomputeCalendars,
        this.takeMailedReply,
      ],
      concurrencyByQueue: {
        media: slots.SHORT,
        'media-long': slots.LONG,
        'media-quick': slots.QUICK,
        speech: 1,
        files: 1,
        digests: 4,
        mail: 2,
        push: 2,
        webhooks: 2,
        calendars: 1,
        replies: 2,
      },
      events: {
        failed: ({ job, jobId, attempt, isFinal, error }) => {
          const said = error instanceof Error ? error.message : String(error);
          const line = `${job.name} ${jobId} failed, attempt ${attempt}: ${said}`;
          if (isFinal) this.logger.error(line);
          else this.logger.warn(line);
        },
        completed: ({ job, durationMs }) => void this.remember(job.queue, durationMs / 1_000),
        engineFailed: (error) => this.logger.warn(`Queue: ${error instanceof Error ? error.message : error}`),
      },
    });
  }

  /** For how long what waits will take; that it cannot be written is no reason to stop. */
  private async remember(queue: string, seconds: number): Promise<void> {
    try {
      await this.history.took(queue, seconds);
    } catch (error) {
      this.logger.warn(`How long a job took was not kept: ${error instanceof Error ? error.message : error}`);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.runner.close({ graceMs: GRACE_MS });
  }
}
