import { mailDeliveries, mailDigest, makeDigest, pushDeliveries, tellWebhooks } from '#attention';
import { mailInvitation } from '#calls';
import { recomputeCalendars } from '#identity';
import {
  copyMedia,
  processLongMedia,
  processMedia,
  processQuickMedia,
  removeMediaFiles,
  transcribeMedia,
} from '#media';
import type { Job } from '#queue';
import { takeMailedReply } from '#replies';

/** Every job of the hub. The worker refuses to start unless each has exactly one handler. */
export const jobs: readonly Job[] = [
  processMedia,
  processLongMedia,
  processQuickMedia,
  copyMedia,
  removeMediaFiles,
  transcribeMedia,
  makeDigest,
  mailDigest,
  mailDeliveries,
  pushDeliveries,
  tellWebhooks,
  mailInvitation,
  recomputeCalendars,
  takeMailedReply,
];
