import { rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Injectable, Logger } from '@nestjs/common';
import { Jobs } from '#jobs';
import { type Id, newId } from '#kernel';
import { JobCannotSucceed, type JobContext } from '#queue';
import { Transcriber } from '#speech';
import { Storage } from '#storage';
import { transcribeMedia } from './media.jobs.js';
import { MediaRepository, type MediaRow, type Rendition } from './media.repository.js';
import { MediaChanges } from './media-changes.js';
import { Pace } from './processing/pace.js';
import { Recordings, type Transcoded, UnreadableRecording } from './recordings.js';
import { TranscriptRepository } from './transcripts/transcript.repository.js';
import { UploadFiles } from './upload-files.js';

const PROGRESS_EVERY_MS = 1_000;
const LIST_PAGE = 1_000;
const GAVE_UP =
  'It could not be processed, and that is not the fault of the file. Try it again, or tell an administrator.';

class NotWanted extends Error {
  override readonly name = 'NotWanted';
}

/** Makes the renditions of one recording or image, as the job media.process. */
@Injectable()
export class MediaProcessing {
  private readonly logger = new Logger(MediaProcessing.name);

  constructor(
    private readonly media: MediaRepository,
    private readonly recordings: Recordings,
    private readonly files: UploadFiles,
    private readonly storage: Storage,
    private readonly changes: MediaChanges,
    private readonly transcripts: TranscriptRepository,
    private readonly transcriber: Transcriber,
    private readonly jobs: Jobs,
  ) {}

  /** @throws JobCannotSucceed for a file that cannot be read; anything else is worth another attempt */
  async process(mediaId: Id, context: JobContext, niceness = 0): Promise<void> {
    const unwanted = new AbortController();
    const unwatch = await this.changes.watch(mediaId, () => void this.lookWhetherWanted(mediaId, unwanted));
    const directory = await this.files.makeWorkDirectory();
    const signal = AbortSignal.any([context.signal, unwanted.signal]);
    try {
      const row = await this.media.byId(mediaId);
      if (!isWanted(row)) return;
      await this.work(row, { directory, niceness, unwanted }, { ...context, signal });
    } catch (error) {
      if (unwanted.signal.aborted) return await this.storage.deletePrefix(folderOf(mediaId, context));
      // A worker that is being stopped hands the job on: the attempt does not count.
      const isStopping = context.signal.aborted && (context.signal.reason as Error).name === 'WorkerStopping';
      await this.failed(mediaId, error, context.isLastAttempt && !isStopping);
    } finally {
      await unwatch();
      await rm(directory, { recursive: true, force: true });
    }
  }

  /** Deleted or cancelled by its owner, or finished by another worker: then the media tools end at once. */
  private async lookWhetherWanted(mediaId: Id, unwanted: AbortController): Promise<void> {
    try {
      if (!unwanted.signal.aborted && !isWanted(await this.media.byId(mediaId))) unwanted.abort(new NotWanted());
    } catch (error) {
      this.logger.warn(`Whether ${mediaId} is still wanted could not be read: ${error}`);
    }
  }

  private async work(
    row: MediaRow & { original_key: string },
    { directory, niceness, unwanted }: { directory: string; niceness: number; unwanted: AbortController },
    context: JobContext,
  ): Promise<void> {
    const { signal } = context;
    const source = join(directory, basename(row.original_key));
    await this.storage.getFile(row.original_key, source);
    const out = join(directory, 'out');
    const options = { signal, niceness, onProgress: this.progressOf(row.id, context, unwanted) };
    const transcoded =
      row.kind === 'IMAGE'
        ? await this.recordings.pictures(source, out, options)
        : await this.recordings.transcode(source, out, options);
    const renditions = await this.put(transcoded, out, folderOf(row.id, context), signal);
    await this.changes.make(row.id, async () => {
      if (row.status === 'READY') return this.media.addPictures(row.id, renditions);
      if (!(await this.media.complete(row.id, { ...transcoded, renditions }))) return false;
      await this.askForTranscript(row.id, renditions);
      return true;
    });
    await this.removeAllBut(row.id, row.original_key);
  }

