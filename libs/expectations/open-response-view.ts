import type { MemberEntry } from '#identity';
import type { PostView } from '#threads';
import type { InboxRow } from './inbox.repository.js';
import { type ResponseView, responseView } from './response-view.js';

const instant = (text: string | null): string | null => text && new Date(text).toISOString();

/** An item of an inbox: open, so without an answer, a choice or a successor. */
export function openResponseView(row: InboxRow, recipient: MemberEntry, nowMs: number, post: PostView): ResponseView {
  const rest = row.r_rest;
  return responseView(
    {
      r_id: row.r_id,
      r_post_id: row.p_id,
      r_thread_id: row.id,
      r_author_id: row.p_author_id,
      r_recipient_id: row.r_recipient_id,
      r_kind: row.p_kind as ResponseView['kind'],
      r_status: 'OPEN',
      r_deliver_at: row.r_deliver_at,
      r_due_at: row.r_due_at,
      r_acknowledged_at: instant(rest?.acknowledgedAt ?? null),
      r_promised_at: instant(rest?.promisedAt ?? null),
      r_answer_post_id: null,
      r_choice: null,
      r_note: null,
      r_delegated_to_id: null,
      r_proposed_due_at: instant(rest?.proposedDueAt ?? null),
      r_proposal_note: rest?.proposalNote ?? null,
      r_proposed_at: instant(rest?.proposedAt ?? null),
      r_proposal_accepted: rest?.proposalAccepted ?? null,
      r_later_until: row.r_later_until ?? null,
      r_nudged_at: instant(rest?.nudgedAt ?? null),
      r_undoable_until: instant(rest?.undoableUntil ?? null),
      r_closed_at: null,
    },
    recipient,
    nowMs,
    post,
  );
}
