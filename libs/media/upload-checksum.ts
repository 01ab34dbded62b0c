import { createHash, timingSafeEqual } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export const checksumAlgorithms = ['sha1', 'sha256'] as const;

/** What a part is said to hash to. @see https://tus.io/protocols/resumable-upload#checksum */
export interface Checksum {
  algorithm: (typeof checksumAlgorithms)[number];
  digest: Buffer;
}

/** A status of the protocol's own; tus answers with what it holds. */
export const checksumMismatch = { status_code: 460, body: 'The part did not arrive as it was sent: send it again.\n' };

/** `sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=`. @returns undefined where it is none that is served */
export function readChecksum(header: string): Checksum | undefined {
  const [, name, text = ''] = /^(\w+) ([A-Za-z0-9+/]+={0,2})$/.exec(header.trim()) ?? [];
  const algorithm = checksumAlgorithms.find((one) => one === name);
  const digest = Buffer.from(text, 'base64');
  return algorithm && digest.length === createHash(algorithm).digest().length ? { algorithm, digest } : undefined;
}

/**
 * Collects a part in a file of its own, so that none of its bytes counts before all of them are found to be right.
 * @returns the file @throws checksumMismatch, and what the stream throws
 */
export async function checkedPart(
  stream: AsyncIterable<Buffer>,
  { algorithm, digest }: Checksum,
  directory: string,
): Promise<string> {
  const path = join(directory, 'part');
  const hash = createHash(algorithm);
  const hashing = new Transform({
    transform(bytes: Buffer, _encoding, done) {
      hash.update(bytes);
      done(null, bytes);
    },
  });
  await pipeline(stream, hashing, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
  if (!timingSafeEqual(hash.digest(), digest)) throw checksumMismatch;
  return path;
}
