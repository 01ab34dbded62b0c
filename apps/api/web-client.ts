import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const FOLDER = resolve(import.meta.dirname, '../../web');
const YEAR_S = 31_536_000;

/**
 * What a page of ours may do. Scripts and styles come from here alone; pictures, sound and captions may come from the
 * store, whose address the installation chooses; `blob:` is what the recorder plays back.
 */
const contentSecurity = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob: https: http:",
  "media-src 'self' blob: https: http:",
  "connect-src 'self' https: http: ws: wss:",
  "font-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self' blob:",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The bundled client: its files, and its one page for every address that a person may open. Addresses of the API stay
 * the API's: only what a browser asks for as a page is answered with the page.
 */
export async function serveWebClient(fastify: FastifyInstance): Promise<void> {
  if (!existsSync(join(FOLDER, 'index.html'))) return;
  // Loaded where there is something to serve: an api without its client does without.
  const { default: serveFiles } = await import('@fastify/static');
  // Browsers ask for compressed forms that the build made beside each file.
  const options = { index: false, preCompressed: true, cacheControl: false } as const;
  // Named by their content. Looked up when asked for: a new build may replace the folder under a running api.
  await fastify.register(serveFiles as never, {
    ...options,
    root: join(FOLDER, 'assets'),
    prefix: '/assets/',
    allowedPath: (path: string) => !path.endsWith('.map'),
    setHeaders: headersWith(`public, max-age=${YEAR_S}, immutable`),
  });
  await fastify.register(serveFiles as never, {
    ...options,
    root: FOLDER,
    decorateReply: false,
    wildcard: false,
    globIgnore: ['assets/**', '**/*.map', '**/*.br', '**/*.gz', 'index.html', 'built-from'],
    setHeaders: headersWith('no-cache'),
  });
  const answerPage = async (_request: FastifyRequest, reply: FastifyReply) =>
    reply
      .header('content-security-policy', contentSecurity)
      .header('cache-control', 'no-cache')
      .header('referrer-policy', 'same-origin')
      .header('x-content-type-options', 'nosniff')
      .header('permissions-policy', 'camera=(self), microphone=(self), display-capture=(self), geolocation=()')
      .type('text/html; charset=utf-8')
      .send(await readFile(join(FOLDER, 'index.html')));
  for (const url of pages) fastify.get(url, { exposeHeadRoute: true }, answerPage as never);
}

const headersWith = (cacheControl: string) => (reply: FastifyReply) => {
  reply.header('cache-control', cacheControl);
  reply.header('x-content-type-options', 'nosniff');
};

/** The client's own addresses. */
const pages = [
  '/',
  '/inbox',
  '/catch-up',
  '/drafts',
  '/recordings',
  '/channels',
  '/c/:slug',
  '/t/:threadId',
  '/people',
  '/people/:memberId',
  '/search',
  '/settings',
  '/new',
  '/sign-in',
  '/accept-invite',
  '/welcome',
  '/admin',
  '/admin/:page',
];
