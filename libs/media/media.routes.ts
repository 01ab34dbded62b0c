import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { actorOfRequest, SessionService } from '#identity';
import { Clock, type Id } from '#kernel';
import { DirectAnswer } from './direct-answer.js';
import { FileAnswer } from './file-answer.js';
import { forgedLink, linkExpired, noSuchMedia } from './media.errors.js';
import { type LinkClaim, MediaLinks } from './media-links.js';
import { isCaptionsName } from './media-view.js';
import { answerError } from './plain-answer.js';
import { type ServedFile, ServedFiles } from './served-files.js';
import { disposition } from './served-range.js';
import { TranscriptService } from './transcripts/transcript.service.js';

interface FileRoute {
  Params: { token: string; media: string; '*': string };
  Querystring: { download?: string };
}

/** Nothing of an upload acts on our origin, whatever it turns out to hold. The rest lets a browser show it by itself. */
const CONTENT_SECURITY =
  "sandbox; default-src 'none'; media-src 'self'; img-src 'self' data:; style-src 'unsafe-inline'; frame-ancestors 'self'";

/** Serves media files to whom their signed addresses were made for. */
@Injectable()
export class MediaRoutes implements OnModuleInit {
  constructor(
    private readonly adapterHost: HttpAdapterHost,
    private readonly links: MediaLinks,
    private readonly files: ServedFiles,
    private readonly transcripts: TranscriptService,
    private readonly sessions: SessionService,
    private readonly answer: FileAnswer,
    private readonly direct: DirectAnswer,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const fastify = this.adapterHost.httpAdapter?.getInstance<FastifyInstance>();
    void fastify?.register(async (scope) => {
      scope.setErrorHandler((error, _request, reply) => answerError(error, reply));
      scope.route<FileRoute>({
        method: ['GET', 'HEAD'],
        url: '/media/:token/:media/*',
        exposeHeadRoute: false,
        handler: async (request, reply) => {
          const claim = await this.admit(request);
          if (isCaptionsName(request.params['*'])) return this.sendCaptions(claim, request, reply);
          const file = await this.files.find(claim.viewerId, claim.mediaId, request.params['*']);
          if (!file) throw noSuchMedia();
          return this.send(file, claim, request, reply);
        },
      });
    });
  }

  /**
   * An address whose time is over still opens for the very member for whom it was made while they are signed in, so
   * that an hour's recording plays to its end in their own browser.
   */
  private async admit(request: FastifyRequest<FileRoute>) {
    const { token, media, '*': name } = request.params;
    const claim = this.links.read(token, media, name);
    if (!claim) throw forgedLink();
    if (claim.expiresAtMs <= this.clock.nowMs()) {
      const actor = await actorOfRequest(this.sessions, request);
      if (actor?.memberId !== claim.viewerId) throw linkExpired();
    }
    return claim;
  }

  /** Captions are made of the transcript as it is now. */
  private async sendCaptions(
    claim: LinkClaim & { mediaId: Id },
    request: FastifyRequest<FileRoute>,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const captions = await this.transcripts.captions(claim.viewerId, claim.mediaId);
    if (captions === undefined) throw noSuchMedia();
    const isInline = request.query.download === undefined;
    reply.headers({ ...this.headersFor(claim), 'content-disposition': disposition(isInline, 'captions.vtt') });
    return reply.type('text/vtt; charset=utf-8').send(captions);
  }

  /** What every answer says, whatever the file is. */
  private headersFor(claim: LinkClaim): Record<string, string> {
    return {
      'content-security-policy': CONTENT_SECURITY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      // Who has the signed address may read it from a page of their own: a custom client, hls.js.
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'Content-Length, Content-Range, Accept-Ranges',
      'cache-control': `private, max-age=${Math.max(0, Math.floor((claim.expiresAtMs - this.clock.nowMs()) / 1000))}`,
    };
  }

  private send(
    file: ServedFile,
    claim: LinkClaim,
    request: FastifyRequest<FileRoute>,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    reply.headers(this.headersFor(claim));
    const isInline = file.isInline && request.query.download === undefined;
    if (this.direct.isFor(file, request)) return this.direct.send(file, isInline, claim, reply);
    return this.answer.send(file, isInline, request, reply);
  }
}
