import { Injectable } from '@nestjs/common';
import type DataLoader from 'dataloader';
import { DomainEvents, UnitOfWork } from '#database';
import type { HubContext } from '#graph';
import { type Actor, Clock, type Id } from '#kernel';
import type { WorkingCalendar, WorkingInterval } from '#working-time';
import { AuditLog } from './audit-log.js';
import { calendarOf } from './days-off/calendar-row.js';
import { noSuchMember, tooManyPeople } from './identity.errors.js';
import { CalendarChanged } from './identity.events.js';
import { MemberRepository } from './member.repository.js';
import { MemberDirectory, type MemberEntry } from './member-directory.js';
import { checkWeek } from './member-facts.js';
import { sharedWorkingTimes, type TimeSpan } from './working-times.js';

const WEEK_MS = 7 * 86_400_000;
const MOST_PEOPLE = 50;
const MOST_INTERVALS = 20;

/** The working calendars of people: hours, zone, days off and focus blocks, as they stand in the database at this moment. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly members: MemberRepository,
    private readonly directory: MemberDirectory,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** @throws HubError calendar.too_many_intervals, calendar.bad_interval, calendar.intervals_overlap */
  async updateHours(actor: Actor, timeZone: string, week: readonly WorkingInterval[]): Promise<MemberEntry> {
    const checked = checkWeek(week);
    await this.unitOfWork.run(async () => {
      await this.members.setHours(actor.memberId, timeZone, checked, this.clock.now());
      await this.audit.record('member.hours_changed', actor, timeZone);
      await this.events.tell(new CalendarChanged(actor.memberId));
      await this.directory.changed(actor.memberId);
    });
    return (await this.directory.find(actor.memberId))!;
  }

  /** By member id; ids that do not exist are left out. */
  async of(memberIds: readonly Id[]): Promise<Map<Id, WorkingCalendar>> {
    const rows = memberIds.length > 0 ? await this.members.calendars(memberIds) : [];
    const year = this.clock.now().getUTCFullYear();
    return new Map(rows.map((row) => [row.id, calendarOf(row, year)]));
  }

  /**
   * When all of these people work at once in the coming seven days.
   * @throws HubError calendar.too_many_people, member.not_found
   */
  async overlap(memberIds: readonly (Id | undefined)[]): Promise<TimeSpan[]> {
    if (memberIds.length > MOST_PEOPLE) throw tooManyPeople(MOST_PEOPLE);
    const ids = [...new Set(memberIds)];
    const calendars = await this.of(ids.filter((id) => id !== undefined));
    if (calendars.size < ids.length) throw noSuchMember();
    const nowMs = this.clock.nowMs();
    return sharedWorkingTimes([...calendars.values()], nowMs, nowMs + WEEK_MS, MOST_INTERVALS);
  }

  loader(context: HubContext): DataLoader<Id, WorkingCalendar> {
    return context.loader('member.calendar', async (ids: readonly Id[]) => {
      const calendars = await this.of(ids);
      return ids.map((id) => calendars.get(id) ?? new Error(`Member ${id} has no calendar`));
    });
  }
}
