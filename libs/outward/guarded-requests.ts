import { lookup as resolve } from 'node:dns';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.js';

/** Nobody answered there: worth another try. */
export class NotReached extends Error {
  override name = 'NotReached';
}

const TIMEOUT_MS = 10_000;
const MOST_OF_URL = 2_000;

/**
 * Posts to addresses that people have given. They are believed in nothing: unless the hub is told that it may, it does not
 * let itself be sent into its own network, neither by an address nor by a name that leads there, and follows no redirect.
 */
export class GuardedRequests {
  /** @param settings.allowPrivate also into one's own network, and without TLS */
  constructor(private readonly settings: { allowPrivate: boolean }) {}

  /** Whether it may be asked: https, a name or public address, no user, not endless. */
  accepts(address: string): boolean {
    if (address.length > MOST_OF_URL || !URL.canParse(address)) return false;
    const { protocol, hostname, username, password } = new URL(address);
    if (username || password) return false;
    if (this.settings.allowPrivate) return protocol === 'https:' || protocol === 'http:';
    const host = hostname.replace(/^\[|\]$/g, '');
    return protocol === 'https:' && (isIP(host) === 0 ? host.includes('.') : isPublicAddress(host));
  }

  /** @returns the HTTP status; nothing else of the answer is read @throws NotReached within 10 seconds */
  post(address: string, headers: Record<string, string | number>, body: Buffer | string | null): Promise<number> {
    const url = new URL(address);
    const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
    return new Promise((done, fail) => {
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      const options = { method: 'POST', headers, timeout: TIMEOUT_MS, lookup: this.lookup, signal };
      const sent = request(url, options, (answer) => {
        done(answer.statusCode ?? 0);
        answer.destroy();
      });
      sent.on('error', (error) => fail(new NotReached(error.message)));
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
