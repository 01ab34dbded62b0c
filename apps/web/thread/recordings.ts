import type { MediaNow } from '../player';
import type { PostNow } from './fragments';

/** All that can be watched or heard in a thread, in order. */
export const recordingsOf = (posts: readonly PostNow[]): MediaNow[] =>
  posts
    .filter(({ deletedAt }) => !deletedAt)
    .flatMap(({ media }) => media.filter(({ kind }) => kind === 'VIDEO' || kind === 'AUDIO'));
