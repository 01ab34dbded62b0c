import { createClient } from 'graphql-ws';

type Listener = () => void;
const comeBack = new Set<Listener>();
let hasBeenOpen = false;

/** One socket for all subscriptions, opened when the first is asked for; it comes back by itself, ever more slowly. */
export const socket = createClient({
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
      if (hasBeenOpen) for (const listener of comeBack) listener();
      hasBeenOpen = true;
    },
  },
});

/** Called when a lost connection is there again: what changed meanwhile has to be fetched. */
export function onComeBack(listener: Listener): () => void {
  comeBack.add(listener);
  return () => comeBack.delete(listener);
}
