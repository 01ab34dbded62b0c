import type { Id } from '#kernel';
import { defineJob } from '#queue';

/** Mails the invitation of a decided call to one of its people. */
export const mailInvitation = defineJob<{ callId: Id; memberId: Id }>({
  name: 'calls.mail_invitation',
  queue: 'mail',
  attempts: 8,
  backoffMs: 30_000,
  timeoutMs: 60_000,
});
