import type { MemberEntry } from '#identity';
import { globalId, type Id } from '#kernel';
import type { Asked, ExpectationKind, Quorum, TimingKind } from './asked.js';
import type { Names, ThreadView } from './thread-view.js';

/** A post's row; every statement that reads posts selects these columns. */
export interface PostRow {
  id: Id;
  thread_id: Id;
  channel_id: Id;
  author_id: Id;
  number: number | null;
  body: string;
  moment_media_id: Id | null;
  moment_seconds: number | null;
  kind: ExpectationKind;
  timing: TimingKind;
  working_hours: number | null;
  working_days: number | null;
  by_instant: string | null;
  urgency_reason: string | null;
  quorum: Quorum;
  choices: string[];
  published_at: string | null;
  scheduled_for: string | null;
  edited_at: string | null;
  deleted_at: string | null;
}

/** Select list of {@link PostRow}: `p` the post. */
export const postColumns = `p.id, p.thread_id, p.channel_id, p.author_id, p.number, p.body, p.moment_media_id,
  p.moment_seconds, p.kind, p.timing, p.working_hours, p.working_days, p.by_instant, p.urgency_reason, p.quorum,
  p.choices, p.published_at, p.scheduled_for, p.edited_at, p.deleted_at`;

/** A post as the API shows it. */
export interface PostView {
  key: Id;
  id: string;
  threadKey: Id;
  channelKey: Id;
  number: number | null;
  author: MemberEntry;
  body: string;
  momentMediaKey: Id | null;
  momentSeconds: number | null;
  asked: Asked;
  publishedAt: string | null;
  scheduledFor: string | null;
  editedAt: string | null;
  deletedAt: string | null;
  /** Where the statement that read the post brought its thread too. */
  threadView?: ThreadView;
}

export const postView = (row: PostRow, names: Pick<Names, 'member'>, thread?: ThreadView): PostView => ({
  key: row.id,
  id: globalId('Post', row.id),
  threadKey: row.thread_id,
  channelKey: row.channel_id,
  number: row.number,
  author: names.member(row.author_id),
  body: row.body,
  momentMediaKey: row.moment_media_id,
  momentSeconds: row.moment_seconds,
  asked: {
    postKey: row.id,
    kind: row.kind,
    timing: row.timing,
    workingHours: row.working_hours,
    workingDays: row.working_days,
    by: row.by_instant,
    urgencyReason: row.urgency_reason,
    quorum: row.quorum,
    choices: row.choices,
  },
  publishedAt: row.published_at,
  scheduledFor: row.scheduled_for,
  editedAt: row.edited_at,
  deletedAt: row.deleted_at,
  threadView: thread,
});
