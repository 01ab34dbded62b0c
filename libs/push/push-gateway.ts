import { lookup as resolve } from 'node:dns';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import webPush from 'web-push';
import { isPublicAddress } from './public-address.js';
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

const TIMEOUT_MS = 10_000;
const MOST_OF_ENDPOINT = 2_000;

interface Settings {
  keys: VapidKeys;
  /** Whom a push service may write to: `mailto:` or `https:`. */
  contact: string;
  /** Also endpoints inside one's own network, and such without TLS. */
  allowPrivate: boolean;
}

/** Web push (RFC 8030): encrypts for a device (RFC 8291) and hands over to its push service, signed (RFC 8292). */
export class PushGateway {
  constructor(private readonly settings: Settings) {}

  get publicKey(): string {
    return this.settings.keys.publicKey;
  }

  /** Whether it may be a push service: https, a name or public address, no user, not endless. */
  accepts(endpoint: string): boolean {
    if (endpoint.length > MOST_OF_ENDPOINT || !URL.canParse(endpoint)) return false;
    const { protocol, hostname, username, password } = new URL(endpoint);
    if (username || password) return false;
    if (this.settings.allowPrivate) return protocol === 'https:' || protocol === 'http:';
    const host = hostname.replace(/^\[|\]$/g, '');
    return protocol === 'https:' && (isIP(host) === 0 ? host.includes('.') : isPublicAddress(host));
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
    const status = await this.post(endpoint, details.headers, details.body);
    if (status >= 200 && status < 300) return 'taken';
    if (status === 429 || status >= 500) throw new PushDeferred(`The push service answered ${status}.`);
    return 'gone';
  }

  private post(endpoint: string, headers: Record<string, string | number>, body: Buffer | null): Promise<number> {
    const url = new URL(endpoint);
    const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
    return new Promise((done, fail) => {
      const sent = request(
        url,
        { method: 'POST', headers, timeout: TIMEOUT_MS, lookup: this.lookup, signal: AbortSignal.timeout(TIMEOUT_MS) },
        (answer) => {
          done(answer.statusCode ?? 0);
          // What it says beyond its status is not read, nor is a redirect followed.
          answer.destroy();
        },
      );
      sent.on('error', (error) => fail(new PushDeferred(`The push service was not reached: ${error.message}`)));
      sent.end(body);
    });
  }

  /** A name may lead into one's own network at any time: looked at when it is connected to. */
  private readonly lookup: LookupFunction = (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const usable = this.settings.allowPrivate
        ? addresses
        : addresses.filter(({ address }) => isPublicAddress(address));
      const [first] = usable;
      if (!first) return callback(new Error(`${hostname} is not on the public internet.`), '', 0);
      if (options.all) (callback as (error: null, all: typeof usable) => void)(null, usable);
      else callback(null, first.address, first.family);
    });
  };
}