  /** With the renditions, in one transaction: what plays and is to be written down never lacks its job. */
  private async askForTranscript(mediaId: Id, renditions: readonly Rendition[]): Promise<void> {
    if (!this.transcriber.isConfigured || !renditions.some(({ kind }) => kind === 'AUDIO')) return;
    if (await this.transcripts.begin(mediaId)) await this.jobs.ask(transcribeMedia, { mediaId });
  }

  private async put(
    { renditions }: Transcoded,
    out: string,
    folder: string,
    signal: AbortSignal,
  ): Promise<Rendition[]> {
    const put: Rendition[] = [];
    for (const rendition of renditions) {
      let byteSize = 0;
      for (const { path, mimeType } of rendition.files) {
        signal.throwIfAborted();
        await this.storage.putFile(folder + path, join(out, path), mimeType, { isFinal: true });
        byteSize += (await stat(join(out, path))).size;
      }
      put.push({
        id: newId(),
        kind: rendition.kind,
        key: folder + rendition.path,
        mimeType: rendition.mimeType,
        byteSize,
      });
    }
    return put;
  }

  /** Writes how far the work is and tells who watches, once a second at most. */
  private progressOf(mediaId: Id, context: JobContext, unwanted: AbortController): (done: number) => void {
    const pace = new Pace();
    let writtenAtMs = performance.now();
    return (done) => {
      const remainingSeconds = pace.remainingSeconds(done, performance.now());
      if (performance.now() - writtenAtMs < PROGRESS_EVERY_MS) return;
      writtenAtMs = performance.now();
      void this.writeProgress(mediaId, done, remainingSeconds, context, unwanted);
    };
  }

  private async writeProgress(
    mediaId: Id,
    done: number,
    remainingSeconds: number | null,
    context: JobContext,
    unwanted: AbortController,
  ): Promise<void> {
    try {
      const share = Math.min(0.99, Math.round(done * 100) / 100);
      if (await this.media.setProgress(mediaId, share, remainingSeconds)) await this.changes.tell(mediaId);
      // What was not heard is seen here.
      else await this.lookWhetherWanted(mediaId, unwanted);
      await context.reportProgress(Math.round(done * 100));
    } catch (error) {
      this.logger.warn(`The progress of ${mediaId} could not be written: ${error}`);
    }
  }

  private async failed(mediaId: Id, error: unknown, isFinal: boolean): Promise<never> {
    const isUnreadable = error instanceof UnreadableRecording;
    if (isUnreadable || isFinal) {
      if (await this.media.fail(mediaId, isUnreadable ? error.message : GAVE_UP)) await this.changes.tell(mediaId);
    }
    if (isUnreadable) throw new JobCannotSucceed(error.message, { cause: error });
    throw error;
  }

  /** Removes what former attempts left, and this one's own files where another one was first. */
  private async removeAllBut(mediaId: Id, originalKey: string): Promise<void> {
    const row = await this.media.byId(mediaId);
    const folders = Object.values(row?.renditions ?? {}).map(({ key }) => key.split('/').slice(0, 3).join('/'));
    let after: string | undefined;
    for (;;) {
      const page = await this.storage.list(`media/${mediaId}/`, { after, limit: LIST_PAGE });
      const stale = page.filter(
        ({ key }) => key !== originalKey && !folders.some((folder) => key.startsWith(`${folder}/`)),
      );
      await this.storage.delete(stale.map(({ key }) => key));
      after = page.at(-1)?.key;
      if (page.length < LIST_PAGE) return;
    }
  }
}

/** A folder for each attempt: what a dying worker still writes never mixes with what its successor has made. */
const folderOf = (mediaId: Id, { jobId, attempt }: JobContext): string => `media/${mediaId}/${jobId}-${attempt}/`;

const isWanted = (row: MediaRow | undefined): row is MediaRow & { original_key: string } =>
  row !== undefined && row.original_key !== null && (row.status === 'PROCESSING' || isBarePicture(row));

/** Shown from the start as it came; its sizes come beside it. */
const isBarePicture = ({ kind, status, renditions }: MediaRow): boolean =>
  kind === 'IMAGE' && status === 'READY' && Object.keys(renditions).length === 0;
