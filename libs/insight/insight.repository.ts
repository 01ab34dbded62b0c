import { Injectable } from '@nestjs/common';
import { Sql, statement } from '#database';
import type { Id } from '#kernel';
import type { Figures, ShownWeek } from './protection.js';

/** An answer in time; without a due time any answer is. */
const inTime = `r.status = 'FULFILLED' and (r.due_at is null or r.closed_at <= r.due_at)`;

const balance = statement(
  'insight.balance',
  `with asked as (
     select date_trunc('week', r.created_at at time zone $4)::date as monday, count(*)::int as n
     from expected_responses r where r.author_id = $1 and r.created_at >= $2 and r.created_at < $3 group by 1),
   owed as (
     select date_trunc('week', r.created_at at time zone $4)::date as monday, count(*)::int as n,
       count(*) filter (where r.status = 'FULFILLED')::int as answered,
       count(*) filter (where ${inTime})::int as in_time
     from expected_responses r where r.recipient_id = $1 and r.created_at >= $2 and r.created_at < $3 group by 1),
   urgent as (
     select date_trunc('week', u.at at time zone $4)::date as monday,
       count(*) filter (where u.author_id = $1)::int as used,
       coalesce(sum(cardinality(u.interrupted_ids)) filter (where u.author_id = $1), 0)::int as caused,
       count(*) filter (where $1 = any(u.interrupted_ids))::int as received
     from urgent_posts u where u.at >= $2 and u.at < $3 and (u.author_id = $1 or $1 = any(u.interrupted_ids)) group by 1)
   select w.monday::date as monday, coalesce(asked.n, 0) as asked, coalesce(owed.n, 0) as owed,
     coalesce(owed.answered, 0) as answered, coalesce(owed.in_time, 0) as in_time, coalesce(urgent.used, 0) as used,
     coalesce(urgent.caused, 0) as caused, coalesce(urgent.received, 0) as received
   from generate_series(date_trunc('week', $2::timestamptz at time zone $4),
       ($3::timestamptz at time zone $4) - interval '1 millisecond', interval '1 week') as w (monday)
     left join asked on asked.monday = w.monday::date left join owed on owed.monday = w.monday::date
     left join urgent on urgent.monday = w.monday::date
   order by w.monday`,
);
/** Of everybody who is there, bots aside: also those who did nothing. */
const people = statement(
  'insight.people',
  `with asked as (
     select author_id as id, count(*)::int as n from expected_responses where created_at >= $1 and created_at < $2 group by 1),
   owed as (
     select r.recipient_id as id, count(*)::int as n, count(*) filter (where ${inTime})::int as in_time
     from expected_responses r where r.created_at >= $1 and r.created_at < $2 group by 1),
   urgent as (select author_id as id, count(*)::int as n from urgent_posts where at >= $1 and at < $2 group by 1),
   interrupted as (
     select one.id, count(*)::int as n from urgent_posts u cross join lateral unnest(u.interrupted_ids) as one (id)
     where u.at >= $1 and u.at < $2 group by 1)
   select m.id, m.time_zone, coalesce(asked.n, 0) as asked, coalesce(owed.n, 0) as owed,
     coalesce(owed.in_time, 0) as "answeredInTime", coalesce(urgent.n, 0) as urgent,
     coalesce(interrupted.n, 0) as "offHoursInterruptions"
   from members m left join asked on asked.id = m.id left join owed on owed.id = m.id left join urgent on urgent.id = m.id
     left join interrupted on interrupted.id = m.id
   where not m.is_bot and m.deactivated_at is null`,
);
const weeks = statement('insight.weeks', 'select monday, shown from insight_weeks where monday = any($1::date[])');
/** Who comes second keeps what the first has made. */
const keep = statement(
  'insight.keep',
  'insert into insight_weeks (monday, shown, created_at) values ($1, $2, $3) on conflict do nothing',
);

export interface BalanceRow {
  monday: string;
  asked: number;
  owed: number;
  answered: number;
  in_time: number;
  used: number;
  caused: number;
  received: number;
}

export interface WeekRow {
  monday: string;
  shown: ShownWeek;
}

@Injectable()
export class InsightRepository {
  constructor(private readonly sql: Sql) {}

  /** One row for each week that the period touches, in the member's own zone. */
  balance(memberId: Id, from: Date, to: Date, timeZone: string): Promise<BalanceRow[]> {
    return this.sql.rows<BalanceRow>(balance, [memberId, from, to, timeZone]);
  }

  people(from: Date, to: Date): Promise<({ id: Id; time_zone: string } & Figures)[]> {
    return this.sql.rows(people, [from, to]);
  }

  weeks(mondays: readonly string[]): Promise<WeekRow[]> {
    return this.sql.rows<WeekRow>(weeks, [mondays]);
  }

  async keep(monday: string, shown: ShownWeek, at: Date): Promise<void> {
    await this.sql.rows(keep, [monday, JSON.stringify(shown), at]);
  }
}
