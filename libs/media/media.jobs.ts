import type { Id } from '#kernel';
import { defineJob } from '#queue';

const HOUR_MS = 3_600_000;

/** Makes the renditions of an uploaded recording. */
export const processMedia = defineJob<{ mediaId: Id }>({
  name: 'media.process',
  queue: 'media',
  attempts: 3,
  backoffMs: 15_000,
  timeoutMs: 6 * HOUR_MS,
});
