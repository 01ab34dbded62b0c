import { Injectable, Logger } from '@nestjs/common';
import { Jobs } from '#jobs';
import { Clock } from '#kernel';
import { Queue } from '#queue';
import { deathsByMedia, isIdle } from '../job-traces.js';
import { transcribeMedia } from '../media.jobs.js';
import { MediaChanges } from '../media-changes.js';
import { TranscriptRepository } from './transcript.repository.js';

const AT_MOST = 500;
const LOST_AFTER_MS = 60_000;
const MOST_DEATHS = 2;

/** Transcripts that are PENDING while nobody works on them. */
@Injectable()
export class LostTranscripts {
  private readonly logger = new Logger(LostTranscripts.name);

  constructor(
    private readonly transcripts: TranscriptRepository,
    private readonly jobs: Jobs,
    private readonly queue: Queue,
    private readonly changes: MediaChanges,
    private readonly clock: Clock,
  ) {}

  /** Looks only while the queue is idle: then what is still PENDING has no job. @returns how many it asked for again */
  async sweep(): Promise<number> {
    const before = new Date(this.clock.nowMs() - LOST_AFTER_MS);
    const lost = await this.transcripts.lost(transcribeMedia.name, before, AT_MOST);
    if (lost.length === 0 || !(await isIdle(this.queue, transcribeMedia))) return 0;
    const deaths = await deathsByMedia(this.queue, transcribeMedia);
    let askedAgain = 0;
    for (const { id } of lost) {
      if ((deaths.get(id) ?? 0) < MOST_DEATHS) {
        await this.jobs.ask(transcribeMedia, { mediaId: id });
        askedAgain += 1;
      } else if (await this.transcripts.fail(id, 'Writing it down broke off again and again: write it by hand.')) {
        await this.changes.tell(id);
      }
    }
    this.logger.warn(`Transcripts without a job: ${askedAgain} of ${lost.length} asked for again`);
    return askedAgain;
  }
}
