import type { Id } from '#kernel';

/** Where a mail about one thread can be answered by mail. */
export abstract class ReplyAddresses {
  /** The address for the Reply-To header of a mail to this member; undefined where mail is not taken in. */
  abstract addressFor(memberId: Id, threadId: Id): string | undefined;
}

export class NoReplyAddresses extends ReplyAddresses {
  addressFor(): undefined {
    return undefined;
  }
}
