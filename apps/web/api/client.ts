import { Client, fetchExchange, mapExchange, subscriptionExchange } from 'urql';
import { cacheExchange } from './cache';
import { subscribe } from './live';
import { signedOut } from './signed-out';

/** Signed in by the httpOnly cookie of the same origin: no token is ever in reach of a script. */
export const client = new Client({
  url: '/graphql',
  preferGetMethod: false,
  fetchOptions: { credentials: 'same-origin' },
  requestPolicy: 'cache-and-network',
  exchanges: [
    mapExchange({
      onError(error) {
        if (error.graphQLErrors.some(({ extensions }) => extensions.code === 'UNAUTHENTICATED')) signedOut();
      },
    }),
    cacheExchange,
    fetchExchange,
    subscriptionExchange({
      forwardSubscription: (request) => ({
        subscribe: (sink) => ({
          unsubscribe: subscribe({ ...request, query: request.query ?? '' }, sink as Parameters<typeof subscribe>[1]),
        }),
      }),
    }),
  ],
});
