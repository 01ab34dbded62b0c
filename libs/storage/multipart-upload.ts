import { createHash } from 'node:crypto';
import type { Client } from 'minio';

/**
 * Bytes of one part, which is held in memory while it is sent. S3 takes parts of 5 MiB and more, and 10,000 of them:
 * 160 GiB in one object.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html
 */
const partBytes = 16 * 1024 * 1024;

export interface UploadTarget {
  client: Client;
  bucket: string;
  key: string;
  contentType: string;
}

/**
 * Sends content of any length: in one request when it fits into one part, else in parts that become the object in the
 * last step. Nothing is kept of an upload that fails.
 *
 * The client's own `putObject` is not used for streams: it takes up whichever unfinished upload of the key it finds,
 * even one that another process is writing, and never settles when its source breaks off.
 */
export async function uploadInParts(target: UploadTarget, content: AsyncIterable<Buffer>): Promise<void> {
  const { client, bucket, key, contentType } = target;
  const headers = { 'Content-Type': contentType };
  const parts = inParts(content)[Symbol.asyncIterator]();
  const first = await parts.next();
  const firstPart = first.done ? Buffer.alloc(0) : first.value;
  let part = firstPart.length < partBytes ? undefined : firstPart;
  if (!part) {
    await client.putObject(bucket, key, firstPart, firstPart.length, headers);
    return;
  }
  const uploadId = await client.initiateNewMultipartUpload(bucket, key, headers);
  try {
    const sent: { part: number; etag: string }[] = [];
    while (part) {
      const partNumber: number = sent.length + 1;
      const { etag } = await client.uploadPart(
        { bucketName: bucket, objectName: key, uploadID: uploadId, partNumber, headers: partHeaders(part) },
        part,
      );
      sent.push({ part: partNumber, etag });
      const next = await parts.next();
      part = next.done ? undefined : next.value;
    }
    await client.completeMultipartUpload(bucket, key, uploadId, sent);
  } catch (error) {
    await client.abortMultipartUpload(bucket, key, uploadId).catch((abortError) => {
      throw new AggregateError([error, abortError], 'An upload failed and its parts could not be removed.');
    });
    throw error;
  }
}

const partHeaders = (part: Buffer) => ({
  'Content-Length': part.length,
  'Content-MD5': createHash('md5').update(part).digest('base64'),
});

async function* inParts(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let gathered: Buffer[] = [];
  let gatheredBytes = 0;
  for await (let chunk of content) {
    while (gatheredBytes + chunk.length >= partBytes) {
      const fitting = chunk.subarray(0, partBytes - gatheredBytes);
      yield Buffer.concat([...gathered, fitting]);
      chunk = chunk.subarray(fitting.length);
      gathered = [];
      gatheredBytes = 0;
    }
    if (chunk.length > 0) gathered.push(chunk);
    gatheredBytes += chunk.length;
  }
  if (gatheredBytes > 0) yield Buffer.concat(gathered);
}
