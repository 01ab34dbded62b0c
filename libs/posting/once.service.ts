import { Injectable } from '@nestjs/common';
import { MemberRepository } from '#identity';
import { type Actor, Clock, type Id } from '#kernel';
import { mentionedHandles, PostService, ThreadService } from '#threads';
import type { PostInput } from './draft.js';
import { PostChecks } from './post-checks.js';
import { isRepeated, PostingRepository } from './posting.repository.js';
import type { Posted } from './publishing.service.js';

/** The frame of every new post: checked where no place is needed for that, and written once for each key. */
@Injectable()
export class OnceService {
  constructor(
    private readonly checks: PostChecks,
    private readonly members: MemberRepository,
    private readonly posting: PostingRepository,
    private readonly posts: PostService,
    private readonly threads: ThreadService,
    private readonly clock: Clock,
  ) {}

  /** Posts, or answers a repeated idempotency key with the first post. */
  async once(actor: Actor, input: PostInput, post: (mentioned: Id[], now: Date) => Promise<Posted>): Promise<Posted> {
    await this.checks.check(actor, input, this.clock.nowMs());
    const handles = mentionedHandles(input.body);
    const mentioned = handles.length > 0 ? await this.members.activeByHandles(handles) : [];
    try {
      return await post(
        mentioned.map(({ id }) => id),
        this.clock.now(),
      );
    } catch (error) {
      if (!input.idempotencyKey || !isRepeated(error)) throw error;
      const row = await this.posting.byIdempotencyKey(actor.memberId, input.idempotencyKey);
      const [first] = await this.posts.views([row!]);
      return { post: first!, thread: await this.threads.require(actor, first!.threadKey) };
    }
  }
}

/** When a post will be published. */
export const publishedMs = (input: PostInput, now: Date): number =>
  input.publishAt ? Date.parse(input.publishAt) : now.getTime();
