import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { BuildSchemaOptions } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Config } from '#config';
import { ErrorCodeEnum, formatError } from '#graph';
import type { SessionService } from '#identity';
import { CompiledExecution, stringifyResult } from './compiled-execution.js';
import { leanFields } from './lean-fields.js';
import type { PreparedDocuments } from './prepared-documents.js';
import { requestContext } from './request-context.js';

/** Tokens of one document at most; our largest has under 800. */
const MAX_TOKENS = 5_000;

/** What the classes do not say of the schema: types that no field leads to. */
export const schemaOptions: BuildSchemaOptions = { orphanedTypes: [ErrorCodeEnum] };

/** GraphQL over Apollo Server, its schema made from the decorated classes. */
export function graphqlOptions(
  config: Config,
  sessions: SessionService,
  documents: PreparedDocuments,
): ApolloDriverConfig {
  const cookie = { isSecure: config.publicUrl.startsWith('https:'), sessionDays: config.values.SESSION_DAYS };
  return {
    driver: ApolloDriver,
    path: '/graphql',
    autoSchemaFile: true,
    sortSchema: true,
    buildSchemaOptions: schemaOptions,
    transformSchema: leanFields,
    graphiql: false,
    introspection: true,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    autoTransformHttpErrors: false,
    persistedQueries: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    context: (request: FastifyRequest, reply: FastifyReply) => requestContext(sessions, request, reply, cookie),
    formatError: (formatted: GraphQLFormattedError, error: unknown) =>
      formatError(formatted, error, error instanceof GraphQLError ? requestIdOf(error) : 'unknown'),
    stringifyResult,
    plugins: [new CompiledExecution(documents)],
  };
}

const requestIdOf = (error: GraphQLError): string => String(error.extensions.requestId ?? crypto.randomUUID());
