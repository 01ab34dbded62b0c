import { Injectable } from '@nestjs/common';
import type DataLoader from 'dataloader';
import { ChannelService, type ChannelView, channelArchived } from '#channels';
import { cursorOf, type ForwardPageArgs, type HubContext, Page, pageRequest } from '#graph';
import { type Actor, Clock, groupBy, type Id, isAdministrator } from '#kernel';
import { LiveChanges } from './live-changes.js';
import { NamesService } from './names.service.js';
import type { PostView } from './post-view.js';
import { checkTitle } from './text-limits.js';
import { ThreadService } from './thread.service.js';
import { MOST_PINNED, ThreadKeepingRepository } from './thread-keeping.repository.js';
import type { ThreadView } from './thread-view.js';
import { notYourThread, tooManyPinned } from './threads.errors.js';

/** What members keep about threads, and channels about theirs. */
@Injectable()
export class ThreadKeepingService {
  constructor(
    private readonly rows: ThreadKeepingRepository,
    private readonly threads: ThreadService,
    private readonly channels: ChannelService,
    private readonly names: NamesService,
    private readonly live: LiveChanges,
    private readonly clock: Clock,
  ) {}

  /** By thread; undefined while its first post waits for its hour. */
  firstPosts(context: HubContext): DataLoader<Id, PostView | undefined> {
    return context.loader('thread.first_post', async (ids: readonly Id[]) => {
      const posts = await this.names.posts(await this.rows.firstPosts(ids));
      const byThread = new Map(posts.map((post) => [post.threadKey, post]));
      return ids.map((id) => byThread.get(id));
    });
  }

  mediaSeconds(context: HubContext): DataLoader<Id, number> {
    return context.loader('thread.media_seconds', async (ids: readonly Id[]) => {
      const byThread = new Map((await this.rows.mediaSeconds(ids)).map((row) => [row.thread_id, row.seconds]));
      return ids.map((id) => byThread.get(id) ?? 0);
    });
  }

  /** By channel; 0 where the viewer is no member. */
  unreadCounts(context: HubContext): DataLoader<Id, number> {
    return context.loader('channel.unread_count', async (ids: readonly Id[]) => {
      const rows = await this.rows.unreadOfChannels(context.signedIn.memberId, ids);
      const byChannel = new Map(rows.map((row) => [row.channel_id, row.count]));
      return ids.map((id) => byChannel.get(id) ?? 0);
    });
  }

  /** By channel, pinned last first. */
  pinned(context: HubContext): DataLoader<Id, ThreadView[]> {
    return context.loader('channel.pinned', async (ids: readonly Id[]) => {
      const views = await this.names.threads(await this.rows.pinned(ids, context.signedIn));
      const byChannel = groupBy(views, (view) => view.channel.key);
      return ids.map((id) => byChannel.get(id) ?? []);
    });
  }

  /** Saved last first. @throws HubError input.page_too_long, input.bad_cursor */
  async savedPage(actor: Actor, args: ForwardPageArgs): Promise<Page<ThreadView>> {
    const request = pageRequest(args, ['instant', 'id']);
    const rows = await this.rows.saved(actor, request);
    const savedAt = new Map(rows.map((row) => [row.id, row.saved_at]));
    return Page.of(await this.names.threads(rows), request, ({ key }) => cursorOf(savedAt.get(key)!, key));
  }

  /** @throws HubError thread.not_found */
  async save(actor: Actor, id: Id | undefined, isSaved: boolean): Promise<ThreadView> {
    const thread = await this.threads.require(actor, id);
    await this.rows.save(thread.key, actor.memberId, isSaved ? this.clock.now() : null);
    return { ...thread, viewerHasSaved: isSaved };
  }

  /** For everybody in the channel. @throws HubError thread.not_found, channel.archived, thread.too_many_pinned */
  async pin(actor: Actor, id: Id | undefined, isPinned: boolean): Promise<ThreadView> {
    const thread = await this.threads.require(actor, id);
    if (thread.channel.archivedAt) throw channelArchived();
    if (!isPinned) await this.rows.unpin(thread.key);
    else if (!(await this.rows.pin(thread.key, this.clock.now()))) throw tooManyPinned(MOST_PINNED);
    await this.live.thread({ threadId: thread.key });
    return { ...thread, pinned: isPinned };
  }

  /** Who opened it, and administrators. @throws HubError thread.not_found, thread.not_yours, channel.archived, thread.bad_title */
  async rename(actor: Actor, id: Id | undefined, title: string): Promise<ThreadView> {
    const thread = await this.threads.require(actor, id);
    if (thread.author.key !== actor.memberId && !isAdministrator(actor)) throw notYourThread();
    if (thread.channel.archivedAt) throw channelArchived();
    const checked = checkTitle(title);
    await this.rows.rename(thread.key, checked);
    await this.live.thread({ threadId: thread.key });
    return { ...thread, title: checked };
  }

  /** Everything in it is read. @throws HubError channel.not_found */
  async readChannel(actor: Actor, id: Id | undefined): Promise<ChannelView> {
    const channel = await this.channels.require(actor, id);
    await this.rows.readChannel(channel.key, actor);
    await this.live.inboxes([actor.memberId]);
    return channel;
  }
}
