import type { Id } from '#kernel';
import type { Job, Queue } from '#queue';

const RECENT_FAILURES = 1_000;

/** Whether no job of its queue waits or runs: then what still waits for one has none. */
export async function isIdle(queue: Queue, job: Job<{ mediaId: Id }>): Promise<boolean> {
  const counts = (await queue.counts()).find(({ name }) => name === job.queue);
  return !counts || counts.waiting + counts.active + counts.delayed === 0;
}

/** How many jobs of each item ended without a word: with their workers, as a rule. */
export async function deathsByMedia(queue: Queue, job: Job<{ mediaId: Id }>): Promise<Map<Id, number>> {
  const deaths = new Map<Id, number>();
  for (const { name, payload } of await queue.failedJobs(job.queue, { limit: RECENT_FAILURES })) {
    if (name !== job.name) continue;
    const { mediaId } = payload as { mediaId: Id };
    deaths.set(mediaId, (deaths.get(mediaId) ?? 0) + 1);
  }
  return deaths;
}
