import type { ChannelEntry } from '#channels';
import type { MemberEntry } from '#identity';
import { globalId, type Id } from '#kernel';
import type { ThreadState } from './thread.entity.js';

/** A thread's row with what the viewer keeps about it; every statement that reads threads selects these columns. */
export interface ThreadRow {
  id: Id;
  channel_id: Id;
  author_id: Id;
  title: string;
  state: ThreadState;
  conclusion: { summary: string; byId: Id; at: string } | null;
  post_count: number;
  last_activity_at: string;
  created_at: string;
  read_number: number;
  involvement: 'FOLLOWING' | 'DIGEST' | 'MUTED';
  pinned: boolean;
  saved: boolean;
}

/** Select list of {@link ThreadRow}: `t` the thread, `tr` the viewer's reader row, `cm` their membership; both may be missing. */
export const threadColumns = `t.id, t.channel_id, t.author_id, t.title, t.state, t.post_count, t.last_activity_at, t.created_at,
  case when t.state = 'CONCLUDED' then json_build_object('summary', t.conclusion, 'byId', t.concluded_by_id, 'at', t.concluded_at) end as conclusion,
  coalesce(tr.read_number, 0) as read_number, coalesce(tr.involvement, cm.involvement, 'MUTED') as involvement,
  t.pinned_at is not null as pinned, tr.saved_at is not null as saved`;

/** A thread as the API shows it to one viewer. */
export interface ThreadView {
  key: Id;
  id: string;
  channel: ChannelEntry;
  author: MemberEntry;
  title: string;
  state: ThreadState;
  conclusion: { summary: string; concludedBy: MemberEntry; concludedAt: string } | null;
  postCount: number;
  lastActivityAt: string;
  createdAt: string;
  viewerUnreadCount: number;
  viewerInvolvement: 'FOLLOWING' | 'DIGEST' | 'MUTED';
  pinned: boolean;
  viewerHasSaved: boolean;
}

/** What rows are completed with: names from memory. */
export interface Names {
  member(id: Id): MemberEntry;
  channel(id: Id): ChannelEntry;
}

export const threadView = (row: ThreadRow, names: Names): ThreadView => ({
  key: row.id,
  id: globalId('Thread', row.id),
  channel: names.channel(row.channel_id),
  author: names.member(row.author_id),
  title: row.title,
  state: row.state,
  conclusion: row.conclusion && {
    summary: row.conclusion.summary,
    concludedBy: names.member(row.conclusion.byId),
    concludedAt: new Date(row.conclusion.at).toISOString(),
  },
  postCount: row.post_count,
  lastActivityAt: row.last_activity_at,
  createdAt: row.created_at,
  viewerUnreadCount: Math.max(0, row.post_count - row.read_number),
  viewerInvolvement: row.involvement,
  pinned: row.pinned,
  viewerHasSaved: row.saved,
});
