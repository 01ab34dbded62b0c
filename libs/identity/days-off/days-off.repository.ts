import { Injectable } from '@nestjs/common';
import { Sql, statement } from '#database';
import type { Id } from '#kernel';

export interface OrganizationDayRow {
  id: Id;
  date: string;
  name: string;
}

export interface FocusBlockRow {
  id: Id;
  starts_at: string;
  ends_at: string;
  note: string | null;
}

const days = statement('organization_days.all', 'select id, date, name from organization_days order by date');
const addDay = statement(
  'organization_days.add',
  `insert into organization_days (id, date, name) select $1::uuid, $2::date, $3::text
   where (select count(*) from organization_days) < $4 on conflict (date) do nothing returning id`,
);
const removeDay = statement(
  'organization_days.remove',
  'delete from organization_days where id = $1 returning id, date, name',
);
const blocks = statement(
  'focus_blocks.of',
  'select id, starts_at, ends_at, note from focus_blocks where member_id = $1 and ends_at > $2 order by starts_at, id',
);
/** What is over goes with the next one, so that only what is to come has to be counted and walked. */
const addBlock = statement(
  'focus_blocks.add',
  `with over as (delete from focus_blocks where member_id = $2 and ends_at < $3::timestamptz - interval '30 days')
   insert into focus_blocks (id, member_id, starts_at, ends_at, note)
   select $1::uuid, $2::uuid, $4::timestamptz, $5::timestamptz, $6::text
   where (select count(*) from focus_blocks where member_id = $2 and ends_at > $3) < $7
   returning id, starts_at, ends_at, note`,
);
const removeBlock = statement(
  'focus_blocks.remove',
  'delete from focus_blocks where id = $1 and member_id = $2 returning id',
);
const setRegion = statement('members.set_holiday_region', 'update members set holiday_region = $2 where id = $1');
const region = statement('members.holiday_region', 'select holiday_region from members where id = $1');
const activeIds = statement('members.active_ids', 'select id from members where deactivated_at is null order by id');

/** Days and hours that are no working time, beside absences. */
@Injectable()
export class DaysOffRepository {
  constructor(private readonly sql: Sql) {}

  organizationDays(): Promise<OrganizationDayRow[]> {
    return this.sql.rows(days);
  }

  /** @returns false where the date is one already, or there are `most` */
  async addDay({ id, date, name }: OrganizationDayRow, most: number): Promise<boolean> {
    return (await this.sql.row(addDay, [id, date, name, most])) !== undefined;
  }

  removeDay(id: Id): Promise<OrganizationDayRow | undefined> {
    return this.sql.row(removeDay, [id]);
  }

  /** What is not over. */
  focusBlocks(memberId: Id, now: Date): Promise<FocusBlockRow[]> {
    return this.sql.rows(blocks, [memberId, now]);
  }

  /** @returns undefined where the member has `most` to come */
  addBlock(memberId: Id, block: FocusBlockRow, now: Date, most: number): Promise<FocusBlockRow | undefined> {
    const { id, starts_at, ends_at, note } = block;
    return this.sql.row(addBlock, [id, memberId, now, starts_at, ends_at, note, most]);
  }

  async removeBlock(id: Id, memberId: Id): Promise<boolean> {
    return (await this.sql.row(removeBlock, [id, memberId])) !== undefined;
  }

  async setRegion(memberId: Id, holidayRegion: string | null): Promise<void> {
    await this.sql.rows(setRegion, [memberId, holidayRegion]);
  }

  async region(memberId: Id): Promise<string | null> {
    return (await this.sql.row<{ holiday_region: string | null }>(region, [memberId]))?.holiday_region ?? null;
  }

  async activeIds(): Promise<Id[]> {
    return (await this.sql.rows<{ id: Id }>(activeIds)).map(({ id }) => id);
  }
}
