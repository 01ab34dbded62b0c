import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HubError } from '#kernel';
import { noSuchFeed } from './feed.errors.js';
import type { Feed } from './feed-address.entity.js';
import type { Subscriber } from './feed-address.repository.js';
import { FeedAddresses } from './feed-addresses.js';
import { FeedLimits } from './feed-limits.js';

/** Lets in who comes with the token of a feed, and bounds how often. */
@Injectable()
export class FeedDoor {
  constructor(
    private readonly addresses: FeedAddresses,
    private readonly limits: FeedLimits,
  ) {}

  /** @throws HubError feed.not_found, feed.too_many_reads */
  async open(
    token: string,
    feed: Feed,
    what: 'document' | 'file',
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Subscriber> {
    // The address is a secret: no page that is opened from it learns of it, and no search engine lists it.
    reply.headers({
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
      'content-security-policy': "sandbox; default-src 'none'; media-src 'self'; img-src 'self'",
    });
    try {
      await this.limits.admitPlace(request.ip);
      const subscriber = await this.addresses.admit(token, feed);
      if (!subscriber) {
        await this.limits.countStranger(request.ip);
        throw noSuchFeed();
      }
      await this.limits.count(what, subscriber.memberId);
      return subscriber;
    } catch (error) {
      if (error instanceof HubError && error.code === 'RATE_LIMITED') {
        reply.header('retry-after', String(error.data?.seconds));
      }
      throw error;
    }
  }
}
