import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { speechRefused, speechUnavailable } from './speech.errors.js';

export interface BoundedRequest {
  headers: Record<string, string>;
  body: Buffer;
  /** For the whole of it. */
  timeoutMs: number;
  /** Of the answer. */
  maxBytes: number;
  signal: AbortSignal | undefined;
}

/**
 * Posts to an address that an administrator has named, and goes nowhere else: a redirect is refused, as it would lead
 * the recording, and the key, to an address that nobody has named.
 * @throws HubError speech.unavailable, speech.refused; the signal's reason where it is aborted
 */
export function postBounded(
  url: string,
  { headers, body, timeoutMs, maxBytes, signal }: BoundedRequest,
): Promise<string> {
  signal?.throwIfAborted();
  const { protocol, host } = new URL(url);
  const options: RequestOptions = { method: 'POST', headers: { ...headers, 'content-length': String(body.length) } };
  return new Promise<string>((resolve, reject) => {
    const request = (protocol === 'https:' ? requestHttps : requestHttp)(url, options);
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      act();
      request.destroy();
    };
    const fail = (error: unknown): void => settle(() => reject(error));
    const onAbort = (): void => fail(signal!.reason);
    const timer = setTimeout(() => fail(speechUnavailable(`${host} took longer than ${timeoutMs} ms`)), timeoutMs);
    signal?.addEventListener('abort', onAbort, { once: true });
    request.on('error', (error) => fail(speechUnavailable(`${host}: ${error.message}`)));
    request.on('response', (response) => {
      readText(response, maxBytes).then(
        (text) => {
          const refusal = refusalOf(response.statusCode ?? 0, host, text);
          if (refusal) fail(refusal);
          else settle(() => resolve(text));
        },
        (error: unknown) => fail(error),
      );
    });
    request.end(body);
  });
}

function refusalOf(status: number, host: string, text: string): Error | undefined {
  if (status >= 200 && status < 300) return undefined;
  const said = `${host} answered ${status}: ${text.slice(0, 300)}`;
  // An engine that starts or is busy says so with 5xx and 429; what it says of the request itself will not change.
  const isTemporary = status >= 500 || status === 429 || status === 408;
  return isTemporary ? speechUnavailable(said) : speechRefused(said);
}

async function readText(response: IncomingMessage, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let byteSize = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      byteSize += chunk.length;
      if (byteSize > maxBytes) throw speechRefused(`The answer is longer than ${maxBytes} bytes`);
      chunks.push(chunk);
    }
  } catch (error) {
    throw (error as { reason?: string }).reason ? error : speechUnavailable(`The answer broke off: ${error}`);
  }
  return Buffer.concat(chunks).toString('utf8');
}
