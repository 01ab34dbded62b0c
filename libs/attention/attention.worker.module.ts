import { Module } from '@nestjs/common';
import { AttentionModule } from './attention.module.js';
import { MailDeliveriesHandler } from './deliveries/mail-deliveries.handler.js';
import { PushDeliveriesHandler } from './deliveries/push-deliveries.handler.js';
import { MailDigestHandler } from './mail-digest.handler.js';
import { MakeDigestHandler } from './make-digest.handler.js';
import { TellWebhooksHandler } from './webhooks/tell-webhooks.handler.js';

const handlers = [
  MailDeliveriesHandler,
  PushDeliveriesHandler,
  TellWebhooksHandler,
  MailDigestHandler,
  MakeDigestHandler,
];

@Module({ imports: [AttentionModule], providers: handlers, exports: [AttentionModule, ...handlers] })
export class AttentionWorkerModule {}
