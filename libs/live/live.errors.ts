import { HubError, invalidInput } from '#kernel';

export const overSocketOnly = (): HubError =>
  invalidInput(
    'subscription.over_socket',
    'Subscriptions run over a WebSocket with the protocol graphql-transport-ws.',
  );

export const tooManySubscriptions = (most: number): HubError =>
  new HubError('RATE_LIMITED', 'subscription.too_many', `A connection has at most ${most} subscriptions.`, {
    data: { most },
  });

export const tooFarBehind = (most: number): HubError =>
  new HubError(
    'CONFLICT',
    'subscription.too_far_behind',
    `More than ${most} posts have come since then: read the thread again, and subscribe after its last post.`,
    { field: 'afterPostId', data: { most } },
  );
