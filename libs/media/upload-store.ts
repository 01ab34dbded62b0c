import { AsyncLocalStorage } from 'node:async_hooks';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataStore, ERRORS, Upload } from '@tus/server';
import { Clock } from '#kernel';
import { UPLOAD_LIFE_MS, UploadService } from './upload.service.js';
import { type Checksum, checkedPart } from './upload-checksum.js';
import { UploadFiles } from './upload-files.js';
import { UploadParts } from './upload-parts.js';

/**
 * Uploads as the tus server meets them: their bytes in UploadParts, all else in the row of the media item. Requests
 * have passed UploadRoutes, so an id is one of the member's own.
 * @see https://tus.io/protocols/resumable-upload
 */
@Injectable()
export class UploadStore extends DataStore {
  override extensions = ['creation', 'creation-defer-length', 'checksum', 'expiration', 'termination'];
  /** Of the part that a request brings: tus itself knows nothing of checksums. */
  private readonly expected = new AsyncLocalStorage<Checksum>();

  constructor(
    private readonly uploads: UploadService,
    private readonly parts: UploadParts,
    private readonly files: UploadFiles,
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

  /** Does the work of a request whose part counts only if it hashes to this. */
  expecting<T>(checksum: Checksum, work: () => Promise<T>): Promise<T> {
    return this.expected.run(checksum, work);
  }

  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    const checksum = this.expected.getStore();
    const newOffset = checksum
      ? await this.appendChecked(id, offset, stream, checksum)
      : await this.parts.append(id, offset, stream);
    await this.uploads.received(id, newOffset);
    return newOffset;
  }

  override declareUploadLength(id: string, byteSize: number): Promise<void> {
    return this.uploads.declareLength(id, byteSize);
  }

  override remove(id: string): Promise<void> {
    return this.uploads.abandon(id, 'Its upload was cancelled.');
  }

  private async appendChecked(id: string, offset: number, stream: Readable, checksum: Checksum): Promise<number> {
    const directory = await this.files.makeWorkDirectory();
    try {
      const part = await checkedPart(stream, checksum, directory);
      return await this.parts.append(id, offset, createReadStream(part));
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }

  override getExpiration(): number {
    return UPLOAD_LIFE_MS;
  }
}
