import { type ClientRequest, request } from 'node:http';
import type { SignedIn } from './media-app.js';

/** Sends the head of a part and so many of its bytes, and then neither more nor an end. */
export function sendPart(url: string, bytes: Buffer, length: number, { headers }: SignedIn): ClientRequest {
  const sending = request(url, {
    method: 'PATCH',
    headers: {
      ...headers,
      'tus-resumable': '1.0.0',
      'content-type': 'application/offset+octet-stream',
      'upload-offset': '0',
      'content-length': bytes.length,
    },
  });
  sending.on('error', () => undefined);
  sending.write(bytes.subarray(0, length));
  return sending;
}
