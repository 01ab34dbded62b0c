import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { Clock, type Id, newId } from '#kernel';
import { Storage } from '#storage';
import { directKey } from './direct-uploads.js';
import { uploadGone } from './media.errors.js';
import { piecesOf, type StoredPiece } from './stored-pieces.js';
import { UploadRepository } from './upload.repository.js';
import { type PartialUpload, UploadParts } from './upload-parts.js';

/** Bytes of one piece at most: held in memory until the store has it. */
const PIECE_BYTES = 8 * 1024 * 1024;
const PAGE = 1_000;
const OFFSET_DIGITS = 16;

const folderOf = (id: Id): string => `uploads/${id}/`;

/**
 * Uploads under way in the store itself, so that any api process takes the next part: each part becomes an object of its
 * own, however small, named by where it begins. How far an upload has come is in its row, and moves on only from where
 * its writer began: one that has lost its lock without knowing writes bytes that nobody counts.
 */
@Injectable()
export class StoredParts extends UploadParts {
  constructor(
    private readonly storage: Storage,
    private readonly uploads: UploadRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  async offset(id: Id): Promise<number> {
    return (await this.uploads.byId(id))?.received_bytes ?? 0;
  }

  async append(id: Id, offset: number, stream: AsyncIterable<Buffer>): Promise<number> {
    let position = offset;
    let gathered: Buffer[] = [];
    let gatheredBytes = 0;
    const keep = async (): Promise<void> => {
      if (gatheredBytes === 0) return;
      const piece = Buffer.concat(gathered);
      gathered = [];
      gatheredBytes = 0;
      await this.keep(id, position, piece);
      position += piece.length;
    };
    try {
      for await (const bytes of stream) {
        gathered.push(bytes);
        gatheredBytes += bytes.length;
        if (gatheredBytes >= PIECE_BYTES) await keep();
      }
    } finally {
      await keep();
    }
    return position;
  }

  async fetch(id: Id, directory: string): Promise<string> {
    const path = join(directory, 'upload');
    const pieces = piecesOf(await this.pieces(id), await this.offset(id));
    await pipeline(Readable.from(this.bytesOf(pieces)), createWriteStream(path, { mode: 0o600, flags: 'wx' }));
    return path;
  }

  override async adopt(id: Id, byteSize: number): Promise<boolean> {
    const sent = await this.storage.stat(directKey(id));
    return sent?.byteSize === byteSize && (await this.uploads.advance(id, 0, byteSize));
  }

  remove(id: Id): Promise<void> {
    return this.storage.deletePrefix(folderOf(id));
  }

  async list(): Promise<PartialUpload[]> {
    const nowMs = this.clock.nowMs();
    return (await this.uploads.receiving()).map(({ id, received_bytes, received_at }) => ({
      id,
      byteSize: received_bytes,
      idleMs: nowMs - Date.parse(received_at),
    }));
  }

  private async keep(id: Id, start: number, piece: Buffer): Promise<void> {
    // Another name each time: a writer that comes too late replaces nothing.
    const key = `${folderOf(id)}${String(start).padStart(OFFSET_DIGITS, '0')}-${newId()}`;
    await this.storage.put(key, piece, { byteSize: piece.length, contentType: 'application/octet-stream' });
    if (await this.uploads.advance(id, start, start + piece.length)) return;
    await this.storage.delete([key]);
    throw uploadGone();
  }

  private async pieces(id: Id): Promise<StoredPiece[]> {
    const pieces: StoredPiece[] = [];
    const folder = folderOf(id);
    for (let after: string | undefined; ; ) {
      const page = await this.storage.list(folder, { after, limit: PAGE });
      for (const { key, byteSize } of page) {
        const start = key === directKey(id) ? 0 : Number(key.slice(folder.length, folder.length + OFFSET_DIGITS));
        pieces.push({ key, byteSize, start });
      }
      if (page.length < PAGE) return pieces;
      after = page.at(-1)!.key;
    }
  }

  private async *bytesOf(pieces: ReturnType<typeof piecesOf>): AsyncGenerator<Buffer> {
    for (const { key, from, to } of pieces) yield* (await this.storage.get(key, { start: from, end: to })).stream;
  }
}
