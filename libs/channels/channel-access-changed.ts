import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import type { Id } from '#kernel';
import { PubSub, topic } from '#pubsub';

/** Said to every process when somebody has left a channel: what still runs for them asks for its rights again. */
export const channelAccessChanged = topic<{ channelId: Id; memberId: Id }>('access.channel');

@Injectable()
export class ChannelAccessChanges {
  constructor(
    private readonly pubsub: PubSub,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Call inside the transaction that takes the access away. */
  async tell(channelId: Id, memberId: Id): Promise<void> {
    await this.unitOfWork.afterCommit(() => this.pubsub.publish(channelAccessChanged, { channelId, memberId }));
  }
}
