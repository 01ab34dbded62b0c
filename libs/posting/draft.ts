import type { Ask, AskInput } from '#expectations';
import type { Actor, Id } from '#kernel';
import type { PostRest, PostRow } from '#threads';
import type { PostValues } from './publish.statement.js';

/** What an author wants to post, with stored ids. */
export interface PostInput {
  body: string;
  mediaIds: readonly Id[];
  moment: { mediaId: Id; seconds: number } | null;
  expectation: AskInput | null;
  /** ISO 8601; null: now. */
  publishAt: string | null;
  idempotencyKey: string | null;
}

/** Where it goes: a thread that is there, or a new one in a channel. */
export type Place = { threadId: Id } | { threadId: Id; channelId: Id; title: string };

/** The values of a post's statement from what was checked and planned. */
export function valuesFor(
  actor: Actor,
  postId: Id,
  place: Place,
  input: PostInput,
  ask: Ask,
  mentioned: readonly Id[],
  now: Date,
): PostValues {
  const { timing } = ask;
  return {
    thread: place.threadId,
    channel: 'channelId' in place ? place.channelId : null,
    title: 'title' in place ? place.title : null,
    author: actor.memberId,
    isGuest: actor.role === 'GUEST',
    post: postId,
    now,
    body: input.body,
    momentMedia: input.moment?.mediaId ?? null,
    momentSeconds: input.moment?.seconds ?? null,
    kind: ask.kind,
    timing: timing.kind,
    workingHours: timing.kind === 'WITHIN_WORKING_HOURS' ? timing.hours : null,
    workingDays: timing.kind === 'WITHIN_WORKING_DAYS' ? timing.days : null,
    by: timing.kind === 'BY' ? new Date(timing.byMs).toISOString() : null,
    urgencyReason: ask.urgencyReason,
    quorum: ask.quorum,
    choices: ask.choices,
    idempotencyKey: input.idempotencyKey,
    media: input.mediaIds,
    mentioned: [...new Set([...mentioned, ...ask.informedIds])],
    responses: responsesJson(ask),
    interrupted: ask.interruptedIds,
  };
}

export const responsesJson = ({ responses }: Pick<Ask, 'responses'>): string =>
  JSON.stringify(
    responses.map(({ id, recipientId, deliverAt, dueAt }) => ({
      id,
      recipient_id: recipientId,
      deliver_at: deliverAt,
      due_at: dueAt,
    })),
  );

/** The row that the statement wrote: all of it is known without asking for it. */
export const rowOf = (v: PostValues, number: number | null, scheduledFor: string | null): PostRow => ({
  id: v.post,
  thread_id: v.thread,
  author_id: v.author,
  number,
  body: v.body,
  published_at: number === null ? null : v.now.toISOString(),
  edited_at: null,
  deleted_at: null,
  kind: v.kind as PostRow['kind'],
  timing: v.timing as PostRow['timing'],
  rest: {
    momentMediaId: v.momentMedia,
    momentSeconds: v.momentSeconds,
    workingHours: v.workingHours,
    workingDays: v.workingDays,
    by: v.by,
    urgencyReason: v.urgencyReason,
    quorum: v.quorum as PostRest['quorum'],
    choices: [...v.choices],
    scheduledFor,
  },
});
