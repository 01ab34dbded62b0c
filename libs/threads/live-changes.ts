import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import type { Id } from '#kernel';
import { PubSub } from '#pubsub';
import { activityTopic, inboxTopic, type ThreadChange, threadTopic } from './thread.topics.js';

/** Tells whoever watches a thread or their inbox, once the change is committed. */
@Injectable()
export class LiveChanges {
  constructor(
    private readonly pubsub: PubSub,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async thread(change: ThreadChange): Promise<void> {
    await this.unitOfWork.afterCommit(() => this.pubsub.publish(threadTopic(change.threadId), change));
  }

  /** A new post: for those who watch its thread, and for the inboxes that it makes unread in. */
  async published(post: { channelId: Id; threadId: Id; postId: Id; authorId: Id }): Promise<void> {
    const { channelId, threadId, postId, authorId } = post;
    await this.unitOfWork.afterCommit(async () => {
      await Promise.all([
        this.pubsub.publish(threadTopic(threadId), { threadId, postId }),
        this.pubsub.publish(activityTopic, { channelId, threadId, authorId }),
      ]);
    });
  }

  async inboxes(memberIds: Iterable<Id>): Promise<void> {
    const all = [...new Set(memberIds)];
    if (all.length === 0) return;
    await this.unitOfWork.afterCommit(async () => {
      await Promise.all(all.map((memberId) => this.pubsub.publish(inboxTopic(memberId), { memberId })));
    });
  }
}
