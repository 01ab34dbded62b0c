import { Injectable } from '@nestjs/common';
import { Sql, statement } from '#database';
import type { Id } from '#kernel';
import type { DeliveryKind } from './decision.js';

export interface HappeningRow {
  kind: 'POST' | 'CONCLUSION' | 'MENTIONS' | 'RESPONSES';
  thread_id: Id | null;
  post_id: Id | null;
  response_ids: Id[];
  member_ids: Id[];
  action: string | null;
  actor_id: Id | null;
  at: string;
}

/** Somebody whom an event may reach: the decision is still to be made. */
export interface Candidate {
  memberId: Id;
  eventKey: string;
  kind: DeliveryKind;
  threadId: Id;
  postId: Id | null;
  responseId: Id | null;
  actorId: Id | null;
  happenedAt: string;
}

/** An act on an expected response. */
export interface ActRow {
  id: Id;
  author_id: Id;
  recipient_id: Id;
  post_id: Id;
  thread_id: Id;
  answer_post_id: Id | null;
  action: string;
  actor_id: Id | null;
  at: string;
  timing: string;
  /** With RESCHEDULED: whether the due time is another one. */
  due_moved: boolean;
}

const take = statement(
  'happenings.take',
  `delete from happenings where id in (select id from happenings order by id limit $1 for update skip locked)
   returning kind, thread_id, post_id, response_ids, member_ids, action, actor_id, at`,
);
/**
 * Whom posts concern, each person once, by what asks most of them. All who follow a channel see its posts as unread: only
 * who follows the very thread, or chose mail, push or a webhook for news, is told of each.
 */

const ofPosts = statement(
  'deliveries.audience_of_posts',
  `with post as (
     select p.id, p.thread_id, p.channel_id, p.author_id, p.kind, p.timing, p.published_at, h.answered
     from jsonb_to_recordset($1::jsonb) as h (post uuid, answered uuid[]) join posts p on p.id = h.post
     where p.deleted_at is null and p.published_at is not null),
   news as materialized (
     select member_id from delivery_settings where 'FOLLOWED' = any(email_for) or 'FOLLOWED' = any(push_for) or 'FOLLOWED' = any(webhook_for)),
   concerned as materialized (
     select 1 as rank, post.*, r.recipient_id as member_id, case post.timing when 'NOW' then 'URGENT' else 'ASKED' end as told,
       r.id as response_id, 'asked:' || r.id as event_key
     from post join expected_responses r on r.post_id = post.id and r.status = 'OPEN'
     union all
     select 2, post.*, r.author_id, 'ANSWERED', r.id, 'post:' || post.id
     from post join expected_responses r on r.id = any(post.answered)
     union all
     select 3, post.*, m.member_id, case when post.kind = 'FYI' and post.timing = 'NOW' then 'URGENT' else 'MENTIONED' end, null,
       'post:' || post.id
     from post join mentions m on m.post_id = post.id
     union all
     select 4, post.*, tr.member_id, 'FOLLOWED', null, 'post:' || post.id
     from post join thread_readers tr on tr.thread_id = post.thread_id and tr.involvement = 'FOLLOWING'
     union all
     select 4, post.*, cm.member_id, 'FOLLOWED', null, 'post:' || post.id
     from news join channel_members cm on cm.member_id = news.member_id and cm.involvement = 'FOLLOWING'
       join post on post.channel_id = cm.channel_id)
   select distinct on (c.id, c.member_id) c.member_id as "memberId", c.event_key as "eventKey", c.told as kind,
     c.thread_id as "threadId", c.id as "postId", c.response_id as "responseId", c.author_id as "actorId", c.published_at as "happenedAt"
   from concerned c where c.member_id <> c.author_id order by c.id, c.member_id, c.rank`,
);
/** Those who wrote in the thread, were asked there, or follow it. */
const ofConclusions = statement(
  'deliveries.audience_of_conclusions',
  `with thread as (
     select t.id, t.concluded_by_id, t.concluded_at, (select p.id from posts p where p.thread_id = t.id and p.number = t.post_count) as post_id
     from threads t where t.id = any($1) and t.state = 'CONCLUDED'),
   concerned as (
     select p.thread_id, p.author_id as member_id from thread join posts p on p.thread_id = thread.id and p.number is not null
     union
     select p.thread_id, r.recipient_id from thread join posts p on p.thread_id = thread.id join expected_responses r on r.post_id = p.id
     union
     select tr.thread_id, tr.member_id from thread join thread_readers tr on tr.thread_id = thread.id and tr.involvement = 'FOLLOWING')
   select c.member_id as "memberId", 'conclusion:' || t.id || ':' || extract(epoch from t.concluded_at) as "eventKey",
     'CONCLUDED' as kind, t.id as "threadId", t.post_id as "postId", null as "responseId", t.concluded_by_id as "actorId",
     t.concluded_at as "happenedAt"
   from concerned c join thread t on t.id = c.thread_id where c.member_id <> t.concluded_by_id`,
);
const ofActs = statement(
  'deliveries.acts',
  `select r.id, r.author_id, r.recipient_id, r.post_id, r.thread_id, r.answer_post_id, h.action, h.actor_id, h.at, p.timing,
     coalesce(h.action = 'RESCHEDULED' and (
       select e.data->>'from' is distinct from e.data->>'dueAt' from expected_response_events e
       where e.expected_response_id = r.id and e.action = 'RESCHEDULED' and e.at = h.at order by e.id desc limit 1), false) as due_moved
   from jsonb_to_recordset($1::jsonb) as h (response uuid, action text, actor_id uuid, at timestamptz)
     join expected_responses r on r.id = h.response join posts p on p.id = r.post_id`,
);

@Injectable()
export class HappeningRepository {
  constructor(private readonly sql: Sql) {}

  /** Takes what happened for good, within the open transaction; other workers pass it by. */
  take(limit: number): Promise<HappeningRow[]> {
    return this.sql.rows<HappeningRow>(take, [limit]);
  }

  async ofPosts(happened: readonly HappeningRow[]): Promise<Candidate[]> {
    if (happened.length === 0) return [];
    const posts = happened.map(({ post_id, response_ids }) => ({ post: post_id, answered: response_ids }));
    return this.sql.rows<Candidate>(ofPosts, [JSON.stringify(posts)]);
  }

  async ofConclusions(happened: readonly HappeningRow[]): Promise<Candidate[]> {
    if (happened.length === 0) return [];
    return this.sql.rows<Candidate>(ofConclusions, [happened.map(({ thread_id }) => thread_id)]);
  }

  async acts(happened: readonly HappeningRow[]): Promise<ActRow[]> {
    if (happened.length === 0) return [];
    const acts = happened.flatMap(({ response_ids, action, actor_id, at }) =>
      response_ids.map((response) => ({ response, action, actor_id, at })),
    );
    return this.sql.rows<ActRow>(ofActs, [JSON.stringify(acts)]);
  }
}
