import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ToldTool {
  headers: IncomingHttpHeaders;
  body: string;
  message: { type: string; timestamp: string; data: Record<string, unknown> };
}

/** A tool of somebody's own on this machine, which keeps what it is told. */
export async function startWebhookTool() {
  const told: ToldTool[] = [];
  const answers = { status: 204 };
  const server = createServer(async (request, answer) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    told.push({ headers: request.headers, body, message: JSON.parse(body) as ToldTool['message'] });
    answer.writeHead(answers.status).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    told,
    answers,
    url: `http://127.0.0.1:${port}/told`,
    stop: () => new Promise<void>((done) => server.close(() => done())),
  };
}
