import { Injectable } from '@nestjs/common';
import type DataLoader from 'dataloader';
import type { HubContext } from '#graph';
import { Jobs } from '#jobs';
import type { Actor, Id } from '#kernel';
import {
  attachedTwice,
  noSuchMedia,
  notProcessing,
  notRetryable,
  onlyOwnerRetries,
  tooManyAttachments,
  uploadFailed,
} from './media.errors.js';
import { transcribeMedia } from './media.jobs.js';
import { canBeRetried, canBeTranscribedAgain, mayRetry } from './media.policy.js';
import { MediaRepository, type MediaRow } from './media.repository.js';
import { MediaChanges } from './media-changes.js';
import { MediaLinks } from './media-links.js';
import { type MediaView, mediaView } from './media-view.js';
import { MediaWork } from './processing/media-work.js';
import { TranscriptRepository } from './transcripts/transcript.repository.js';

const CANCELLED = 'Its processing was cancelled. The original can be played or downloaded; try it again for the rest.';
/** Media items that one post takes. */
const MAX_ATTACHMENTS = 20;

/** Media items as members see them. Uploading is UploadService's, making renditions MediaProcessing's. */
@Injectable()
export class MediaService {
  constructor(
    private readonly media: MediaRepository,
    private readonly links: MediaLinks,
    private readonly jobs: Jobs,
    private readonly work: MediaWork,
    private readonly changes: MediaChanges,
    private readonly transcripts: TranscriptRepository,
  ) {}

  /** The item as this member sees it; undefined where there is none or they may not. */
  async find(actor: Actor, id: Id): Promise<MediaView | undefined> {
    const [row] = await this.media.visible([id], actor.memberId);
    return row && mediaView(row, actor.memberId, this.links);
  }

  /** The item in the eyes of a member who may see it for another reason than a post. */
  viewOf(actor: Actor, row: MediaRow): MediaView {
    return mediaView(row, actor.memberId, this.links);
  }

  /** The same for many, in one statement for all that one operation asks for. */
  loader(context: HubContext): DataLoader<Id, MediaView | undefined> {
    return context.loader('media', async (ids) => {
      const viewerId = context.signedIn.memberId;
      const rows = await this.media.visible(ids, viewerId);
      const byId = new Map(rows.map((row) => [row.id, mediaView(row, viewerId, this.links)]));
      return ids.map((id) => byId.get(id));
    });
  }

  /** The media of each post, in its order. Keys are the stored ids of posts that the viewer may read. */
  ofPosts(context: HubContext): DataLoader<Id, MediaView[]> {
    return context.loader('post.media', async (postIds) => {
      const viewerId = context.signedIn.memberId;
      const byPost = new Map<Id, MediaView[]>(postIds.map((id) => [id, []]));
      for (const row of await this.media.ofPosts(postIds)) {
        byPost.get(row.post_id)!.push(mediaView(row, viewerId, this.links));
      }
      return postIds.map((id) => byPost.get(id)!);
    });
  }

  /**
   * Checks the media ids of a new post. What is still uploading or being processed may be posted; what failed to
   * arrive may not.
   * @throws HubError media.too_many_attachments, media.attached_twice, media.not_found, media.upload_failed
   */
  async requireOwnAttachable(actor: Actor, ids: readonly Id[], field = 'mediaIds'): Promise<void> {
    if (ids.length === 0) return;
    if (ids.length > MAX_ATTACHMENTS) throw tooManyAttachments(MAX_ATTACHMENTS, field);
    if (new Set(ids).size !== ids.length) throw attachedTwice(field);
    const owned = await this.media.ownedBy(actor.memberId, ids);
    if (owned.length !== ids.length) throw noSuchMedia(field);
    if (owned.some(({ status, original_key }) => status === 'FAILED' && original_key === null)) {
      throw uploadFailed(field);
    }
  }

  /** Another try of what failed: its processing, or its transcript. @throws HubError media.not_found, media.not_yours, media.not_failed */
  async retry(actor: Actor, id: Id): Promise<MediaView> {
    const row = await this.media.byId(id);
    if (!row) throw noSuchMedia('mediaId');
    if (!mayRetry(actor, row.owner_id)) {
      throw (await this.find(actor, id)) ? onlyOwnerRetries() : noSuchMedia('mediaId');
    }
    if (canBeTranscribedAgain(row)) return this.transcribeAgain(actor, row);
    if (!canBeRetried(row)) throw notRetryable();
    await this.changes.make(id, async () => {
      if (!(await this.media.reopen(id))) throw notRetryable();
      await this.work.askAgain(row);
      return true;
    });
    return mediaView(
      { ...row, status: 'PROCESSING', progress: 0, remaining_seconds: null, failure: null },
      actor.memberId,
      this.links,
    );
  }

  /**
   * Ends the making of renditions: the item fails with a reason and keeps its original; a retry begins anew.
   * @throws HubError media.not_found, media.not_yours, media.not_processing
   */
  async cancel(actor: Actor, id: Id): Promise<MediaView> {
    const row = await this.media.byId(id);
    if (!row) throw noSuchMedia('mediaId');
    if (!mayRetry(actor, row.owner_id)) {
      throw (await this.find(actor, id)) ? onlyOwnerRetries() : noSuchMedia('mediaId');
    }
    const isCancelled = await this.changes.make(id, () => this.media.fail(id, CANCELLED));
    if (!isCancelled) throw notProcessing();
    return this.viewOf(actor, (await this.media.byId(id)) ?? row);
  }

  private async transcribeAgain(actor: Actor, row: MediaRow): Promise<MediaView> {
    await this.changes.make(row.id, async () => {
      if (!(await this.transcripts.begin(row.id))) throw notRetryable();
      await this.jobs.ask(transcribeMedia, { mediaId: row.id });
      return true;
    });
    const transcript = { ...row.transcript!, status: 'PENDING' as const, progress: 0, failure: null };
    return this.viewOf(actor, { ...row, transcript });
  }
}
