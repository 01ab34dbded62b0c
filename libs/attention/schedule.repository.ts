import { Injectable } from '@nestjs/common';
import { Sql, statement } from '#database';
import type { Id } from '#kernel';
import type { Weekday, WorkingInterval } from '#working-time';

export interface ScheduleRow {
  member_id: Id;
  times: number[];
  days: Weekday[];
  by_email: boolean;
  enabled: boolean;
  covered_until: string;
  next_at: string | null;
}

const columns = 's.member_id, s.times, s.days, s.by_email, s.enabled, s.covered_until, s.next_at';
const of = statement('schedules.of', `select ${columns} from digest_schedules s where s.member_id = $1`);
const save = statement(
  'schedules.save',
  `insert into digest_schedules (member_id, times, days, by_email, enabled, covered_until, next_at)
   select * from jsonb_to_recordset($1::jsonb)
     as s (member_id uuid, times int[], days text[], by_email boolean, enabled boolean, covered_until timestamptz, next_at timestamptz)
   on conflict (member_id) do update set times = excluded.times, days = excluded.days, by_email = excluded.by_email,
     enabled = excluded.enabled, next_at = excluded.next_at`,
);
const missing = statement(
  'schedules.missing',
  `select m.id, m.time_zone, m.week from members m left join digest_schedules s on s.member_id = m.id
   where s.member_id is null and m.deactivated_at is null and not m.is_bot limit $1`,
);
const due = statement(
  'schedules.due',
  `select ${columns} from digest_schedules s where s.next_at <= $1 and s.enabled
   order by s.next_at limit $2 for update skip locked`,
);
const advance = statement(
  'schedules.advance',
  `update digest_schedules s set next_at = n.next_at, covered_until = n.covered_until
   from jsonb_to_recordset($1::jsonb) as n (member_id uuid, next_at timestamptz, covered_until timestamptz)
   where s.member_id = n.member_id`,
);

@Injectable()
export class ScheduleRepository {
  constructor(private readonly sql: Sql) {}

  of(memberId: Id): Promise<ScheduleRow | undefined> {
    return this.sql.row<ScheduleRow>(of, [memberId]);
  }

  async save(rows: readonly ScheduleRow[]): Promise<void> {
    await this.sql.rows(save, [JSON.stringify(rows)]);
  }

  /** Members who have none yet. */
  missing(limit: number): Promise<{ id: Id; time_zone: string; week: WorkingInterval[] }[]> {
    return this.sql.rows(missing, [limit]);
  }

  /** Those whose hour has come, locked for the open transaction; other workers pass them by. */
  due(now: Date, limit: number): Promise<ScheduleRow[]> {
    return this.sql.rows<ScheduleRow>(due, [now, limit]);
  }

  async advance(rows: readonly { member_id: Id; next_at: string | null; covered_until: string }[]): Promise<void> {
    await this.sql.rows(advance, [JSON.stringify(rows)]);
  }
}
