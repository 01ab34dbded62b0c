import { Injectable } from '@nestjs/common';
import { readableChannel } from '#channels';
import { Sql, statement } from '#database';
import type { Actor, Id } from '#kernel';

/** Back to what stood there before the act. */
const restore = statement(
  'responses.restore',
  `update expected_responses set status = 'OPEN', closed_at = null, undoable_until = null, before_act = null,
     acknowledged_at = (before_act->>'acknowledgedAt')::timestamptz, promised_at = (before_act->>'promisedAt')::timestamptz,
     note = before_act->>'note', choice = before_act->>'choice', answer_post_id = (before_act->>'answerPostId')::uuid
   where id = $1`,
);
/**
 * Those that the act has released in the same instant (quorum ANY): by the hub itself, so not those whom the author has
 * let go in that very instant.
 */
const reopenReleased = statement(
  'responses.reopen_released',
  `update expected_responses r set status = 'OPEN', closed_at = null, note = null
   where post_id = $1 and id <> $2 and status = 'WITHDRAWN' and closed_at = $3 and exists (
     select from expected_response_events e
     where e.expected_response_id = r.id and e.action = 'WITHDRAWN' and e.actor_id is null and e.at = r.closed_at)
   returning id, thread_id, recipient_id, author_id`,
);
const putOff = statement('responses.put_off', 'update expected_responses set later_until = $2 where id = $1');
const backFromLater = statement(
  'responses.back_from_later',
  `update expected_responses set later_until = null where id in (
     select id from expected_responses where later_until is not null and later_until <= $1 and status = 'OPEN'
     order by later_until limit $2 for update skip locked)
   returning recipient_id`,
);
const nudged = statement('responses.nudged', 'update expected_responses set nudged_at = $2 where id = $1');
const answering = statement(
  'responses.answering_post',
  `select p.id from posts p join channels c on c.id = p.channel_id
   where p.id = $1 and p.thread_id = $2 and p.id <> $3 and p.published_at is not null and p.deleted_at is null
     and ${readableChannel({ channel: 'c', viewer: '$4', isGuest: '$5' })}`,
);

export interface Released {
  id: Id;
  thread_id: Id;
  recipient_id: Id;
  author_id: Id;
}

/** What recipients and authors do beside answering: taking back, putting off, reminding. */
@Injectable()
export class SecondThoughtsRepository {
  constructor(private readonly sql: Sql) {}

  async restore(id: Id): Promise<void> {
    await this.sql.rows(restore, [id]);
  }

  /** @returns those that are owed again */
  reopenReleased(postId: Id, butId: Id, closedAt: string): Promise<Released[]> {
    return this.sql.rows<Released>(reopenReleased, [postId, butId, closedAt]);
  }

  async putOff(id: Id, until: string | null): Promise<void> {
    await this.sql.rows(putOff, [id, until]);
  }

  /** Ends what was put off until now. @returns whose inboxes have it again */
  async backFromLater(now: Date, limit: number): Promise<Id[]> {
    return (await this.sql.rows<{ recipient_id: Id }>(backFromLater, [now, limit])).map((row) => row.recipient_id);
  }

  async nudged(id: Id, at: Date): Promise<void> {
    await this.sql.rows(nudged, [id, at]);
  }

  /** Whether a post of the thread, other than the one that asks, is there for the actor. */
  async isAnswer(postId: Id, threadId: Id, askingPostId: Id, actor: Actor): Promise<boolean> {
    const values = [postId, threadId, askingPostId, actor.memberId, actor.role === 'GUEST'];
    return (await this.sql.row(answering, values)) !== undefined;
  }
}
