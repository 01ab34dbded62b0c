import { type ArgumentsHost, Catch, HttpException } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { HubError } from '#kernel';
import { badRequest, noSuchAddress, notJson, requestTooLarge, wrongContentType } from './request.errors.js';

/**
 * Nest logs whatever a resolver throws, refusals included. Errors of operations go on to `formatError`, which knows which
 * to log. What Fastify refuses before there is an operation is said in the words and the form of the API.
 */
@Catch()
export class PassOnFilter extends BaseExceptionFilter {
  override catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType<string>() === 'graphql') return error;
    const status = statusOf(error);
    if (status === undefined || status < 400 || status >= 500) return super.catch(error, host);
    const [request, reply] = [
      host.switchToHttp().getRequest<FastifyRequest>(),
      host.switchToHttp().getResponse<FastifyReply>(),
    ];
    const { code, reason, message, data } = refusalOf(status, error);
    const isGraphql = request.url.split('?', 1)[0] === '/graphql';
    return reply
      .code(status)
      .header('x-content-type-options', 'nosniff')
      .send(
        isGraphql ? { errors: [{ message, extensions: { code, reason, data } }] } : { code, reason, message, data },
      );
  }
}

/** Of Nest's own errors, and of Fastify's. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  return error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : undefined;
}

function refusalOf(status: number, error: unknown): HubError {
  if (status === 404) return noSuchAddress();
  if (status === 413) return requestTooLarge();
  if (status === 415) return wrongContentType();
  const isAboutBody = error instanceof SyntaxError || (error instanceof Error && /JSON|body/i.test(error.message));
  return isAboutBody ? notJson() : badRequest();
}
