import type { Id } from '#kernel';

/** A post was taken away: told inside the transaction, so that what it asked for ends with it. */
export class PostDeleted {
  constructor(
    readonly postId: Id,
    readonly threadId: Id,
    readonly actorId: Id,
  ) {}
}
