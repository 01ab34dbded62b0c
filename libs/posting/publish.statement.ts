import { readableByMembership, readableChannel } from '#channels';
import { type NamedStatement, namedStatement } from '#database';

/** Which parts a post has; each combination is a statement of its own, so that a plain reply pays for nothing else. */
export interface PostParts {
  /** The first post of a new thread, a reply, or a post whose hour has come. */
  as: 'opening' | 'reply' | 'scheduled';
  withMedia: boolean;
  withMentions: boolean;
  withResponses: boolean;
  /** Nobody said what is asked: it is published as FYI where the agreement in force says so, and not at all elsewhere. */
  assumesFyi: boolean;
  /** Said by the hub in its author's name: it is no answer to anything that they owe. */
  answersNothing?: boolean;
}

/** Everything that a post can bring; a statement takes what it needs. */
export interface PostValues {
  thread: string;
  channel: string | null;
  title: string | null;
  author: string;
  isGuest: boolean;
  post: string;
  now: Date;
  body: string;
  momentMedia: string | null;
  momentSeconds: number | null;
  kind: string;
  timing: string;
  workingHours: number | null;
  workingDays: number | null;
  by: string | null;
  urgencyReason: string | null;
  quorum: string;
  choices: readonly string[];
  idempotencyKey: string | null;
  media: readonly string[];
  mentioned: readonly string[];
  /** JSON: id, recipient_id, deliver_at, due_at. */
  responses: string;
  interrupted: readonly string[];
}

const mayPost = `c.archived_at is null and ${readableChannel({ channel: 'c', viewer: ':author::uuid', isGuest: ':isGuest::boolean' })}`;

/*
 * Publishing is one statement, so it is one transaction and one round trip: the thread's row is locked and counts the
 * post, which takes that count as its number; then the post, what belongs to it, what its recipients owe, what it
 * answers, and how far its author has read. No row comes back where the author may not post there: nothing was written.
 */
const target = {
  opening: `target as (
    insert into threads (id, channel_id, author_id, title, post_count, last_activity_at, created_at)
    select :thread::uuid, c.id, :author::uuid, :title::text, 1, :now::timestamptz, :now::timestamptz
    from channels c where c.id = :channel::uuid and ${mayPost} returning *)`,
  reply: `target as (
    update threads as t set post_count = t.post_count + 1, last_activity_at = greatest(t.last_activity_at, :now::timestamptz)
    from channels c left join channel_members cm on cm.channel_id = c.id and cm.member_id = :author::uuid
    where t.id = :thread::uuid and t.state = 'OPEN' and t.post_count > 0 and c.id = t.channel_id and c.archived_at is null
      and ${readableByMembership({ channel: 'c', isGuest: ':isGuest' }, 'cm')}
    returning t.*, cm.involvement as member_involvement)`,
  scheduled: `claimed as (
    select id from posts where id = :post::uuid and published_at is null and deleted_at is null for update),
  target as (
    update threads as t set post_count = t.post_count + 1, last_activity_at = greatest(t.last_activity_at, :now::timestamptz)
    from claimed, channels c
    where t.id = :thread::uuid and t.state = 'OPEN' and c.id = t.channel_id and ${mayPost} returning t.*)`,
} as const;

const insertPost = `post as (
  insert into posts (id, thread_id, channel_id, author_id, number, body, moment_media_id, moment_seconds, kind, timing,
    working_hours, working_days, by_instant, urgency_reason, quorum, choices, idempotency_key, published_at, created_at)
  select :post::uuid, t.id, t.channel_id, :author::uuid, t.post_count, :body::text, :momentMedia::uuid, :momentSeconds::float8,
    :kind::text, :timing::text, :workingHours::float8, :workingDays::int, :by::timestamptz, :urgencyReason::text,
    :quorum::text, :choices::text[], :idempotencyKey::text, :now::timestamptz, :now::timestamptz
  from target t returning id, thread_id, timing)`;

const publishScheduled = `post as (
  update posts as p set number = t.post_count, published_at = :now::timestamptz
  from target t where p.id = :post::uuid returning p.id, p.thread_id, p.timing)`;

const media = `media as (
  insert into post_media (post_id, media_id, position)
  select post.id, m.id, m.position from post, unnest(:media::uuid[]) with ordinality as m (id, position))`;

const mentions = `mentioned as (
  insert into mentions (post_id, member_id)
  select post.id, m.id from post, unnest(:mentioned::uuid[]) as m (id) on conflict do nothing)`;

const responses = `owed as (
  insert into expected_responses (id, post_id, thread_id, author_id, recipient_id, kind, deliver_at, delivered_at, due_at, created_at)
  select r.id, post.id, post.thread_id, :author::uuid, r.recipient_id, :kind::text, r.deliver_at,
    case when r.deliver_at <= :now::timestamptz then :now::timestamptz end, r.due_at, :now::timestamptz
  from post, jsonb_to_recordset(:responses::jsonb) as r (id uuid, recipient_id uuid, deliver_at timestamptz, due_at timestamptz)
  returning id),
history as (
  insert into expected_response_events (id, expected_response_id, actor_id, action, at)
  select gen_random_uuid(), owed.id, :author::uuid, 'ASKED', :now::timestamptz from owed),
urgent as (
  insert into urgent_posts (post_id, author_id, interrupted_ids, at)
  select post.id, :author::uuid, :interrupted::uuid[], :now::timestamptz from post where post.timing = 'NOW')`;

