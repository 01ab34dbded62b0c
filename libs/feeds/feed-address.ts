import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Id } from '#kernel';
import type { Feed } from './feed-address.entity.js';

/** Tells a leaked one apart in a scan, as those of sessions and access tokens do. */
const PREFIX = 'mtf_';
const ID_BYTES = 16;
const SECRET_BYTES = 32;

/**
 * The token in the address of a feed: whose it is, and 256 bits that only this installation can make. It is derived and
 * not stored, so that it can be shown again and no copy of the database holds it.
 * @param edition of the address; null for the first one
 */
export function feedToken(key: Buffer, memberId: Id, feed: Feed, edition: Id | null): string {
  const bytes = [Buffer.from(memberId.replaceAll('-', ''), 'hex'), secretOf(key, memberId, feed, edition)];
  return PREFIX + Buffer.concat(bytes).toString('base64url');
}

/** Whom a token names, true or not; undefined for what has not the form of one. */
export function memberOfToken(token: string): Id | undefined {
  const bytes = Buffer.from(token.slice(PREFIX.length), 'base64url');
  if (bytes.length !== ID_BYTES + SECRET_BYTES || !token.startsWith(PREFIX)) return undefined;
  const hex = bytes.toString('hex', 0, ID_BYTES);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Whether a token is the one of this edition; takes as long for every wrong one. */
export function isFeedToken(key: Buffer, token: string, memberId: Id, feed: Feed, edition: Id | null): boolean {
  const [given, right] = [Buffer.from(token), Buffer.from(feedToken(key, memberId, feed, edition))];
  return given.length === right.length && timingSafeEqual(given, right);
}

const secretOf = (key: Buffer, memberId: Id, feed: Feed, edition: Id | null): Buffer =>
  createHmac('sha256', key)
    .update(`${memberId} ${feed} ${edition ?? 'first'}`)
    .digest();
