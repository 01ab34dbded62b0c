import type { ActRow, Candidate, HappeningRow } from './happening.repository.js';

/** Acts that settle what was asked, or refuse it: news for who asked. */
const answers: ReadonlySet<string> = new Set(['FULFILLED', 'ANSWERED', 'DONE', 'DECLINED']);
/** What somebody was told may hold at another time than planned. */
const movesTimes: ReadonlySet<string> = new Set(['RESCHEDULED', 'PROPOSAL_ACCEPTED', 'UNDONE']);

/** Whether what is planned for this response is to be looked at again. */
export const isLookedAtAgain = ({ action }: ActRow): boolean => movesTimes.has(action);

/** Whom an act on an expected response may reach. */
export function candidatesOfAct(act: ActRow): Candidate[] {
  const { action } = act;
  const event = `${act.id}:${action}:${Date.parse(act.at)}`;
  const toAuthor = { ...base(act), memberId: act.author_id };
  const toRecipient = { ...base(act), memberId: act.recipient_id };
  if (action === 'ASKED') {
    const kind = act.timing === 'NOW' ? 'URGENT' : 'ASKED';
    return [{ ...toRecipient, kind, eventKey: `asked:${act.id}` }];
  }
  if (answers.has(action)) {
    const postId = act.answer_post_id ?? act.post_id;
    return [{ ...toAuthor, kind: 'ANSWERED', postId, eventKey: `act:${event}` }];
  }
  if (action === 'NUDGED') return [{ ...toRecipient, kind: 'REMINDER', eventKey: `nudge:${event}` }];
  const moved: Candidate[] = [];
  if (action === 'PROPOSED' || (action === 'RESCHEDULED' && act.due_moved)) {
    moved.push({ ...toAuthor, kind: 'DUE_MOVED', eventKey: `due:${event}` });
  }
  if (action === 'PROPOSAL_ACCEPTED' || action === 'PROPOSAL_REFUSED') {
    moved.push({ ...toRecipient, kind: 'DUE_MOVED', eventKey: `due:${event}` });
  }
  if (isLookedAtAgain(act) && act.timing !== 'NOW')
    moved.push(reminderOf({ ...toRecipient, kind: 'ASKED', eventKey: '' }));
  return moved;
}

/** Whom an edited post names that it did not name before; having read it as it was, they have not read this. */
export const candidatesOfEdit = ({ member_ids, thread_id, post_id, actor_id, at }: HappeningRow): Candidate[] =>
  member_ids.map((memberId) => ({
    memberId,
    eventKey: `mention:${post_id}`,
    kind: 'MENTIONED',
    threadId: thread_id!,
    postId: post_id,
    responseId: null,
    actorId: actor_id,
    happenedAt: at,
  }));

/** The one reminder of what is asked. */
export const reminderOf = (asked: Candidate): Candidate => ({
  ...asked,
  kind: 'REMINDER',
  eventKey: `${REMINDER_KEY}${asked.responseId}`,
});

const REMINDER_KEY = 'reminder:';

/** Others of this kind are reminders that an author sent. */
export const isOwnReminder = ({ eventKey }: Pick<Candidate, 'eventKey'>): boolean => eventKey.startsWith(REMINDER_KEY);

/** What the post itself says: having read it is having received it. */
export const isAboutPost = ({ eventKey }: Pick<Candidate, 'eventKey'>): boolean =>
  eventKey.startsWith('post:') || eventKey.startsWith('asked:');

const base = (act: ActRow) => ({
  threadId: act.thread_id,
  postId: act.post_id,
  responseId: act.id,
  actorId: act.actor_id,
  happenedAt: act.at,
});
