import type { Id } from '#kernel';
import { defineJob } from '#queue';

/** Computes anew what some members owe, after a change of the days off of all. */
export const recomputeCalendars = defineJob<{ memberIds: Id[] }>({
  name: 'identity.recompute_calendars',
  queue: 'calendars',
  attempts: 8,
  backoffMs: 5_000,
  timeoutMs: 300_000,
});
