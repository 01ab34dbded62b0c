import { createServer } from 'node:net';
import { CannotStart } from './boot.js';

/**
 * Asked before anything is started for it: somebody who has started the hub twice learns so at once.
 * @throws CannotStart where the address cannot be listened on
 */
export async function requireFreeAddress({ HOST: host, PORT: port }: { HOST: string; PORT: number }): Promise<void> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
  } catch (error) {
    throw cannotListen(error, host, port);
  }
  await new Promise((resolve) => server.close(resolve));
}

function cannotListen(error: unknown, host: string, port: number): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return new CannotStart(`${host}:${port} is in use already. Set PORT or HOST to another.`);
  if (code !== 'EACCES' && code !== 'EADDRNOTAVAIL' && code !== 'ENOTFOUND') return error;
  return new CannotStart(`${host}:${port} cannot be listened on (${code}). Set PORT or HOST to another.`);
}
