import type { Id } from '#kernel';
import { defineJob } from '#queue';

/** Makes one member's digest of the period that ends at `periodEnd`; once, however often it runs. */
export const makeDigest = defineJob<{ memberId: Id; periodStart: string; periodEnd: string; byEmail: boolean }>({
  name: 'attention.make_digest',
  queue: 'digests',
  attempts: 5,
  backoffMs: 10_000,
  timeoutMs: 60_000,
});

/** Hands a digest to the mail server. */
export const mailDigest = defineJob<{ digestId: Id }>({
  name: 'attention.mail_digest',
  queue: 'mail',
  attempts: 8,
  backoffMs: 30_000,
  timeoutMs: 60_000,
});
