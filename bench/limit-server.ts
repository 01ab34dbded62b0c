import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pg from 'pg';
import { readDirectory } from './limit-directory.js';
import { LimitFanOut } from './limit-fan-out.js';
import { limitOperations } from './limit-operations.js';
import { isOperationName, VIEWER_HEADER } from './operations.js';

/**
 * LIMIT: `node:http`, `pg`, statements by hand, JSON.stringify. No sign-in, no policy, no GraphQL. What the hub costs is
 * told as a ratio to this in the same run, so the figures mean the same on every machine.
 * Environment: DATABASE_URL. Tells its port to the process that started it.
 */

/** The hub's own settings (libs/database), so that both run the same Postgres. */
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 8,
  options: '-c TimeZone=UTC -c plan_cache_mode=force_generic_plan',
  application_name: 'meantime-limit',
});
const operations = limitOperations(pool, await readDirectory(pool));
const fanOut = new LimitFanOut();

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    answer(request, Buffer.concat(chunks)).then(
      (text) => send(response, 200, text),
      (error: unknown) => send(response, 500, JSON.stringify({ errors: [{ message: String(error) }] })),
    );
  });
});

async function answer(request: IncomingMessage, body: Buffer): Promise<string> {
  const { operationName, variables } = JSON.parse(body.toString()) as {
    operationName: string;
    variables: Record<string, unknown>;
  };
  if (!isOperationName(operationName)) throw new Error(`LIMIT does not know ${operationName}`);
  const data = await operations[operationName](variables, request.headers[VIEWER_HEADER] as string);
  if (operationName === 'postReply') {
    const { post } = (data as { postReply: { post: Parameters<LimitFanOut['tell']>[1] & { thread: { id: string } } } })
      .postReply;
    fanOut.tell(post.thread.id, post);
  }
  return JSON.stringify({ data });
}

function send(response: ServerResponse, status: number, text: string): void {
  const bytes = Buffer.from(text);
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length });
  response.end(bytes);
}

fanOut.attach(server);
server.keepAliveTimeout = 72_000;
server.listen(0, '127.0.0.1', () =>
  process.send?.({ ready: 'limit', port: (server.address() as { port: number }).port }),
);
process.once('disconnect', () => process.exit(0));
process.once('SIGTERM', () => process.exit(0));
