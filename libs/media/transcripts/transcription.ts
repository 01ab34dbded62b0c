import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, Logger } from '@nestjs/common';
import { HubError, type Id } from '#kernel';
import { JobCannotSucceed, type JobContext } from '#queue';
import { Transcriber } from '#speech';
import { Storage } from '#storage';
import { GlossaryService } from '../glossary/glossary.service.js';
import { MediaRepository, type MediaRow } from '../media.repository.js';
import { MediaChanges } from '../media-changes.js';
import { Recordings } from '../recordings.js';
import { UploadFiles } from '../upload-files.js';
import { cleanSegments } from './segments.js';
import { TranscriptRepository } from './transcript.repository.js';

const PROGRESS_EVERY_MS = 1_000;
const GAVE_UP = 'It could not be written down. Try it again, or write the transcript by hand.';
const NO_SOUND = 'There is no sound in this recording to write down.';

/** Writes down what is said in one recording, as the job media.transcribe. The recording plays whatever comes of it. */
@Injectable()
export class Transcription {
  private readonly logger = new Logger(Transcription.name);

  constructor(
    private readonly media: MediaRepository,
    private readonly transcripts: TranscriptRepository,
    private readonly glossary: GlossaryService,
    private readonly transcriber: Transcriber,
    private readonly recordings: Recordings,
    private readonly files: UploadFiles,
    private readonly storage: Storage,
    private readonly changes: MediaChanges,
  ) {}

  /** @throws JobCannotSucceed where the engine refuses it; anything else is worth another attempt */
  async transcribe(mediaId: Id, context: JobContext): Promise<void> {
    const row = await this.media.byId(mediaId);
    if (row?.transcript?.status !== 'PENDING') return;
    const audio = row.renditions.AUDIO;
    if (!audio) return void (await this.fail(mediaId, NO_SOUND));
    const directory = await this.files.makeWorkDirectory();
    try {
      await this.work(row, audio.key, directory, context);
    } catch (error) {
      await this.failed(mediaId, error, context);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }

  private async work(row: MediaRow, audioKey: string, directory: string, context: JobContext): Promise<void> {
    const { signal } = context;
    const [audio, samples] = [join(directory, 'audio.m4a'), join(directory, 'speech.raw')];
    await this.storage.getFile(audioKey, audio);
    await this.recordings.speechSamples(audio, samples, signal);
    const glossary = await this.glossary.words();
    const onProgress = this.progressOf(row.id, context);
    const heard = await this.transcriber.transcribe(samples, { glossary, signal, onProgress });
    const segments = cleanSegments(heard.segments, row.duration_ms === null ? null : row.duration_ms / 1000);
    if (await this.transcripts.complete(row.id, heard.language ?? 'und', segments)) await this.changes.tell(row.id);
  }

  /** Writes how far it is and tells who watches, once a second at most. */
  private progressOf(mediaId: Id, context: JobContext): (done: number) => void {
    let writtenAtMs = Number.NEGATIVE_INFINITY;
    return (done) => {
      if (done >= 1 || performance.now() - writtenAtMs < PROGRESS_EVERY_MS) return;
      writtenAtMs = performance.now();
      this.writeProgress(mediaId, done, context).catch((error: unknown) => {
        this.logger.warn(`The progress of the transcript of ${mediaId} could not be written: ${error}`);
      });
    };
  }

  private async writeProgress(mediaId: Id, done: number, context: JobContext): Promise<void> {
    if (await this.transcripts.setProgress(mediaId, Math.round(done * 100) / 100)) await this.changes.tell(mediaId);
    await context.reportProgress(Math.round(done * 100));
  }

  private async failed(mediaId: Id, error: unknown, context: JobContext): Promise<never> {
    const reason = error instanceof HubError ? error.reason : '';
    if (error instanceof HubError && error.cause) this.logger.warn(`${reason}: ${(error.cause as Error).message}`);
    // A worker that is being stopped hands the job on: the attempt does not count.
    const isStopping = context.signal.aborted && (context.signal.reason as Error).name === 'WorkerStopping';
    const isHopeless = reason === 'speech.refused' || reason === 'speech.none';
    if (isHopeless || (context.isLastAttempt && !isStopping)) {
      await this.fail(mediaId, reason.startsWith('speech.') ? (error as HubError).message : GAVE_UP);
    }
    if (isHopeless) throw new JobCannotSucceed((error as HubError).message, { cause: error });
    throw error;
  }

  private async fail(mediaId: Id, failure: string): Promise<void> {
    if (await this.transcripts.fail(mediaId, failure)) await this.changes.tell(mediaId);
  }
}
