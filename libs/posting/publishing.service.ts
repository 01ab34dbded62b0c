import { Injectable } from '@nestjs/common';
import type { ChannelEntry } from '#channels';
import { UnitOfWork } from '#database';
import { type Ask, AskService, ResponseService } from '#expectations';
import { LiveChanges, NamesService, type PostView, postView, type ThreadView, threadView } from '#threads';
import { rowOf } from './draft.js';
import { PostingRepository, type Published } from './posting.repository.js';
import type { PostValues } from './publish.statement.js';

export interface Posted {
  post: PostView;
  thread: ThreadView;
}

/** Writes a post that was checked and planned, and tells whom it concerns. */
@Injectable()
export class PublishingService {
  constructor(
    private readonly posting: PostingRepository,
    private readonly asks: AskService,
    private readonly responses: ResponseService,
    private readonly names: NamesService,
    private readonly live: LiveChanges,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * One statement; for an urgent post in a transaction that counts the author's budget alone.
   * @param channel where the post asks by the agreement of its channel; undefined for a plain reply
   * @returns undefined where the author may not post there; nothing was written then
   * @throws HubError expectation.urgent_budget_spent
   */
  async publish(
    values: PostValues,
    as: 'opening' | 'reply',
    ask: Ask,
    channel?: ChannelEntry,
    { assumesFyi = false, answersNothing = false } = {},
  ): Promise<Posted | undefined> {
    const parts = {
      as,
      withMedia: values.media.length > 0,
      withMentions: values.mentioned.length > 0,
      withResponses: ask.responses.length > 0 || ask.timing.kind === 'NOW',
      assumesFyi,
      answersNothing,
    };
    const published =
      channel && ask.timing.kind === 'NOW'
        ? await this.unitOfWork.run(async () => {
            await this.asks.spendUrgent(values.author, channel.agreement.urgentBudgetPerWeek, values.now.getTime());
            return this.posting.publish(parts, values);
          })
        : await this.posting.publish(parts, values);
    if (!published) return undefined;
    await this.tell(values, published, ask);
    const naming = this.names.ensure([values.author, published.author_id], [published.channel_id]);
    if (naming) await naming;
    const thread = threadView(published, this.names);
    return { thread, post: postView(rowOf(values, published.post_count, null), this.names, thread) };
  }

  private async tell(values: PostValues, published: Published, ask: Ask): Promise<void> {
    await this.live.published({
      channelId: published.channel_id,
      threadId: values.thread,
      postId: values.post,
      authorId: values.author,
    });
    const closed = published.has_answered ? await this.posting.closedBy(values) : [];
    const answeredForAll = closed.filter(({ isForAll }) => isForAll).map(({ postId }) => postId);
    if (answeredForAll.length > 0) await this.responses.releaseBesideAnswer(values.thread, answeredForAll);
    for (const { id } of closed) await this.live.thread({ threadId: values.thread, expectedResponseId: id });
    const concerned = [
      ...ask.responses.map(({ recipientId }) => recipientId),
      ...closed.flatMap((one) => [one.authorId, one.recipientId]),
    ];
    if (concerned.length > 0) await this.live.inboxes([values.author, ...concerned]);
  }
}
