import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HubContext } from '#graph';
import type { SessionService } from '#identity';
import type { Actor } from '#kernel';

/** The cookie that holds a browser's session; scripts cannot read it, other sites cannot send it. */
export const SESSION_COOKIE = 'meantime_session';

/** The operation's context of an HTTP request: who acts, by the Authorization header or else by the session cookie. */
export async function requestContext(
  sessions: SessionService,
  request: FastifyRequest,
  reply: FastifyReply,
  { isSecure, sessionDays }: { isSecure: boolean; sessionDays: number },
): Promise<HubContext> {
  const actor = await authenticate(
    sessions,
    request.headers.authorization,
    request.cookies[SESSION_COOKIE],
    request.ip,
  );
  return new HubContext(actor, randomUUID(), request.ip, (token) => {
    const options = { httpOnly: true, sameSite: 'lax', secure: isSecure, path: '/' } as const;
    if (token === undefined) reply.clearCookie(SESSION_COOKIE, options);
    else reply.setCookie(SESSION_COOKIE, token, { ...options, maxAge: sessionDays * 86_400 });
  });
}

/** A header that is given and does not hold is no sign-in at all: it never falls back to the cookie. */
export async function authenticate(
  sessions: SessionService,
  authorization: string | undefined,
  cookie: string | undefined,
  ipAddress: string,
): Promise<Actor | undefined> {
  const secret = authorization === undefined ? cookie : /^Bearer (\S+)$/i.exec(authorization)?.[1];
  return secret ? sessions.authenticate(secret, ipAddress) : undefined;
}
