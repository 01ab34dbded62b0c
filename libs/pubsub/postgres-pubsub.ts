import { setTimeout as sleep } from 'node:timers/promises';
import { machineClock } from '#kernel';
import { seal } from './envelope.js';
import { ConnectionLost, ListeningConnection } from './listening-connection.js';
import { PubSubUnavailable } from './pubsub.errors.js';
import { PubSub, type Topic, type Unsubscribe } from './pubsub.port.js';
import { probe } from './pubsub-probe.js';
import { TopicListeners } from './topic-listeners.js';

export interface PostgresPubSubOptions {
  connectionString: string;
}

const channel = 'meantime';
/** Bounds one statement to about 4 MB. */
const maxMessagesPerStatement = 500;
const publishWithinMs = 10_000;
/**
 * Between two statements, while messages keep coming: a statement costs several times a message, here and in Postgres. What
 * comes after a pause goes out at once.
 */
const restMs = 8;

interface Outgoing {
  envelope: string;
  settle: (error?: unknown) => void;
}

/**
 * LISTEN and NOTIFY over one connection. What is published while a statement is on its way, or within 8 ms of it, goes
 * out together in the next one, so the rate is not bound by the round trip. Messages come back to this process through the database like
 * everybody else's: a shortcut would give it an order of its own.
 * @see https://www.postgresql.org/docs/current/sql-notify.html
 */
export class PostgresPubSub extends PubSub {
  private readonly listeners = new TopicListeners();
  private readonly connection: ListeningConnection;
  private outgoing: Outgoing[] = [];
  private sending: Promise<void> | undefined;
  private isClosing = false;

  constructor(options: PostgresPubSubOptions) {
    super();
    this.connection = new ListeningConnection(options.connectionString, channel, {
      notified: (payload) => this.listeners.deliver(payload),
      reconnected: () => this.listeners.reconnected(),
      failed: (error) => this.listeners.failed(error),
    });
  }

  async publish<Message extends object>(topic: Topic<Message>, message: Message): Promise<void> {
    const envelope = seal(topic, message);
    await new Promise<void>((resolve, reject) => {
      this.outgoing.push({ envelope, settle: (error) => (error === undefined ? resolve() : reject(error)) });
      this.sending ??= this.sendAll().finally(() => {
        this.sending = undefined;
      });
    });
  }

  async subscribe<Message extends object>(
    topic: Topic<Message>,
    listener: (message: Message) => void,
  ): Promise<Unsubscribe> {
    const remove = this.listeners.add(topic, listener as (message: object) => void);
    try {
      await this.connection.ready();
    } catch (error) {
      remove();
      throw error;
    }
    return () => Promise.resolve(remove());
  }

  onReconnect(listener: () => void): () => void {
    return this.listeners.addReconnect(listener);
  }

  onError(listener: (error: unknown) => void): () => void {
    return this.listeners.addError(listener);
  }

  async check(): Promise<void> {
    await probe(this);
  }

  async close(): Promise<void> {
    this.isClosing = true;
    await this.sending;
    await this.connection.close();
    this.listeners.clear();
  }

  private async sendAll(): Promise<void> {
    // Lets everything that is published in this tick into the first statement.
    await Promise.resolve();
    while (this.outgoing.length > 0) {
      const batch = this.outgoing.splice(0, maxMessagesPerStatement);
      try {
        await this.send(batch.map(({ envelope }) => envelope));
        for (const { settle } of batch) settle();
      } catch (error) {
        for (const { settle } of batch) settle(error);
      }
      if (!this.isClosing) await sleep(restMs);
    }
  }

  private async send(envelopes: readonly string[]): Promise<void> {
    const deadlineMs = machineClock.nowMs() + publishWithinMs;
    for (;;) {
      try {
        await this.connection.query(
          'select pg_notify($1, envelope) from unnest($2::text[]) with ordinality as o(envelope, place) order by place',
          [channel, envelopes],
        );
        return;
      } catch (error) {
        if (!(error instanceof ConnectionLost)) throw error;
        if (machineClock.nowMs() > deadlineMs)
          throw new PubSubUnavailable('the connection is lost again and again', error);
      }
    }
  }
}
