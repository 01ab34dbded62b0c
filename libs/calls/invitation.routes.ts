import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { unauthenticated } from '#graph';
import { actorOfRequest, requireScope, SessionService } from '#identity';
import { HubError, localId } from '#kernel';
import { InvitationService } from './invitation.service.js';

/** `GET /calls/:id/invitation.ics`: for the people of a call, signed in by cookie or token. */
@Injectable()
export class InvitationRoutes implements OnModuleInit {
  constructor(
    private readonly adapterHost: HttpAdapterHost,
    private readonly sessions: SessionService,
    private readonly invitations: InvitationService,
  ) {}

  onModuleInit(): void {
    const fastify = this.adapterHost.httpAdapter?.getInstance<FastifyInstance>();
    fastify?.get<{ Params: { id: string } }>('/calls/:id/invitation.ics', async (request, reply) => {
      try {
        const actor = await actorOfRequest(this.sessions, request);
        if (!actor) throw unauthenticated();
        requireScope(actor, 'READ');
        const file = await this.invitations.file(actor, localId('Call', request.params.id));
        return await reply
          .headers({
            'content-type': 'text/calendar; charset=utf-8; method=REQUEST',
            'content-disposition': 'attachment; filename="invitation.ics"',
            'cache-control': 'no-store',
            'x-content-type-options': 'nosniff',
          })
          .send(file);
      } catch (error) {
        if (!(error instanceof HubError)) throw error;
        const { code, reason, message } = error;
        return reply.code(error.httpStatus).header('cache-control', 'no-store').send({ code, reason, message });
      }
    });
  }
}
