import { Injectable } from '@nestjs/common';
import type DataLoader from 'dataloader';
import { cursorOf, type HubContext, Page, type PageArgs, type PageRequest, pageRequest } from '#graph';
import { type Actor, groupBy, type Id } from '#kernel';
import { LiveChanges } from './live-changes.js';
import { NamesService } from './names.service.js';
import { PostRepository } from './post.repository.js';
import type { ThreadState } from './thread.entity.js';
import { ThreadRepository } from './thread.repository.js';
import type { ThreadView } from './thread-view.js';
import { noSuchPost, noSuchThread, threadConcluded } from './threads.errors.js';

const cursor = (thread: ThreadView): string => cursorOf(thread.lastActivityAt, thread.key);

@Injectable()
export class ThreadService {
  constructor(
    private readonly threads: ThreadRepository,
    private readonly posts: PostRepository,
    private readonly names: NamesService,
    private readonly live: LiveChanges,
  ) {}

  /** The thread, where the actor may read it. */
  async find(actor: Actor, id: Id): Promise<ThreadView | undefined> {
    return (await this.names.threads(await this.threads.visible([id], actor)))[0];
  }

  /** @throws HubError thread.not_found */
  async require(actor: Actor, id: Id | undefined): Promise<ThreadView> {
    const thread = id && (await this.find(actor, id));
    if (!thread) throw noSuchThread();
    return thread;
  }

  /** Threads by id within one operation; undefined for those that the actor may not read. */
  loader(context: HubContext): DataLoader<Id, ThreadView | undefined> {
    return context.loader('thread', async (ids: readonly Id[]) => {
      const views = await this.names.threads(await this.threads.visible(ids, context.signedIn));
      const byId = new Map(views.map((view) => [view.key, view]));
      return ids.map((id) => byId.get(id));
    });
  }

  /** The page of one channel within an operation that may ask for many channels' pages: one statement for all. */
  pageOfChannel(
    context: HubContext,
    channelId: Id,
    args: PageArgs,
    state: ThreadState | null,
  ): Promise<Page<ThreadView>> {
    const request = pageRequest(args, ['instant', 'id']);
    const name = `channel.threads:${request.size}:${state ?? ''}:${request.beyond?.join() ?? ''}`;
    return context
      .loader(name, (ids: readonly Id[]) => this.pages(ids, context.signedIn, state, request))
      .load(channelId);
  }

  /** Threads that the member follows and that have posts they have not read. */
  async unread(actor: Actor, args: PageArgs): Promise<Page<ThreadView>> {
    const request = pageRequest(args, ['instant', 'id']);
    const rows = await this.threads.unread(actor.memberId, request);
    return Page.of(await this.names.threads(rows), request, cursor);
  }

  unreadCount(memberId: Id): Promise<number> {
    return this.threads.unreadCount(memberId);
  }

  /**
   * Everything up to a post is read; everything, without one. Reading is never undone.
   * @throws HubError thread.not_found, post.not_found
   */
  async markRead(actor: Actor, threadId: Id | undefined, upToPostId: Id | null | undefined): Promise<ThreadView> {
    const thread = await this.require(actor, threadId);
    const number = upToPostId === null ? thread.postCount : await this.numberOf(actor, thread.key, upToPostId);
    await this.threads.markRead(thread.key, actor.memberId, number);
    await this.live.inboxes([actor.memberId]);
    return this.require(actor, thread.key);
  }

  /** @throws HubError thread.not_found */
  async setInvolvement(actor: Actor, threadId: Id | undefined, involvement: string): Promise<void> {
    const thread = await this.require(actor, threadId);
    await this.threads.involve(thread.key, actor.memberId, involvement);
    await this.live.inboxes([actor.memberId]);
  }

  /** Ends it with its conclusion, within the transaction that looked at what is owed. @throws HubError thread.concluded */
  async conclude(threadId: Id, summary: string, byId: Id, at: Date): Promise<void> {
    if (!(await this.threads.conclude(threadId, summary, byId, at))) throw threadConcluded();
    await this.live.thread({ threadId });
  }

  /** A concluded thread goes on; its conclusion goes. An open one stays as it is. @throws HubError thread.not_found */
  async reopen(actor: Actor, threadId: Id | undefined): Promise<ThreadView> {
    const thread = await this.require(actor, threadId);
    if (await this.threads.reopen(thread.key)) await this.live.thread({ threadId: thread.key });
    return this.require(actor, thread.key);
  }

  private async numberOf(actor: Actor, threadId: Id, postId: Id | undefined): Promise<number> {
    const [post] = postId ? await this.posts.visible([postId], actor) : [];
    if (!post || post.thread_id !== threadId || post.number === null) throw noSuchPost();
    return post.number;
  }

  private async pages(channelIds: readonly Id[], actor: Actor, state: ThreadState | null, request: PageRequest) {
    const views = await this.names.threads(await this.threads.page(channelIds, actor, state, request));
    if (channelIds.length === 1) return [Page.of(views, request, cursor)];
    const byChannel = groupBy(views, (view) => view.channel.key);
    return channelIds.map((id) => Page.of(byChannel.get(id) ?? [], request, cursor));
  }
}
