import { Injectable } from '@nestjs/common';
import type { JobHandler } from '#queue';
import { mailDeliveries } from './deliveries.jobs.js';
import { Notifications } from './notifications.service.js';

@Injectable()
export class MailDeliveriesHandler implements JobHandler<{ deliveryIds: string[] }> {
  readonly job = mailDeliveries;

  constructor(private readonly notifications: Notifications) {}

  async handle({ deliveryIds }: { deliveryIds: string[] }): Promise<void> {
    await this.notifications.mail(deliveryIds);
  }
}
