import { Injectable, Logger } from '@nestjs/common';
import { UnitOfWork } from '#database';
import type { Id } from '#kernel';
import { PubSub, type Topic } from '#pubsub';
import { activityTopic, inboxTopic, type ThreadChange, threadTopic } from './thread.topics.js';

/**
 * Tells whoever watches a thread or their inbox, once the change is committed. Nobody waits for that: the change is on
 * disk, and who misses the news reads it at the next one or when they come back.
 */
@Injectable()
export class LiveChanges {
  private readonly logger = new Logger(LiveChanges.name);

  constructor(
    private readonly pubsub: PubSub,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async thread(change: ThreadChange): Promise<void> {
    await this.unitOfWork.afterCommit(() => this.publish(threadTopic(change.threadId), change));
  }

  /** A new post: for those who watch its thread, and for the inboxes that it makes unread in. */
  async published({
    channelId,
    threadId,
    postId,
    authorId,
  }: {
    channelId: Id;
    threadId: Id;
    postId: Id;
    authorId: Id;
  }): Promise<void> {
    await this.unitOfWork.afterCommit(() => {
      this.publish(threadTopic(threadId), { threadId, postId });
      this.publish(activityTopic, { channelId, threadId, authorId });
    });
  }

  async inboxes(memberIds: Iterable<Id>): Promise<void> {
    const all = new Set(memberIds);
    if (all.size === 0) return;
    await this.unitOfWork.afterCommit(() => {
      for (const memberId of all) this.publish(inboxTopic(memberId), { memberId });
    });
  }

  private publish<Message extends object>(topic: Topic<Message>, message: Message): void {
    this.pubsub.publish(topic, message).catch((error: unknown) => {
      this.logger.warn(`${topic} was not told: ${error instanceof Error ? error.message : error}`);
    });
  }
}
