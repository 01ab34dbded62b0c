import type { Id } from '#kernel';
import { type Topic, topic } from '#pubsub';

/** What changed in a thread: a post published, edited or deleted; or one expected response; or the thread alone. */
export interface ThreadChange {
  threadId: Id;
  postId?: Id;
  expectedResponseId?: Id;
}

export const threadTopic = (threadId: Id): Topic<ThreadChange> => topic<ThreadChange>(`thread:${threadId}`);

/** Said to one member: their inbox is other than before. */
export const inboxTopic = (memberId: Id): Topic<{ memberId: Id }> => topic<{ memberId: Id }>(`inbox:${memberId}`);

/** Said of every published post, to whom it may be news: processes with open inboxes look whose channel it is. */
export const activityTopic = topic<{ channelId: Id; threadId: Id; authorId: Id }>('activity');
