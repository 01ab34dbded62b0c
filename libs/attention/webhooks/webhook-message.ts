import { createHmac } from 'node:crypto';

/**
 * The parts of Standard Webhooks 1.0.0 (standardwebhooks.com), which tools check with libraries that exist: an id that stays
 * the same when a message is sent again, the time of this try, and a signature over both and the body.
 */
export interface SignedMessage {
  headers: Record<string, string>;
  body: string;
}

/** @param key 32 bytes @param atMs of this try: receivers refuse what is older than a few minutes */
export function signedMessage(key: Buffer, id: string, atMs: number, message: object): SignedMessage {
  const body = JSON.stringify(message);
  const seconds = String(Math.floor(atMs / 1_000));
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Meantime',
      'webhook-id': id,
      'webhook-timestamp': seconds,
      'webhook-signature': `v1,${signature}`,
    },
  };
}

/** The key as people copy it into their tool. */
export const secretText = (key: Buffer): string => `whsec_${key.toString('base64')}`;
