import { type PubSub, topic } from './pubsub.port.js';

interface Numbered {
  number: number;
}

export interface PubSubUnderTest {
  /** Another process, as far as the adapter can tell. */
  open(): PubSub;
  /** Ends the connections of all adapters, as a restarted server or a broken network does. */
  breakConnections(): Promise<void>;
}

const timeoutMs = 10_000;

async function until(holds: () => boolean): Promise<void> {
  const deadlineMs = Date.now() + timeoutMs;
  while (!holds()) {
    if (Date.now() > deadlineMs) throw new Error('It did not happen in time.');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** What every adapter of {@link PubSub} promises. */
export function pubSubContract(name: string, underTest: () => PubSubUnderTest): void {
  describe(`${name} keeps the contract of PubSub`, () => {
    const opened: PubSub[] = [];
    const errors: unknown[] = [];
    const open = (): PubSub => {
      const pubSub = underTest().open();
      pubSub.onError((error) => errors.push(error));
      opened.push(pubSub);
      return pubSub;
    };
    let here: PubSub;
    let there: PubSub;
    const channel = topic<Numbered>('thread:1');

    /** Collects the numbers that arrive. */
    const collect = async (pubSub: PubSub, from = channel) => {
      const numbers: number[] = [];
      const unsubscribe = await pubSub.subscribe(from, ({ number }) => numbers.push(number));
      return { numbers, unsubscribe };
    };
    /** Messages arrive in order: once this one is back, all before it have been delivered. */
    const settle = async (...receivers: PubSub[]) => {
      const last = topic<Numbered>(`settled:${Math.random()}`);
      const heard = await Promise.all(receivers.map((receiver) => collect(receiver, last)));
      await here.publish(last, { number: 0 });
      await until(() => heard.every(({ numbers }) => numbers.length > 0));
      await Promise.all(heard.map(({ unsubscribe }) => unsubscribe()));
    };

    beforeEach(() => {
      errors.length = 0;
      here = open();
      there = open();
    });
    afterEach(() => Promise.all(opened.splice(0).map((pubSub) => pubSub.close())));

    it('reaches every listener in every process', async () => {
      const heard = await Promise.all([collect(here), collect(here), collect(there)]);
      await here.publish(channel, { number: 7 });
      await settle(here, there);
      expect(heard.map(({ numbers }) => numbers)).toEqual([[7], [7], [7]]);
    });

    it('carries the message as it was', async () => {
      const message = { id: '0197', text: 'ä "quoted" 🎬 \u0000 \\', nested: { list: [1, null, true] } };
      const received: object[] = [];
      await there.subscribe(topic('thread:2'), (each) => received.push(each));
      await here.publish(topic('thread:2'), message);
      await settle(there);
      expect(received).toEqual([message]);
    });

    it('keeps the order, in every process, whether or not anybody waits', async () => {
      const [own, other] = [await collect(here), await collect(there)];
      const numbers = Array.from({ length: 1_500 }, (_, number) => number);
      await Promise.all(numbers.slice(0, 1_400).map((number) => here.publish(channel, { number })));
      for (const number of numbers.slice(1_400)) await here.publish(channel, { number });
      await settle(here, there);
      expect(own.numbers).toEqual(numbers);
      expect(other.numbers).toEqual(numbers);
    });

    it('brings nothing from other topics', async () => {
      const { numbers } = await collect(there, topic<Numbered>('thread:10'));
      await here.publish(channel, { number: 1 });
      await settle(there);
      expect(numbers).toEqual([]);
    });

    it('stops when unsubscribed, and leaves the others be', async () => {
      let calls = 0;
      const listener = () => {
        calls++;
      };
      const first = await there.subscribe(channel, listener);
      await there.subscribe(channel, listener);
      await first();
      await first();
      await here.publish(channel, { number: 1 });
      await settle(there);
      expect(calls).toBe(1);
    });

    it('reports what a listener throws, and calls the next', async () => {
      await there.subscribe(channel, () => {
        throw new Error('listener');
      });
      const { numbers } = await collect(there);
      await here.publish(channel, { number: 1 });
      await settle(there);
      expect(numbers).toEqual([1]);
      expect(errors).toEqual([expect.objectContaining({ message: 'listener' })]);
    });

    it('takes 7,999 bytes and refuses more', async () => {
      const received: object[] = [];
      const large = topic<{ text: string }>('large');
      await there.subscribe(large, (message) => received.push(message));
      const around = Buffer.byteLength(JSON.stringify(['large', { text: '' }]));
      await here.publish(large, { text: 'x'.repeat(7_999 - around) });
      await settle(there);
      expect(received).toHaveLength(1);
      await expect(here.publish(large, { text: 'x'.repeat(8_000 - around) })).rejects.toEqual(
        expect.objectContaining({ reason: 'pubsub.message_too_large' }),
      );
      await expect(here.publish(large, { text: 'ä'.repeat(3_999) })).rejects.toEqual(
        expect.objectContaining({ reason: 'pubsub.message_too_large' }),
      );
    });

    it('refuses topics without a name', async () => {
      const refusal = expect.objectContaining({ reason: 'pubsub.invalid_topic' });
      await expect(here.publish('', {})).rejects.toEqual(refusal);
      await expect(here.subscribe('x'.repeat(201), () => undefined)).rejects.toEqual(refusal);
    });

    it('listens again after a lost connection, and says that something may have been missed', async () => {
      const { numbers } = await collect(there);
      let reconnections = 0;
      there.onReconnect(() => {
        reconnections++;
      });
      here.onReconnect(() => {
        reconnections++;
      });
      await here.publish(channel, { number: 1 });
      await settle(here, there);
      await underTest().breakConnections();
      await until(() => reconnections === 2);
      await here.publish(channel, { number: 2 });
      await settle(here, there);
      expect(numbers).toEqual([1, 2]);
      expect(errors).not.toHaveLength(0);
    });

    it('publishes what was given to it while the connection was away', async () => {
      await here.check();
      const reconnected = new Promise<void>((resolve) => {
        there.onReconnect(resolve);
      });
      const { numbers } = await collect(there);
      await underTest().breakConnections();
      await reconnected;
      await Promise.all([1, 2, 3].map((number) => here.publish(channel, { number })));
      await settle(there);
      expect(numbers).toEqual([1, 2, 3]);
    });

    it('finds itself healthy', async () => {
      await here.check();
    });

    it('lets go of what is being published when it closes', async () => {
      const { numbers } = await collect(there);
      const published = [1, 2, 3].map((number) => here.publish(channel, { number }));
      await here.close();
      await Promise.all(published);
      await until(() => numbers.length === 3);
    });
  });
}
