import type { Actor, Id } from '#kernel';
import type { Topic } from '#pubsub';

/** What one subscription field listens to, opened for one set of arguments. */
export interface OpenSource<Event extends object = object> {
  /** Subscribers of one key hear the same events: `thread:0197…`. */
  key: string;
  topics: readonly Topic<Event>[];
  /** True where the value itself differs between viewers, whatever the document asks for. */
  isPersonal: boolean;
  /** Those of the members who may hear of it now; asked again whenever somebody's access has changed. */
  allowed(members: readonly Actor[]): Promise<ReadonlySet<Id>>;
  /** The value of the subscription's field for an event, as `viewer` may see it; undefined: nothing to tell. */
  value(event: Event, viewer: Actor): Promise<object | undefined>;
  /** Values that the subscriber has missed, told before anything else. */
  missed?(viewer: Actor): Promise<object[]>;
}

/** One field of Subscription. */
export abstract class LiveSource {
  abstract readonly field: string;

  /** @throws HubError where the actor may not subscribe, or what they ask for does not exist */
  abstract open(actor: Actor, args: Record<string, unknown>): Promise<OpenSource>;
}
