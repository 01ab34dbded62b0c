import { Injectable } from '@nestjs/common';
import type DataLoader from 'dataloader';
import { UnitOfWork } from '#database';
import { cursorOf, type ForwardPageArgs, type HubContext, Page, type PageRequest, pageRequest } from '#graph';
import { MemberDirectory, type MemberEntry } from '#identity';
import { Jobs } from '#jobs';
import { type Actor, globalId, groupBy, type Id } from '#kernel';
import { MediaChanges, MediaService, notYourMedia, removeMediaFiles, UploadService } from '#media';
import { LiveChanges } from '../live-changes.js';
import { RecordingRepository, type RecordingRow } from './recording.repository.js';

const MAX_QUERY = 200;

export interface RecordingView {
  key: Id;
  id: string;
  postKey: Id | null;
  createdAt: string;
  storedBytes: number;
}

/** A page that knows how many there are in all. */
export class RecordingPage extends Page<RecordingView> {
  constructor(
    page: { nodes: RecordingView[]; request: PageRequest; hasMore: boolean },
    readonly totalCount: number,
  ) {
    super(page.nodes, page.request, page.hasMore, ({ key }) => cursorOf(key));
  }
}

/** A member's own media with where they are used, and taking one away for good. */
@Injectable()
export class RecordingService {
  constructor(
    private readonly rows: RecordingRepository,
    private readonly media: MediaService,
    private readonly changes: MediaChanges,
    private readonly uploads: UploadService,
    private readonly directory: MemberDirectory,
    private readonly live: LiveChanges,
    private readonly jobs: Jobs,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async find(actor: Actor, id: Id): Promise<RecordingView | undefined> {
    const row = await this.rows.find(actor.memberId, id);
    return row && viewOf(row);
  }

  /** Newest first. @param query part of a file's name or of a thread's title @throws HubError input.page_too_long, input.bad_cursor */
  async page(actor: Actor, args: ForwardPageArgs & { query?: string | null }): Promise<RecordingPage> {
    const request = pageRequest(args, ['id']);
    const words = args.query?.replaceAll('\u0000', '').trim().slice(0, MAX_QUERY);
    const pattern = words ? `%${words.replace(/[\\%_]/g, '\\$&')}%` : null;
    const [rows, totalCount] = await Promise.all([
      this.rows.page(actor, pattern, request),
      this.rows.count(actor, pattern),
    ]);
    const hasMore = rows.length > request.size;
    if (hasMore) rows.length = request.size;
    return new RecordingPage({ nodes: rows.map(viewOf), request, hasMore }, totalCount);
  }

  /**
   * Takes a media item away for good, from posts too, and its files after it; an upload under way is given up. What is
   * not there for the member any more is deleted already.
   * @throws HubError media.only_its_owner
   */
  async delete(actor: Actor, id: Id | undefined): Promise<void> {
    const media = id && (await this.media.find(actor, id));
    if (!media) return;
    if (media.ownerId !== actor.memberId) throw notYourMedia();
    if (media.status === 'UPLOADING') return this.uploads.abandon(media.key, 'Its upload was cancelled.');
    await this.unitOfWork.run(async () => {
      const removed = await this.rows.remove(media.key, actor.memberId);
      if (!removed) return;
      await this.jobs.ask(removeMediaFiles, { mediaId: media.key });
      // Whoever works on it hears that nobody wants it any more.
      await this.changes.tell(media.key);
      if (removed.avatars > 0) await this.directory.changed(actor.memberId);
      for (const { postId, threadId } of removed.posts) await this.live.thread({ threadId, postId });
    });
  }

  /** Who has seen each own item, of those who let that be known. */
  seenBy(context: HubContext): DataLoader<Id, MemberEntry[]> {
    return context.loader('recording.seen_by', async (ids: readonly Id[]) => {
      const rows = await this.rows.seenBy(ids, context.signedIn.memberId);
      await this.directory.ensure(rows.map((row) => row.member_id));
      const byMedia = groupBy(rows, (row) => row.media_id);
      return ids.map((id) => (byMedia.get(id) ?? []).map((row) => this.directory.get(row.member_id)));
    });
  }

  /** Ids of the posts that speak of a moment of each item. */
  moments(context: HubContext): DataLoader<Id, Id[]> {
    return context.loader('media.moments', async (ids: readonly Id[]) => {
      const byMedia = groupBy(await this.rows.moments(ids, context.signedIn), (row) => row.media_id);
      return ids.map((id) => (byMedia.get(id) ?? []).map((row) => row.id));
    });
  }
}

const viewOf = (row: RecordingRow): RecordingView => ({
  key: row.id,
  id: globalId('Recording', row.id),
  postKey: row.post_id,
  createdAt: row.created_at,
  storedBytes: row.stored_bytes,
});
