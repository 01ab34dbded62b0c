import { type Client, createClient } from 'graphql-ws';

/**
 * One socket for all subscriptions, opened when the first is asked for; it comes back by itself, ever more slowly.
 * `cameBack` is called each time that it was lost and is there again.
 */
export function openSocket(cameBack: () => void): Client {
  let hasBeenOpen = false;
  return createClient({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
    lazy: true,
    lazyCloseTimeout: 5_000,
    keepAlive: 20_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: (tries) =>
      new Promise((resolve) => setTimeout(resolve, Math.min(30_000, 500 * 2 ** tries) * (0.75 + Math.random() / 2))),
    on: {
      connected: () => {
        if (hasBeenOpen) cameBack();
        hasBeenOpen = true;
      },
    },
  });
}
