import { Redis } from 'ioredis';
import { seal } from './envelope.js';
import { reconnectDelayMs, within } from './patience.js';
import { PubSubUnavailable } from './pubsub.errors.js';
import { PubSub, type Topic, type Unsubscribe } from './pubsub.port.js';
import { probe } from './pubsub-probe.js';
import { TopicListeners } from './topic-listeners.js';

export interface RedisPubSubOptions {
  /** `redis://…` or `rediss://…` */
  url: string;
  /** A name of its own for each hub that shares a Redis: database numbers do not separate channels. */
  channel?: string;
}

const connectTimeoutMs = 10_000;

/** Redis pub/sub: a connection that publishes and one that listens, as Redis wants it. @see https://redis.io/docs/latest/develop/pubsub/ */
export class RedisPubSub extends PubSub {
  private readonly listeners = new TopicListeners();
  private readonly publisher: Redis;
  private readonly subscriber: Redis;
  private readonly channel: string;
  private readonly subscribed: Promise<void>;
  private readonly beingPublished = new Set<Promise<unknown>>();
  private closing: Promise<void> | undefined;
  private isTakingLeave = false;

  constructor(options: RedisPubSubOptions) {
    super();
    this.channel = options.channel ?? 'meantime';
    const connection = {
      connectTimeout: connectTimeoutMs,
      disconnectTimeout: 200,
      keepAlive: 10_000,
      retryStrategy: reconnectDelayMs,
      // Commands wait for the connection; who publishes is told after `connectTimeoutMs` in any case.
      maxRetriesPerRequest: null,
    };
    this.publisher = new Redis(options.url, { ...connection, connectionName: 'meantime-publisher' });
    this.subscriber = new Redis(options.url, {
      ...connection,
      connectionName: 'meantime-subscriber',
      // Done below, so that the reconnection is told only when messages arrive again.
      autoResubscribe: false,
    });
    for (const client of [this.publisher, this.subscriber]) {
      client.on('error', (error: unknown) => this.listeners.failed(error));
      client.on('close', () => {
        if (!this.isTakingLeave) this.listeners.failed(new Error('There is no connection to Redis.'));
      });
    }
    this.subscriber.on('message', (_channel: string, envelope: string) => this.listeners.deliver(envelope));
    this.subscribed = this.keepSubscribed();
    // Whoever subscribes awaits it; closing before anyone did is nobody's error.
    this.subscribed.catch(() => undefined);
  }

  async publish<Message extends object>(topic: Topic<Message>, message: Message): Promise<void> {
    const envelope = seal(topic, message);
    const published = this.publisher.publish(this.channel, envelope);
    this.beingPublished.add(published);
    try {
      await within(connectTimeoutMs, 'there is no connection to Redis', published);
    } finally {
      this.beingPublished.delete(published);
    }
  }

  async subscribe<Message extends object>(
    topic: Topic<Message>,
    listener: (message: Message) => void,
  ): Promise<Unsubscribe> {
    const remove = this.listeners.add(topic, listener as (message: object) => void);
    try {
      await within(connectTimeoutMs, 'there is no connection to Redis', this.subscribed);
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

  close(): Promise<void> {
    this.closing ??= this.closeOnce();
    return this.closing;
  }

  private async closeOnce(): Promise<void> {
    if (this.publisher.status !== 'reconnecting') await Promise.allSettled(this.beingPublished);
    this.isTakingLeave = true;
    for (const client of [this.subscriber, this.publisher]) {
      // Without a connection there is nobody to take leave of.
      if (client.status === 'ready') await client.quit();
      else client.disconnect();
    }
    this.listeners.clear();
  }

  /** Settles with the first subscription; renews it whenever the connection has come back. */
  private keepSubscribed(): Promise<void> {
    return new Promise((resolve, reject) => {
      let hasSubscribed = false;
      this.subscriber.on('ready', () => {
        this.subscriber.subscribe(this.channel).then(
          () => {
            if (hasSubscribed) this.listeners.reconnected();
            hasSubscribed = true;
            resolve();
          },
          // Lost again at once: the next `ready` brings the next attempt.
          (error: unknown) => this.listeners.failed(error),
        );
      });
      this.subscriber.once('end', () => reject(new PubSubUnavailable('it has been closed')));
    });
  }
}
