import { type Circle, DAY_MS, instant, type MemberRow } from './people.js';
import type { SeededRandom } from './seeded-random.js';

/** A thread while it is made: its counters are what its posts say. */
export interface Conversation {
  id: string;
  channelId: string;
  authorId: string;
  title: string;
  startMs: number;
  isConcluded: boolean;
  /** Who writes in it. */
  people: MemberRow[];
  /** In their order. */
  posts: PostSketch[];
}

/** A post without its text: all posts are in memory until they are sorted by time, their texts never are. */
export interface PostSketch {
  id: string;
  thread: Conversation;
  number: number;
  authorId: string;
  publishedMs: number;
  isDeleted: boolean;
  isEdited: boolean;
  ask: Ask;
}

export interface Ask {
  kind: 'FYI' | 'ACKNOWLEDGE' | 'REPLY' | 'DECIDE';
  timing: 'WHENEVER' | 'WITHIN_WORKING_HOURS' | 'WITHIN_WORKING_DAYS' | 'BY';
  /** Hours or days of working time, or hours until BY. */
  amount: number;
  quorum: 'EACH' | 'ANY';
}

const FYI: Ask = { kind: 'FYI', timing: 'WHENEVER', amount: 0, quorum: 'EACH' };
const HOUR_MS = 3_600_000;

/** Busy channels have many threads and busy threads many posts, as in life; the sums are exact. */
export function makeConversations(
  random: SeededRandom,
  circles: readonly Circle[],
  counts: { threads: number; posts: number },
  nowMs: number,
): Conversation[] {
  const ofChannel = shares(
    circles.map(({ channel }) => random.skewed() * (channel.visibility === 'DIRECT' ? 0.3 : 1) + 0.15),
    counts.threads,
  );
  const lengths = shares(
    Array.from({ length: counts.threads }, () => random.skewed() ** 1.6 + 0.05),
    counts.posts,
  );
  const conversations: Conversation[] = [];
  for (const [at, { channel, members }] of circles.entries()) {
    const writers = members.filter(({ is_bot }) => !is_bot);
    for (let made = 0; made < ofChannel[at]!; made++) {
      const length = lengths[conversations.length]!;
      conversations.push(makeConversation(random, channel.id, writers.length > 0 ? writers : members, length, nowMs));
    }
  }
  return conversations;
}

function makeConversation(
  random: SeededRandom,
  channelId: string,
  members: readonly MemberRow[],
  length: number,
  nowMs: number,
): Conversation {
  const startMs = nowMs - Math.floor(random.next() ** 1.5 * 360 * DAY_MS) - DAY_MS;
  const people = random.sample(members, random.integer(2, 8));
  const thread: Conversation = {
    id: random.id(startMs),
    channelId,
    authorId: people[0]!.id,
    title: `About ${random.words(random.integer(4, 10))}`,
    startMs,
    isConcluded: random.chance(0.35),
    people,
    posts: [],
  };
  // A thread lives for some days, but not beyond now.
  const gapMs = Math.min(random.integer(1, 20) * HOUR_MS, (nowMs - startMs - HOUR_MS) / length);
  let atMs = startMs;
  for (let number = 1; number <= length; number++) {
    const isDeleted = number > 1 && random.chance(0.01);
    thread.posts.push({
      id: random.id(atMs),
      thread,
      number,
      authorId: number === 1 ? people[0]!.id : random.pick(people).id,
      publishedMs: atMs,
      isDeleted,
      isEdited: !isDeleted && random.chance(0.04),
      ask: isDeleted || random.chance(0.7) ? FYI : makeAsk(random),
    });
    atMs += 1000 + Math.floor(random.next() * gapMs);
  }
  return thread;
}

function makeAsk(random: SeededRandom): Ask {
  const kind = random.chance(0.6) ? 'REPLY' : random.chance(0.75) ? 'ACKNOWLEDGE' : 'DECIDE';
  const timing = random.pick([
    'WHENEVER',
    'WITHIN_WORKING_HOURS',
    'WITHIN_WORKING_DAYS',
    'WITHIN_WORKING_DAYS',
    'BY',
  ] as const);
  return { kind, timing, amount: random.integer(1, 8), quorum: random.chance(0.2) ? 'ANY' : 'EACH' };
}

/** Whole numbers of at least 1 in the proportion of the weights, which sum up to `total` exactly. */
function shares(weights: number[], total: number): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const result = weights.map((weight) => Math.max(1, Math.floor((weight / sum) * total)));
  let difference = total - result.reduce((all, share) => all + share, 0);
  for (let at = 0; difference !== 0; at = (at + 1) % result.length) {
    const step = Math.sign(difference);
    if (result[at]! + step < 1) continue;
    result[at]! += step;
    difference -= step;
  }
  return result;
}

export const threadRow = ({ id, channelId, authorId, title, startMs, isConcluded, posts }: Conversation): object => {
  const lastMs = posts.at(-1)!.publishedMs;
  return {
    id,
    channel_id: channelId,
    author_id: authorId,
    title,
    state: isConcluded ? 'CONCLUDED' : 'OPEN',
    conclusion: isConcluded ? `We go on with it. ${title}.` : null,
    concluded_by_id: isConcluded ? authorId : null,
    concluded_at: isConcluded ? instant(lastMs + HOUR_MS / 2) : null,
    post_count: posts.length,
    last_activity_at: instant(lastMs),
    created_at: instant(startMs),
  };
};

export function postRow(random: SeededRandom, post: PostSketch): object {
  const { ask, thread, publishedMs } = post;
  return {
    id: post.id,
    thread_id: thread.id,
    channel_id: thread.channelId,
    author_id: post.authorId,
    number: post.number,
    body: post.isDeleted ? '' : random.words(random.integer(8, 70)),
    kind: ask.kind,
    timing: ask.timing,
    working_hours: ask.timing === 'WITHIN_WORKING_HOURS' ? ask.amount : null,
    working_days: ask.timing === 'WITHIN_WORKING_DAYS' ? ask.amount : null,
    by_instant: ask.timing === 'BY' ? instant(publishedMs + ask.amount * 6 * HOUR_MS) : null,
    quorum: ask.quorum,
    choices: ask.kind === 'DECIDE' ? ['yes', 'no', 'not yet'] : [],
    scheduled_recipient_ids: [],
    published_at: instant(publishedMs),
    edited_at: post.isEdited ? instant(publishedMs + 600_000) : null,
    deleted_at: post.isDeleted ? instant(publishedMs + 1_200_000) : null,
    created_at: instant(publishedMs),
  };
}

/** The thread's people have read nearly all of it, some others of the channel a part. */
export function* readersOf(random: SeededRandom, { id, people, posts }: Conversation): Generator<object> {
  for (const { id: memberId } of people) {
    const readNumber = random.chance(0.6) ? posts.length : random.integer(1, posts.length);
    const involvement = random.chance(0.05) ? 'MUTED' : null;
    yield { thread_id: id, member_id: memberId, read_number: readNumber, involvement };
  }
}

const EMOJI = ['👍', '🎉', '❤️', '👀', '🙏'];

export function* reactionsOf(
  random: SeededRandom,
  { id, thread, publishedMs, isDeleted }: PostSketch,
): Generator<object> {
  if (isDeleted || !random.chance(0.1)) return;
  for (const { id: memberId } of random.sample(thread.people, random.integer(1, 3))) {
    const atMs = publishedMs + random.integer(60_000, HOUR_MS);
    yield { post_id: id, member_id: memberId, emoji: random.pick(EMOJI), created_at: instant(atMs) };
  }
}
