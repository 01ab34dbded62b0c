import { Redis } from 'ioredis';
import { type RedisServer, startRedis } from '../../test/support/servers/redis.js';
import { pubSubContract } from './pubsub.contract.js';
import { RedisPubSub } from './redis-pubsub.js';

describe('RedisPubSub', () => {
  let server: RedisServer;
  let administrator: Redis;

  beforeAll(async () => {
    server = await startRedis();
    administrator = new Redis(server.url);
  }, 180_000);
  afterAll(async () => {
    await administrator?.quit();
    await server?.stop();
  });

  pubSubContract('RedisPubSub', () => ({
    open: () => new RedisPubSub({ url: server.url }),
    breakConnections: async () => {
      await administrator.client('KILL', 'TYPE', 'pubsub');
      await administrator.client('KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
    },
  }));

  it('keeps hubs apart that share a Redis', async () => {
    const [ours, theirs] = ['hub-a', 'hub-b'].map((channel) => new RedisPubSub({ url: server.url, channel }));
    const heard: object[] = [];
    await theirs!.subscribe('thread:1', (message) => heard.push(message));
    await ours!.publish('thread:1', { number: 1 });
    await ours!.check();
    await theirs!.check();
    expect(heard).toEqual([]);
    await Promise.all([ours!.close(), theirs!.close()]);
  });

  it('says so when nobody answers', async () => {
    const pubSub = new RedisPubSub({ url: 'redis://127.0.0.1:1' });
    pubSub.onError(() => undefined);
    await expect(pubSub.check()).rejects.toEqual(expect.objectContaining({ reason: 'pubsub.unavailable' }));
    await pubSub.close();
  });
});
