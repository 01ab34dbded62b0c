import type { MemberEntry } from '#identity';
import { globalId, type Id } from '#kernel';
import type { PostView, Quorum } from '#threads';
import type { ResponseStatus } from './expected-response.entity.js';

/** An expected response's row; every statement that reads them selects these columns. */
export interface ResponseRow {
  r_id: Id;
  r_post_id: Id;
  r_thread_id: Id;
  r_author_id: Id;
  r_recipient_id: Id;
  r_kind: 'ACKNOWLEDGE' | 'REPLY' | 'DECIDE';
  r_status: ResponseStatus;
  r_deliver_at: string;
  r_due_at: string | null;
  r_acknowledged_at: string | null;
  r_promised_at: string | null;
  r_answer_post_id: Id | null;
  r_choice: string | null;
  r_note: string | null;
  r_delegated_to_id: Id | null;
  r_proposed_due_at: string | null;
  r_proposal_note: string | null;
  r_proposed_at: string | null;
  r_proposal_accepted: boolean | null;
  r_later_until: string | null;
  r_nudged_at: string | null;
  r_undoable_until: string | null;
  r_closed_at: string | null;
}

const columns = [
  'id',
  'post_id',
  'thread_id',
  'author_id',
  'recipient_id',
  'kind',
  'status',
  'deliver_at',
  'due_at',
  'acknowledged_at',
  'promised_at',
  'answer_post_id',
  'choice',
  'note',
  'delegated_to_id',
  'proposed_due_at',
  'proposal_note',
  'proposed_at',
  'proposal_accepted',
  'later_until',
  'nudged_at',
  'undoable_until',
  'closed_at',
] as const;

/** Select list of {@link ResponseRow}: `r` the expected response. Prefixed, so that its post and thread can stand beside it. */
export const responseColumns = columns.map((column) => `r.${column} as r_${column}`).join(', ');

/** An expected response as the API shows it. */
export interface ResponseView {
  key: Id;
  id: string;
  postKey: Id;
  threadKey: Id;
  authorKey: Id;
  recipientKey: Id;
  kind: ResponseRow['r_kind'];
  recipient: MemberEntry;
  status: ResponseStatus;
  deliverAt: string;
  dueAt: string | null;
  overdue: boolean;
  acknowledgedAt: string | null;
  promisedAt: string | null;
  answerKey: Id | null;
  choice: string | null;
  note: string | null;
  delegatedToKey: Id | null;
  proposal: { dueAt: string; note: string | null; proposedAt: string; accepted: boolean | null } | null;
  nudgedAt: string | null;
  /** The recipient's own: ExpectedResponseResolver shows these two to nobody else. */
  putOffUntil: string | null;
  takenBackUntil: string | null;
  /** Where the statement that read it brought its post too. */
  postView?: PostView;
}

/** @param nowMs decides what is overdue: that is derived, never stored */
export const responseView = (
  row: ResponseRow,
  recipient: MemberEntry,
  nowMs: number,
  postView?: PostView,
): ResponseView => ({
  key: row.r_id,
  id: globalId('ExpectedResponse', row.r_id),
  postKey: row.r_post_id,
  threadKey: row.r_thread_id,
  authorKey: row.r_author_id,
  recipientKey: row.r_recipient_id,
  kind: row.r_kind,
  recipient,
  status: row.r_status,
  deliverAt: row.r_deliver_at,
  dueAt: row.r_due_at,
  overdue: row.r_status === 'OPEN' && row.r_due_at !== null && Date.parse(row.r_due_at) < nowMs,
  acknowledgedAt: row.r_acknowledged_at,
  promisedAt: row.r_promised_at,
  answerKey: row.r_answer_post_id,
  choice: row.r_choice,
  note: row.r_note,
  delegatedToKey: row.r_delegated_to_id,
  proposal:
    row.r_proposed_due_at === null
      ? null
      : {
          dueAt: row.r_proposed_due_at,
          note: row.r_proposal_note,
          proposedAt: row.r_proposed_at!,
          accepted: row.r_proposal_accepted,
        },
  nudgedAt: row.r_nudged_at,
  putOffUntil: row.r_status === 'OPEN' ? stillToCome(row.r_later_until, nowMs) : null,
  takenBackUntil: stillToCome(row.r_undoable_until, nowMs),
  postView,
});

const stillToCome = (instant: string | null, nowMs: number): string | null =>
  instant && Date.parse(instant) > nowMs ? instant : null;

/** What an act needs to know of an expected response beside its row. */
export interface OwedRow extends ResponseRow {
  quorum: Quorum;
  choices: string[];
  timing: string;
  working_hours: number | null;
  working_days: number | null;
  by_instant: string | null;
  thread_state: 'OPEN' | 'CONCLUDED';
  post_deleted_at: string | null;
  channel_id: Id;
}
