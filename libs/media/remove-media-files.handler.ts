import { Injectable } from '@nestjs/common';
import type { Id } from '#kernel';
import type { JobHandler } from '#queue';
import { Storage } from '#storage';
import { removeMediaFiles } from './media.jobs.js';
import { MediaRepository } from './media.repository.js';

@Injectable()
export class RemoveMediaFilesHandler implements JobHandler<{ mediaId: Id }> {
  readonly job = removeMediaFiles;

  constructor(
    private readonly media: MediaRepository,
    private readonly storage: Storage,
  ) {}

  /** Ids are never used again, so an item that is there was not deleted. */
  async handle({ mediaId }: { mediaId: Id }): Promise<void> {
    if (await this.media.byId(mediaId)) return;
    await this.storage.deletePrefix(`media/${mediaId}/`);
  }
}
