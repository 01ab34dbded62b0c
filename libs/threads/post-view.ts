import type { MemberEntry } from '#identity';
import { globalId, type Id } from '#kernel';
import type { Asked, ExpectationKind, Quorum, TimingKind } from './asked.js';
import type { Names, ThreadView } from './thread-view.js';

/**
 * A post's row as every statement that reads posts selects it. Most posts ask for nothing and wait for nothing: what only
 * some have comes as one value, so that a page does not carry a dozen empty columns for each row.
 */
export interface PostRow {
  id: Id;
  thread_id: Id;
  author_id: Id;
  number: number | null;
  body: string;
  published_at: string | null;
  edited_at: string | null;
  deleted_at: string | null;
  kind: ExpectationKind;
  timing: TimingKind;
  rest: PostRest | null;
}

/** Null for a plain FYI. Instants are as Postgres writes them into JSON. */
export interface PostRest {
  momentMediaId: Id | null;
  momentSeconds: number | null;
  workingHours: number | null;
  workingDays: number | null;
  by: string | null;
  urgencyReason: string | null;
  quorum: Quorum;
  choices: string[];
  scheduledFor: string | null;
}

const plainColumns = [
  'id',
  'thread_id',
  'author_id',
  'number',
  'body',
  'published_at',
  'edited_at',
  'deleted_at',
  'kind',
  'timing',
] as const;

const rest = `case when p.kind = 'FYI' and p.timing = 'WHENEVER' and p.moment_media_id is null and p.scheduled_for is null
  then null else json_build_object('momentMediaId', p.moment_media_id, 'momentSeconds', p.moment_seconds,
    'workingHours', p.working_hours, 'workingDays', p.working_days, 'by', p.by_instant, 'urgencyReason', p.urgency_reason,
    'quorum', p.quorum, 'choices', p.choices, 'scheduledFor', p.scheduled_for) end`;

/** Select list of {@link PostRow}: `p` the post. */
export const postColumns = `${plainColumns.map((column) => `p.${column}`).join(', ')}, ${rest} as rest`;

/** The same, each name behind a prefix, where another row stands beside it. */
export const prefixedPostColumns = (prefix: string): string =>
  `${plainColumns.map((column) => `p.${column} as ${prefix}${column}`).join(', ')}, ${rest} as ${prefix}rest`;

/** {@link PostRow} behind the prefix `p_`. */
export type PrefixedPostRow = { [Column in keyof PostRow as `p_${Column}`]: PostRow[Column] };

export const unprefixedPostRow = (row: PrefixedPostRow): PostRow => ({
  id: row.p_id,
  thread_id: row.p_thread_id,
  author_id: row.p_author_id,
  number: row.p_number,
  body: row.p_body,
  published_at: row.p_published_at,
  edited_at: row.p_edited_at,
  deleted_at: row.p_deleted_at,
  kind: row.p_kind,
  timing: row.p_timing,
  rest: row.p_rest,
});

/** A post as the API shows it. */
export interface PostView {
  key: Id;
  id: string;
  threadKey: Id;
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

const nothingMore: PostRest = {
  momentMediaId: null,
  momentSeconds: null,
  workingHours: null,
  workingDays: null,
  by: null,
  urgencyReason: null,
  quorum: 'EACH',
  choices: [],
  scheduledFor: null,
};

export function postView(row: PostRow, names: Pick<Names, 'member'>, thread?: ThreadView): PostView {
  const more = row.rest ?? nothingMore;
  return {
    key: row.id,
    id: globalId('Post', row.id),
    threadKey: row.thread_id,
    number: row.number,
    author: names.member(row.author_id),
    body: row.body,
    momentMediaKey: more.momentMediaId,
    momentSeconds: more.momentSeconds,
    asked: {
      postKey: row.id,
      kind: row.kind,
      timing: row.timing,
      workingHours: more.workingHours,
      workingDays: more.workingDays,
      by: instant(more.by),
      urgencyReason: more.urgencyReason,
      quorum: more.quorum,
      choices: more.choices,
    },
    publishedAt: row.published_at,
    scheduledFor: instant(more.scheduledFor),
    editedAt: row.edited_at,
    deletedAt: row.deleted_at,
    threadView: thread,
  };
}

const instant = (text: string | null): string | null => text && new Date(text).toISOString();
