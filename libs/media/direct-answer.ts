import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock, machineClock } from '#kernel';
import { Storage } from '#storage';
import type { LinkClaim } from './media-links.js';
import type { ServedFile } from './served-files.js';
import { disposition } from './served-range.js';

/** Addresses are signed as of the last five-minute mark, as those of MediaLinks, so that they stay the same between two. */
const MARK_MS = 5 * 60_000;
/** For the member who is signed in and whose address of ours is over: at most this long from the mark. */
const LEAST_MS = 2 * MARK_MS;
const MOST_MS = 3 * MARK_MS;
/** Files that name others beside them come from here, so that those names lead here too, each with its own check. */
const naming = new Set(['application/vnd.apple.mpegurl', 'text/vtt']);

/** Sends who may have a file on to the store itself, where clients reach it. */
@Injectable()
export class DirectAnswer {
  constructor(
    private readonly storage: Storage,
    private readonly clock: Clock,
  ) {}

  /** A signature holds for one method. */
  isFor(file: ServedFile, request: FastifyRequest): boolean {
    return this.storage.direct !== undefined && request.method === 'GET' && !naming.has(file.contentType);
  }

  /** What it leads to ends with the claim, or soon. */
  async send(file: ServedFile, isInline: boolean, claim: LinkClaim, reply: FastifyReply): Promise<FastifyReply> {
    const sinceMarkMs = this.clock.nowMs() % MARK_MS;
    const leftMs = claim.expiresAtMs - this.clock.nowMs();
    const lifeMs = Math.min(MOST_MS, leftMs > 0 ? sinceMarkMs + leftMs : LEAST_MS);
    const location = await this.storage.direct!.addressOf(file.key, {
      contentType: file.contentType,
      contentDisposition: disposition(isInline, file.filename),
      signedAt: new Date(machineClock.nowMs() - sinceMarkMs),
      expiresSeconds: Math.ceil(lifeMs / 1000),
    });
    const freshSeconds = Math.max(0, Math.floor((lifeMs - sinceMarkMs) / 2000));
    return reply.headers({ 'cache-control': `private, max-age=${freshSeconds}` }).redirect(location, 302);
  }
}
