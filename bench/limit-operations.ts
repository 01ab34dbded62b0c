import pg from 'pg';
import { isoInstant, type Statement, statement } from '#database';
import { globalId, newId } from '#kernel';
import type { LimitDirectory } from './limit-directory.js';
import type { OperationName } from './operations.js';

export type LimitOperation = (variables: Record<string, unknown>, viewerId: string) => Promise<unknown>;

/** Rows are arrays and text stays text: no objects between the wire and the answer that the answer does not need. */
type Cell = string | number | boolean | null | string[] | ReactionCell[];
type ReactionCell = { emoji: string; count: number; viewerHasReacted: boolean };

const channelThreads = statement(
  'limit.channel_threads',
  `select t.id, t.title, t.state, t.post_count, t.last_activity_at, t.author_id, coalesce(tr.read_number, 0),
     exists (select 1 from channel_members cm where cm.channel_id = $1 and cm.member_id = $2)
   from threads t left join thread_readers tr on tr.thread_id = t.id and tr.member_id = $2
   where t.channel_id = $1 and t.post_count > 0 order by t.last_activity_at desc, t.id desc limit 51`,
);
const lastPosts = statement(
  'limit.last_posts',
  `select p.thread_id, p.id, p.body, p.published_at, p.edited_at, p.author_id, p.kind, p.timing
   from unnest($1::uuid[]) as asked(id) cross join lateral (
     select * from posts p where p.thread_id = asked.id and p.number > 0 order by p.number desc limit 3) as p`,
);
const threadById = statement(
  'limit.thread',
  `select t.id, t.title, t.state, t.post_count, t.channel_id, t.author_id, coalesce(tr.read_number, 0)
   from threads t left join thread_readers tr on tr.thread_id = t.id and tr.member_id = $2 where t.id = $1`,
);
const threadPosts = statement(
  'limit.thread_posts',
  `select p.id, p.body, p.published_at, p.edited_at, p.deleted_at, p.author_id, p.kind, p.timing, p.working_hours,
     p.working_days, p.by_instant, p.quorum, p.choices,
     (select json_agg(json_build_object('emoji', emoji, 'count', count, 'viewerHasReacted', mine)) from (
       select emoji, count(*)::int as count, bool_or(member_id = $2) as mine from reactions r
       where r.post_id = p.id group by emoji order by min(created_at), emoji) as grouped)
   from posts p where p.thread_id = $1 and p.number > 0 order by p.number limit 51`,
);
const waiting = statement(
  'limit.waiting_on_me',
  `select r.id, r.deliver_at, r.due_at, p.id, p.body, p.published_at, p.author_id, p.kind, p.timing, t.id, t.title, t.channel_id
   from expected_responses r join posts p on p.id = r.post_id join threads t on t.id = r.thread_id
   where r.recipient_id = $1 and r.status = 'OPEN' and r.deliver_at <= $2 and p.deleted_at is null
   order by r.due_at, r.id limit 51`,
);
/** The same writes as the hub's, with the history of what the reply fulfils and what deliveries are planned from. */
const reply = statement(
  'limit.post_reply',
  `with thread as (
     update threads set post_count = post_count + 1, last_activity_at = greatest(last_activity_at, $5::timestamptz)
     where id = $1::uuid and state = 'OPEN' returning id, channel_id, post_count),
   post as (
     insert into posts (id, thread_id, channel_id, author_id, number, body, published_at, created_at)
     select $2::uuid, id, channel_id, $3::uuid, post_count, $4::text, $5::timestamptz, $5::timestamptz from thread),
   reader as (
     insert into thread_readers (thread_id, member_id, read_number) select id, $3::uuid, post_count from thread
     on conflict (thread_id, member_id) do update set read_number = excluded.read_number),
   answered as (
     update expected_responses set status = 'FULFILLED', answer_post_id = $2::uuid, closed_at = $5::timestamptz
     where thread_id = $1::uuid and recipient_id = $3::uuid and status = 'OPEN' and kind = 'REPLY' returning id, post_id),
   released as (
     update expected_responses r set status = 'WITHDRAWN', note = 'Somebody else has answered.', closed_at = $5::timestamptz
     from answered a join posts asked on asked.id = a.post_id and asked.quorum = 'ANY'
     where r.post_id = a.post_id and r.id <> a.id and r.status = 'OPEN' returning r.id),
   history as (
     insert into expected_response_events (id, expected_response_id, actor_id, action, at)
     select gen_random_uuid(), id, $3::uuid, 'FULFILLED', $5::timestamptz from answered
     union all select gen_random_uuid(), id, null, 'WITHDRAWN', $5::timestamptz from released),
   happened as (
     insert into happenings (kind, thread_id, post_id, response_ids, actor_id, at)
     select 'POST', id, $2::uuid, coalesce((select array_agg(id) from answered), '{}'), $3::uuid, $5::timestamptz from thread)
   select post_count from thread`,
);

