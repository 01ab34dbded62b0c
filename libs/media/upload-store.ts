import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataStore, ERRORS, Upload } from '@tus/server';
import { Clock } from '#kernel';
import { UPLOAD_LIFE_MS, UploadService } from './upload.service.js';
import { UploadParts } from './upload-parts.js';

/**
 * Uploads as the tus server meets them: their bytes in UploadParts, all else in the row of the media item. Requests
 * have passed UploadRoutes, so an id is one of the member's own.
 * @see https://tus.io/protocols/resumable-upload
 */
@Injectable()
export class UploadStore extends DataStore {
  override extensions = ['creation-defer-length', 'expiration', 'termination'];

  constructor(
    private readonly uploads: UploadService,
    private readonly parts: UploadParts,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async getUpload(id: string): Promise<Upload> {
    const row = await this.uploads.find(id);
    if (!row) throw ERRORS.FILE_NOT_FOUND;
    const size = row.byte_size ?? undefined;
    const upload = { id, size, creation_date: row.created_at };
    // What has been taken in answers as complete: the client whose last answer got lost asks for it.
    if (row.original_key) return new Upload({ ...upload, offset: size ?? 0 });
    if (row.status !== 'UPLOADING' || Date.parse(row.created_at) + UPLOAD_LIFE_MS <= this.clock.nowMs()) {
      throw ERRORS.FILE_NO_LONGER_EXISTS;
    }
    return new Upload({ ...upload, offset: await this.parts.offset(id) });
  }

  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    const newOffset = await this.parts.append(id, offset, stream);
    await this.uploads.received(id, newOffset);
    return newOffset;
  }

  override declareUploadLength(id: string, byteSize: number): Promise<void> {
    return this.uploads.declareLength(id, byteSize);
  }

  override remove(id: string): Promise<void> {
    return this.uploads.abandon(id, 'Its upload was cancelled.');
  }

  override getExpiration(): number {
    return UPLOAD_LIFE_MS;
  }
}
