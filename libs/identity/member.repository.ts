import { Injectable } from '@nestjs/common';
import { Sql, statement } from '#database';
import type { Id, Role } from '#kernel';
import type { WorkingInterval } from '#working-time';
import { type CalendarColumns, calendarColumns } from './days-off/calendar-row.js';

export interface MemberRow {
  id: Id;
  handle: string;
  name: string;
  email: string | null;
  role: Role;
  is_bot: boolean;
  time_zone: string;
  week: WorkingInterval[];
  avatar_media_id: Id | null;
  deactivated_at: string | null;
}

export interface CalendarRow extends CalendarColumns {
  id: Id;
}

const columns =
  'm.id, m.handle, m.name, m.email, m.role, m.is_bot, m.time_zone, m.week, m.avatar_media_id, m.deactivated_at';

const byIds = statement('members.by_ids', `select ${columns} from members m where m.id = any($1)`);
const activeIdsByHandles = statement(
  'members.active_by_handles',
  `select id, handle from members where handle = any($1) and deactivated_at is null
   union select m.id, g.handle from people_groups g join people_group_members gm on gm.group_id = g.id
     join members m on m.id = gm.member_id where g.handle = any($1) and m.deactivated_at is null`,
);
const page = statement(
  'members.page',
  `select ${columns} from members m
   where ($1::text is null or (m.name, m.id) > ($1, $2::uuid))
     and ($3::text is null or m.name ilike $3 or m.handle ilike $3 or ($5 and m.email ilike $3))
     and ($6 or m.deactivated_at is null)
   order by m.name, m.id limit $4`,
);
const calendars = statement('members.calendars', `select m.id, ${calendarColumns} from members m where m.id = any($1)`);

const insert = statement(
  'members.insert',
  `insert into members (id, handle, name, email, role, is_bot, password_hash, time_zone, week, created_at)
   values ($1, $2, $3, $4, $5, false, $6, $7, $8::jsonb, $9)`,
);
/**
 * Owners are locked with the member, so that two who step down at once do not leave none; in one order, so that nobody
 * waits in a circle. `no key`: what refers to these members meanwhile, such as their posts, does not wait.
 */
const lock = statement(
  'members.lock',
  `select ${columns} from members m where m.id in ($1, $2) or (m.role = 'OWNER' and m.deactivated_at is null)
   order by m.id for no key update`,
);
const setRole = statement('members.set_role', 'update members set role = $2 where id = $1');
const deactivate = statement('members.deactivate', 'update members set deactivated_at = $2 where id = $1');
const reactivate = statement('members.reactivate', 'update members set deactivated_at = null where id = $1');
const setHours = statement(
  'members.set_hours',
  'update members set time_zone = $2, week = $3::jsonb, hours_set_at = $4 where id = $1',
);
const activeIdByAddress = statement(
  'members.active_id_by_address',
  'select id from members where email = $1 and deactivated_at is null',
);
const takenAddresses = statement('members.taken_addresses', 'select email from members where email = any($1)');

const MAX_QUERY = 255;

export interface NewMember {
  id: Id;
  handle: string;
  name: string;
  email: string;
  role: Role;
  passwordHash: string;
  timeZone: string;
  week: readonly WorkingInterval[];
}

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

  /** Members of that handle, and those of a group of that handle. */
  activeByHandles(handles: readonly string[]): Promise<{ id: Id; handle: string }[]> {
    return this.sql.rows(activeIdsByHandles, [handles]);
  }

  /** @throws the database's error of the constraint on handle or address: see {@link takenPart} */
  async insert(member: NewMember, at: Date): Promise<void> {
    const { id, handle, name, email, role, passwordHash, timeZone, week } = member;
    await this.sql.rows(insert, [id, handle, name, email, role, passwordHash, timeZone, JSON.stringify(week), at]);
  }

  /** @param email lower case */
  async activeIdByAddress(email: string): Promise<Id | undefined> {
    return (await this.sql.row<{ id: Id }>(activeIdByAddress, [email]))?.id;
  }

  /** Those of the addresses that somebody has. */
  async takenAddresses(emails: readonly string[]): Promise<string[]> {
    return (await this.sql.rows<{ email: string }>(takenAddresses, [emails])).map(({ email }) => email);
  }

  /** A member, who changes them, and all owners: as they are now, locked for the open transaction. */
  async lock(
    id: Id,
    byId: Id,
  ): Promise<{ member: MemberRow | undefined; by: MemberRow | undefined; owners: MemberRow[] }> {
    const rows = await this.sql.rows<MemberRow>(lock, [id, byId]);
    return {
      member: rows.find((row) => row.id === id),
      by: rows.find((row) => row.id === byId),
      owners: rows.filter((row) => row.role === 'OWNER' && row.deactivated_at === null),
    };
  }

  async setRole(id: Id, role: Role): Promise<void> {
    await this.sql.rows(setRole, [id, role]);
  }

  async deactivate(id: Id, at: Date): Promise<void> {
    await this.sql.rows(deactivate, [id, at]);
  }

  async reactivate(id: Id): Promise<void> {
    await this.sql.rows(reactivate, [id]);
  }

  async setHours(id: Id, timeZone: string, week: readonly WorkingInterval[], at: Date): Promise<void> {
    await this.sql.rows(setHours, [id, timeZone, JSON.stringify(week), at]);
  }

  /** Everyone, by name. */
  page({ beyond, limit, query, byAddress, withDeactivated }: MemberPageRequest): Promise<MemberRow[]> {
    const words = searchable(query ?? '');
    const pattern = words ? `%${words.replace(/[\\%_]/g, '\\$&')}%` : null;
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

/** What is looked for: one line, and `@mira` finds the handle. A name or an address is not longer than what is kept of it. */
const searchable = (query: string): string =>
  query
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/^@/, '')
    .slice(0, MAX_QUERY);

/** Which of a new member's facts somebody has already, from the error of the insert. */
export function takenPart(error: unknown): 'handle' | 'email' | undefined {
  const { code, detail } = error as { code?: string; detail?: string };
  if (code !== '23505') return undefined;
  if (detail?.startsWith('Key (handle)')) return 'handle';
  return detail?.startsWith('Key (email)') ? 'email' : undefined;
}
