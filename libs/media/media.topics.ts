import type { Id } from '#kernel';
import { type Topic, topic } from '#pubsub';

/** Says that a media item is other than before: listeners read it anew, with the eyes of their member. */
export const mediaTopic = (mediaId: Id): Topic<{ mediaId: Id }> => topic(`media:${mediaId}`);
