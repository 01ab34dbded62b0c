import { HubError } from '#kernel';

export class PubSubUnavailable extends HubError {
  constructor(whatFailed: string, cause?: unknown) {
    super('INTERNAL', 'pubsub.unavailable', `Live updates do not work: ${whatFailed}.`, { cause });
  }
}

export const invalidTopic = (name: string): HubError =>
  new HubError('INTERNAL', 'pubsub.invalid_topic', 'A topic needs a name of 1 to 200 characters.', {
    data: { topic: name.slice(0, 200) },
  });

export const messageTooLarge = (name: string, bytes: number, maxBytes: number): HubError =>
  new HubError(
    'INTERNAL',
    'pubsub.message_too_large',
    `A message of ${bytes} bytes cannot be published: send ids, at most ${maxBytes} bytes.`,
    { data: { topic: name, bytes, maxBytes } },
  );
