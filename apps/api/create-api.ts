import cookies from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '#config';
import { inputPipe } from '#graph';
import type { Clock } from '#kernel';
import { LiveSocketServer } from '#live';
import { loggerFor } from '../logger.js';
import { ApiModule } from './api.module.js';
import { KnownDocuments } from './graphql/known-documents.js';
import { PassOnFilter } from './graphql/pass-on-filter.js';
import { serveWebClient } from './web-client.js';

/** A GraphQL request with its variables; uploads have a route of their own. */
const MAX_BODY_BYTES = 1024 * 1024;

/** The api, made and not yet listening. */
export async function createApi(config: Config, clock: Clock): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: MAX_BODY_BYTES,
    trustProxy: config.values.TRUST_PROXY,
    // Uploads and downloads of an hour are ordinary; slow headers are not.
    requestTimeout: 0,
    connectionTimeout: 0,
    keepAliveTimeout: 72_000,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 1_024 },
  });
  await adapter.register(cookies as never);
  await serveWebClient(adapter.getInstance() as never);
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.of(config, clock), adapter, {
    logger: loggerFor(config, 'api'),
    abortOnError: false,
  });
  adapter.getInstance().addHook('preHandler', app.get(KnownDocuments).answer);
  app.useGlobalPipes(inputPipe());
  app.useGlobalFilters(new PassOnFilter(app.getHttpAdapter()));
  await app.init();
  const live = app.get(LiveSocketServer);
  live.attach(app.getHttpServer(), '/graphql', app.get(GraphQLSchemaHost).schema);
  return app;
}
