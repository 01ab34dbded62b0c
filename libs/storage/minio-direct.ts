import type { Client } from 'minio';
import { machineClock } from '#kernel';
import type { DirectAccess, DirectAddressOptions, DirectForm } from './direct-access.js';
import { checkKey } from './storage-key.js';

/** Nothing of what a client sends says what it is: that is found out from its bytes. */
const SENT_TYPE = 'application/octet-stream';

/** Signatures for the address under which clients reach the store: its host is part of what is signed. */
export class MinioDirect implements DirectAccess {
  constructor(
    private readonly client: Client,
    private readonly bucket: string,
    private readonly makeBucket: () => Promise<void>,
  ) {}

  addressOf(key: string, options: DirectAddressOptions): Promise<string> {
    checkKey(key);
    const answer = {
      'response-content-type': options.contentType,
      'response-content-disposition': options.contentDisposition,
    };
    return this.client.presignedGetObject(this.bucket, key, options.expiresSeconds, answer, options.signedAt);
  }

  async formFor(key: string, { byteSize, expiresSeconds }: { byteSize: number; expiresSeconds: number }) {
    checkKey(key);
    await this.makeBucket();
    const policy = this.client.newPostPolicy();
    policy.setBucket(this.bucket);
    policy.setKey(key);
    policy.setContentType(SENT_TYPE);
    policy.setContentLengthRange(byteSize, byteSize);
    policy.setExpires(new Date(machineClock.nowMs() + expiresSeconds * 1000));
    const { postURL, formData } = await this.client.presignedPostPolicy(policy);
    return { url: postURL, fields: formData as Record<string, string> } satisfies DirectForm;
  }
}
