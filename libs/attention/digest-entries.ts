import { Injectable } from '@nestjs/common';
import { ResponseService, type ResponseView } from '#expectations';
import type { HubContext } from '#graph';
import { MediaService, TranscriptService } from '#media';
import { PostService, type PostView, ThreadService, type ThreadView } from '#threads';
import type { DigestContents, DigestItem, DigestSectionKind } from './digest-contents.js';
import { excerptOf, readingSeconds } from './excerpt.js';

export interface DigestEntryView {
  thread: ThreadView;
  post: PostView;
  expectedResponse: ResponseView | null;
  excerpt: string;
  readingSeconds: number;
  listeningSeconds: number;
}

export interface DigestSectionView {
  kind: DigestSectionKind;
  entries: DigestEntryView[];
}

/** Completes what a digest lists, with the rights that its member has now: what they may not read any more is left out. */
@Injectable()
export class DigestEntries {
  constructor(
    private readonly threads: ThreadService,
    private readonly posts: PostService,
    private readonly responses: ResponseService,
    private readonly media: MediaService,
    private readonly transcripts: TranscriptService,
  ) {}

  async complete(context: HubContext, contents: readonly DigestContents[]): Promise<DigestSectionView[]> {
    const sections = await Promise.all(
      contents.map(async ({ kind, items }) => {
        const entries = await Promise.all(items.map((item) => this.entry(context, kind, item)));
        return { kind, entries: entries.filter((entry) => entry !== undefined) };
      }),
    );
    return sections.filter(({ entries }) => entries.length > 0);
  }

  /** Undefined where they may not read it, or it is gone. */
  async entry(context: HubContext, kind: DigestSectionKind, item: DigestItem): Promise<DigestEntryView | undefined> {
    const [thread, post, recordings, expectedResponse] = await Promise.all([
      this.threads.loader(context).load(item.threadId),
      this.posts.loader(context).load(item.postId),
      this.media.ofPosts(context).load(item.postId),
      item.expectedResponseId ? this.responses.loader(context).load(item.expectedResponseId) : undefined,
    ]);
    if (!thread || !post || post.deletedAt) return undefined;
    const text = kind === 'CONCLUSIONS' ? (thread.conclusion?.summary ?? post.body) : post.body;
    // Who has said it instead of writing it is quoted too.
    const spoken =
      text.trim() === '' ? await this.transcripts.beginnings(context).loadMany(recordings.map(({ key }) => key)) : [];
    return {
      thread,
      post,
      expectedResponse: expectedResponse ?? null,
      excerpt: excerptOf(text.trim() || spoken.filter((words) => typeof words === 'string').join(' ')),
      readingSeconds: readingSeconds(text),
      listeningSeconds: Math.round(recordings.reduce((sum, one) => sum + (one.durationSeconds ?? 0), 0)),
    };
  }
}
