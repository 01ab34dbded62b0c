import { setTimeout as sleep } from 'node:timers/promises';
import { engineReadyWithinMs } from './bull-engine.js';
import { QueueUnavailable } from './queue.errors.js';

const retryEveryMs = 500;

/** Tries until the engine answers. @throws HubError `queue.unavailable` with the last failure after 30 s */
export async function untilReady(whatFails: string, attempt: () => Promise<void>): Promise<void> {
  const deadlineMs = Date.now() + engineReadyWithinMs;
  for (;;) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (Date.now() > deadlineMs) throw new QueueUnavailable(whatFails, error);
    }
    await sleep(retryEveryMs);
  }
}
