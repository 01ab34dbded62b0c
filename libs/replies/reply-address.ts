import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Id } from '#kernel';

/**
 * `r-` and 48 letters, of a thread, of who may say that it is one of ours, and of whom it was given to: short enough for
 * the local part of an address (64 octets, RFC 5321, 4.5.3.1.1), and the same in capitals, as mail programs may write it.
 */
const PREFIX = 'r-';
const ID_BYTES = 16;
const OURS_BYTES = 4;
const MEMBER_BYTES = 10;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';
const SHAPE = /^r-([a-z2-7]{48})@([^@\s]+)$/;

/** Where an answer goes, and a proof of whose it must be. */
export interface ReplyTarget {
  threadId: Id;
  proof: Buffer;
}

export class ReplyAddressCodec {
  private readonly key: Buffer;

  constructor(
    secret: string,
    private readonly domain: string,
  ) {
    this.key = createHmac('sha256', secret).update('reply addresses').digest();
  }

  addressFor(memberId: Id, threadId: Id): string {
    const bytes = Buffer.concat([bytesOf(threadId), this.ours(threadId), this.proofOf(memberId, threadId)]);
    return `${PREFIX}${base32(bytes)}@${this.domain}`;
  }

  /** @returns undefined for what is no address of this hub */
  read(address: string): ReplyTarget | undefined {
    const [, letters, domain] = SHAPE.exec(address.toLowerCase()) ?? [];
    if (!letters || domain !== this.domain.toLowerCase()) return undefined;
    const bytes = bytesOfBase32(letters);
    const threadId = idOf(bytes.subarray(0, ID_BYTES));
    const ours = bytes.subarray(ID_BYTES, ID_BYTES + OURS_BYTES);
    return timingSafeEqual(ours, this.ours(threadId))
      ? { threadId, proof: bytes.subarray(ID_BYTES + OURS_BYTES) }
      : undefined;
  }

  /** Whether the address was given to this member. */
  isOf({ threadId, proof }: ReplyTarget, memberId: Id): boolean {
    return timingSafeEqual(proof, this.proofOf(memberId, threadId));
  }

  private ours(threadId: Id): Buffer {
    return this.mac(`thread ${threadId}`).subarray(0, OURS_BYTES);
  }

  private proofOf(memberId: Id, threadId: Id): Buffer {
    return this.mac(`member ${memberId} ${threadId}`).subarray(0, MEMBER_BYTES);
  }

  private mac(text: string): Buffer {
    return createHmac('sha256', this.key).update(text).digest();
  }
}

const bytesOf = (id: Id): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');

function idOf(bytes: Buffer): Id {
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** RFC 4648, section 6, in small letters; whole groups of five bytes. */
function base32(bytes: Buffer): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 5) {
    let group = 0n;
    for (const byte of bytes.subarray(at, at + 5)) group = (group << 8n) | BigInt(byte);
    for (let letter = 7n; letter >= 0n; letter--) text += LETTERS[Number((group >> (letter * 5n)) & 31n)];
  }
  return text;
}

function bytesOfBase32(text: string): Buffer {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 8) {
    let group = 0n;
    for (const letter of text.slice(at, at + 8)) group = (group << 5n) | BigInt(LETTERS.indexOf(letter));
    for (let byte = 4n; byte >= 0n; byte--) bytes.push(Number((group >> (byte * 8n)) & 255n));
  }
  return Buffer.from(bytes);
}
