import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { unauthenticated } from '#graph';
import { actorOfRequest, SessionService } from '#identity';
import { localId } from '#kernel';
import { Storage } from '#storage';
import { noSuchMedia } from './media.errors.js';
import { serving } from './media.policy.js';
import { OwnMediaService } from './own-media.service.js';
import { answerError } from './plain-answer.js';

/** Serves the pictures of members to whoever is signed in. The address names the picture: another one, another address. */
@Injectable()
export class AvatarRoutes implements OnModuleInit {
  constructor(
    private readonly adapterHost: HttpAdapterHost,
    private readonly sessions: SessionService,
    private readonly own: OwnMediaService,
    private readonly storage: Storage,
  ) {}

  onModuleInit(): void {
    const fastify = this.adapterHost.httpAdapter?.getInstance<FastifyInstance>();
    void fastify?.register(async (scope) => {
      scope.setErrorHandler((error, _request, reply) => answerError(error, reply));
      scope.get<{ Params: { media: string } }>('/avatars/:media', async (request, reply) => {
        if (!(await actorOfRequest(this.sessions, request))) throw unauthenticated();
        const id = localId('Media', request.params.media);
        const picture = id && (await this.own.avatar(id));
        if (!picture) throw noSuchMedia();
        const { contentType, isInline } = serving(picture.mime_type);
        if (!isInline) throw noSuchMedia();
        const { stream, byteSize } = await this.storage.get(picture.key);
        return reply
          .headers({
            'content-type': contentType,
            'content-length': byteSize,
            'content-security-policy': "sandbox; default-src 'none'",
            'x-content-type-options': 'nosniff',
            'cache-control': 'private, max-age=86400, immutable',
          })
          .send(stream);
      });
    });
  }
}
