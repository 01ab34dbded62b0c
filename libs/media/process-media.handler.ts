import { Injectable } from '@nestjs/common';
import type { Id } from '#kernel';
import type { JobContext, JobHandler } from '#queue';
import { copyMedia, processLongMedia, processMedia, processQuickMedia } from './media.jobs.js';
import { MediaProcessing } from './media-processing.js';
import { BrowserCopies } from './processing/browser-copies.js';
import { nicenessOf } from './processing/lanes.js';

@Injectable()
export class ProcessMediaHandler implements JobHandler<{ mediaId: Id }> {
  readonly job = processMedia;

  constructor(private readonly processing: MediaProcessing) {}

  handle({ mediaId }: { mediaId: Id }, context: JobContext): Promise<void> {
    return this.processing.process(mediaId, context, nicenessOf.SHORT);
  }
}

@Injectable()
export class ProcessLongMediaHandler implements JobHandler<{ mediaId: Id }> {
  readonly job = processLongMedia;

  constructor(private readonly processing: MediaProcessing) {}

  handle({ mediaId }: { mediaId: Id }, context: JobContext): Promise<void> {
    return this.processing.process(mediaId, context, nicenessOf.LONG);
  }
}

@Injectable()
export class ProcessQuickMediaHandler implements JobHandler<{ mediaId: Id }> {
  readonly job = processQuickMedia;

  constructor(private readonly processing: MediaProcessing) {}

  handle({ mediaId }: { mediaId: Id }, context: JobContext): Promise<void> {
    return this.processing.process(mediaId, context, nicenessOf.QUICK);
  }
}

@Injectable()
export class CopyMediaHandler implements JobHandler<{ mediaId: Id }> {
  readonly job = copyMedia;

  constructor(private readonly copies: BrowserCopies) {}

  handle({ mediaId }: { mediaId: Id }, context: JobContext): Promise<void> {
    return this.copies.make(mediaId, context);
  }
}
