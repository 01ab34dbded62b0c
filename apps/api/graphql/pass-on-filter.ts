import { type ArgumentsHost, Catch } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';

/** Nest logs whatever a resolver throws, refusals included. Errors of operations go on to `formatError`, which knows which to log. */
@Catch()
export class PassOnFilter extends BaseExceptionFilter {
  override catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType<string>() === 'graphql') return error;
    return super.catch(error, host);
  }
}
