import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Id } from '#kernel';
import type { Feed } from './feed-address.entity.js';

const ID_BYTES = 16;
const SECRET_BYTES = 32;

/**
 * The token in the address of a feed: whose it is, and 256 bits that only this installation can make. It is derived and
 * not stored, so that it can be shown again and no copy of the database holds it.
 * @param edition of the address; null for the first one
 */
export function feedToken(key: Buffer, memberId: Id, feed: Feed, edition: Id | null): string {
  return Buffer.concat([
    Buffer.from(memberId.replaceAll('-', ''), 'hex'),
    secretOf(key, memberId, feed, edition),
  ]).toString('base64url');
}

/** Whom a token names, true or not; undefined for what has not the form of one. */
export function memberOfToken(token: string): Id | undefined {
  const bytes = Buffer.from(token, 'base64url');
  // One spelling each: base64 has several for the same bytes.
  if (bytes.length !== ID_BYTES + SECRET_BYTES || bytes.toString('base64url') !== token) return undefined;
  const hex = bytes.toString('hex', 0, ID_BYTES);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Whether a token is the one of this edition; takes as long for every wrong one. */
export function isToken(key: Buffer, token: string, memberId: Id, feed: Feed, edition: Id | null): boolean {
  const given = Buffer.from(token, 'base64url').subarray(ID_BYTES);
  return given.length === SECRET_BYTES && timingSafeEqual(given, secretOf(key, memberId, feed, edition));
}

const secretOf = (key: Buffer, memberId: Id, feed: Feed, edition: Id | null): Buffer =>
  createHmac('sha256', key)
    .update(`${memberId} ${feed} ${edition ?? 'first'}`)
    .digest();
