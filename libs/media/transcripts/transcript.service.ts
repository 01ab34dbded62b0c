import { Injectable } from '@nestjs/common';
import type DataLoader from 'dataloader';
import type { HubContext } from '#graph';
import type { Actor, Id } from '#kernel';
import { noSuchMedia } from '../media.errors.js';
import { mayRetry } from '../media.policy.js';
import { MediaRepository } from '../media.repository.js';
import { MediaService } from '../media.service.js';
import { MediaChanges } from '../media-changes.js';
import type { MediaView } from '../media-view.js';
import { webVtt } from './captions.js';
import { type Chapter, chaptersOf } from './chapters.js';
import { cleanSegments, MAX_WORDS, type SpokenSegment, spokenText } from './segments.js';
import { badSegment, nothingSpoken, onlyOwnerEdits, tooManySegments, tooManyWords } from './transcript.errors.js';
import { TranscriptRepository } from './transcript.repository.js';

const MAX_SEGMENTS = 20_000;

export interface TranscriptView {
  language: string;
  text: string;
  segments: readonly SpokenSegment[];
  edited: boolean;
  chapters: readonly Chapter[];
}

/** What is said in recordings, as members read, correct and see it. */
@Injectable()
export class TranscriptService {
  constructor(
    private readonly transcripts: TranscriptRepository,
    private readonly media: MediaRepository,
    private readonly items: MediaService,
    private readonly changes: MediaChanges,
  ) {}

  /** Transcripts by the stored ids of media that the viewer was found to see. */
  loader(context: HubContext): DataLoader<Id, TranscriptView | null> {
    return context.loader('media.transcript', async (ids) => {
      const rows = new Map((await this.transcripts.of(ids)).map((row) => [row.media_id, row]));
      return ids.map((id) => {
        const row = rows.get(id);
        if (!row) return null;
        const { language, segments, edited } = row;
        return { language, segments, edited, text: spokenText(segments), chapters: chaptersOf(segments) };
      });
    });
  }

  /** The captions of an item as WebVTT; undefined where there are none or this member may not see it. */
  async captions(viewerId: Id, mediaId: Id): Promise<string | undefined> {
    if ((await this.media.visible([mediaId], viewerId)).length === 0) return undefined;
    const [row] = await this.transcripts.of([mediaId]);
    return row && webVtt(row.segments);
  }

  /** The chapters of an item, maybe none; undefined where nothing is written down or this member may not see it. */
  async chapters(viewerId: Id, mediaId: Id): Promise<readonly Chapter[] | undefined> {
    if ((await this.media.visible([mediaId], viewerId)).length === 0) return undefined;
    const [row] = await this.transcripts.of([mediaId]);
    return row && chaptersOf(row.segments);
  }

  /**
   * Puts these segments in place of what an engine or somebody else has written; no engine changes them any more.
   * @throws HubError media.not_found, transcript.not_yours, transcript.not_a_recording, transcript.bad_segment,
   * transcript.too_many_segments, transcript.too_long
   */
  async edit(actor: Actor, mediaId: Id, segments: readonly SpokenSegment[]): Promise<MediaView> {
    const row = await this.media.byId(mediaId);
    if (!row) throw noSuchMedia('mediaId');
    if (!mayRetry(actor, row.owner_id)) {
      throw (await this.items.find(actor, mediaId)) ? onlyOwnerEdits() : noSuchMedia('mediaId');
    }
    if ((row.kind !== 'VIDEO' && row.kind !== 'AUDIO') || row.original_key === null) throw nothingSpoken();
    const kept = checked(segments, row.duration_ms === null ? null : row.duration_ms / 1000);
    await this.changes.make(mediaId, () => this.transcripts.edit(mediaId, kept));
    const view = await this.items.find(actor, mediaId);
    // An administrator may mend what nobody has posted to them.
    return view ?? this.items.viewOf(actor, (await this.media.byId(mediaId))!);
  }
}

function checked(segments: readonly SpokenSegment[], durationSeconds: number | null): SpokenSegment[] {
  if (segments.length > MAX_SEGMENTS) throw tooManySegments(MAX_SEGMENTS);
  if (spokenText(segments).length > MAX_WORDS) throw tooManyWords(MAX_WORDS);
  for (const [index, { startSeconds, endSeconds, text }] of segments.entries()) {
    const before = segments[index - 1]?.startSeconds ?? 0;
    const isInOrder = startSeconds >= before && endSeconds > startSeconds;
    const isWithin = durationSeconds === null || startSeconds <= durationSeconds;
    if (!isInOrder || !isWithin || text.trim() === '') throw badSegment(index);
  }
  return cleanSegments(segments, durationSeconds);
}
