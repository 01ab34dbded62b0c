import { Injectable, Logger } from '@nestjs/common';
import { UnitOfWork } from '#database';
import type { Id } from '#kernel';
import { PubSub } from '#pubsub';
import { mediaTopic } from './media.topics.js';

/** Tells who watches a media item that it is other than before. */
@Injectable()
export class MediaChanges {
  private readonly logger = new Logger(MediaChanges.name);

  constructor(
    private readonly pubsub: PubSub,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** After the commit, or at once where no transaction is open. Nothing depends on it: who missed it asks again. */
  async tell(mediaId: Id): Promise<void> {
    await this.unitOfWork.afterCommit(async () => {
      try {
        await this.pubsub.publish(mediaTopic(mediaId), { mediaId });
      } catch (error) {
        this.logger.warn(`Nobody heard that the media item ${mediaId} changed: ${error}`);
      }
    });
  }
}
