import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Clock } from '#kernel';

export interface FeedVersion {
  etag: string;
  /** Whole seconds. */
  modifiedAtMs: number;
}

/**
 * When the content of a feed became what it is. Feeds are made anew for each request, as rights change with no trace in
 * what they list; a process knows since when it has seen this content. Asked for the first time, that is now: then a
 * program reads once more than it needs to, and never misses a change.
 */
@Injectable()
export class FeedVersions {
  private readonly seen = new LRUCache<string, FeedVersion>({ max: 20_000 });

  constructor(private readonly clock: Clock) {}

  of(name: string, content: string): FeedVersion {
    const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`;
    const before = this.seen.get(name);
    if (before?.etag === etag) return before;
    const nowMs = Math.floor(this.clock.nowMs() / 1000) * 1000;
    // Two contents of one second have two times.
    const version = { etag, modifiedAtMs: before ? Math.max(nowMs, before.modifiedAtMs + 1000) : nowMs };
    this.seen.set(name, version);
    return version;
  }
}

/** Whether who asks has this version. An If-None-Match that is there decides alone. @see RFC 9110, section 13.2.2 */
export function isKnown(
  { etag, modifiedAtMs }: FeedVersion,
  headers: { 'if-none-match'?: string; 'if-modified-since'?: string },
): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) {
    return tags.trim() === '*' || tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
  }
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return Number.isFinite(since) && modifiedAtMs <= since;
}
