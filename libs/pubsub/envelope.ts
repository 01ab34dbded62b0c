import { invalidTopic, messageTooLarge } from './pubsub.errors.js';
import { maxMessageBytes } from './pubsub.port.js';

const maxTopicCharacters = 200;

/** @throws HubError `pubsub.invalid_topic` */
export function checkTopic(topic: string): void {
  if (topic.length === 0 || topic.length > maxTopicCharacters) throw invalidTopic(topic);
}

/**
 * A message with its topic as text: all topics share one channel, since a LISTEN for each open thread would have the
 * database keep and search thousands of them.
 * @throws HubError `pubsub.invalid_topic`, `pubsub.message_too_large`
 */
export function seal(topic: string, message: object): string {
  checkTopic(topic);
  const envelope = JSON.stringify([topic, message]);
  const bytes = Buffer.byteLength(envelope);
  if (bytes > maxMessageBytes) throw messageTooLarge(topic, bytes, maxMessageBytes);
  return envelope;
}

/** @throws SyntaxError for what was not sealed here: somebody else uses the channel */
export function unseal(envelope: string): { topic: string; message: object } {
  const content: unknown = JSON.parse(envelope);
  if (!Array.isArray(content) || typeof content[0] !== 'string') throw new SyntaxError('Not a message of the hub.');
  return { topic: content[0], message: content[1] };
}
