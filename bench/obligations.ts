import type { Conversation, PostSketch } from './conversations.js';
import { type Circle, DAY_MS, instant, type MemberRow } from './people.js';
import type { SeededRandom } from './seeded-random.js';

const HOUR_MS = 3_600_000;

/**
 * What recipients owe: about `count` expected responses, most of them fulfilled. Some people are asked far more than
 * others, so that there are inboxes of every size.
 */
export function* makeObligations(
  random: SeededRandom,
  posts: readonly PostSketch[],
  circles: readonly Circle[],
  count: number,
  nowMs: number,
): Generator<object> {
  const asking = posts.filter(({ ask }) => ask.kind !== 'FYI');
  const circleOf = new Map(circles.map((circle) => [circle.channel.id, circle]));
  let left = count;
  for (const [at, post] of asking.entries()) {
    const fair = left / (asking.length - at);
    const wanted = Math.min(left, Math.max(1, Math.round(fair + random.integer(-1, 1))));
    const recipients = recipientsOf(random, post, circleOf.get(post.thread.channelId)!.members, wanted);
    for (const recipient of recipients) yield obligation(random, post, recipient, nowMs);
    left -= recipients.length;
  }
}

/** First those who write in the thread; then others, the busy ones (low numbers in the channel's list) more often. */
function recipientsOf(
  random: SeededRandom,
  { thread, authorId }: PostSketch,
  members: readonly MemberRow[],
  wanted: number,
): MemberRow[] {
  const chosen = new Set<MemberRow>();
  for (const person of random.sample(thread.people, Math.ceil(wanted / 2)))
    if (person.id !== authorId) chosen.add(person);
  for (let tries = 0; chosen.size < wanted && tries < wanted * 4; tries++) {
    const member = members[Math.floor(random.next() ** 3 * members.length)]!;
    if (member.id !== authorId && !member.is_bot) chosen.add(member);
  }
  return [...chosen].slice(0, wanted);
}

function obligation(random: SeededRandom, post: PostSketch, recipient: MemberRow, nowMs: number): object {
  const { ask, thread, publishedMs } = post;
  const status = statusOf(random, thread);
  const isOpen = status === 'OPEN';
  // Some are away for weeks: what was asked of them lately waits until they are back. Whole days from now on, so that
  // data that is some days old still has them in the future.
  const isAway = isOpen && nowMs - publishedMs < 30 * DAY_MS && random.chance(0.4);
  const deliverMs = isAway ? nowMs + random.integer(10, 40) * DAY_MS : publishedMs + random.integer(0, 15) * HOUR_MS;
  const dueMs = dueMsOf(random, post, deliverMs, isOpen, nowMs);
  const closedMs = isOpen ? null : Math.min(deliverMs + random.integer(1, 30) * HOUR_MS, nowMs);
  return {
    id: random.id(publishedMs),
    post_id: post.id,
    thread_id: thread.id,
    author_id: post.authorId,
    recipient_id: recipient.id,
    kind: ask.kind,
    status,
    deliver_at: instant(deliverMs),
    delivered_at: isAway ? null : instant(deliverMs),
    due_at: dueMs === null ? null : instant(dueMs),
    acknowledged_at: isOpen && random.chance(0.05) ? instant(deliverMs + HOUR_MS) : null,
    answer_post_id: status === 'FULFILLED' && ask.kind === 'REPLY' ? answerOf(thread, post, recipient.id) : null,
    choice: status === 'FULFILLED' && ask.kind === 'DECIDE' ? 'yes' : null,
    note: status === 'DECLINED' ? random.words(6) : null,
    created_at: instant(publishedMs),
    closed_at: closedMs === null ? null : instant(closedMs),
  };
}

/** Concluded threads have nothing open. */
function statusOf(random: SeededRandom, { isConcluded }: Conversation): string {
  const drawn = random.next();
  if (drawn < 0.25) return isConcluded ? 'WITHDRAWN' : 'OPEN';
  return drawn < 0.96 ? 'FULFILLED' : drawn < 0.99 ? 'DECLINED' : 'WITHDRAWN';
}

/** Open ones were asked long ago or will be due in some weeks: half of them overdue, none of them about to be. */
function dueMsOf(
  random: SeededRandom,
  { ask, publishedMs }: PostSketch,
  deliverMs: number,
  isOpen: boolean,
  nowMs: number,
): number | null {
  if (ask.timing === 'WHENEVER') return null;
  if (ask.timing === 'BY') return publishedMs + ask.amount * 6 * HOUR_MS;
  if (isOpen && random.chance(0.5)) return Math.max(deliverMs, nowMs + 10 * DAY_MS) + ask.amount * 3 * HOUR_MS;
  return deliverMs + ask.amount * (ask.timing === 'WITHIN_WORKING_HOURS' ? 1 : 24) * HOUR_MS;
}

const answerOf = ({ posts }: Conversation, asked: PostSketch, recipientId: string): string | null =>
  posts.slice(asked.number, asked.number + 30).find(({ authorId }) => authorId === recipientId)?.id ?? null;
