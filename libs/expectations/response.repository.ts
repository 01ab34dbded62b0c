import { Injectable } from '@nestjs/common';
import { readableChannel } from '#channels';
import { Sql, statement } from '#database';
import { type Actor, type Id, newId } from '#kernel';
import type { PlannedResponse } from './ask.js';
import type { ResponseStatus } from './expected-response.entity.js';
import { recordEvents, toldActions } from './response-events.statement.js';
import { type OwedRow, type ResponseRow, responseColumns } from './response-view.js';

const owedColumns = `${responseColumns}, p.quorum, p.choices, p.timing, p.working_hours, p.working_days, p.by_instant,
  p.deleted_at as post_deleted_at, t.state as thread_state, t.channel_id`;
const joins =
  'join posts p on p.id = r.post_id join threads t on t.id = r.thread_id join channels c on c.id = t.channel_id';
const readable = readableChannel({ channel: 'c', viewer: '$2', isGuest: '$3' });

const byIds = statement(
  'responses.by_ids',
  `select ${responseColumns} from expected_responses r ${joins} where r.id = any($1) and ${readable}`,
);
const ofPosts = statement(
  'responses.of_posts',
  `select ${responseColumns} from expected_responses r where r.post_id = any($1) order by r.post_id, r.created_at, r.id`,
);
/** Every act locks the thread first: acts on one thread wait for each other, also for replies, and never in a circle. */
const lockThread = statement(
  'responses.lock_thread',
  'select id from threads where id = (select thread_id from expected_responses where id = $1) for no key update',
);
const lockThreadOf = statement('responses.lock_thread_of', 'select id from threads where id = $1 for no key update');
/** In their order: whoever needs several threads waits for nobody in a circle. */
const lockThreadsOfRecipient = statement(
  'responses.lock_threads_of_recipient',
  `select id from threads where id in (select thread_id from expected_responses where recipient_id = $1 and status = 'OPEN')
   order by id for no key update`,
);
const owed = statement(
  'responses.owed',
  `select ${owedColumns} from expected_responses r ${joins} where r.id = $1 and ${readable}`,
);
const openOfPost = statement(
  'responses.open_of_post',
  `select ${owedColumns} from expected_responses r ${joins} where r.post_id = $1 and r.status = 'OPEN'`,
);
const openOfThread = statement(
  'responses.open_of_thread',
  `select ${owedColumns} from expected_responses r ${joins} where r.thread_id = $1 and r.status = 'OPEN'`,
);
const openOfRecipient = statement(
  'responses.open_of_recipient',
  `select ${owedColumns}, p.published_at, r.delivered_at, r.created_at
   from expected_responses r ${joins} where r.recipient_id = $1 and r.status = 'OPEN' for update of r`,
);
/** Open although somebody has answered for all (quorum ANY): delegated in the instant of the answer. */
const openBesideAnswer = statement(
  'responses.open_beside_answer',
  `select ${owedColumns} from expected_responses r ${joins}
   where r.post_id = any($1) and r.status = 'OPEN' and p.quorum = 'ANY' and exists (
     select 1 from expected_responses a where a.post_id = r.post_id and a.status = 'FULFILLED')`,
);
const isAnswered = statement(
  'responses.is_answered',
  `select 1 as found from expected_responses where post_id = $1 and status = 'FULFILLED' limit 1`,
);
const recipientsOfPost = statement(
  'responses.recipients_of_post',
  'select recipient_id from expected_responses where post_id = $1',
);
/** What an act of the recipient changes, as it was before: what taking it back restores. */
const before = `jsonb_build_object('acknowledgedAt', acknowledged_at, 'promisedAt', promised_at, 'note', note, 'choice', choice,
  'answerPostId', answer_post_id)`;
const close = statement(
  'responses.close',
  `update expected_responses set status = $2, note = coalesce($3, note), closed_at = $4, choice = coalesce($5, choice),
     acknowledged_at = coalesce($6, acknowledged_at), promised_at = coalesce($7, promised_at),
     delegated_to_id = coalesce($8, delegated_to_id), answer_post_id = coalesce($9, answer_post_id),
     undoable_until = $10, before_act = case when $10::timestamptz is null then null else ${before} end
   where id = any($1)`,
);
const promise = statement(
  'responses.promise',
  `update expected_responses set acknowledged_at = coalesce(acknowledged_at, $2), promised_at = coalesce($3, promised_at),
     undoable_until = $4, before_act = ${before} where id = $1`,
);
const propose = statement(
  'responses.propose',
  `update expected_responses set proposed_due_at = $2, proposal_note = $3, proposed_at = $4, proposal_accepted = null,
     undoable_until = null, before_act = null where id = $1`,
);
const answerProposal = statement(
  'responses.answer_proposal',
  `update expected_responses set proposal_accepted = $2, due_at = case when $2 then proposed_due_at else due_at end where id = $1`,
);
const insert = statement(
  'responses.insert',
  `insert into expected_responses (id, post_id, thread_id, author_id, recipient_id, kind, deliver_at, delivered_at, due_at, created_at)
   select $1::uuid, r.post_id, r.thread_id, r.author_id, $2::uuid, r.kind, $3::timestamptz,
     case when $3::timestamptz <= $5::timestamptz then $5::timestamptz end, $4::timestamptz, $5::timestamptz
   from expected_responses r where r.id = $6::uuid`,
);
const reschedule = statement(
  'responses.reschedule',
  `update expected_responses r set deliver_at = n.deliver_at, due_at = n.due_at
   from jsonb_to_recordset($1::jsonb) as n (id uuid, deliver_at timestamptz, due_at timestamptz) where r.id = n.id`,
);
const deliver = statement(
  'responses.deliver',
  `update expected_responses set delivered_at = $1 where id in (
     select id from expected_responses where delivered_at is null and status = 'OPEN' and deliver_at <= $1
     order by deliver_at limit $2 for update skip locked)
   returning id, thread_id, recipient_id`,
);

