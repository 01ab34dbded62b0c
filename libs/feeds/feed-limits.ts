import { Injectable } from '@nestjs/common';
import { type IRateLimiterRes, RateLimiterMemory } from 'rate-limiter-flexible';
import type { Id } from '#kernel';
import { tooManyReads } from './feed.errors.js';

/** Programs ask every few minutes; players ask for a recording in many pieces. Seconds. */
const DOCUMENTS = { points: 120, duration: 600 };
const FILES = { points: 1_500, duration: 600 };
/** Wrong tokens from one place, before it is not looked at any more. */
const STRANGERS = { points: 100, duration: 600 };

/** Bounds how often feeds are read. Counted in each process: several api processes allow as many times more. */
@Injectable()
export class FeedLimits {
  private readonly limits = {
    document: new RateLimiterMemory(DOCUMENTS),
    file: new RateLimiterMemory(FILES),
    stranger: new RateLimiterMemory(STRANGERS),
  };

  /** Before a token is looked at. @throws HubError feed.too_many_reads */
  async admitPlace(ipAddress: string): Promise<void> {
    const tried = await this.limits.stranger.get(ipAddress);
    if (tried && tried.consumedPoints >= STRANGERS.points) throw tooManyReads(secondsOf(tried));
  }

  async countStranger(ipAddress: string): Promise<void> {
    await this.limits.stranger.penalty(ipAddress);
  }

  /** @throws HubError feed.too_many_reads */
  async count(what: 'document' | 'file', memberId: Id): Promise<void> {
    try {
      await this.limits[what].consume(memberId);
    } catch (refusal) {
      if (refusal instanceof Error) throw refusal;
      throw tooManyReads(secondsOf(refusal as IRateLimiterRes));
    }
  }
}

const secondsOf = ({ msBeforeNext }: Pick<IRateLimiterRes, 'msBeforeNext'>): number =>
  Math.max(1, Math.ceil((msBeforeNext ?? 0) / 1000));
