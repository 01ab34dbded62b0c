import { Injectable } from '@nestjs/common';
import type { JobHandler } from '#queue';
import { tellWebhooks } from '../deliveries/deliveries.jobs.js';
import { WebhookNotifications } from './webhook-notifications.js';

@Injectable()
export class TellWebhooksHandler implements JobHandler<{ deliveryIds: string[] }> {
  readonly job = tellWebhooks;

  constructor(private readonly notifications: WebhookNotifications) {}

  async handle({ deliveryIds }: { deliveryIds: string[] }): Promise<void> {
    await this.notifications.tell(deliveryIds);
  }
}