export interface Closing {
  status: Exclude<ResponseStatus, 'OPEN'>;
  at: Date;
  note?: string | null;
  choice?: string;
  acknowledgedAt?: Date;
  promisedAt?: Date;
  delegatedToId?: Id;
  answerPostId?: Id;
  /** Until when the recipient may take the act back; none: for good. */
  undoableUntil?: Date;
}

export type OpenOfRecipient = OwedRow & { published_at: string; delivered_at: string | null; created_at: string };

@Injectable()
export class ResponseRepository {
  constructor(private readonly sql: Sql) {}

  /** Those that the actor may see: whoever can read the thread sees who owes what in it. */
  visible(ids: readonly Id[], actor: Actor): Promise<ResponseRow[]> {
    return this.sql.rows<ResponseRow>(byIds, [ids, actor.memberId, actor.role === 'GUEST']);
  }

  ofPosts(postIds: readonly Id[]): Promise<ResponseRow[]> {
    return this.sql.rows<ResponseRow>(ofPosts, [postIds]);
  }

  /** The expected response as it stands while the open transaction holds its thread. */
  async lock(id: Id, actor: Actor): Promise<OwedRow | undefined> {
    await this.sql.rows(lockThread, [id]);
    return this.sql.row<OwedRow>(owed, [id, actor.memberId, actor.role === 'GUEST']);
  }

  async lockThread(threadId: Id): Promise<void> {
    await this.sql.rows(lockThreadOf, [threadId]);
  }

  openOfPost(postId: Id): Promise<OwedRow[]> {
    return this.sql.rows<OwedRow>(openOfPost, [postId]);
  }

  openOfThread(threadId: Id): Promise<OwedRow[]> {
    return this.sql.rows<OwedRow>(openOfThread, [threadId]);
  }

  /** Locks every thread in which the member owes something. */
  async lockThreadsOfRecipient(memberId: Id): Promise<void> {
    await this.sql.rows(lockThreadsOfRecipient, [memberId]);
  }

  openBesideAnswer(postIds: readonly Id[]): Promise<OwedRow[]> {
    return this.sql.rows<OwedRow>(openBesideAnswer, [postIds]);
  }

  /** Whether somebody has given the answer to a post. */
  async isAnswered(postId: Id): Promise<boolean> {
    return (await this.sql.row(isAnswered, [postId])) !== undefined;
  }

  openOfRecipient(memberId: Id): Promise<OpenOfRecipient[]> {
    return this.sql.rows<OpenOfRecipient>(openOfRecipient, [memberId]);
  }

  async recipientsOfPost(postId: Id): Promise<Id[]> {
    return (await this.sql.rows<{ recipient_id: Id }>(recipientsOfPost, [postId])).map((row) => row.recipient_id);
  }

  async close(
    ids: readonly Id[],
    { status, at, note, choice, acknowledgedAt, promisedAt, delegatedToId, answerPostId, undoableUntil }: Closing,
  ): Promise<void> {
    await this.sql.rows(close, [
      ids,
      status,
      note ?? null,
      at,
      choice ?? null,
      acknowledgedAt ?? null,
      promisedAt ?? null,
      delegatedToId ?? null,
      answerPostId ?? null,
      undoableUntil ?? null,
    ]);
  }

  async promise(id: Id, at: Date, promisedAt: Date | null, undoableUntil: Date): Promise<void> {
    await this.sql.rows(promise, [id, at, promisedAt, undoableUntil]);
  }

  async propose(id: Id, dueAt: string, note: string | null, at: Date): Promise<void> {
    await this.sql.rows(propose, [id, dueAt, note, at]);
  }

  async answerProposal(id: Id, accepted: boolean): Promise<void> {
    await this.sql.rows(answerProposal, [id, accepted]);
  }

  /** Another person owes what `insteadOf` asked for. */
  async insert({ id, recipientId, deliverAt, dueAt }: PlannedResponse, insteadOf: Id, at: Date): Promise<void> {
    await this.sql.rows(insert, [id, recipientId, deliverAt, dueAt, at, insteadOf]);
  }

  async reschedule(changes: readonly { id: Id; deliver_at: string; due_at: string | null }[]): Promise<void> {
    await this.sql.rows(reschedule, [JSON.stringify(changes)]);
  }

  /** Adds to the history, which nothing takes from. @param actorId null: the hub itself */
  async record(
    ids: readonly Id[],
    actorId: Id | null,
    action: string,
    at: Date,
    data: (id: Id) => object = () => ({}),
  ): Promise<void> {
    if (ids.length === 0) return;
    const events = ids.map((response) => ({ id: newId(), response, data: data(response) }));
    await this.sql.rows(recordEvents, [JSON.stringify(events), actorId, action, at, toldActions]);
  }

  /** Marks as delivered what has reached its time; each is returned once, however many workers ask. */
  deliver(now: Date, limit: number): Promise<{ id: Id; thread_id: Id; recipient_id: Id }[]> {
    return this.sql.rows(deliver, [now, limit]);
  }
}