const keepText = (text: string): string => text;
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text') =>
    oid === pg.types.builtins.TIMESTAMPTZ
      ? isoInstant
      : oid === pg.types.builtins.UUID
        ? keepText
        : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/** The four operations by hand: the floor of what any server on Node and Postgres pays for these answers. */
export function limitOperations(pool: pg.Pool, directory: LimitDirectory): Record<OperationName, LimitOperation> {
  const rows = async ({ name, text }: Statement, values: unknown[]): Promise<Cell[][]> =>
    (await pool.query<Cell[]>({ name, text, values, types, rowMode: 'array' })).rows;
  const member = (id: Cell) => directory.members.get(id as string)!;
  const channel = (id: Cell) => directory.channels.get(id as string)!;
  const named = ({ id, name }: { id: string; name: string }) => ({ id, name });
  const pageInfo = (found: Cell[][], last: Cell | undefined) => {
    const hasNextPage = found.length > 50;
    if (hasNextPage) found.length = 50;
    return { hasNextPage, endCursor: last ?? null };
  };

  return {
    async channelPage({ id }, viewerId) {
      const channelId = keyOf(id);
      const threads = await rows(channelThreads, [channelId, viewerId]);
      const page = pageInfo(threads, threads.at(-1)?.[0]);
      const posts = new Map<Cell, object[]>(threads.map(([threadId]) => [threadId!, []]));
      for (const [threadId, key, body, publishedAt, editedAt, author, kind, timing] of await rows(lastPosts, [
        [...posts.keys()],
      ])) {
        const expectation = { kind, timing };
        const post = { id: post_(key!), body, publishedAt, editedAt, author: member(author!), expectation };
        posts.get(threadId!)!.unshift(post);
      }
      const nodes = threads.map(([key, title, state, postCount, lastActivityAt, author, read]) => ({
        id: thread_(key!),
        title,
        state,
        postCount,
        lastActivityAt,
        viewerUnreadCount: Math.max(0, (postCount as number) - (read as number)),
        author: member(author!),
        posts: { nodes: posts.get(key!) },
      }));
      const viewerIsMember = threads[0]?.[7] ?? false;
      return { channel: { ...channel(channelId), viewerIsMember, threads: { nodes, pageInfo: page } } };
    },

    async threadPage({ id }, viewerId) {
      const [threads, posts] = await Promise.all([
        rows(threadById, [keyOf(id), viewerId]),
        rows(threadPosts, [keyOf(id), viewerId]),
      ]);
      const [key, title, state, postCount, channelId, author, read] = threads[0]!;
      const page = pageInfo(posts, posts.at(-1)?.[0]);
      const nodes = posts.map((post) => ({
        id: post_(post[0]!),
        body: post[1],
        publishedAt: post[2],
        editedAt: post[3],
        deletedAt: post[4],
        author: member(post[5]!),
        expectation: {
          kind: post[6],
          timing: post[7],
          workingHours: post[8],
          workingDays: post[9],
          by: post[10],
          quorum: post[11],
          choices: post[12],
        },
        reactions: post[13] ?? [],
      }));
      const thread = {
        id: thread_(key!),
        title,
        state,
        postCount,
        viewerUnreadCount: Math.max(0, (postCount as number) - (read as number)),
        channel: named(channel(channelId!)),
        author: named(member(author!)),
        posts: { nodes, pageInfo: page },
      };
      return { thread };
    },

    async waitingOnMe(_, viewerId) {
      const now = new Date();
      const found = await rows(waiting, [viewerId, now]);
      const page = pageInfo(found, found.at(-1)?.[0]);
      const nodes = found.map((row) => ({
        id: globalId('ExpectedResponse', row[0] as string),
        status: 'OPEN',
        deliverAt: row[1],
        dueAt: row[2],
        overdue: row[2] !== null && Date.parse(row[2] as string) < now.getTime(),
        post: {
          id: post_(row[3]!),
          body: row[4],
          publishedAt: row[5],
          author: member(row[6]!),
          thread: { id: thread_(row[9]!), title: row[10], channel: named(channel(row[11]!)) },
          expectation: { kind: row[7], timing: row[8] },
        },
      }));
      return { viewer: { inbox: { waitingOnMe: { nodes, pageInfo: page } } } };
    },

    async postReply({ input }, viewerId) {
      const { threadId, body } = input as { threadId: string; body: string };
      const id = newId();
      const publishedAt = new Date().toISOString();
      const [written] = await rows(reply, [keyOf(threadId), id, viewerId, body, publishedAt]);
      const thread = { id: threadId, postCount: written![0] };
      const author = named(member(viewerId));
      return {
        postReply: { post: { id: post_(id), body, publishedAt, author, thread, expectation: { kind: 'FYI' } } },
      };
    },
  };
}

const keyOf = (id: unknown): string => (id as string).slice(4);
const post_ = (key: Cell): string => globalId('Post', key as string);
const thread_ = (key: Cell): string => globalId('Thread', key as string);
