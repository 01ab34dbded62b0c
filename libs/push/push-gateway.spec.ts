import { createECDH, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GuardedRequests } from '#outward';
import { openPush } from '../../test/support/push-endpoint.js';
import { PushDeferred, PushGateway } from './push-gateway.js';
import { vapidKeys } from './vapid-keys.js';

const keys = vapidKeys('a secret of thirty-two characters');
const options = { ttlSeconds: 60, urgency: 'normal' as const, topic: 'topic' };

describe('web push', () => {
  const received: { request: IncomingMessage; body: Buffer }[] = [];
  let status = 201;
  let server: Server;
  let endpoint: string;
  const browser = createECDH('prime256v1');
  browser.generateKeys();
  const auth = randomBytes(16);
  const device = () => ({
    endpoint,
    p256dh: browser.getPublicKey('base64url', 'uncompressed'),
    auth: auth.toString('base64url'),
  });
  const gateway = new PushGateway({
    keys,
    contact: 'mailto:hub@orchard.example',
    requests: new GuardedRequests({ allowPrivate: true }),
  });

  beforeAll(async () => {
    server = createServer(async (request, answer) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      received.push({ request, body: Buffer.concat(chunks) });
      answer.writeHead(status, { location: 'http://127.0.0.1:9/' }).end();
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/send/1`;
  });
  afterAll(() => new Promise((done) => server.close(done)));
  beforeEach(() => {
    received.length = 0;
    status = 201;
  });

  it('reaches a browser, which alone can read it', async () => {
    expect(await gateway.send(device(), '{"title":"Grüße"}', options)).toBe('taken');
    const [{ request, body }] = received as [(typeof received)[0]];
    expect(openPush(body, browser, auth)).toBe('{"title":"Grüße"}');
    expect(body.includes('Gr')).toBe(false);
    expect(request.headers).toMatchObject({
      ttl: '60',
      urgency: 'normal',
      topic: 'topic',
      'content-encoding': 'aes128gcm',
    });
  });

  it('is signed for its push service by the key with which browsers subscribe', async () => {
    await gateway.send(device(), '{}', options);
    const authorization = received[0]!.request.headers.authorization!;
    expect(authorization).toMatch(/^vapid t=[\w.-]+, ?k=/);
    expect(authorization).toContain(`k=${gateway.publicKey}`);
    const claims = JSON.parse(
      Buffer.from(/t=[\w-]+\.([\w-]+)/.exec(authorization)![1]!, 'base64url').toString(),
    ) as object;
    expect(claims).toMatchObject({ aud: new URL(endpoint).origin, sub: 'mailto:hub@orchard.example' });
  });

  it.each([404, 410, 400, 301])('an answer of %i means that the device is gone', async (answer) => {
    status = answer;
    expect(await gateway.send(device(), '{}', options)).toBe('gone');
    expect(received).toHaveLength(1);
  });

  it.each([429, 500, 503])('an answer of %i is worth another try', async (answer) => {
    status = answer;
    await expect(gateway.send(device(), '{}', options)).rejects.toThrow(PushDeferred);
  });

  it('a service that nobody answers for is worth another try, keys that are none are not', async () => {
    await expect(gateway.send({ ...device(), endpoint: 'http://127.0.0.1:9/x' }, '{}', options)).rejects.toThrow(
      PushDeferred,
    );
    expect(await gateway.send({ ...device(), p256dh: 'AAAA' }, '{}', options)).toBe('gone');
  });

  it('goes to the public internet only', async () => {
    const careful = new PushGateway({
      keys,
      contact: 'mailto:hub@orchard.example',
      requests: new GuardedRequests({ allowPrivate: false }),
    });
    expect(await careful.send(device(), '{}', options)).toBe('gone');
    // A name that leads back here is found out when it is looked up.
    await expect(
      careful.send({ ...device(), endpoint: 'https://localhost.localdomain/x' }, '{}', options),
    ).rejects.toThrow(PushDeferred);
    expect(received).toEqual([]);
    expect(careful.accepts('https://updates.push.services.mozilla.com/wpush/v2/x')).toBe(true);
    for (const refused of [
      'http://push.example/x',
      'https://user:word@push.example/x',
      'https://localhost/x',
      'https://192.168.1.1/x',
      'https://[::1]/x',
      'https://2130706433/x',
      'file:///etc/passwd',
      'nonsense',
      `https://push.example/${'x'.repeat(2_000)}`,
    ])
      expect([refused, careful.accepts(refused)]).toEqual([refused, false]);
  });

  it('has the same keys for the same secret, and others for another', () => {
    expect(vapidKeys('a secret of thirty-two characters')).toEqual(keys);
    expect(vapidKeys('another secret').publicKey).not.toBe(keys.publicKey);
    expect(Buffer.from(keys.publicKey, 'base64url')).toHaveLength(65);
    expect(Buffer.from(keys.privateKey, 'base64url')).toHaveLength(32);
  });
});
