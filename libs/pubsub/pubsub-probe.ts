import { newId } from '#kernel';
import { within } from './patience.js';
import { type PubSub, topic } from './pubsub.port.js';

const probeTimeoutMs = 5_000;

/** Sends a message to itself: what {@link PubSub.check} does on every adapter. */
export async function probe(pubSub: PubSub): Promise<void> {
  const own = topic<{ id: string }>(`health:${newId()}`);
  let heard: () => void;
  const back = new Promise<void>((resolve) => {
    heard = resolve;
  });
  const roundTrip = async () => {
    const unsubscribe = await pubSub.subscribe(own, () => heard());
    try {
      await pubSub.publish(own, { id: own });
      await within(probeTimeoutMs, 'a message does not come back', back);
    } finally {
      await unsubscribe();
    }
  };
  await within(probeTimeoutMs, 'there is no connection', roundTrip());
}
