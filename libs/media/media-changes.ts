import { Injectable, Logger } from '@nestjs/common';
import { UnitOfWork } from '#database';
import type { Id } from '#kernel';
import { PubSub } from '#pubsub';
import { mediaTopic } from './media.topics.js';

/** The door through which media items change: whoever watches one is told. */
@Injectable()
export class MediaChanges {
  private readonly logger = new Logger(MediaChanges.name);

  constructor(
    private readonly pubsub: PubSub,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Changes an item in one transaction and tells of it.
   * @param work answers false where there was nothing left to change
   */
  make(mediaId: Id, work: () => Promise<boolean>): Promise<boolean> {
    return this.unitOfWork.run(async () => {
      const hasChanged = await work();
      if (hasChanged) await this.tell(mediaId);
      return hasChanged;
    });
  }

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

  /**
   * Calls back after each change of an item, until the returned function is called. Where nothing can be heard at all,
   * nothing is: whoever watches must come by what they need without it, later.
   */
  async watch(mediaId: Id, onChange: () => void): Promise<() => Promise<void>> {
    try {
      return await this.pubsub.subscribe(mediaTopic(mediaId), onChange);
    } catch (error) {
      this.logger.warn(`Changes of the media item ${mediaId} are not heard: ${error}`);
      return async () => undefined;
    }
  }
}