/** The author's next post in the thread fulfils what they owe there as a REPLY; with quorum ANY the others are released. */
const answers = `answered as (
  update expected_responses r set status = 'FULFILLED', answer_post_id = post.id, closed_at = :now::timestamptz, undoable_until = null,
    before_act = null
  from post where r.thread_id = :thread::uuid and r.recipient_id = :author::uuid and r.status = 'OPEN' and r.kind = 'REPLY'
  returning r.id, r.post_id, r.author_id, r.recipient_id),
released as (
  update expected_responses r set status = 'WITHDRAWN', note = 'Somebody else has answered.', closed_at = :now::timestamptz,
    undoable_until = null, before_act = null
  from answered a join posts asked on asked.id = a.post_id and asked.quorum = 'ANY'
  where r.post_id = a.post_id and r.id <> a.id and r.status = 'OPEN'
  returning r.id, r.post_id, r.author_id, r.recipient_id),
closing as (
  insert into expected_response_events (id, expected_response_id, actor_id, action, at)
  select gen_random_uuid(), id, :author::uuid, 'FULFILLED', :now::timestamptz from answered
  union all select gen_random_uuid(), id, null, 'WITHDRAWN', :now::timestamptz from released)`;

const answersNobody = answers.replace("r.kind = 'REPLY'\n", "r.kind = 'REPLY' and false\n");

/** Whom it reaches, and when, is decided after it (libs/attention). */
const happened = `happened as (
  insert into happenings (kind, thread_id, post_id, response_ids, actor_id, at)
  select 'POST', post.thread_id, post.id, coalesce((select array_agg(id) from answered), '{}'), :author::uuid, :now::timestamptz
  from post)`;

const reader = `reader as (
  insert into thread_readers as tr (thread_id, member_id, read_number)
  select t.id, :author::uuid, t.post_count from target t
  on conflict (thread_id, member_id) do update set read_number = excluded.read_number
  returning tr.read_number, tr.involvement, tr.saved_at)`;

/** Of the thread as it is after the post: the rest is known, as nobody posts in a concluded one. */
const publishedColumns = `t.id, t.channel_id, t.author_id, t.title, t.post_count, t.last_activity_at, t.created_at,
  coalesce(tr.involvement, cm.involvement, 'MUTED') as involvement, t.pinned_at is not null as pinned,
  tr.saved_at is not null as saved, exists (select from answered) as has_answered`;

/** The author's own row of the channel; a reply has looked it up for the access rule already. */
const joinMembership = 'left join channel_members cm on cm.channel_id = t.channel_id and cm.member_id = :author::uuid';
const membership = {
  opening: joinMembership,
  reply: 'cross join lateral (select t.member_involvement as involvement) as cm',
  scheduled: joinMembership,
} as const;

/** The highest version of the channel's agreement, else of the organisation's, else as shipped. */
const agreesOnFyi = `c.archived_at is null and 'FYI' = coalesce(
  (select a.default_kind from agreements a where a.channel_id = c.id order by a.version desc limit 1),
  (select a.default_kind from agreements a where a.channel_id is null order by a.version desc limit 1), 'FYI')`;

function compose(name: string, wanted: PostParts): NamedStatement<keyof PostValues> {
  const { as, withMedia, withMentions, withResponses, assumesFyi, answersNothing } = wanted;
  const into = assumesFyi ? target[as].replace('c.archived_at is null', agreesOnFyi) : target[as];
  const parts = [
    into,
    as === 'scheduled' ? publishScheduled : insertPost,
    answersNothing ? answersNobody : answers,
    happened,
    reader,
  ];
  if (withMedia) parts.push(media);
  if (withMentions) parts.push(mentions);
  if (withResponses) parts.push(responses);
  return namedStatement(
    name,
    `with ${parts.join(',\n')}
select ${publishedColumns}
from target t join post on true
  left join reader tr on true
  ${membership[as]}`,
  );
}

const composed = new Map<string, NamedStatement<keyof PostValues>>();

/** The statement that publishes a post of these parts. */
export function publishStatement(parts: PostParts): NamedStatement<keyof PostValues> {
  const { as, withMedia, withMentions, withResponses, assumesFyi, answersNothing } = parts;
  const flags = [
    withMedia && 'media',
    withMentions && 'mentions',
    withResponses && 'responses',
    assumesFyi && 'assumed',
    answersNothing && 'note',
  ].filter(Boolean);
  const name = ['posting', as, ...flags].join('.');
  const found = composed.get(name) ?? compose(name, parts);
  composed.set(name, found);
  return found;
}
