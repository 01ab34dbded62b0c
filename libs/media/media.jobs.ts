import type { Id } from '#kernel';
import { defineJob } from '#queue';

const HOUR_MS = 3_600_000;

/** Over these tries a full disk, a store that is away or a worker that is killed has a quarter of an hour to recover. */
const patiently = { attempts: 6, backoffMs: 30_000 };

/** Makes the renditions of an uploaded recording. */
export const processMedia = defineJob<{ mediaId: Id }>({
  name: 'media.process',
  queue: 'media',
  ...patiently,
  timeoutMs: 6 * HOUR_MS,
});

/** The same for one that takes long: in a lane of its own, so that nobody's answer waits for a lecture. */
export const processLongMedia = defineJob<{ mediaId: Id }>({
  name: 'media.process_long',
  queue: 'media-long',
  ...patiently,
  timeoutMs: 48 * HOUR_MS,
});

/** The same for what is done within seconds: pictures. */
export const processQuickMedia = defineJob<{ mediaId: Id }>({
  name: 'media.process_quick',
  queue: 'media-quick',
  ...patiently,
  timeoutMs: HOUR_MS,
});

/** Copies a video into a container that browsers play, while it waits for its renditions. */
export const copyMedia = defineJob<{ mediaId: Id }>({
  name: 'media.copy',
  queue: 'media-quick',
  attempts: 3,
  backoffMs: 5_000,
  timeoutMs: HOUR_MS,
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
