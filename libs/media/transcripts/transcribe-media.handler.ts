import { Injectable } from '@nestjs/common';
import type { Id } from '#kernel';
import type { JobContext, JobHandler } from '#queue';
import { transcribeMedia } from '../media.jobs.js';
import { Transcription } from './transcription.js';

@Injectable()
export class TranscribeMediaHandler implements JobHandler<{ mediaId: Id }> {
  readonly job = transcribeMedia;

  constructor(private readonly transcription: Transcription) {}

  handle({ mediaId }: { mediaId: Id }, context: JobContext): Promise<void> {
    return this.transcription.transcribe(mediaId, context);
  }
}
