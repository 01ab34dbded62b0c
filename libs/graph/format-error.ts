import { Logger } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { HubError } from '#kernel';

const logger = new Logger('Errors');

/**
 * What a client may know of an error: our refusals with code, reason, field and data; faults of a document as
 * INVALID_INPUT; everything else as one sentence with the request's id, under which the log has the rest.
 */
export function formatError(
  error: GraphQLError | GraphQLFormattedError,
  cause: unknown,
  requestId: string,
): GraphQLFormattedError {
  const { path, locations } = error;
  const hubError = findHubError(cause);
  if (hubError) {
    if (hubError.isReportable) logger.error(`${requestId} ${hubError.reason}: ${hubError.message}`, hubError.stack);
    const { code, reason, field, data } = hubError;
    return { message: hubError.message, path, locations, extensions: { code, reason, field, data } };
  }
  const code = error.extensions?.code;
  if (isFaultOfDocument(cause, code)) {
    const reason = typeof error.extensions?.reason === 'string' ? error.extensions.reason : 'graphql.invalid';
    return { message: error.message.trim(), path, locations, extensions: { code: 'INVALID_INPUT', reason } };
  }
  logger.error(`${requestId} ${describe(cause)}`, cause instanceof Error ? cause.stack : undefined);
  return {
    message: `Something went wrong on our side. Tell an administrator this number: ${requestId}.`,
    path,
    extensions: { code: 'INTERNAL', reason: 'internal', data: { requestId } },
  };
}

function findHubError(cause: unknown): HubError | undefined {
  for (let at = cause; at instanceof Error; at = at instanceof GraphQLError ? at.originalError : undefined) {
    if (at instanceof HubError) return at;
  }
  return undefined;
}

/** Syntax, validation and coercion of variables: graphql-js raises them without an original error of ours. */
function isFaultOfDocument(cause: unknown, code: unknown): boolean {
  if (code === 'INVALID_INPUT' || code === 'GRAPHQL_PARSE_FAILED' || code === 'GRAPHQL_VALIDATION_FAILED') return true;
  if (code === 'BAD_USER_INPUT' || code === 'BAD_REQUEST' || code === 'OPERATION_RESOLUTION_FAILURE') return true;
  return cause instanceof GraphQLError && !cause.originalError && !cause.path;
}

const describe = (cause: unknown): string =>
  cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
