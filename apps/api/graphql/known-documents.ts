import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '#config';
import { SessionService } from '#identity';
import { HubError } from '#kernel';
import { stringifyResult } from './compiled-execution.js';
import { PreparedDocuments } from './prepared-documents.js';
import { requestContext, type SessionCookie } from './request-context.js';

/**
 * Answers a document that was found valid before without Apollo, whose pipeline costs more than most operations. Only
 * the plainest requests come this way; checks, execution and the form of errors are the same code as there, and
 * whatever is refused is left to Apollo to refuse.
 */
@Injectable()
export class KnownDocuments {
  private readonly cookie: SessionCookie;

  constructor(
    private readonly documents: PreparedDocuments,
    private readonly sessions: SessionService,
    config: Config,
  ) {
    this.cookie = {
      isSecure: config.publicUrl.startsWith('https:'),
      sessionDays: config.values.SESSION_DAYS,
    };
  }

  /** Fastify's preHandler. */
  readonly answer = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const asked = plainRequest(request);
    const prepared = asked && this.documents.known(asked.query, asked.operationName);
    if (!prepared) return undefined;
    const context = await requestContext(this.sessions, request, reply, this.cookie);
    const variables = asked.variables ?? {};
    try {
      await this.documents.check(() => prepared, prepared.kind, context, variables);
    } catch (error) {
      if (error instanceof HubError) return undefined;
      throw error;
    }
    const answer = await this.documents.answer(prepared, context, variables);
    if (!answer) return undefined;
    const text = 'text' in answer ? `{"data":${answer.text}}\n` : stringifyResult(answer.result);
    return reply.headers(HEADERS).send(text);
  };
}

/** As Apollo sets them. */
const HEADERS = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };

interface PlainRequest {
  query: string;
  operationName?: string | null;
  variables?: Record<string, unknown> | null;
}

/**
 * A POST of JSON by a client that takes JSON. Browsers do not send that type to another site without asking it first,
 * so no other site can make a browser do it.
 */
function plainRequest({ method, url, headers, body }: FastifyRequest): PlainRequest | undefined {
  const { accept } = headers;
  const isPlain =
    method === 'POST' &&
    url === '/graphql' &&
    headers['content-type']?.startsWith('application/json') &&
    (accept === undefined || accept === '*/*' || accept === 'application/json');
  if (!isPlain || typeof body !== 'object' || body === null) return undefined;
  const { query, operationName, variables } = body as Record<string, unknown>;
  const isWhole =
    typeof query === 'string' && (operationName == null || typeof operationName === 'string') && isRecord(variables);
  return isWhole ? (body as PlainRequest) : undefined;
}

const isRecord = (value: unknown): boolean => value == null || (typeof value === 'object' && !Array.isArray(value));
