import { Injectable } from '@nestjs/common';
import type { Id } from '#kernel';
import type { JobContext, JobHandler } from '#queue';
import { processMedia } from './media.jobs.js';
import { MediaProcessing } from './media-processing.js';

@Injectable()
export class ProcessMediaHandler implements JobHandler<{ mediaId: Id }> {
  readonly job = processMedia;

  constructor(private readonly processing: MediaProcessing) {}

  handle({ mediaId }: { mediaId: Id }, context: JobContext): Promise<void> {
    return this.processing.process(mediaId, context);
  }
}
