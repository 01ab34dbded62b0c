import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type Actor, type Id, requireLocalId } from '#kernel';
import { UploadService } from './upload.service.js';
import { UploadArrival } from './upload-arrival.js';
import { UploadParts } from './upload-parts.js';

/** A file that came another way than by an upload, such as by mail: it is looked at and limited as every other. */
@Injectable()
export class MediaIntake {
  constructor(
    private readonly uploads: UploadService,
    private readonly parts: UploadParts,
    private readonly arrival: UploadArrival,
  ) {}

  /** @throws HubError as `createUpload` does */
  async take(
    actor: Actor,
    { filename, mimeType, content }: { filename: string; mimeType: string; content: Buffer },
  ): Promise<Id> {
    const { media } = await this.uploads.create(actor, { filename, mimeType, byteSize: content.length });
    const id = requireLocalId('Media', media.id, 'id');
    await this.parts.append(id, 0, Readable.from([content]));
    await this.arrival.takeIn(id);
    return id;
  }
}
