import { Injectable } from '@nestjs/common';
import { type Involvement, readableByMembership } from '#channels';
import { Sql, statement } from '#database';
import type { Id } from '#kernel';
import type { DeliveryKind } from './decision.js';
import type { Candidate } from './happening.repository.js';

/** What is true of one candidate at this moment. */
export interface SituationRow {
  n: number;
  channel_id: Id;
  is_bot: boolean;
  /** Somebody who gave no mail address gets no mail. */
  has_address: boolean;
  may_read: boolean;
  involvement: Involvement;
  batch_hours: number | null;
  /** Null: as shipped. */
  email_for: DeliveryKind[] | null;
  push_for: DeliveryKind[] | null;
  webhook_for: DeliveryKind[] | null;
  urgent_may_interrupt: boolean;
  next_digest_at: string | null;
  digest_is_mailed: boolean;
  post_deleted: boolean;
  is_read: boolean;
  is_concluded: boolean;
  status: string | null;
  deliver_at: string | null;
  /** When it came to stand in its recipient's inbox. */
  delivered_at: string | null;
  due_at: string | null;
  later_until: string | null;
}

const situations = statement(
  'deliveries.situations',
  `select x.n, t.channel_id, m.is_bot, m.email is not null as has_address,
     m.deactivated_at is null and ${readableByMembership({ channel: 'c', isGuest: "(m.role = 'GUEST')" }, 'cm')} as may_read,
     coalesce(tr.involvement, cm.involvement, 'FOLLOWING') as involvement, s.batch_hours, s.email_for, s.push_for, s.webhook_for,
     coalesce(pr.urgent_may_interrupt, true) as urgent_may_interrupt,
     case when d.enabled then d.next_at end as next_digest_at, coalesce(d.by_email, false) as digest_is_mailed,
     p.deleted_at is not null as post_deleted, coalesce(p.number <= tr.read_number, false) as is_read,
     t.state = 'CONCLUDED' as is_concluded, r.status, r.deliver_at, r.delivered_at, r.due_at, r.later_until
   from jsonb_to_recordset($1::jsonb) as x (n int, member uuid, thread uuid, post uuid, response uuid)
     join members m on m.id = x.member join threads t on t.id = x.thread join channels c on c.id = t.channel_id
     left join channel_members cm on cm.channel_id = t.channel_id and cm.member_id = x.member
     left join thread_readers tr on tr.thread_id = t.id and tr.member_id = x.member
     left join delivery_settings s on s.member_id = x.member
     left join preferences pr on pr.member_id = x.member
     left join digest_schedules d on d.member_id = x.member
     left join posts p on p.id = x.post
     left join expected_responses r on r.id = x.response
   order by x.n`,
);

@Injectable()
export class SituationRepository {
  constructor(private readonly sql: Sql) {}

  /** One row for each candidate, in their order. */
  of(candidates: readonly Candidate[]): Promise<SituationRow[]> {
    const asked = candidates.map(({ memberId, threadId, postId, responseId }, n) => ({
      n,
      member: memberId,
      thread: threadId,
      post: postId,
      response: responseId,
    }));
    return this.sql.rows<SituationRow>(situations, [JSON.stringify(asked)]);
  }
}
