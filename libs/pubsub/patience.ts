import { PubSubUnavailable } from './pubsub.errors.js';

/** What a promise brings, if it brings it in time. @throws HubError `pubsub.unavailable` */
export async function within<Value>(timeoutMs: number, whatFails: string, promise: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    // The attempt to connect keeps the process alive for as long as it is needed; this clock does not.
    timer = setTimeout(() => reject(new PubSubUnavailable(whatFails)), timeoutMs).unref();
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The wait before a further attempt to connect, in milliseconds: 100 ms doubling to 5 s, varied by a quarter. */
export const reconnectDelayMs = (failures: number): number =>
  Math.min(5_000, 100 * 2 ** Math.min(failures, 10)) * (0.75 + Math.random() / 2);
