import type { Id } from '#kernel';
import { defineJob } from '#queue';

/** Mails one member what reaches them at one time. */
export const mailDeliveries = defineJob<{ deliveryIds: Id[] }>({
  name: 'attention.mail_deliveries',
  queue: 'mail',
  attempts: 8,
  backoffMs: 30_000,
  timeoutMs: 60_000,
});

/** Tells one member's own tools what reaches the member at one time. */
export const tellWebhooks = defineJob<{ deliveryIds: Id[] }>({
  name: 'attention.tell_webhooks',
  queue: 'webhooks',
  attempts: 8,
  backoffMs: 20_000,
  timeoutMs: 120_000,
});

/** Pushes to one member's devices what reaches them at one time. */
export const pushDeliveries = defineJob<{ deliveryIds: Id[] }>({
  name: 'attention.push_deliveries',
  queue: 'push',
  attempts: 5,
  backoffMs: 10_000,
  timeoutMs: 30_000,
});
