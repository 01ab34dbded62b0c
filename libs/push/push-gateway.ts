import webPush from 'web-push';
import { type GuardedRequests, NotReached } from '#outward';
import type { VapidKeys } from './vapid-keys.js';

/** Where a browser is reached, as its `PushSubscription` says: nothing of it is trusted. */
export interface PushDevice {
  endpoint: string;
  /** Public key and secret of the browser, base64url (RFC 8291). */
  p256dh: string;
  auth: string;
}

export interface PushOptions {
  /** How long the push service may keep it for a device that is off. */
  ttlSeconds: number;
  urgency: 'low' | 'normal' | 'high';
  /** A later one of the same topic takes the place of one that has not been fetched; at most 32 of base64url. */
  topic: string;
}

/** The push service was not reached, or wants to be asked later. */
export class PushDeferred extends Error {
  override name = 'PushDeferred';
}

interface Settings {
  keys: VapidKeys;
  /** Whom a push service may write to: `mailto:` or `https:`. */
  contact: string;
  requests: GuardedRequests;
}

/** Web push (RFC 8030): encrypts for a device (RFC 8291) and hands over to its push service, signed (RFC 8292). */
export class PushGateway {
  constructor(private readonly settings: Settings) {}

  get publicKey(): string {
    return this.settings.keys.publicKey;
  }

  /** Whether it may be a push service. */
  accepts(endpoint: string): boolean {
    return this.settings.requests.accepts(endpoint);
  }

  /** @returns 'gone' where the device is not there any more @throws PushDeferred where it is worth another try */
  async send(
    device: PushDevice,
    payload: string,
    { ttlSeconds, urgency, topic }: PushOptions,
  ): Promise<'taken' | 'gone'> {
    const { endpoint, p256dh, auth } = device;
    if (!this.accepts(endpoint)) return 'gone';
    const { publicKey, privateKey } = this.settings.keys;
    let details: webPush.RequestDetails;
    try {
      details = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, payload, {
        vapidDetails: { subject: this.settings.contact, publicKey, privateKey },
        TTL: ttlSeconds,
        urgency,
        topic,
        contentEncoding: 'aes128gcm',
      });
    } catch {
      // Keys that are none: nothing can ever be encrypted for this device.
      return 'gone';
    }
    const status = await this.settings.requests.post(endpoint, details.headers, details.body).catch(deferred);
    if (status >= 200 && status < 300) return 'taken';
    if (status === 429 || status >= 500) throw new PushDeferred(`The push service answered ${status}.`);
    return 'gone';
  }
}

function deferred(error: unknown): never {
  if (error instanceof NotReached) throw new PushDeferred(`The push service was not reached: ${error.message}`);
  throw error;
}
