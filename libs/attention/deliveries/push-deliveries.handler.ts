import { Injectable } from '@nestjs/common';
import type { JobHandler } from '#queue';
import { pushDeliveries } from './deliveries.jobs.js';
import { Notifications } from './notifications.service.js';

@Injectable()
export class PushDeliveriesHandler implements JobHandler<{ deliveryIds: string[] }> {
  readonly job = pushDeliveries;

  constructor(private readonly notifications: Notifications) {}

  async handle({ deliveryIds }: { deliveryIds: string[] }): Promise<void> {
    await this.notifications.notify(deliveryIds);
  }
}
