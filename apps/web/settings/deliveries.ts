import type { ResultOf } from '../api';
import type { DeliveryFields } from '../why';

type Delivery = ResultOf<typeof DeliveryFields>;

/** One event with all its ways to the reader. */
export interface DeliveredEvent {
  key: string;
  first: Delivery;
  ways: Delivery[];
}

const ways: readonly Delivery['route'][] = ['IN_APP', 'EMAIL', 'PUSH', 'WEBHOOK', 'DIGEST'];

/** Deliveries by their event, in the order in which events come; the hub first among the ways. */
export function byEvent(deliveries: readonly Delivery[]): DeliveredEvent[] {
  const events = new Map<string, Delivery[]>();
  for (const one of deliveries) events.set(one.eventKey, [...(events.get(one.eventKey) ?? []), one]);
  return [...events].map(([key, members]) => {
    const sorted = members.toSorted((one, other) => ways.indexOf(one.route) - ways.indexOf(other.route));
    return { key, first: sorted[0]!, ways: sorted };
  });
}
