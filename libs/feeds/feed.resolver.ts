import {
  Args,
  Field,
  InputType,
  Mutation,
  ObjectType,
  ResolveField,
  Resolver,
  registerEnumType,
} from '@nestjs/graphql';
import { CurrentActor, type HubContext, Url } from '#graph';
import { ViewerType } from '#identity';
import type { Actor } from '#kernel';
import { type Feed, feeds } from './feed-address.entity.js';
import { FeedAddresses } from './feed-addresses.js';

export const FeedEnum = Object.fromEntries(feeds.map((feed) => [feed, feed])) as Record<Feed, Feed>;
registerEnumType(FeedEnum, {
  name: 'Feed',
  valuesMap: {
    PODCAST: { description: 'Recordings of followed threads and of what asks something of the member.' },
    CALENDAR: { description: 'What the member owes, their days off and their working hours.' },
  },
});

@InputType()
export class RenewFeedAddressInput {
  @Field(() => FeedEnum) feed: Feed;
}

@ObjectType()
export class RenewFeedAddressPayload {
  @Field(() => FeedEnum) feed: Feed;
  @Field(() => Url, { description: 'The only address that opens the feed from now on.' }) url: string;
}

const description = 'A secret: who has this address reads the feed until it is renewed.';

@Resolver(() => ViewerType)
export class FeedResolver {
  constructor(private readonly addresses: FeedAddresses) {}

  @ResolveField(() => Url, { description })
  podcastFeedUrl(_: object, _args: unknown, context: HubContext): Promise<string> {
    return this.addresses.of(context, 'PODCAST');
  }

  @ResolveField(() => Url, { description })
  calendarFeedUrl(_: object, _args: unknown, context: HubContext): Promise<string> {
    return this.addresses.of(context, 'CALENDAR');
  }

  @Mutation(() => RenewFeedAddressPayload, {
    description: 'Gives one of the own feeds a new address; the old one opens nothing from then on.',
  })
  async renewFeedAddress(
    @CurrentActor() actor: Actor,
    @Args('input') { feed }: RenewFeedAddressInput,
  ): Promise<RenewFeedAddressPayload> {
    return { feed, url: await this.addresses.renew(actor, feed) };
  }
}
