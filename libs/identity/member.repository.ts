import { Injectable } from '@nestjs/common';
import { Sql, statement } from '#database';
import type { Id, Role } from '#kernel';
import type { WorkingInterval } from '#working-time';

export interface MemberRow {
  id: Id;
  handle: string;
  name: string;
  email: string | null;
  role: Role;
  is_bot: boolean;
  time_zone: string;
  week: WorkingInterval[];
  deactivated_at: string | null;
}

export interface CalendarRow {
  id: Id;
  time_zone: string;
  week: WorkingInterval[];
  days_off: { from: string; to: string }[];
}

const columns = 'm.id, m.handle, m.name, m.email, m.role, m.is_bot, m.time_zone, m.week, m.deactivated_at';

const byIds = statement('members.by_ids', `select ${columns} from members m where m.id = any($1)`);
const activeIdsByHandles = statement(
  'members.active_by_handles',
  'select id, handle from members where handle = any($1) and deactivated_at is null',
);
const page = statement(
  'members.page',
  `select ${columns} from members m
   where ($1::text is null or (m.name, m.id) > ($1, $2::uuid))
     and ($3::text is null or m.name ilike $3 or m.handle ilike $3 or ($5 and m.email ilike $3))
     and ($6 or m.deactivated_at is null)
   order by m.name, m.id limit $4`,
);
const calendars = statement(
  'members.calendars',
  `select m.id, m.time_zone, m.week,
     coalesce((select jsonb_agg(jsonb_build_object('from', a.from_date, 'to', a.to_date))
               from absences a where a.member_id = m.id), '[]') as days_off
   from members m where m.id = any($1)`,
);

export interface MemberPageRequest {
  beyond: readonly string[] | undefined;
  limit: number;
  /** Part of a name or handle; of a mail address too where `byAddress`. */
  query?: string | null;
  byAddress: boolean;
  withDeactivated: boolean;
}

@Injectable()
export class MemberRepository {
  constructor(private readonly sql: Sql) {}

  byIds(ids: readonly Id[]): Promise<MemberRow[]> {
    return this.sql.rows<MemberRow>(byIds, [ids]);
  }

  activeByHandles(handles: readonly string[]): Promise<{ id: Id; handle: string }[]> {
    return this.sql.rows(activeIdsByHandles, [handles]);
  }

  /** Everyone, by name. */
  page({ beyond, limit, query, byAddress, withDeactivated }: MemberPageRequest): Promise<MemberRow[]> {
    const pattern = query ? `%${query.replace(/[\\%_]/g, '\\$&')}%` : null;
    return this.sql.rows<MemberRow>(page, [
      beyond?.[0] ?? null,
      beyond?.[1] ?? null,
      pattern,
      limit,
      byAddress,
      withDeactivated,
    ]);
  }

  /** Working hours and days off as they stand now, not as a directory remembers them: instants are computed from these. */
  calendars(ids: readonly Id[]): Promise<CalendarRow[]> {
    return this.sql.rows<CalendarRow>(calendars, [ids]);
  }
}
