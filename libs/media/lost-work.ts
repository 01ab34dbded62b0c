import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '#kernel';
import { Queue } from '#queue';
import { deathsByMedia, isIdle } from './job-traces.js';
import { type LostRow, MediaRepository } from './media.repository.js';
import { MediaChanges } from './media-changes.js';
import { jobOf, type Lane, lanes } from './processing/lanes.js';
import { MediaWork } from './processing/media-work.js';

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
    private readonly work: MediaWork,
    private readonly queue: Queue,
    private readonly changes: MediaChanges,
    private readonly clock: Clock,
  ) {}

  /** Looks only while a lane is idle: then what is still PROCESSING in it has no job. */
  async sweep(): Promise<{ askedAgain: number; givenUp: number }> {
    const found = { askedAgain: 0, givenUp: 0 };
    const before = new Date(this.clock.nowMs() - LOST_AFTER_MS);
    const names = lanes.map((lane) => jobOf[lane].name);
    const lost = await this.media.lost(names, before, AT_MOST);
    for (const lane of lanes) {
      const waiting = lost.filter((row) => row.lane === lane);
      if (waiting.length > 0 && (await isIdle(this.queue, jobOf[lane]))) await this.sweepLane(lane, waiting, found);
    }
    if (found.askedAgain + found.givenUp > 0) {
      this.logger.warn(`Media without a job: ${found.askedAgain} asked for again, ${found.givenUp} given up`);
    }
    return found;
  }

  private async sweepLane(
    lane: Lane,
    lost: readonly LostRow[],
    found: { askedAgain: number; givenUp: number },
  ): Promise<void> {
    const deaths = await deathsByMedia(this.queue, jobOf[lane]);
    for (const row of lost) {
      if ((deaths.get(row.id) ?? 0) < MOST_DEATHS) {
        await this.work.askAgain(row);
        found.askedAgain += 1;
      } else if (
        await this.media.fail(row.id, 'Its processing broke off again and again: play or download the original.')
      ) {
        await this.changes.tell(row.id);
        found.givenUp += 1;
      }
    }
  }
}
