import { Injectable, type OnModuleInit } from '@nestjs/common';
import { channelArchived } from '#channels';
import { DomainEvents, UnitOfWork } from '#database';
import { type Actor, Clock, type Id } from '#kernel';
import {
  checkBody,
  LiveChanges,
  PostDeleted,
  PostService,
  type PostView,
  ThreadRepository,
  ThreadService,
  type ThreadView,
  threadConcluded,
} from '#threads';
import { openResponses } from './expectation.errors.js';
import { checkNote, requireAuthor } from './response.policy.js';
import { ResponseRepository } from './response.repository.js';
import { ResponseService } from './response.service.js';

/** Ending what is owed from the asking side: withdrawing a question, concluding a thread, deleting a post. */
@Injectable()
export class ClosingService implements OnModuleInit {
  constructor(
    private readonly responses: ResponseRepository,
    private readonly service: ResponseService,
    private readonly posts: PostService,
    private readonly threads: ThreadService,
    private readonly threadRows: ThreadRepository,
    private readonly live: LiveChanges,
    private readonly unitOfWork: UnitOfWork,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.onBeforeCommit(PostDeleted, async ({ postId, threadId, actorId }) => {
      await this.responses.lockThread(threadId);
      await this.withdrawAll(postId, actorId, 'The post was deleted.');
    });
  }

  /** @throws HubError post.not_found, expectation.not_yours */
  async withdraw(actor: Actor, postId: Id | undefined, note: string | null): Promise<PostView> {
    const post = await this.posts.require(actor, postId);
    requireAuthor(actor, post.author.key);
    const reason = checkNote(note, 'note');
    await this.unitOfWork.run(async () => {
      await this.responses.lockThread(post.threadKey);
      await this.withdrawAll(post.key, actor.memberId, reason);
    });
    return post;
  }

  /**
   * @throws HubError thread.not_found, thread.concluded, channel.archived, post.empty, input.text_too_long, and
   *   thread.open_responses where answers are owed and nobody said that they are no longer needed
   */
  async conclude(
    actor: Actor,
    threadId: Id | undefined,
    summary: string,
    withdrawOpenResponses: boolean,
  ): Promise<ThreadView> {
    const thread = await this.threads.require(actor, threadId);
    if (thread.channel.archivedAt) throw channelArchived();
    checkBody(summary, { mayBeEmpty: false, field: 'summary' });
    await this.unitOfWork.run(async () => {
      await this.responses.lockThread(thread.key);
      const now = this.clock.now();
      const open = await this.responses.openOfThread(thread.key);
      if (open.length > 0 && !withdrawOpenResponses) throw openResponses(open.length);
      await this.service.withdraw(open, actor.memberId, now, 'The thread was concluded.');
      if (!(await this.threadRows.conclude(thread.key, summary, actor.memberId, now))) throw threadConcluded();
      await this.live.thread({ threadId: thread.key });
    });
    return this.threads.require(actor, thread.key);
  }

  private async withdrawAll(postId: Id, actorId: Id, note: string | null): Promise<void> {
    await this.service.withdraw(await this.responses.openOfPost(postId), actorId, this.clock.now(), note);
  }
}
