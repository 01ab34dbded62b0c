import { rm, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { Id } from '#kernel';
import { Storage } from '#storage';
import { isRecording, serving } from './media.policy.js';
import { MediaChanges } from './media-changes.js';
import { MediaWork } from './processing/media-work.js';
import { Recordings, UnreadableRecording } from './recordings.js';
import { type ArrivedUpload, UploadRepository, type UploadRow } from './upload.repository.js';
import { UploadFiles } from './upload-files.js';
import { UploadParts } from './upload-parts.js';

/** What an upload was found to be, and the file that is kept of it. */
type Finding = Omit<ArrivedUpload, 'byteSize' | 'originalKey'> & { path: string; extension: string };

const EMPTY = 'The file is empty: choose another one and upload it again.';
const NOT_A_RECORDING = 'This is not a video or sound that can be played here. It can be downloaded as it is.';

/**
 * Takes in an upload whose last byte is there: looks at the bytes, makes a recording playable, puts it into the store
 * and changes the row. Each step can be repeated, and the bytes leave the uploads directory last: whoever finds them
 * there after a crash begins anew.
 */
@Injectable()
export class UploadArrival {
  private readonly running = new Map<Id, Promise<void>>();

  constructor(
    private readonly uploads: UploadRepository,
    private readonly files: UploadFiles,
    private readonly parts: UploadParts,
    private readonly recordings: Recordings,
    private readonly storage: Storage,
    private readonly work: MediaWork,
    private readonly changes: MediaChanges,
  ) {}

  /** Does nothing for an upload that is not complete. At most one run for each upload in this process. */
  takeIn(id: Id): Promise<void> {
    let run = this.running.get(id);
    if (!run) {
      run = this.run(id).finally(() => this.running.delete(id));
      this.running.set(id, run);
    }
    return run;
  }

  private async run(id: Id): Promise<void> {
    const row = await this.uploads.byId(id);
    if (row?.status === 'UPLOADING') {
      if (row.byte_size !== (await this.parts.offset(id))) return;
      const directory = await this.files.makeWorkDirectory();
      try {
        await this.keep(row, await this.inspect(row, directory));
      } finally {
        await rm(directory, { recursive: true, force: true });
      }
    }
    await this.parts.remove(id);
  }

  private async inspect(row: UploadRow, directory: string): Promise<Finding> {
    const path = await this.parts.fetch(row.id, directory);
    const asItIs = { path, durationMs: null, width: null, height: null };
    const failed = (failure: string) => ({ status: 'FAILED', failure }) as const;
    const sniffed = await this.recordings.sniff(path);
    if (!sniffed) {
      // A type that browsers show is believed to the bytes alone; what an office program made says nothing about itself.
      const mimeType = serving(row.mime_type).isInline ? 'application/octet-stream' : row.mime_type;
      const file = { ...asItIs, kind: 'FILE' as const, mimeType, extension: extensionOf(row.filename) };
      if (row.byte_size === 0) return { ...file, ...failed(EMPTY) };
      return isRecording(row.mime_type)
        ? { ...file, ...failed(NOT_A_RECORDING) }
        : { ...file, status: 'READY', failure: null };
    }
    if (sniffed.kind === 'FILE') return { ...asItIs, ...sniffed, status: 'READY', failure: null };
    try {
      if (sniffed.kind === 'IMAGE') {
        const size = await this.recordings.inspectPicture(path, sniffed);
        return { ...asItIs, ...sniffed, ...size, status: 'READY', failure: null };
      }
      const playable = await this.recordings.makePlayable(path, sniffed, directory);
      // Kept as a file: nobody's hour of talk is thrown away.
      const tooLong = this.recordings.tooLong(playable.durationMs);
      return { ...playable, ...(tooLong ? failed(tooLong) : { status: 'PROCESSING', failure: null }) };
    } catch (error) {
      if (!(error instanceof UnreadableRecording)) throw error;
      return { ...asItIs, ...sniffed, ...failed(error.message) };
    }
  }

  private async keep(row: UploadRow, { path, extension, ...finding }: Finding): Promise<void> {
    const originalKey = `media/${row.id}/original.${extension}`;
    await this.storage.putFile(originalKey, path, finding.mimeType, { isFinal: true });
    const arrived = { ...finding, byteSize: (await stat(path)).size, originalKey };
    const isKept = await this.changes.make(row.id, async () => {
      if (!(await this.uploads.arrive(row.id, arrived))) return false;
      // An image whose size is known can be made smaller; it is shown as it is until then.
      const isPicture = arrived.kind === 'IMAGE' && arrived.status === 'READY' && arrived.width !== null;
      if (arrived.status === 'PROCESSING' || isPicture) await this.work.ask(row.id, arrived);
      return true;
    });
    // Cancelled meanwhile: nobody knows of the file. (Taken in by another process: its file has the same key.)
    if (!isKept && !(await this.uploads.byId(row.id))) await this.storage.delete([originalKey]);
  }
}

/** Of what the person called it, where that is safe in a key. */
const extensionOf = (filename: string): string =>
  /^\.([a-z0-9]{1,10})$/.exec(extname(filename).toLowerCase())?.[1] ?? 'bin';
