import { Readable } from 'node:stream';
import { StorageWrongSize } from './storage.errors.js';

/**
 * Passes content on and refuses it as soon as it is longer, or at its end shorter, than was announced: an upload that
 * breaks off must not become an object.
 * @param expectedBytes undefined where the length is not known beforehand
 */
export async function* sizedContent(
  key: string,
  content: Readable | Buffer,
  expectedBytes: number | undefined,
): AsyncGenerator<Buffer> {
  let receivedBytes = 0;
  for await (const chunk of Buffer.isBuffer(content) ? [content] : content) {
    const bytes: Buffer = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    receivedBytes += bytes.length;
    if (expectedBytes !== undefined && receivedBytes > expectedBytes) break;
    yield bytes;
  }
  if (expectedBytes !== undefined && receivedBytes !== expectedBytes) {
    throw new StorageWrongSize(key, expectedBytes, receivedBytes);
  }
}

/** Ends a stream that will not be read: its connection or file is let go at once. */
export function discard(content: Readable | Buffer): void {
  if (content instanceof Readable) content.destroy();
}
