import { Injectable } from '@nestjs/common';
import { DomainEvents, UnitOfWork } from '#database';
import { Jobs } from '#jobs';
import { type Actor, Clock, globalId, type Id, newId } from '#kernel';
import { AuditLog } from '../audit-log.js';
import { CalendarChanged } from '../identity.events.js';
import {
  dayTaken,
  focusBackwards,
  focusOver,
  focusTooLong,
  noSuchBlock,
  noSuchDay,
  tooManyBlocks,
  unknownRegion,
} from './days-off.errors.js';
import { recomputeCalendars } from './days-off.jobs.js';
import { DaysOffRepository, type FocusBlockRow } from './days-off.repository.js';
import { type Holiday, isHolidayRegion, publicHolidays } from './public-holidays.js';

const HOUR_MS = 3_600_000;
const MOST_DAYS = 200;
const MOST_BLOCKS = 200;
const MOST_BLOCK_HOURS = 16;
/** Members of one job. */
const AT_ONCE = 200;

export interface FocusBlock {
  id: string;
  start: string;
  end: string;
  note: string | null;
}

/**
 * Public holidays by region, the organisation's own days and focus blocks. Each change computes anew what is owed: at
 * once where it is one member's, by jobs where it is everybody's.
 */
@Injectable()
export class DaysOffService {
  constructor(
    private readonly rows: DaysOffRepository,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
    private readonly events: DomainEvents,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  region(memberId: Id): Promise<string | null> {
    return this.rows.region(memberId);
  }

  /** Public holidays of the member's region and the organisation's days in a year, by date. */
  async holidays(memberId: Id, year: number): Promise<Holiday[]> {
    const [region, days] = await Promise.all([this.rows.region(memberId), this.rows.organizationDays()]);
    const own = days
      .filter(({ date }) => date.startsWith(`${year}-`))
      .map(({ date, name }) => ({ from: date, to: date, name }));
    const all = [...(region ? publicHolidays(region, year) : []), ...own];
    return all.sort((a, b) => (a.from < b.from ? -1 : 1));
  }

  /** @param region null: none @throws HubError holidays.unknown_region */
  async setRegion(actor: Actor, region: string | null): Promise<void> {
    if (region !== null && !isHolidayRegion(region)) throw unknownRegion();
    await this.unitOfWork.run(async () => {
      await this.rows.setRegion(actor.memberId, region);
      await this.audit.record('member.holidays_changed', actor, region ?? 'none');
      await this.events.tell(new CalendarChanged(actor.memberId));
    });
  }

  async organizationDays(): Promise<{ id: string; date: string; name: string }[]> {
    const days = await this.rows.organizationDays();
    return days.map(({ id, date, name }) => ({ id: globalId('OrganizationDay', id), date, name }));
  }

  /** @throws HubError holidays.day_taken */
  async addDay(actor: Actor, date: string, name: string): Promise<void> {
    await this.unitOfWork.run(async () => {
      if (!(await this.rows.addDay({ id: newId(), date, name: name.trim() }, MOST_DAYS))) throw dayTaken();
      await this.audit.record('organization.day_added', actor, `${date} ${name.trim()}`);
      await this.recomputeAll();
    });
  }

  /** @throws HubError holidays.day_not_found */
  async removeDay(actor: Actor, id: Id | undefined): Promise<void> {
    await this.unitOfWork.run(async () => {
      const removed = id && (await this.rows.removeDay(id));
      if (!removed) throw noSuchDay();
      await this.audit.record('organization.day_removed', actor, `${removed.date} ${removed.name}`);
      await this.recomputeAll();
    });
  }

  async focusBlocks(memberId: Id): Promise<FocusBlock[]> {
    return (await this.rows.focusBlocks(memberId, this.clock.now())).map(viewOf);
  }

  /** @throws HubError focus.backwards, focus.too_long, focus.over, focus.too_many */
  async addBlock(actor: Actor, start: string, end: string, note: string | null): Promise<FocusBlock> {
    const [startMs, endMs] = [Date.parse(start), Date.parse(end)];
    if (endMs <= startMs) throw focusBackwards();
    if (endMs - startMs > MOST_BLOCK_HOURS * HOUR_MS) throw focusTooLong(MOST_BLOCK_HOURS);
    const now = this.clock.now();
    if (endMs <= now.getTime()) throw focusOver();
    return this.unitOfWork.run(async () => {
      const row = { id: newId(), starts_at: start, ends_at: end, note: note?.trim() || null };
      const added = await this.rows.addBlock(actor.memberId, row, now, MOST_BLOCKS);
      if (!added) throw tooManyBlocks(MOST_BLOCKS);
      await this.events.tell(new CalendarChanged(actor.memberId));
      return viewOf(added);
    });
  }

  /** @throws HubError focus.not_found */
  async removeBlock(actor: Actor, id: Id | undefined): Promise<void> {
    await this.unitOfWork.run(async () => {
      if (!id || !(await this.rows.removeBlock(id, actor.memberId))) throw noSuchBlock();
      await this.events.tell(new CalendarChanged(actor.memberId));
    });
  }

  private async recomputeAll(): Promise<void> {
    const ids = await this.rows.activeIds();
    const parts = Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, at) => ({
      memberIds: ids.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
    }));
    await this.jobs.ask(recomputeCalendars, ...parts);
  }
}

const viewOf = ({ id, starts_at, ends_at, note }: FocusBlockRow): FocusBlock => ({
  id: globalId('FocusBlock', id),
  start: starts_at,
  end: ends_at,
  note,
});
