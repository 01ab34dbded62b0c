import { Injectable } from '@nestjs/common';
import { ResponseService } from '#expectations';
import { type Actor, type Id, localId } from '#kernel';
import { noSuchPost, PostRepository, PostService, type ThreadChange, ThreadService, threadTopic } from '#threads';
import { tooFarBehind } from './live.errors.js';
import { LiveAccess } from './live-access.js';
import { LiveSource, type OpenSource } from './live-source.js';

/** Posts that a reconnecting subscriber is told again; who missed more reads the thread anew. */
const MOST_MISSED = 100;

@Injectable()
export class ThreadActivitySource extends LiveSource {
  readonly field = 'threadActivity';

  constructor(
    private readonly threads: ThreadService,
    private readonly posts: PostService,
    private readonly responses: ResponseService,
    private readonly postRows: PostRepository,
    private readonly access: LiveAccess,
  ) {
    super();
  }

  async open(actor: Actor, args: Record<string, unknown>): Promise<OpenSource<ThreadChange>> {
    const thread = await this.threads.require(actor, localId('Thread', String(args.threadId)));
    const after = args.afterPostId ? await this.numberOf(actor, thread.key, String(args.afterPostId)) : undefined;
    return {
      key: `thread:${thread.key}`,
      topics: [threadTopic(thread.key)],
      isPersonal: false,
      allowed: (members) => this.access.readersOf(thread.channel.key, members),
      value: (event, viewer) => this.value(event, viewer),
      missed: after === undefined ? undefined : (viewer) => this.missed(viewer, thread.key, after),
    };
  }

  private async value(
    { threadId, postId, expectedResponseId }: ThreadChange,
    viewer: Actor,
  ): Promise<object | undefined> {
    const [thread, post, expectedResponse] = await Promise.all([
      this.threads.find(viewer, threadId),
      postId ? this.posts.find(viewer, postId) : null,
      expectedResponseId ? this.responses.find(viewer, expectedResponseId) : null,
    ]);
    return thread && { thread, post: post && { ...post, threadView: thread }, expectedResponse };
  }

  private async missed(viewer: Actor, threadKey: Id, after: number): Promise<object[]> {
    const thread = await this.threads.find(viewer, threadKey);
    if (!thread) return [];
    const rows = await this.postRows.page([threadKey], { size: MOST_MISSED, fromEnd: false, beyond: [String(after)] });
    if (rows.length > MOST_MISSED) throw tooFarBehind(MOST_MISSED);
    const posts = await this.posts.views(rows);
    return posts.map((post) => ({ thread, post: { ...post, threadView: thread }, expectedResponse: null }));
  }

  private async numberOf(actor: Actor, threadKey: Id, postId: string): Promise<number> {
    const post = await this.posts.require(actor, localId('Post', postId));
    if (post.threadKey !== threadKey || post.number === null) throw noSuchPost();
    return post.number;
  }
}
