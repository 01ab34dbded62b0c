import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'minio';
import { HubError, newId } from '#kernel';
import { checkRange, resolveRange } from './byte-range.js';
import type { DirectAccess } from './direct-access.js';
import { fileMode } from './durable-files.js';
import { MinioDirect } from './minio-direct.js';
import { uploadInParts } from './multipart-upload.js';
import { patientTransport } from './patient-transport.js';
import { discard, sizedContent } from './sized-content.js';
import { rangeNotSatisfiable, StorageObjectMissing, StorageUnavailable } from './storage.errors.js';
import {
  type ByteRange,
  type ListOptions,
  type PutOptions,
  Storage,
  type StoredObject,
  type StoredObjectSummary,
} from './storage.port.js';
import { checkKey, checkPrefix } from './storage-key.js';
import { probe } from './storage-probe.js';

export interface MinioStorageOptions {
  /** `https://s3.example.org` or `http://minio:9000`; nothing after the port. */
  endpoint: string;
  accessKey: string;
  secretKey: string;
  /** Under which clients reach the same store; empty or left out: they do not. */
  publicEndpoint?: string;
  /** Made at the first use when it is missing. */
  bucket: string;
  /** What signatures are made for; `us-east-1` on most stores of one's own. */
  region: string;
}

const listPageSize = 1_000;

/** Objects in a bucket of any store that speaks S3, through the `minio` client. */
export class MinioStorage extends Storage {
  private readonly client: Client;
  private readonly bucket: string;
  private readonly region: string;
  override readonly direct: DirectAccess | undefined;
  private bucketMade: Promise<void> | undefined;

  constructor(options: MinioStorageOptions) {
    super();
    this.bucket = options.bucket;
    this.region = options.region;
    this.client = clientFor(options, options.endpoint);
    this.direct = options.publicEndpoint
      ? new MinioDirect(clientFor(options, options.publicEndpoint), this.bucket, () => this.makeBucketOnce())
      : undefined;
  }

  async put(key: string, content: Readable | Buffer, options: PutOptions): Promise<void> {
    try {
      checkKey(key);
      await this.makeBucketOnce();
      const target = { client: this.client, bucket: this.bucket, key, contentType: options.contentType };
      await uploadInParts(target, sizedContent(key, content, options.byteSize));
    } catch (error) {
      discard(content);
      this.fail(key, error, 'a file cannot be written');
    }
  }

  async putFile(key: string, filePath: string, contentType: string): Promise<void> {
    const { size } = await stat(filePath);
    await this.put(key, createReadStream(filePath), { byteSize: size, contentType });
  }

  async get(key: string, range: ByteRange = {}): Promise<StoredObject> {
    checkKey(key);
    checkRange(key, range);
    const { start = 0, end } = range;
    try {
      await this.makeBucketOnce();
      const lengthBytes = end === undefined ? 0 : end - start + 1;
      const stream = await this.client.getPartialObject(this.bucket, key, start, lengthBytes);
      const byteSize = wholeSize(stream) ?? (await this.client.statObject(this.bucket, key)).size;
      return { stream, byteSize, ...resolveRange(key, byteSize, range) };
    } catch (error) {
      this.fail(key, error, 'a file cannot be read');
    }
  }

  async getFile(key: string, filePath: string): Promise<void> {
    const { stream } = await this.get(key);
    const temporaryPath = `${filePath}.${newId()}.part`;
    try {
      await pipeline(stream, createWriteStream(temporaryPath, { mode: fileMode, flags: 'wx' }));
      await rename(temporaryPath, filePath);
    } catch (error) {
      await rm(temporaryPath, { force: true });
      throw error;
    }
  }

  async stat(key: string): Promise<{ byteSize: number } | undefined> {
    checkKey(key);
    try {
      await this.makeBucketOnce();
      return { byteSize: (await this.client.statObject(this.bucket, key)).size };
    } catch (error) {
      if (isMissing(error)) return undefined;
      this.fail(key, error, 'a file cannot be looked up');
    }
  }

  async delete(keys: readonly string[]): Promise<void> {
    for (const key of keys) checkKey(key);
    if (keys.length === 0) return;
    try {
      await this.makeBucketOnce();
      const refusals = (await this.client.removeObjects(this.bucket, [...keys])).filter((refusal) => refusal?.Error);
      if (refusals.length > 0) throw new Error(refusals[0]?.Error?.Message ?? 'the store refused');
    } catch (error) {
      this.fail(keys[0]!, error, 'files cannot be deleted');
    }
  }

  async deletePrefix(prefix: string): Promise<void> {
    checkPrefix(prefix);
    for (;;) {
      const page = await this.list(prefix, { limit: listPageSize });
      await this.delete(page.map((object) => object.key));
      if (page.length < listPageSize) return;
    }
  }

  async list(prefix: string, { after = '', limit }: ListOptions): Promise<StoredObjectSummary[]> {
    if (prefix !== '') checkPrefix(prefix);
    try {
      await this.makeBucketOnce();
      const { objects } = await this.client.listObjectsV2Query(this.bucket, prefix, '', '', limit, after);
      return objects.flatMap(({ name, size }) =>
        // Some stores escape the slash in listings; no key of ours holds a per cent sign.
        name === undefined ? [] : [{ key: decodeURIComponent(name), byteSize: size }],
      );
    } catch (error) {
      this.fail(prefix, error, 'files cannot be listed');
    }
  }

  async check(): Promise<void> {
    await probe(this);
  }

  private makeBucketOnce(): Promise<void> {
    this.bucketMade ??= this.makeBucket().catch((error) => {
      this.bucketMade = undefined;
      throw error;
    });
    return this.bucketMade;
  }

  private async makeBucket(): Promise<void> {
    try {
      if (await this.client.bucketExists(this.bucket)) return;
      await this.client.makeBucket(this.bucket, this.region);
    } catch (error) {
      // Another process was faster, or the keys may use objects only: then what follows says whether that is enough.
      if (hasCode(error, 'BucketAlreadyOwnedByYou', 'BucketAlreadyExists', 'AccessDenied')) return;
      throw error;
    }
  }

  private fail(key: string, error: unknown, whatFailed: string): never {
    if (error instanceof HubError) throw error;
    if (isMissing(error)) throw new StorageObjectMissing(key, error);
    if (hasCode(error, 'InvalidRange')) throw rangeNotSatisfiable(key);
    throw new StorageUnavailable(whatFailed, error);
  }
}

function clientFor({ accessKey, secretKey, region }: MinioStorageOptions, address: string): Client {
  const endpoint = new URL(address);
  const useSSL = endpoint.protocol === 'https:';
  return new Client({
    endPoint: endpoint.hostname,
    port: endpoint.port === '' ? (useSSL ? 443 : 80) : Number(endpoint.port),
    useSSL,
    accessKey,
    secretKey,
    region,
    // Bucket names as host names would need DNS and certificates of their own.
    pathStyle: true,
    transport: patientTransport(useSSL),
  });
}

const hasCode = (error: unknown, ...codes: string[]): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && codes.includes(String(error.code));

const isMissing = (error: unknown): boolean => hasCode(error, 'NoSuchKey', 'NotFound');

/** The object's length from the headers of a reply with a part of it, or with all of it. */
function wholeSize(reply: Readable): number | undefined {
  if (!(reply instanceof IncomingMessage)) return undefined;
  const text = reply.headers['content-range']?.split('/')[1] ?? reply.headers['content-length'];
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}
