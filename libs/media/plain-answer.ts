import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { HubError } from '#kernel';

const logger = new Logger('MediaRoutes');

/** A refusal on a route beside GraphQL: the status of its code, and code, reason and sentence as JSON. */
export function answerError(error: unknown, reply: FastifyReply): FastifyReply {
  const answer = (status: number, body: object) =>
    reply.code(status).header('cache-control', 'no-store').header('x-content-type-options', 'nosniff').send(body);
  if (error instanceof HubError) {
    const { code, reason, message, data } = error;
    if (error.isReportable) logger.error(`${reason}: ${message}`, error.stack);
    return answer(error.httpStatus, { code, reason, message, data });
  }
  const requestId = randomUUID();
  logger.error(`${requestId} ${error instanceof Error ? error.stack : error}`);
  const message = `Something went wrong on our side. Tell an administrator this number: ${requestId}.`;
  return answer(500, { code: 'INTERNAL', reason: 'internal', message, data: { requestId } });
}
