import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { unauthenticated } from '#graph';
import { actorOfRequest, requireScope, SessionService } from '#identity';
import { Clock, HubError } from '#kernel';
import { OwnExportService } from './own-export.service.js';

/** `GET /export/me`: everything that is one's own, as one file, for who is signed in by cookie or token. */
@Injectable()
export class ExportRoutes implements OnModuleInit {
  private readonly logger = new Logger(ExportRoutes.name);

  constructor(
    private readonly adapterHost: HttpAdapterHost,
    private readonly sessions: SessionService,
    private readonly own: OwnExportService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const fastify = this.adapterHost.httpAdapter?.getInstance<FastifyInstance>();
    void fastify?.register(async (scope) => {
      scope.setErrorHandler((error, _request, reply) => this.refuse(error, reply));
      scope.get('/export/me', async (request, reply) => {
        const actor = await actorOfRequest(this.sessions, request);
        if (!actor) throw unauthenticated();
        requireScope(actor, 'READ');
        const date = this.clock.now().toISOString().slice(0, 10);
        return reply
          .headers({
            'content-type': 'application/zip',
            'content-disposition': `attachment; filename="meantime-${date}.zip"`,
            'cache-control': 'no-store',
            'x-content-type-options': 'nosniff',
          })
          .send(Readable.from(this.own.archive(actor), { objectMode: false }));
      });
    });
  }

  private refuse(error: unknown, reply: FastifyReply): FastifyReply {
    if (error instanceof HubError) {
      const { code, reason, message, data } = error;
      return reply.code(error.httpStatus).header('cache-control', 'no-store').send({ code, reason, message, data });
    }
    const requestId = randomUUID();
    this.logger.error(`${requestId} ${error instanceof Error ? error.stack : error}`);
    const message = `Something went wrong on our side. Tell an administrator this number: ${requestId}.`;
    return reply.code(500).send({ code: 'INTERNAL', reason: 'internal', message, data: { requestId } });
  }
}
