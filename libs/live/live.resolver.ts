import { Args, ID, Resolver, Subscription } from '@nestjs/graphql';
import { MediaType } from '#media';
import { overSocketOnly } from './live.errors.js';
import { InboxChangeType, ThreadActivityType } from './live.type.js';

/**
 * What can be subscribed to, for the schema. Subscribers do not run through these methods: those who ask for the same
 * thing are served together, once an event (`SubscriberGroups`).
 */
@Resolver()
export class LiveResolver {
  @Subscription(() => ThreadActivityType, {
    description:
      'Posts published, edited or deleted, and changed responses, in one thread; from a post on where afterPostId is given, so that a reconnect misses nothing.',
  })
  threadActivity(
    @Args('threadId', { type: () => ID }) _threadId: string,
    @Args('afterPostId', { type: () => ID, nullable: true }) _afterPostId?: string | null,
  ): never {
    throw overSocketOnly();
  }

  @Subscription(() => InboxChangeType, { description: "The viewer's inbox changed: ask again." })
  inboxChanged(): never {
    throw overSocketOnly();
  }

  @Subscription(() => MediaType)
  mediaChanged(@Args('mediaId', { type: () => ID }) _mediaId: string): never {
    throw overSocketOnly();
  }
}
