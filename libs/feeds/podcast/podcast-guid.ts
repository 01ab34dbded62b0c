import { createHash } from 'node:crypto';

/** @see https://github.com/Podcastindex-org/podcast-namespace, the tag guid */
const NAMESPACE = 'ead4c236bf5858c6a2c6a6b28d128cb6';

/** What a podcast is known by wherever it is served: a UUID of version 5 made of a name. @see RFC 9562, section 5.5 */
export function podcastGuid(name: string): string {
  const bytes = createHash('sha1').update(Buffer.from(NAMESPACE, 'hex')).update(name).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
