import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HubContext } from '#graph';
import { actorOfRequest, SESSION_COOKIE, type SessionService } from '#identity';

/** How a browser keeps its session. */
export interface SessionCookie {
  isSecure: boolean;
  sessionDays: number;
}

/** The operation's context of an HTTP request: who acts, by the Authorization header or else by the session cookie. */
export async function requestContext(
  sessions: SessionService,
  request: FastifyRequest,
  reply: FastifyReply,
  { isSecure, sessionDays }: SessionCookie,
): Promise<HubContext> {
  const actor = await actorOfRequest(sessions, request);
  const setSessionCookie = (token: string | undefined): void => {
    const options = { httpOnly: true, sameSite: 'lax', secure: isSecure, path: '/' } as const;
    if (token === undefined) reply.clearCookie(SESSION_COOKIE, options);
    else reply.setCookie(SESSION_COOKIE, token, { ...options, maxAge: sessionDays * 86_400 });
  };
  return new HubContext(actor, randomUUID(), request.ip, setSessionCookie, request.headers['user-agent']);
}
