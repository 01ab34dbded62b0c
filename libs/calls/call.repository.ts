import { Injectable } from '@nestjs/common';
import { Sql, statement } from '#database';
import type { Id } from '#kernel';
import type { Answer } from './call-outcome.js';

export interface CallRow {
  id: Id;
  post_id: Id;
  thread_id: Id;
  proposer_id: Id;
  minutes: number;
  starts: string[];
  choices: string[];
  link: string | null;
  decided_start: string | null;
  settled_at: string | null;
  outcome_post_id: Id | null;
  title: string;
  thread_state: 'OPEN' | 'CONCLUDED';
  post_deleted_at: string | null;
}

export type AnswerRow = Answer & { recipient_id: Id };

const columns = `c.id, c.post_id, c.thread_id, c.proposer_id, c.minutes, to_json(c.starts) as starts, p.choices, c.link,
  c.decided_start, c.settled_at, c.outcome_post_id, t.title, t.state as thread_state, p.deleted_at as post_deleted_at`;
const joins = 'from calls c join posts p on p.id = c.post_id join threads t on t.id = c.thread_id';

const insert = statement(
  'calls.insert',
  `insert into calls (id, post_id, thread_id, proposer_id, minutes, starts, last_start, link, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);
const byId = statement('calls.by_id', `select ${columns} ${joins} where c.id = $1`);
const ofPosts = statement(
  'calls.of_posts',
  `select ${columns} ${joins} where c.post_id = any($1)
   union all select ${columns} ${joins} where c.outcome_post_id = any($1)`,
);
/** Nobody owes a choice any more, or it is too late for one; and nobody can take theirs back. */
const due = statement(
  'calls.due',
  `select c.id from calls c where c.settled_at is null
     and (c.last_start <= $1 or not exists (
       select 1 from expected_responses r where r.post_id = c.post_id and r.status = 'OPEN'))
     and not exists (
       select 1 from expected_responses r where r.post_id = c.post_id and r.undoable_until > $1)
   order by c.last_start limit $2`,
);
const lock = statement(
  'calls.lock',
  'select id from calls where id = $1 and settled_at is null for update skip locked',
);
const answers = statement(
  'calls.answers',
  'select recipient_id, status, choice from expected_responses where post_id = $1 order by created_at, id',
);
const settle = statement(
  'calls.settle',
  'update calls set settled_at = $2, decided_start = $3, outcome_post_id = $4 where id = $1',
);

@Injectable()
export class CallRepository {
  constructor(private readonly sql: Sql) {}

  async insert(call: {
    id: Id;
    postId: Id;
    threadId: Id;
    proposerId: Id;
    minutes: number;
    starts: readonly string[];
    link: string | null;
    at: Date;
  }): Promise<void> {
    const { id, postId, threadId, proposerId, minutes, starts, link, at } = call;
    await this.sql.rows(insert, [id, postId, threadId, proposerId, minutes, starts, starts.at(-1), link, at]);
  }

  byId(id: Id): Promise<CallRow | undefined> {
    return this.sql.row<CallRow>(byId, [id]);
  }

  /** By the post that asks, and by the post that says what came of it. */
  ofPosts(postIds: readonly Id[]): Promise<CallRow[]> {
    return this.sql.rows<CallRow>(ofPosts, [postIds]);
  }

  async due(now: Date, limit: number): Promise<Id[]> {
    return (await this.sql.rows<{ id: Id }>(due, [now, limit])).map(({ id }) => id);
  }

  /** @returns false where another worker has it, or it is settled */
  async lock(id: Id): Promise<boolean> {
    return (await this.sql.row(lock, [id])) !== undefined;
  }

  answers(postId: Id): Promise<AnswerRow[]> {
    return this.sql.rows<AnswerRow>(answers, [postId]);
  }

  async settle(id: Id, at: Date, decidedStart: string | null, outcomePostId: Id | null): Promise<void> {
    await this.sql.rows(settle, [id, at, decidedStart, outcomePostId]);
  }
}
