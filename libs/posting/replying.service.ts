import { Injectable } from '@nestjs/common';
import { channelArchived } from '#channels';
import { AskService } from '#expectations';
import { type Actor, Clock, type Id, newId } from '#kernel';
import { noSuchThread, ThreadService, threadConcluded } from '#threads';
import { type PostInput, valuesFor } from './draft.js';
import { OnceService, publishedMs } from './once.service.js';
import { type Posted, PublishingService } from './publishing.service.js';
import { SavingService } from './saving.service.js';
import { ThreadChannels } from './thread-channels.js';

/**
 * A post in a thread that is there, now or at its hour. A plain reply is one statement alone; what it may not do is
 * found out afterwards, because nothing was written then.
 */
@Injectable()
export class ReplyingService {
  constructor(
    private readonly frame: OnceService,
    private readonly asks: AskService,
    private readonly publishing: PublishingService,
    private readonly saving: SavingService,
    private readonly threads: ThreadService,
    private readonly channels: ThreadChannels,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws HubError thread.not_found, thread.concluded, channel.archived, post.empty, input.text_too_long,
   *   expectation.*, media.*
   */
  async postReply(actor: Actor, threadId: Id | undefined, input: PostInput): Promise<Posted> {
    if (!threadId) throw noSuchThread();
    return this.frame.once(actor, input, async (mentioned, now) => {
      const plain = input.publishAt ? undefined : this.asks.fyi(input.expectation, now.getTime());
      if (plain) {
        const values = valuesFor(actor, newId(), { threadId }, input, plain, mentioned, now);
        const asksByDefault = !input.expectation && !actor.isBot;
        const defaultKind = asksByDefault ? await this.channels.defaultKind(threadId) : 'FYI';
        const posted =
          defaultKind === undefined || defaultKind === 'FYI'
            ? await this.publishing.publish(values, 'reply', plain, undefined, {
                assumesFyi: defaultKind === undefined,
              })
            : undefined;
        if (posted) {
          this.channels.remember(threadId, posted.thread.channel.key);
          return posted;
        }
      }
      return this.replyAsAgreed(actor, threadId, input, mentioned, now);
    });
  }

  /**
   * What the hub says in a member's name: for information, and no answer to anything that they owe.
   * @returns undefined where the member may not post there any more
   */
  async postNote(actor: Actor, threadId: Id, body: string): Promise<Posted | undefined> {
    const now = this.clock.now();
    const input = { body, mediaIds: [], moment: null, publishAt: null, idempotencyKey: null };
    const plain = this.asks.fyi({ kind: 'FYI' }, now.getTime())!;
    const values = valuesFor(actor, newId(), { threadId }, { ...input, expectation: null }, plain, [], now);
    return this.publishing.publish(values, 'reply', plain, undefined, { answersNothing: true });
  }

  /** The way of every reply that asks for something, or that was refused: with a look at the thread first. */
  private async replyAsAgreed(
    actor: Actor,
    threadId: Id,
    input: PostInput,
    mentioned: readonly Id[],
    now: Date,
  ): Promise<Posted> {
    const thread = await this.threads.require(actor, threadId);
    const { channel } = thread;
    if (thread.state === 'CONCLUDED') throw threadConcluded();
    if (channel.archivedAt) throw channelArchived();
    const ask = await this.asks.plan(actor, channel, input.expectation, mentioned, publishedMs(input, now));
    const values = valuesFor(actor, newId(), { threadId }, input, ask, mentioned, now);
    const posted = input.publishAt
      ? await this.saving.save(actor, values, ask, input.publishAt)
      : await this.publishing.publish(values, 'reply', ask, channel);
    if (!posted) throw noSuchThread();
    return posted;
  }
}
