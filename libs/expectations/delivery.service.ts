import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { LiveChanges } from '#threads';
import { ResponseRepository } from './response.repository.js';
import { SecondThoughtsRepository } from './second-thoughts.repository.js';

const AT_ONCE = 500;

/** Hands expected responses to their recipients when their time has come; run every second or two by the worker. */
@Injectable()
export class DeliveryService {
  constructor(
    private readonly responses: ResponseRepository,
    private readonly later: SecondThoughtsRepository,
    private readonly live: LiveChanges,
    private readonly clock: Clock,
  ) {}

  /** @returns how many were delivered; each is, once, however many workers run */
  async deliverDue(): Promise<number> {
    const delivered = await this.responses.deliver(this.clock.now(), AT_ONCE);
    await this.live.inboxes(delivered.map((row) => row.recipient_id));
    return delivered.length;
  }

  /** What was put off until now stands in its recipient's inbox again. @returns how many did */
  async bringBack(): Promise<number> {
    const recipients = await this.later.backFromLater(this.clock.now(), AT_ONCE);
    await this.live.inboxes(recipients);
    return recipients.length;
  }
}
