declare const messageOf: unique symbol;

/** The name of a topic, bound by type to the message that goes over it. A plain string is a topic of any message. */
export type Topic<Message extends object = object> = string & { readonly [messageOf]?: Message };

/** Names a topic: 1 to 200 characters, such as `thread:0197…`. Messages carry ids; who hears one reads the rest. */
export const topic = <Message extends object>(name: string): Topic<Message> => name;

export type Unsubscribe = () => Promise<void>;

/**
 * Tells every process of the hub, this one included, what has just changed. A message reaches whoever listens at that
 * moment and is kept nowhere: what must not be lost is in the database, and what must be done is a job.
 *
 * Messages that one process publishes arrive in the order in which they were published, in every process. A message
 * says that something is to be read again, so equal ones published at the same moment may arrive as one, and one whose
 * publication was cut by a lost connection may arrive twice.
 */
export abstract class PubSub {
  /**
   * Settles once the message is on its way to everyone.
   * @param message plain JSON with ids in it; with its topic at most {@link maxMessageBytes} bytes
   * @throws HubError `pubsub.message_too_large`, `pubsub.invalid_topic`, `pubsub.unavailable` after 10 s without a
   * connection
   */
  abstract publish<Message extends object>(topic: Topic<Message>, message: Message): Promise<void>;

  /**
   * Calls the listener for every message on the topic from the moment the promise settles. What a listener throws is
   * reported through {@link onError} and hinders no other listener.
   */
  abstract subscribe<Message extends object>(
    topic: Topic<Message>,
    listener: (message: Message) => void,
  ): Promise<Unsubscribe>;

  /**
   * Called after a lost connection stands again and all topics are listened to: messages may have been missed in
   * between, so subscribers fetch what they show anew.
   * @returns stops the calls
   */
  abstract onReconnect(listener: () => void): () => void;

  /** Called with what listeners throw and with errors of the connection, for the log. @returns stops the calls */
  abstract onError(listener: (error: unknown) => void): () => void;

  /** For health: sends a message and waits until it has come back. @throws HubError `pubsub.unavailable` after 5 s */
  abstract check(): Promise<void>;

  /** Ends all subscriptions and connections; messages being published go out first. */
  abstract close(): Promise<void>;
}

/**
 * Topic and message together, as JSON in UTF-8. One byte less than what `pg_notify` refuses (8,000); the same limit
 * on every adapter so that none hides a message that another refuses.
 * @see https://www.postgresql.org/docs/current/sql-notify.html
 */
export const maxMessageBytes = 7_999;
