import { Injectable } from '@nestjs/common';
import { Config } from '#config';
import { UnitOfWork } from '#database';
import { requirePermission } from '#identity';
import { type Actor, Clock, globalId, type Id, newId } from '#kernel';
import { badFilename, emptyUpload, tooManyUploads, uploadTooLarge } from './media.errors.js';
import { cleanFilename, essence, isRecording, kindOf } from './media.policy.js';
import type { MediaRow } from './media.repository.js';
import { MediaLinks } from './media-links.js';
import { type MediaView, mediaView } from './media-view.js';
import { StorageLimits } from './storage-limits.js';
import { UploadRepository, type UploadRow } from './upload.repository.js';
import { UploadParts } from './upload-parts.js';

/** Uploads that one member may have under way. */
const MAX_UNFINISHED = 50;
/** How long an upload may take from its opening on. */
export const UPLOAD_LIFE_MS = 7 * 24 * 60 * 60_000;

export interface UploadWish {
  filename: string;
  mimeType: string;
  byteSize?: number | null;
}

/** Opening and giving up of uploads; the bytes come through UploadRoutes. */
@Injectable()
export class UploadService {
  constructor(
    private readonly uploads: UploadRepository,
    private readonly parts: UploadParts,
    private readonly limits: StorageLimits,
    private readonly unitOfWork: UnitOfWork,
    private readonly links: MediaLinks,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** @throws HubError permission.missing, media.bad_filename, media.empty_upload, media.upload_too_large, media.too_many_unfinished_uploads, media.storage_full */
  async create(actor: Actor, wish: UploadWish): Promise<{ media: MediaView; uploadUrl: string }> {
    const filename = cleanFilename(wish.filename);
    if (!filename) throw badFilename();
    const byteSize = wish.byteSize ?? null;
    // Without a length it is a recording under way.
    if (byteSize === null || isRecording(wish.mimeType)) requirePermission(actor, 'RECORD');
    const most = this.config.values.MAX_UPLOAD_BYTES;
    if (byteSize === 0) throw emptyUpload();
    if (byteSize !== null && byteSize > most) throw uploadTooLarge(most);

    const row: MediaRow = {
      id: newId(),
      owner_id: actor.memberId,
      kind: kindOf(wish.mimeType),
      status: 'UPLOADING',
      progress: 0,
      remaining_seconds: null,
      failure: null,
      filename,
      mime_type: essence(wish.mimeType),
      byte_size: byteSize,
      duration_ms: null,
      width: null,
      height: null,
      waveform: null,
      silences_ms: null,
      original_key: null,
      created_at: this.clock.now().toISOString(),
      renditions: {},
      transcript: null,
    };
    await this.unitOfWork.run(async () => {
      await this.limits.requireRoom(actor.memberId, byteSize);
      if (!(await this.uploads.insert(row, MAX_UNFINISHED))) throw tooManyUploads(MAX_UNFINISHED);
    });
    const uploadUrl = `${this.config.publicUrl}/uploads/${globalId('Media', row.id)}`;
    return { media: mediaView(row, actor.memberId, this.links), uploadUrl };
  }

  find(id: Id): Promise<UploadRow | undefined> {
    return this.uploads.byId(id);
  }

  declareLength(id: Id, byteSize: number): Promise<void> {
    return this.uploads.declareLength(id, byteSize);
  }

  /** How long it may become. */
  async mostBytes(id: Id): Promise<number> {
    const row = await this.uploads.byId(id);
    // What was announced has had its room since then.
    return row && row.byte_size === null ? this.limits.mostOf(row) : this.config.values.MAX_UPLOAD_BYTES;
  }

  received(id: Id, bytes: number): Promise<void> {
    return this.uploads.received(id, bytes);
  }

  /** Gives up an upload that has not arrived. @param failure what those read who see it in a post */
  async abandon(id: Id, failure: string): Promise<void> {
    await this.uploads.abandon(id, failure);
    await this.parts.remove(id);
  }
}
