import { HubError } from '#kernel';

export const noSuchFeed = (): HubError =>
  new HubError('NOT_FOUND', 'feed.not_found', 'There is nothing here: copy the address anew from your settings.');

export const signInForFeeds = (): HubError =>
  new HubError(
    'FORBIDDEN',
    'feed.people_only',
    'Sign in for this: the address of a feed would go on working when the access token no longer does.',
  );

export const tooManyReads = (seconds: number): HubError =>
  new HubError('RATE_LIMITED', 'feed.too_many_reads', `Too many requests. Ask again in ${seconds} seconds.`, {
    data: { seconds },
  });
