import { Injectable } from '@nestjs/common';
import type DataLoader from 'dataloader';
import { DomainEvents, UnitOfWork } from '#database';
import { cursorOf, type HubContext, Page, type PageArgs, type PageRequest, pageRequest } from '#graph';
import { MemberRepository } from '#identity';
import { type Actor, Clock, groupBy, type Id, isAdministrator } from '#kernel';
import { LiveChanges } from './live-changes.js';
import { mentionedHandles } from './mentions.js';
import { NamesService } from './names.service.js';
import { PostRepository } from './post.repository.js';
import type { PostRow, PostView } from './post-view.js';
import { checkBody } from './text-limits.js';
import { PostDeleted } from './thread.events.js';
import { noSuchPost, notAnEmoji, notPublished, notYourPost, postDeleted, tooManyReactions } from './threads.errors.js';

/** Different emoji under one post. */
const MAX_REACTIONS = 20;
/** One emoji as a person sees it: a base with its modifiers, a flag, a keycap or a joined family. */
const oneEmoji =
  /^(?=.{1,32}$)(\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3)(\uFE0F|\p{Emoji_Modifier}|\u200D\p{Extended_Pictographic}|[\u{E0020}-\u{E007F}])*$/u;

const cursor = (post: PostView): string => cursorOf(post.number);

export interface ReactionView {
  emoji: string;
  count: number;
  viewerHasReacted: boolean;
}

@Injectable()
export class PostService {
  constructor(
    private readonly posts: PostRepository,
    private readonly names: NamesService,
    private readonly members: MemberRepository,
    private readonly live: LiveChanges,
    private readonly unitOfWork: UnitOfWork,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** The post, where the actor may read it. */
  async find(actor: Actor, id: Id): Promise<PostView | undefined> {
    return (await this.names.posts(await this.posts.visible([id], actor)))[0];
  }

  views(rows: readonly PostRow[]): Promise<PostView[]> {
    return this.names.posts(rows);
  }

  /** @throws HubError post.not_found */
  async require(actor: Actor, id: Id | undefined): Promise<PostView> {
    const post = id && (await this.find(actor, id));
    if (!post) throw noSuchPost();
    return post;
  }

  loader(context: HubContext): DataLoader<Id, PostView | undefined> {
    return context.loader('post', async (ids: readonly Id[]) => {
      const views = await this.names.posts(await this.posts.visible(ids, context.signedIn));
      const byId = new Map(views.map((view) => [view.key, view]));
      return ids.map((id) => byId.get(id));
    });
  }

  /** The page of one thread within an operation that may ask for many threads' pages: one statement for all. */
  pageOfThread(context: HubContext, threadId: Id, args: PageArgs): Promise<Page<PostView>> {
    const request = pageRequest(args, ['integer']);
    const name = `thread.posts:${request.fromEnd ? 'last' : 'first'}${request.size}:${request.beyond?.[0] ?? ''}`;
    return context.loader(name, (ids: readonly Id[]) => this.pages(ids, request)).load(threadId);
  }

  reactions(context: HubContext): DataLoader<Id, ReactionView[]> {
    return context.loader('post.reactions', async (ids: readonly Id[]) => {
      const rows = await this.posts.reactions(ids, context.signedIn.memberId);
      const byPost = groupBy(rows, (row) => row.post_id);
      return ids.map((id) =>
        (byPost.get(id) ?? []).map(({ emoji, count, mine }) => ({ emoji, count, viewerHasReacted: mine })),
      );
    });
  }

  /** @throws HubError post.not_found, post.not_yours, post.deleted, post.empty, input.text_too_long */
  async edit(actor: Actor, id: Id | undefined, body: string): Promise<PostView> {
    const post = await this.require(actor, id);
    if (post.author.key !== actor.memberId) throw notYourPost();
    if (post.deletedAt) throw postDeleted();
    checkBody(body, { mayBeEmpty: false });
    const mentioned = await this.members.activeByHandles(mentionedHandles(body));
    const row = await this.unitOfWork.run(async () => {
      await this.posts.replaceMentions(
        post.key,
        mentioned.map((member) => member.id),
        this.clock.now(),
      );
      await this.live.thread({ threadId: post.threadKey, postId: post.key });
      return this.posts.edit(post.key, body, this.clock.now());
    });
    return (await this.names.posts([row]))[0]!;
  }

  /**
   * Takes away what a post says; its place stays. Authors delete theirs, administrators any.
   * @throws HubError post.not_found, post.not_yours
   */
  async delete(actor: Actor, id: Id | undefined): Promise<PostView> {
    const post = await this.require(actor, id);
    if (post.author.key !== actor.memberId && !isAdministrator(actor)) throw notYourPost();
    if (post.deletedAt) return post;
    const row = await this.unitOfWork.run(async () => {
      await this.events.tell(new PostDeleted(post.key, post.threadKey, actor.memberId));
      await this.live.thread({ threadId: post.threadKey, postId: post.key });
      return this.posts.remove(post.key, this.clock.now());
    });
    return (await this.names.posts([row]))[0]!;
  }

  /** @throws HubError post.not_found, post.deleted, post.not_published, reaction.not_an_emoji, reaction.too_many */
  async react(actor: Actor, id: Id | undefined, emoji: string, remove: boolean): Promise<PostView> {
    const post = await this.require(actor, id);
    if (post.deletedAt) throw postDeleted();
    if (!post.publishedAt) throw notPublished();
    if (remove) {
      await this.posts.removeReaction(post.key, actor.memberId, emoji);
    } else {
      if (!oneEmoji.test(emoji)) throw notAnEmoji();
      if ((await this.posts.otherReactions(post.key, emoji)) >= MAX_REACTIONS) throw tooManyReactions(MAX_REACTIONS);
      await this.posts.addReaction(post.key, actor.memberId, emoji, this.clock.now());
    }
    await this.live.thread({ threadId: post.threadKey, postId: post.key });
    return post;
  }

  private async pages(threadIds: readonly Id[], request: PageRequest): Promise<Page<PostView>[]> {
    const views = await this.names.posts(await this.posts.page(threadIds, request));
    if (threadIds.length === 1) return [Page.of(views, request, cursor)];
    const byThread = groupBy(views, (view) => view.threadKey);
    return threadIds.map((id) => Page.of(byThread.get(id) ?? [], request, cursor));
  }
}
