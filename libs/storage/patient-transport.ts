import http from 'node:http';
import https from 'node:https';

/** How long a store may say nothing at all before its answer begins, in milliseconds. */
const answerTimeoutMs = 60_000;

type Request = typeof http.request;

/**
 * `http` or `https` with an end to waiting, which the client itself has not: a store that hangs would keep a job
 * forever. Once the answer has begun there is no limit, since who reads it may pause for as long as they like.
 */
export function patientTransport(useSsl: boolean): { request: Request } {
  const plainRequest: Request = useSsl ? https.request : http.request;
  const request = ((...args: Parameters<Request>) => {
    const outgoing = plainRequest(...args);
    outgoing.setTimeout(answerTimeoutMs, () => outgoing.destroy(new Error('The store does not answer.')));
    outgoing.once('response', () => outgoing.setTimeout(0));
    return outgoing;
  }) as Request;
  return { request };
}
