import { ConsoleLogger } from '@nestjs/common';
import type { Config } from '#config';

/** Nest tells of every module and route that it takes in: nothing that an administrator can use. */
const chatter = new Set([
  'InstanceLoader',
  'RouterExplorer',
  'RoutesResolver',
  'NestFactory',
  'NestApplication',
  'GraphQLModule',
]);

class HubLogger extends ConsoleLogger {
  override log(message: unknown, ...rest: unknown[]): void {
    if (!chatter.has(String(rest.at(-1)))) super.log(message, ...(rest as [string]));
  }
}

/** Log lines as the environment wants them. */
export const loggerFor = (config: Config, context: string): ConsoleLogger =>
  new HubLogger(context, {
    json: config.values.LOG_FORMAT === 'json',
    colors: Boolean(process.stdout.isTTY) && config.values.LOG_FORMAT === 'text',
    logLevels: ['fatal', 'error', 'warn', 'log'],
    prefix: 'meantime',
  });
