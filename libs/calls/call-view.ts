import type { MemberEntry } from '#identity';
import { globalId, type Id } from '#kernel';
import type { CallRow } from './call.repository.js';

/** A time that a call can be at. */
export interface CallTimeView {
  start: string;
  end: string;
  /** The choice of the post that stands for it. */
  choice: string;
}

export interface CallView {
  key: Id;
  id: string;
  postKey: Id;
  outcomeKey: Id | null;
  minutes: number;
  times: CallTimeView[];
  decidedStart: string | null;
  settledAt: string | null;
  link: string | null;
  proposer: MemberEntry;
  /** Relative to the hub's address. */
  invitationUrl: string | null;
}

export const endOf = (start: string, minutes: number): string =>
  new Date(Date.parse(start) + minutes * 60_000).toISOString();

export function callView(row: CallRow, proposer: MemberEntry): CallView {
  const id = globalId('Call', row.id);
  const starts = row.starts.map((start) => new Date(start).toISOString());
  return {
    key: row.id,
    id,
    postKey: row.post_id,
    outcomeKey: row.outcome_post_id,
    minutes: row.minutes,
    times: starts.map((start, index) => ({ start, end: endOf(start, row.minutes), choice: row.choices[index]! })),
    decidedStart: row.decided_start,
    settledAt: row.settled_at,
    link: row.link,
    proposer,
    invitationUrl: row.decided_start ? `/calls/${id}/invitation.ics` : null,
  };
}
