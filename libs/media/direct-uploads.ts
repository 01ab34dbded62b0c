import { Injectable } from '@nestjs/common';
import { Clock, type Id } from '#kernel';
import { Storage } from '#storage';

/** One form takes no more. @see https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPOST.html */
const MOST_BYTES = 5 * 1024 ** 3;
/** Sending may begin until then; how long it takes is another matter. */
const EXPIRES_SECONDS = 15 * 60;

export interface DirectUpload {
  url: string;
  fields: { name: string; value: string }[];
  expiresAt: string;
}

/** Where the whole of an upload lies that a client sent to the store itself. */
export const directKey = (id: Id): string => `uploads/${id}/direct`;

/** Uploads that go to the store itself: the hub sees them when they are finished, and looks at them as at every other. */
@Injectable()
export class DirectUploads {
  constructor(
    private readonly storage: Storage,
    private readonly clock: Clock,
  ) {}

  /** @returns null where clients do not reach the store, or it takes this through the hub only */
  async offer(id: Id, byteSize: number | null): Promise<DirectUpload | null> {
    const { direct } = this.storage;
    if (!direct || byteSize === null || byteSize > MOST_BYTES) return null;
    const { url, fields } = await direct.formFor(directKey(id), { byteSize, expiresSeconds: EXPIRES_SECONDS });
    return {
      url,
      fields: Object.entries(fields).map(([name, value]) => ({ name, value })),
      expiresAt: new Date(this.clock.nowMs() + EXPIRES_SECONDS * 1000).toISOString(),
    };
  }
}
