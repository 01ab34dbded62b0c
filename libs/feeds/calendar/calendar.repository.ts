import { Injectable } from '@nestjs/common';
import { readableChannel } from '#channels';
import { Sql, statement } from '#database';
import type { Id } from '#kernel';
import type { WorkingInterval } from '#working-time';
import type { Subscriber } from '../feed-address.repository.js';
import type { DayOff, DueItem } from './calendar-feed.js';

/** More than anybody answers in a season; what is due first comes first. */
const MOST_DUE = 500;
/** Days for which a closed item is still told of, and for which past days off stay. */
const DAYS_KEPT = 30;
/** Characters of a post that an excerpt may be made of. */
const MOST_OF_BODY = 1_000;

const due = statement(
  'feeds.due',
  `select r.id, r.kind, r.status, r.created_at as "createdAt", r.due_at as "dueAt", r.acknowledged_at as "acknowledgedAt",
     r.promised_at as "promisedAt", r.closed_at as "closedAt", greatest(e.at, r.created_at) as "changedAt", e.changes,
     r.thread_id as "threadId", r.post_id as "postId", t.title, c.name as channel, a.name as author,
     left(p.body, ${MOST_OF_BODY}) as body
   from expected_responses r join threads t on t.id = r.thread_id join posts p on p.id = r.post_id
     join channels c on c.id = t.channel_id join members a on a.id = r.author_id
     cross join lateral (select max(e.at) as at, count(*)::int as changes from expected_response_events e
       where e.expected_response_id = r.id) as e
   where r.recipient_id = $1 and r.due_at is not null and r.deliver_at <= $3 and p.deleted_at is null
     and (r.status = 'OPEN' or r.closed_at > $3::timestamptz - interval '${DAYS_KEPT} days')
     and ${readableChannel({ channel: 'c', viewer: '$1', isGuest: '$2' })}
   order by r.status <> 'OPEN', r.due_at, r.id limit ${MOST_DUE}`,
);
const hours = statement(
  'feeds.hours',
  `select m.name, m.week, coalesce(m.hours_set_at, m.created_at) as since,
     (select o.name from organizations o) as organization,
     coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'from', a.from_date, 'to', a.to_date, 'note', a.note)
                 order by a.from_date, a.id)
               from absences a where a.member_id = m.id and a.to_date > $2::date - ${DAYS_KEPT}), '[]') as days_off
   from members m where m.id = $1`,
);

export interface HoursRow {
  name: string;
  week: WorkingInterval[];
  since: string;
  organization: string;
  days_off: DayOff[];
}

/** What stands in a member's calendar, with the rights that they have now. */
@Injectable()
export class CalendarRepository {
  constructor(private readonly sql: Sql) {}

  due(of: Subscriber, now: Date): Promise<(Omit<DueItem, 'excerpt'> & { body: string })[]> {
    return this.sql.rows(due, [of.memberId, of.role === 'GUEST', now]);
  }

  async hours(memberId: Id, today: string): Promise<HoursRow> {
    return (await this.sql.row<HoursRow>(hours, [memberId, today]))!;
  }
}
