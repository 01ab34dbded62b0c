import { invalidInput } from '#kernel';
import { type DeliveryKind, type DeliverySettings, deliveryKinds } from './decision.js';

/** What a member chooses here; whether anything may interrupt stands in their preferences. */
export type ChosenDelivery = Omit<DeliverySettings, 'urgentMayInterrupt'>;

export const MAX_BATCH_HOURS = 8;

/**
 * As shipped: at once in working time; mail only for what cannot wait for the digest; push, where a device has asked
 * for it, for what concerns this person; tools of their own, once they have named some, for the same and moved due times.
 */
export const shippedDeliverySettings: ChosenDelivery = {
  batchHours: null,
  emailFor: ['URGENT', 'REMINDER'],
  pushFor: ['ASKED', 'URGENT', 'ANSWERED', 'MENTIONED', 'REMINDER'],
  webhookFor: ['ASKED', 'URGENT', 'ANSWERED', 'MENTIONED', 'REMINDER', 'DUE_MOVED'],
};

/** @throws HubError delivery.bad_batch, delivery.kind_twice */
export function checkDeliverySettings(settings: ChosenDelivery): ChosenDelivery {
  const { batchHours } = settings;
  if (batchHours !== null && !(batchHours >= 1 && batchHours <= MAX_BATCH_HOURS)) throw badBatch();
  return {
    batchHours,
    emailFor: inOrder(settings.emailFor, 'emailFor'),
    pushFor: inOrder(settings.pushFor, 'pushFor'),
    webhookFor: inOrder(settings.webhookFor, 'webhookFor'),
  };
}

function inOrder(kinds: readonly DeliveryKind[], field: string): DeliveryKind[] {
  if (new Set(kinds).size < kinds.length) throw kindTwice(field);
  return deliveryKinds.filter((kind) => kinds.includes(kind));
}

const badBatch = () =>
  invalidInput('delivery.bad_batch', `Batch every 1 to ${MAX_BATCH_HOURS} hours, or not at all.`, {
    field: 'batchHours',
    data: { most: MAX_BATCH_HOURS },
  });

const kindTwice = (field: string) =>
  invalidInput('delivery.kind_twice', 'Name each kind of delivery at most once.', { field });
