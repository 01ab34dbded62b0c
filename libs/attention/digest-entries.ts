import { Injectable } from '@nestjs/common';
import { type ResponseRow, type ResponseView, responseView } from '#expectations';
import type { HubContext } from '#graph';
import { Clock, type Id } from '#kernel';
import { NamesService, type PostView, postView, type ThreadView, threadView, unprefixedPostRow } from '#threads';
import type { DigestContents, DigestItem, DigestSectionKind } from './digest-contents.js';
import { DigestEntryRepository, type DigestEntryRow } from './digest-entry.repository.js';
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

/** An item completed, whatever section it stands in. */
type FoundEntry = Pick<DigestEntryView, 'thread' | 'post' | 'expectedResponse' | 'listeningSeconds'> & {
  spoken: string;
};

/** Completes what a digest lists, with the rights that its member has now: what they may not read any more is left out. */
@Injectable()
export class DigestEntries {
  constructor(
    private readonly rows: DigestEntryRepository,
    private readonly names: NamesService,
    private readonly clock: Clock,
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

  /** Undefined where they may not read it, or it is gone. All that one operation asks for comes by one statement. */
  async entry(context: HubContext, kind: DigestSectionKind, item: DigestItem): Promise<DigestEntryView | undefined> {
    const found = await context
      .loader('digest.entries', (items: readonly DigestItem[]) => this.found(context, items))
      .load(item);
    if (!found) return undefined;
    const { spoken, ...entry } = found;
    const { thread, post } = entry;
    const text = kind === 'CONCLUSIONS' ? (thread.conclusion?.summary ?? post.body) : post.body;
    // Who has said it instead of writing it is quoted too.
    return { ...entry, excerpt: excerptOf(text.trim() || spoken), readingSeconds: readingSeconds(text) };
  }

  private async found(context: HubContext, items: readonly DigestItem[]): Promise<(FoundEntry | undefined)[]> {
    const rows = await this.rows.of(items, context.signedIn);
    const naming = this.names.ensure(
      rows.flatMap(peopleOf),
      rows.map((row) => row.channel_id),
    );
    if (naming) await naming;
    const nowMs = this.clock.nowMs();
    const byPlace = new Map(rows.map((row) => [row.place, this.view(row, nowMs)]));
    return items.map((_, place) => byPlace.get(place));
  }

  private view(row: DigestEntryRow, nowMs: number): FoundEntry {
    const thread = threadView(row, this.names);
    const post = postView(unprefixedPostRow(row), this.names, thread);
    return {
      thread,
      post,
      expectedResponse: isAsked(row)
        ? responseView(row, this.names.member(row.r_recipient_id), nowMs, row.r_post_id === post.key ? post : undefined)
        : null,
      listeningSeconds: Math.round(row.media_seconds),
      spoken: row.spoken ?? '',
    };
  }
}

const isAsked = (row: DigestEntryRow): row is DigestEntryRow & ResponseRow => row.r_id !== null;

const peopleOf = (row: DigestEntryRow): Id[] => [
  row.author_id,
  row.p_author_id,
  ...(row.conclusion ? [row.conclusion.byId] : []),
  ...(isAsked(row) ? [row.r_recipient_id] : []),
];
