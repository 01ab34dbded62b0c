import { setTimeout as sleep } from 'node:timers/promises';
import { machineClock } from '#kernel';
import { engineReadyWithinMs } from './bull-engine.js';
import { QueueUnavailable } from './queue.errors.js';

const retryEveryMs = 500;

/** Tries until the engine answers. @throws HubError `queue.unavailable` with the last failure after 30 s */
export async function untilReady(whatFails: string, attempt: () => Promise<void>): Promise<void> {
  const deadlineMs = machineClock.nowMs() + engineReadyWithinMs;
  for (;;) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (machineClock.nowMs() > deadlineMs) throw new QueueUnavailable(whatFails, error);
    }
    await sleep(retryEveryMs);
  }
}
