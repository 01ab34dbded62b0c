import { rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Injectable, Logger } from '@nestjs/common';
import { type Id, newId } from '#kernel';
import type { JobContext } from '#queue';
import { Storage } from '#storage';
import { copyForBrowsers, planCopy, probe, sniff, UnreadableMedia } from '#transcoding';
import { MediaRepository, type MediaRow } from '../media.repository.js';
import { MediaChanges } from '../media-changes.js';
import { Recordings } from '../recordings.js';
import { UploadFiles } from '../upload-files.js';

const FILE = 'copy.mp4';
const MIME_TYPE = 'video/mp4';

/**
 * Lets a video be watched at once whose container browsers do not open: its own streams in an MP4, by copying. It stands
 * in for the MP4 until that is made.
 */
@Injectable()
export class BrowserCopies {
  private readonly logger = new Logger(BrowserCopies.name);

  constructor(
    private readonly media: MediaRepository,
    private readonly recordings: Recordings,
    private readonly files: UploadFiles,
    private readonly storage: Storage,
    private readonly changes: MediaChanges,
  ) {}

  async make(mediaId: Id, { jobId, attempt, signal }: JobContext): Promise<void> {
    const row = await this.media.byId(mediaId);
    if (!row?.original_key || !isWaiting(row)) return;
    const directory = await this.files.makeWorkDirectory();
    try {
      const file = await this.copy(row.original_key, directory, signal);
      if (!file) return;
      const key = `media/${mediaId}/${jobId}-${attempt}/${FILE}`;
      const { size: byteSize } = await stat(file);
      await this.storage.putFile(key, file, MIME_TYPE, { isFinal: true });
      const copy = { id: newId(), kind: 'COPY' as const, key, mimeType: MIME_TYPE, byteSize };
      const isKept = await this.changes.make(mediaId, () => this.media.addCopy(mediaId, copy));
      // Its renditions were there first, or nobody wants it any more.
      if (!isKept) await this.storage.delete([key]);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }

  /** What cannot be copied may still be decoded: its own job says what is wrong with it. */
  private async copy(originalKey: string, directory: string, signal: AbortSignal): Promise<string | undefined> {
    const source = join(directory, basename(originalKey));
    const out = join(directory, FILE);
    await this.storage.getFile(originalKey, source);
    try {
      const sniffed = await sniff(source);
      if (!sniffed?.demuxer) return undefined;
      const tools = await this.recordings.tools();
      const plan = planCopy(await probe(tools, source, sniffed.demuxer, signal));
      if (!plan) return undefined;
      await copyForBrowsers(tools, source, sniffed.demuxer, plan, out, signal);
      return out;
    } catch (error) {
      if (!(error instanceof UnreadableMedia)) throw error;
      this.logger.log(`No copy for browsers: ${error.detail.slice(-300) || error.message}`);
      return undefined;
    }
  }
}

const isWaiting = ({ status, renditions }: MediaRow): boolean =>
  status === 'PROCESSING' && !renditions.MP4 && !renditions.COPY;
