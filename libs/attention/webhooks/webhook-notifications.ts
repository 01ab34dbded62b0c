import { Injectable } from '@nestjs/common';
import { globalId, type Id } from '#kernel';
import { CarryingService } from '../deliveries/carrying.service.js';
import { WebhooksService } from './webhooks.service.js';

/** Tells a member's tools what reaches the member: one message for each delivery. */
@Injectable()
export class WebhookNotifications {
  constructor(
    private readonly carrying: CarryingService,
    private readonly webhooks: WebhooksService,
  ) {}

  /** @throws WebhookDeferred */
  tell(deliveryIds: readonly Id[]): Promise<void> {
    return this.carrying.carry(deliveryIds, (member, rows, items) =>
      this.webhooks.tell(
        member.key,
        rows.map((row, n) => {
          const id = globalId('Delivery', row.id);
          const { link, ...said } = items[n]!;
          const data = {
            id,
            ...said,
            url: link,
            rule: row.rule,
            threadId: globalId('Thread', row.threadId),
            postId: row.postId && globalId('Post', row.postId),
            expectedResponseId: row.responseId && globalId('ExpectedResponse', row.responseId),
          };
          return { id, type: 'delivery', data };
        }),
      ),
    );
  }
}
