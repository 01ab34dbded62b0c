import { Injectable } from '@nestjs/common';
import { ChannelDirectory, channelArchived, noSuchChannel } from '#channels';
import { UnitOfWork } from '#database';
import { type Ask, AskService } from '#expectations';
import { MemberRepository } from '#identity';
import { type Actor, Clock, type Id, newId } from '#kernel';
import {
  checkTitle,
  LiveChanges,
  mentionedHandles,
  NamesService,
  noSuchThread,
  type PostView,
  postView,
  ThreadService,
  type ThreadView,
  threadConcluded,
  threadView,
} from '#threads';
import { type Place, type PostInput, rowOf, valuesFor } from './draft.js';
import { PostChecks } from './post-checks.js';
import { isRepeated, PostingRepository, type Published } from './posting.repository.js';
import type { PostValues } from './publish.statement.js';

export interface Posted {
  post: PostView;
  thread: ThreadView;
}

/**
 * Publishing a post: thread, expectation and media in one statement, now or at its hour. A plain reply is that one
 * statement alone; what it may not do is found out afterwards, because nothing was written then.
 */
@Injectable()
export class PostingService {
  constructor(
    private readonly posting: PostingRepository,
    private readonly asks: AskService,
    private readonly checks: PostChecks,
    private readonly threads: ThreadService,
    private readonly names: NamesService,
    private readonly channels: ChannelDirectory,
    private readonly members: MemberRepository,
    private readonly live: LiveChanges,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws HubError channel.not_found, channel.archived, thread.bad_title, and what {@link postReply} throws */
  async openThread(actor: Actor, channelId: Id | undefined, title: string, input: PostInput): Promise<Posted> {
    const channel = channelId && (await this.channels.find(channelId));
    if (!channel) throw noSuchChannel();
    const place = { threadId: newId(), channelId: channel.key, title: checkTitle(title) };
    return this.once(actor, input, async (mentioned) => {
      const now = this.clock.now();
      const ask = await this.asks.plan(actor, channel, input.expectation, mentioned, atMs(input, now));
      const values = valuesFor(actor, newId(), place, input, ask, mentioned, now);
      const posted = input.publishAt
        ? await this.save(actor, values, ask, input.publishAt)
        : await this.publish(values, 'opening', ask, false);
      if (!posted) throw channel.archivedAt ? channelArchived() : noSuchChannel();
      return posted;
    });
  }

  /**
   * @throws HubError thread.not_found, thread.concluded, channel.archived, post.empty, input.text_too_long,
   *   expectation.*, media.*
   */
  async postReply(actor: Actor, threadId: Id | undefined, input: PostInput): Promise<Posted> {
    if (!threadId) throw noSuchThread();
    return this.once(actor, input, async (mentioned) => {
      const now = this.clock.now();
      const plain = input.publishAt ? undefined : this.asks.fyi(input.expectation, now.getTime());
      if (plain) {
        const values = valuesFor(actor, newId(), { threadId }, input, plain, mentioned, now);
        const posted = await this.publish(values, 'reply', plain, !input.expectation && !actor.isBot);
        if (posted) return posted;
      }
      return this.replyAsAgreed(actor, { threadId }, input, mentioned, now);
    });
  }

  /** The way of every reply that asks for something, or that was refused: with a look at the thread first. */
  private async replyAsAgreed(
    actor: Actor,
    place: Place,
    input: PostInput,
    mentioned: readonly Id[],
    now: Date,
  ): Promise<Posted> {
    const thread = await this.threads.require(actor, place.threadId);
    if (thread.state === 'CONCLUDED') throw threadConcluded();
    if (thread.channel.archivedAt) throw channelArchived();
    const ask = await this.asks.plan(actor, thread.channel, input.expectation, mentioned, atMs(input, now));
    const values = valuesFor(actor, newId(), place, input, ask, mentioned, now);
    const posted = input.publishAt
      ? await this.save(actor, values, ask, input.publishAt)
      : await this.publish(values, 'reply', ask, false);
    if (!posted) throw noSuchThread();
    return posted;
  }

  /** Checks what can be checked without the place, posts, and answers a repeated key with the first post. */
  private async once(actor: Actor, input: PostInput, post: (mentioned: Id[]) => Promise<Posted>): Promise<Posted> {
    await this.checks.check(actor, input, this.clock.nowMs());
    const handles = mentionedHandles(input.body);
    const mentioned = handles.length > 0 ? await this.members.activeByHandles(handles) : [];
    try {
      return await post(mentioned.map(({ id }) => id));
    } catch (error) {
      if (!input.idempotencyKey || !isRepeated(error)) throw error;
      const row = await this.posting.byIdempotencyKey(actor.memberId, input.idempotencyKey);
      const [first] = await this.names.posts([row!]);
      return { post: first!, thread: await this.threads.require(actor, first!.threadKey) };
    }
  }

  private async publish(
    values: PostValues,
    as: 'opening' | 'reply',
    ask: Ask,
    assumesFyi: boolean,
  ): Promise<Posted | undefined> {
    const published = await this.posting.publish(
      {
        as,
        withMedia: values.media.length > 0,
        withMentions: values.mentioned.length > 0,
        withResponses: ask.responses.length > 0 || ask.timing.kind === 'NOW',
        assumesFyi,
      },
      values,
    );
    if (!published) return undefined;
    await this.tell(values, published, ask);
    const naming = this.names.ensure([values.author, published.author_id], [published.channel_id]);
    if (naming) await naming;
    const thread = threadView(published, this.names);
    return {
      thread,
      post: postView(rowOf(values, published.post_count, null), this.names, thread),
    };
  }

  private async tell(values: PostValues, published: Published, ask: Ask): Promise<void> {
    await this.live.published({
      channelId: published.channel_id,
      threadId: values.thread,
      postId: values.post,
      authorId: values.author,
    });
    const closed = published.closed ?? [];
    for (const { id } of closed) await this.live.thread({ threadId: values.thread, expectedResponseId: id });
    const concerned = [
      ...ask.responses.map(({ recipientId }) => recipientId),
      ...closed.flatMap((one) => [one.authorId, one.recipientId]),
    ];
    if (concerned.length > 0) await this.live.inboxes([values.author, ...concerned]);
  }

  /** Keeps a post until its hour. Only its author sees it; whom it asks is decided now, when it reaches them then. */
  private async save(actor: Actor, values: PostValues, ask: Ask, publishAt: string): Promise<Posted | undefined> {
    const recipientIds = ask.responses.map(({ recipientId }) => recipientId);
    const isSaved = await this.unitOfWork.run(
      async () =>
        (!values.title || (await this.posting.saveThread(values))) &&
        (await this.posting.savePost(values, recipientIds, new Date(publishAt))),
    );
    if (!isSaved) return undefined;
    const thread = await this.threads.require(actor, values.thread);
    return { thread, post: postView(rowOf(values, null, publishAt), this.names, thread) };
  }
}

const atMs = (input: PostInput, now: Date): number => (input.publishAt ? Date.parse(input.publishAt) : now.getTime());
