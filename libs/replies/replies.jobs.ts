import type { Id } from '#kernel';
import { defineJob } from '#queue';

/** Posts what was answered by mail. */
export const takeMailedReply = defineJob<{ inboundMailId: Id }>({
  name: 'replies.take',
  queue: 'replies',
  attempts: 8,
  backoffMs: 10_000,
  timeoutMs: 120_000,
});
