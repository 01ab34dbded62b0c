import { rm } from 'node:fs/promises';
import { Redis } from 'ioredis';
import { requireCommands } from './debian-packages.js';
import { freePort } from './free-port.js';
import { ServerProcess } from './server-process.js';
import { temporaryDirectory } from './temporary-directory.js';

export interface RedisServer {
  url: string;
  stop(): Promise<void>;
}

const readyWithinMs = 10_000;

/** A Redis of its own for a spec, on the loopback interface, empty, with the settings that queues need. */
export async function startRedis(): Promise<RedisServer> {
  await requireCommands(['redis-server'], ['redis-server']);
  const directory = await temporaryDirectory('redis');
  const port = await freePort();
  const server = new ServerProcess('redis-server', [
    ...['--port', String(port), '--bind', '127.0.0.1', '--dir', directory],
    ...['--maxmemory-policy', 'noeviction', '--save', '', '--appendonly', 'yes'],
  ]);
  const stop = async () => {
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  };
  try {
    const url = `redis://127.0.0.1:${port}`;
    await server.untilReady(() => ping(url), readyWithinMs);
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function ping(url: string): Promise<void> {
  let connectionError: Error | undefined;
  const client = new Redis(url, { lazyConnect: true, retryStrategy: null });
  client.on('error', (error: Error) => {
    connectionError = error;
  });
  try {
    await client.connect();
    await client.ping();
  } catch (error) {
    throw connectionError ?? error;
  } finally {
    // On a connection that never stood this would leave a timer running.
    if (client.status === 'ready') client.disconnect();
  }
}
