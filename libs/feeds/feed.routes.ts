import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerError } from '#media';
import { CalendarFeedService } from './calendar/calendar.service.js';
import type { Feed } from './feed-address.entity.js';
import type { Subscriber } from './feed-address.repository.js';
import { FeedDoor } from './feed-door.js';
import { FeedVersions, isKnown } from './feed-versions.js';
import { PodcastService } from './podcast/podcast.service.js';

interface FeedRoute {
  Params: { token: string };
}

/** The feeds themselves: `/feeds/…/calendar.ics` and `/feeds/…/podcast.xml`. */
@Injectable()
export class FeedRoutes implements OnModuleInit {
  constructor(
    private readonly adapterHost: HttpAdapterHost,
    private readonly door: FeedDoor,
    private readonly versions: FeedVersions,
    private readonly calendars: CalendarFeedService,
    private readonly podcasts: PodcastService,
  ) {}

  onModuleInit(): void {
    const fastify = this.adapterHost.httpAdapter?.getInstance<FastifyInstance>();
    void fastify?.register(async (scope) => {
      scope.setErrorHandler((error, _request, reply) => answerError(error, reply));
      const serve = (url: string, feed: Feed, type: string, make: (of: Subscriber, token: string) => Promise<string>) =>
        scope.route<FeedRoute>({
          method: ['GET', 'HEAD'],
          url: `/feeds/:token/${url}`,
          exposeHeadRoute: false,
          handler: async (request, reply) => {
            const { token } = request.params;
            const subscriber = await this.door.open(token, feed, 'document', request, reply);
            return this.send(`${subscriber.memberId} ${feed}`, await make(subscriber, token), type, request, reply);
          },
        });
      serve('calendar.ics', 'CALENDAR', 'text/calendar; charset=utf-8', (of) => this.calendars.of(of));
      serve('podcast.xml', 'PODCAST', 'application/rss+xml; charset=utf-8', (of, token) => this.podcasts.of(of, token));
    });
  }

  private send(
    name: string,
    content: string,
    type: string,
    request: FastifyRequest<FeedRoute>,
    reply: FastifyReply,
  ): FastifyReply {
    const version = this.versions.of(name, content);
    reply.headers({
      'cache-control': 'private, no-cache',
      etag: version.etag,
      'last-modified': new Date(version.modifiedAtMs).toUTCString(),
    });
    if (isKnown(version, request.headers)) return reply.code(304).send();
    reply.type(type).header('content-length', Buffer.byteLength(content));
    return reply.send(request.method === 'HEAD' ? undefined : content);
  }
}
