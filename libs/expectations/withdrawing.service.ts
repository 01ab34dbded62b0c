import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainEvents, UnitOfWork } from '#database';
import { MemberDeactivated } from '#identity';
import { type Actor, Clock, type Id } from '#kernel';
import { PostDeleted, PostService, type PostView } from '#threads';
import { checkNote, requireAuthor } from './response.policy.js';
import { ResponseRepository } from './response.repository.js';
import { ResponseService } from './response.service.js';

/** What is asked no more: its author takes it back, its post is deleted, or its recipient has left. */
@Injectable()
export class WithdrawingService implements OnModuleInit {
  constructor(
    private readonly responses: ResponseRepository,
    private readonly service: ResponseService,
    private readonly posts: PostService,
    private readonly unitOfWork: UnitOfWork,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.onBeforeCommit(PostDeleted, async ({ postId, threadId, actorId }) => {
      await this.responses.lockThread(threadId);
      await this.withdrawAll(postId, actorId, 'The post was deleted.');
    });
    this.events.onBeforeCommit(MemberDeactivated, async ({ memberId, actorId }) => {
      await this.responses.lockThreadsOfRecipient(memberId);
      const open = await this.responses.openOfRecipient(memberId);
      await this.service.withdraw(open, actorId, this.clock.now(), 'This person is not here any more.');
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

  private async withdrawAll(postId: Id, actorId: Id, note: string | null): Promise<void> {
    await this.service.withdraw(await this.responses.openOfPost(postId), actorId, this.clock.now(), note);
  }
}
