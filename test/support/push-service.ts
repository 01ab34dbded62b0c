import { createECDH, randomBytes } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PushDevice } from '#push';
import { openPush } from './push-endpoint.js';

export interface Pushed {
  note: { title: string; body: string; url: string; tag: string; isUrgent: boolean };
  headers: IncomingHttpHeaders;
}

/** A push service on this machine with a browser behind it, which reads what is pushed to it. */
export async function startPushService() {
  const browser = createECDH('prime256v1');
  browser.generateKeys();
  const auth = randomBytes(16);
  const received: Pushed[] = [];
  const answers = { status: 201 };
  const server = createServer(async (request, answer) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const note = JSON.parse(openPush(Buffer.concat(chunks), browser, auth)) as Pushed['note'];
    received.push({ note, headers: request.headers });
    answer.writeHead(answers.status).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    received,
    answers,
    device: (name = 'browser'): PushDevice => ({
      endpoint: `http://127.0.0.1:${port}/${name}`,
      p256dh: browser.getPublicKey('base64url', 'uncompressed'),
      auth: auth.toString('base64url'),
    }),
    stop: () => new Promise<void>((done) => server.close(() => done())),
  };
}

export type PushService = Awaited<ReturnType<typeof startPushService>>;
