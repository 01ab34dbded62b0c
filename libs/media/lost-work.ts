import { Injectable, Logger } from '@nestjs/common';
import { Jobs } from '#jobs';
import { Clock } from '#kernel';
import { Queue } from '#queue';
import { deathsByMedia, isIdle } from './job-traces.js';
import { processMedia } from './media.jobs.js';
import { MediaRepository } from './media.repository.js';
import { MediaChanges } from './media-changes.js';

const AT_MOST = 500;
/** Younger items have their job on its way. */
const LOST_AFTER_MS = 60_000;
/** Jobs of one item that ended without a word, after which its file must be what ends them. */
const MOST_DEATHS = 2;

/** Items that are PROCESSING while nobody works on them: their job died with its worker, or the queue lost it. */
@Injectable()
export class LostWork {
  private readonly logger = new Logger(LostWork.name);

  constructor(
    private readonly media: MediaRepository,
    private readonly jobs: Jobs,
    private readonly queue: Queue,
    private readonly changes: MediaChanges,
    private readonly clock: Clock,
  ) {}

  /** Looks only while the queue is idle: then what is still PROCESSING has no job. */
  async sweep(): Promise<{ askedAgain: number; givenUp: number }> {
    const found = { askedAgain: 0, givenUp: 0 };
    const before = new Date(this.clock.nowMs() - LOST_AFTER_MS);
    const lost = await this.media.lost(processMedia.name, before, AT_MOST);
    if (lost.length === 0 || !(await isIdle(this.queue, processMedia))) return found;

    const deaths = await deathsByMedia(this.queue, processMedia);
    for (const { id } of lost) {
      if ((deaths.get(id) ?? 0) < MOST_DEATHS) {
        await this.jobs.ask(processMedia, { mediaId: id });
        found.askedAgain += 1;
      } else if (
        await this.media.fail(id, 'Its processing broke off again and again: play or download the original.')
      ) {
        await this.changes.tell(id);
        found.givenUp += 1;
      }
    }
    this.logger.warn(`Media without a job: ${found.askedAgain} asked for again, ${found.givenUp} given up`);
    return found;
  }
}
