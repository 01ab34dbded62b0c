import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { ExpectedResponseType, ResponseService, type ResponseView } from '#expectations';
import { CurrentActor, FieldArgs, ForwardPageArgs, type HubContext, type Page } from '#graph';
import { ViewerType } from '#identity';
import type { Actor } from '#kernel';
import { PostService, PostType, type PostView, ThreadService, ThreadType, type ThreadView } from '#threads';
import {
  DeliveryConnection,
  DeliveryReasonType,
  DeliverySettingsInput,
  DeliverySettingsPayload,
  DeliverySettingsType,
  DeliveryType,
} from './delivery.type.js';
import { DeliveryReading, type DeliveryReasonView, type DeliveryView } from './delivery-reading.service.js';
import type { ChosenDelivery } from './delivery-settings.js';
import { DeliverySettingsService } from './delivery-settings.service.js';

@Resolver(() => DeliveryType)
export class DeliveryResolver {
  constructor(
    private readonly threads: ThreadService,
    private readonly posts: PostService,
    private readonly responses: ResponseService,
  ) {}

  @ResolveField(() => ThreadType, { nullable: true, description: 'Null where the viewer may not read it any more.' })
  thread({ threadKey }: DeliveryView, _: unknown, context: HubContext): Promise<ThreadView | undefined> {
    return this.threads.loader(context).load(threadKey);
  }

  @ResolveField(() => PostType, { nullable: true })
  async post({ postKey }: DeliveryView, _: unknown, context: HubContext): Promise<PostView | undefined> {
    return postKey ? this.posts.loader(context).load(postKey) : undefined;
  }

  @ResolveField(() => ExpectedResponseType, { nullable: true })
  async expectedResponse(
    { responseKey }: DeliveryView,
    _: unknown,
    context: HubContext,
  ): Promise<ResponseView | undefined> {
    return responseKey ? this.responses.loader(context).load(responseKey) : undefined;
  }
}

@Resolver(() => ExpectedResponseType)
export class DeliveryReasonResolver {
  constructor(private readonly reading: DeliveryReading) {}

  @ResolveField(() => DeliveryReasonType, {
    nullable: true,
    description: 'Why it reached the viewer when it did; null for what is asked of others, and before it has.',
  })
  deliveryReason({ key }: ResponseView, _: unknown, context: HubContext): Promise<DeliveryReasonView | undefined> {
    return this.reading.reasons(context).load(key);
  }
}

@Resolver(() => ViewerType)
export class ViewerDeliveriesResolver {
  constructor(
    private readonly reading: DeliveryReading,
    private readonly settings: DeliverySettingsService,
  ) {}

  @ResolveField(() => DeliveryConnection, {
    description: 'What reached the viewer, and what was dropped before, newest first, with why.',
  })
  @FieldArgs(() => ForwardPageArgs)
  deliveries(_: object, args: ForwardPageArgs, context: HubContext): Promise<Page<DeliveryView>> {
    return this.reading.page(context.signedIn, args);
  }

  @ResolveField(() => DeliverySettingsType)
  deliverySettings(_: object, _args: unknown, context: HubContext): Promise<ChosenDelivery> {
    return this.settings.of(context.signedIn.memberId);
  }

  @Mutation(() => DeliverySettingsPayload)
  async updateDeliverySettings(
    @CurrentActor() actor: Actor,
    @Args('input') { batchHours, emailFor, pushFor, webhookFor }: DeliverySettingsInput,
  ): Promise<DeliverySettingsPayload> {
    const changes: { -readonly [Part in keyof ChosenDelivery]?: ChosenDelivery[Part] } = {};
    if (batchHours !== undefined) changes.batchHours = batchHours;
    if (emailFor) changes.emailFor = emailFor;
    if (pushFor) changes.pushFor = pushFor;
    if (webhookFor) changes.webhookFor = webhookFor;
    return { deliverySettings: await this.settings.update(actor, changes) };
  }
}
