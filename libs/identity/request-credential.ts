import type { Actor } from '#kernel';
import type { SessionService } from './session.service.js';

/** The cookie that holds a browser's session; scripts cannot read it, other sites cannot send it. */
export const SESSION_COOKIE = 'meantime_session';

/** What a request brings to show who acts; `cookies` are read by @fastify/cookie. */
export interface CredentialRequest {
  headers: { authorization?: string };
  cookies?: Record<string, string | undefined>;
  ip: string;
}

/**
 * Who acts: by the Authorization header, or else by the session cookie. A header that is given and does not hold is no
 * sign-in at all: it never falls back to the cookie.
 */
export async function actorOfRequest(
  sessions: SessionService,
  { headers: { authorization }, cookies, ip }: CredentialRequest,
): Promise<Actor | undefined> {
  const secret = authorization === undefined ? cookies?.[SESSION_COOKIE] : /^Bearer (\S+)$/i.exec(authorization)?.[1];
  return secret ? sessions.authenticate(secret, ip) : undefined;
}
