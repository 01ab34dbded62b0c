import { Module } from '@nestjs/common';
import { ExpectationsModule } from '#expectations';
import { ThreadsModule } from '#threads';
import { AttentionModule } from './attention.module.js';
import { DeliveryReasonResolver, DeliveryResolver, ViewerDeliveriesResolver } from './deliveries/delivery.resolver.js';
import { DigestResolver, ViewerDigestsResolver } from './digest.resolver.js';
import { PushResolver } from './push/push.resolver.js';
import { UnsubscribeRoutes } from './unsubscribe.routes.js';
import { WebhookResolver } from './webhooks/webhook.resolver.js';

@Module({
  imports: [AttentionModule, ExpectationsModule, ThreadsModule],
  providers: [
    DeliveryReasonResolver,
    DeliveryResolver,
    PushResolver,
    UnsubscribeRoutes,
    WebhookResolver,
    ViewerDeliveriesResolver,
    DigestResolver,
    ViewerDigestsResolver,
  ],
  exports: [AttentionModule],
})
export class AttentionApiModule {}
