import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, type HubContext } from '#graph';
import { ViewerType } from '#identity';
import { type Actor, localId } from '#kernel';
import { AddWebhookInput, AddWebhookPayload, WebhookIdInput, WebhooksPayload, WebhookType } from './webhook.type.js';
import { WebhooksService, type WebhookView } from './webhooks.service.js';

@Resolver(() => ViewerType)
export class WebhookResolver {
  constructor(private readonly webhooks: WebhooksService) {}

  @ResolveField(() => [WebhookType], { description: 'Oldest first.', name: 'webhooks' })
  all(_: object, _args: unknown, context: HubContext): Promise<WebhookView[]> {
    return this.webhooks.of(context.signedIn);
  }

  @Mutation(() => AddWebhookPayload)
  async addWebhook(@CurrentActor() actor: Actor, @Args('input') { url }: AddWebhookInput): Promise<AddWebhookPayload> {
    const secret = await this.webhooks.add(actor, url);
    return { secret, webhooks: await this.webhooks.of(actor) };
  }

  @Mutation(() => WebhooksPayload)
  async removeWebhook(@CurrentActor() actor: Actor, @Args('input') { id }: WebhookIdInput): Promise<WebhooksPayload> {
    await this.webhooks.remove(actor, localId('Webhook', id));
    return { webhooks: await this.webhooks.of(actor) };
  }

  @Mutation(() => WebhooksPayload, { description: 'Tells one of them something at once.' })
  async testWebhook(@CurrentActor() actor: Actor, @Args('input') { id }: WebhookIdInput): Promise<WebhooksPayload> {
    await this.webhooks.test(actor, localId('Webhook', id));
    return { webhooks: await this.webhooks.of(actor) };
  }
}
