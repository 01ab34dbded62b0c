import { Injectable } from '@nestjs/common';
import type DataLoader from 'dataloader';
import type { HubContext } from '#graph';
import type { Id } from '#kernel';
import type { WorkingCalendar } from '#working-time';
import { MemberRepository } from './member.repository.js';

/** The working calendars of people: hours, zone and days off, as they stand in the database at this moment. */
@Injectable()
export class CalendarService {
  constructor(private readonly members: MemberRepository) {}

  /** By member id; ids that do not exist are left out. */
  async of(memberIds: readonly Id[]): Promise<Map<Id, WorkingCalendar>> {
    const rows = memberIds.length > 0 ? await this.members.calendars(memberIds) : [];
    return new Map(rows.map((row) => [row.id, { timeZone: row.time_zone, week: row.week, daysOff: row.days_off }]));
  }

  loader(context: HubContext): DataLoader<Id, WorkingCalendar> {
    return context.loader('member.calendar', async (ids: readonly Id[]) => {
      const calendars = await this.of(ids);
      return ids.map((id) => calendars.get(id) ?? new Error(`Member ${id} has no calendar`));
    });
  }
}
