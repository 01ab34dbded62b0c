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

/** Writes down what is said in a recording, once its renditions are there: in a lane of its own, as it may take long. */
export const transcribeMedia = defineJob<{ mediaId: Id }>({
  name: 'media.transcribe',
  queue: 'speech',
  attempts: 5,
  backoffMs: 60_000,
  timeoutMs: 12 * HOUR_MS,
});

/** Takes the files of a deleted media item out of the store. */
export const removeMediaFiles = defineJob<{ mediaId: Id }>({
  name: 'media.remove_files',
  queue: 'files',
  attempts: 10,
  backoffMs: 60_000,
  timeoutMs: HOUR_MS,
});
