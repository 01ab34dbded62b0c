import { Injectable, Logger } from '@nestjs/common';
import { Clock, machineClock } from '#kernel';
import { LostWork } from './lost-work.js';
import { LostTranscripts } from './transcripts/lost-transcripts.js';
import { UploadRepository } from './upload.repository.js';
import { UPLOAD_LIFE_MS, UploadService } from './upload.service.js';
import { UploadArrival } from './upload-arrival.js';
import { UploadFiles } from './upload-files.js';
import { UploadParts } from './upload-parts.js';

const AT_MOST = 500;
/** An upload that is complete for this long was left by a process that died: until then its request takes it in. */
const LEFT_AFTER_MS = 15_000;
/** Longer than any work on one item takes. */
const WORK_LEFT_AFTER_MS = 24 * 60 * 60_000;

export interface Swept {
  arrived: number;
  expired: number;
  askedAgain: number;
  givenUp: number;
  transcriptsAskedAgain: number;
}

/**
 * Finishes what crashes left half done. Run it at the start and four times a minute, in the processes that share the uploads
 * directory; running it beside itself does no harm.
 */
@Injectable()
export class MediaSweeper {
  private readonly logger = new Logger(MediaSweeper.name);

  constructor(
    private readonly uploads: UploadRepository,
    private readonly service: UploadService,
    private readonly files: UploadFiles,
    private readonly parts: UploadParts,
    private readonly arrival: UploadArrival,
    private readonly lostWork: LostWork,
    private readonly lostTranscripts: LostTranscripts,
    private readonly clock: Clock,
  ) {}

  async sweep(): Promise<Swept> {
    const arrived = await this.takeInLeft();
    const expired = await this.expire();
    await this.files.removeWorkBefore(machineClock.nowMs() - WORK_LEFT_AFTER_MS);
    const transcriptsAskedAgain = await this.lostTranscripts.sweep();
    return { arrived, expired, transcriptsAskedAgain, ...(await this.lostWork.sweep()) };
  }

  /** Uploads with all their bytes whose process died before it took them in, and files whose item is taken in or gone. */
  private async takeInLeft(): Promise<number> {
    const left = (await this.parts.list()).filter(({ idleMs }) => idleMs > LEFT_AFTER_MS);
    const rows = new Map((await this.uploads.unfinished(left.map(({ id }) => id))).map((row) => [row.id, row]));
    let arrived = 0;
    for (const { id, byteSize } of left) {
      const row = rows.get(id);
      if (!row) await this.parts.remove(id);
      else if (row.byte_size === byteSize && (await this.takeIn(id))) arrived += 1;
    }
    return arrived;
  }

  private async takeIn(id: string): Promise<boolean> {
    try {
      await this.arrival.takeIn(id);
      return true;
    } catch (error) {
      this.logger.error(`The upload ${id} is complete and cannot be taken in`, error);
      return false;
    }
  }

  /** What is complete is never given up: it waits for the store or the tools that are missing. */
  private async expire(): Promise<number> {
    const before = new Date(this.clock.nowMs() - UPLOAD_LIFE_MS);
    let expired = 0;
    for (const { id, byte_size } of await this.uploads.expired(before, AT_MOST)) {
      // Sent to the store itself, and nobody said so.
      if (byte_size !== null && (await this.parts.adopt(id, byte_size))) continue;
      if (byte_size !== null && byte_size === (await this.parts.offset(id))) continue;
      await this.service.abandon(id, 'Its upload was never finished: upload it again.');
      expired += 1;
    }
    return expired;
  }
}
