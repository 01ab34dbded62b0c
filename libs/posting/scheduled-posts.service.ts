import { Injectable, Logger } from '@nestjs/common';
import { AskService, timingOfColumns } from '#expectations';
import { type Actor, Clock } from '#kernel';
import { LiveChanges } from '#threads';
import { responsesJson } from './draft.js';
import { type DuePost, PostingRepository } from './posting.repository.js';

const AT_ONCE = 100;

/** Publishes posts whose hour has come; run every few seconds by the worker. Running it twice publishes once. */
@Injectable()
export class ScheduledPostsService {
  private readonly logger = new Logger(ScheduledPostsService.name);

  constructor(
    private readonly posting: PostingRepository,
    private readonly asks: AskService,
    private readonly live: LiveChanges,
    private readonly clock: Clock,
  ) {}

  /** @returns how many posts were published */
  async publishDue(): Promise<number> {
    const due = await this.posting.due(this.clock.now(), AT_ONCE);
    let published = 0;
    for (const post of due) if (await this.publish(post)) published += 1;
    return published;
  }

  private async publish(post: DuePost): Promise<boolean> {
    const now = this.clock.now();
    const timing = timingOfColumns(post);
    const responses = await this.asks.planAgain(post.scheduled_recipient_ids, post.channel_id, now.getTime(), timing);
    const published = await this.posting.publish(
      {
        as: 'scheduled',
        withMedia: false,
        withMentions: false,
        withResponses: responses.length > 0,
        assumesFyi: false,
      },
      {
        ...nothing,
        thread: post.thread_id,
        author: post.author_id,
        isGuest: (post.role satisfies Actor['role']) === 'GUEST',
        post: post.id,
        now,
        kind: post.kind,
        responses: responsesJson({ responses }),
      },
    );
    if (!published) {
      // The thread was concluded, the channel archived, or the author has left it: it stays a draft that nobody sees.
      await this.posting.dropScheduled(post.id, now);
      this.logger.warn(`Scheduled post ${post.id} can no longer be published`);
      return false;
    }
    await this.live.published({
      channelId: post.channel_id,
      threadId: post.thread_id,
      postId: post.id,
      authorId: post.author_id,
    });
    await this.live.inboxes([post.author_id, ...responses.map(({ recipientId }) => recipientId)]);
    return true;
  }
}

const nothing = {
  channel: null,
  title: null,
  body: '',
  momentMedia: null,
  momentSeconds: null,
  timing: 'WHENEVER',
  workingHours: null,
  workingDays: null,
  by: null,
  urgencyReason: null,
  quorum: 'EACH',
  choices: [],
  idempotencyKey: null,
  media: [],
  mentioned: [],
  interrupted: [],
} as const;
