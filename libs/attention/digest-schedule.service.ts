import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainEvents, UnitOfWork } from '#database';
import { CalendarChanged, CalendarService } from '#identity';
import { Jobs } from '#jobs';
import { type Actor, Clock, type Id } from '#kernel';
import { makeDigest } from './attention.jobs.js';
import { checkSchedule, type DigestSchedule, nextDigestAt, shippedSchedule } from './digest-schedule.js';
import { ScheduleRepository, type ScheduleRow } from './schedule.repository.js';

const AT_ONCE = 500;

/** When each member's next digest is due, and asking for it to be made then. */
@Injectable()
export class DigestScheduleService implements OnModuleInit {
  constructor(
    private readonly schedules: ScheduleRepository,
    private readonly calendars: CalendarService,
    private readonly jobs: Jobs,
    private readonly unitOfWork: UnitOfWork,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.onBeforeCommit(CalendarChanged, ({ memberId }) => this.recompute(memberId));
  }

  async of(memberId: Id): Promise<DigestSchedule> {
    const row = await this.schedules.of(memberId);
    if (row) return scheduleOf(row);
    return shippedSchedule((await this.calendars.of([memberId])).get(memberId)!.week);
  }

  /** @throws HubError digest.bad_times, digest.bad_days */
  async update(actor: Actor, changes: Partial<DigestSchedule>): Promise<DigestSchedule> {
    const schedule = checkSchedule({ ...(await this.of(actor.memberId)), ...changes });
    await this.save(actor.memberId, schedule);
    return schedule;
  }

  /** By the address in a mail: the digest stays in the hub alone. */
  async endMail(memberId: Id): Promise<void> {
    await this.save(memberId, { ...(await this.of(memberId)), byEmail: false });
  }

  /**
   * Everything that is due, some at a time, each time in a transaction of its own. Run every few seconds by the worker.
   * How fast they are made after that is the queue's to say. @returns how many digests were asked for
   */
  async askForDue(): Promise<number> {
    await this.fillIn();
    let asked = 0;
    for (;;) {
      const some = await this.askForSome();
      asked += some;
      if (some < AT_ONCE) return asked;
    }
  }

  private async askForSome(): Promise<number> {
    return this.unitOfWork.run(async () => {
      const now = this.clock.now();
      const due = await this.schedules.due(now, AT_ONCE);
      if (due.length === 0) return 0;
      const calendars = await this.calendars.of(due.map((row) => row.member_id));
      const next = due.map((row) => {
        const atMs = nextDigestAt(scheduleOf(row), calendars.get(row.member_id)!, now.getTime());
        return { member_id: row.member_id, next_at: isoOrNull(atMs), covered_until: row.next_at! };
      });
      await this.schedules.advance(next);
      await this.jobs.ask(
        makeDigest,
        ...due.map((row) => ({
          memberId: row.member_id,
          periodStart: row.covered_until,
          periodEnd: row.next_at!,
          byEmail: row.by_email,
        })),
      );
      return due.length;
    });
  }

  /** Gives members who have none the schedule as shipped. */
  private async fillIn(): Promise<void> {
    const missing = await this.schedules.missing(AT_ONCE);
    if (missing.length === 0) return;
    const nowMs = this.clock.nowMs();
    const rows = missing.map(({ id, time_zone, week }) => {
      const schedule = shippedSchedule(week);
      return rowOf(id, schedule, nextDigestAt(schedule, { timeZone: time_zone, week, daysOff: [] }, nowMs), nowMs);
    });
    await this.schedules.save(rows);
  }

  private async recompute(memberId: Id): Promise<void> {
    const row = await this.schedules.of(memberId);
    if (row) await this.save(memberId, scheduleOf(row));
  }

  private async save(memberId: Id, schedule: DigestSchedule): Promise<void> {
    const calendar = (await this.calendars.of([memberId])).get(memberId)!;
    const nowMs = this.clock.nowMs();
    await this.schedules.save([rowOf(memberId, schedule, nextDigestAt(schedule, calendar, nowMs), nowMs)]);
  }
}

const isoOrNull = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

const scheduleOf = ({ times, days, by_email, enabled }: ScheduleRow): DigestSchedule => ({
  times,
  days,
  byEmail: by_email,
  enabled,
});

const rowOf = (memberId: Id, schedule: DigestSchedule, nextAtMs: number | null, nowMs: number): ScheduleRow => ({
  member_id: memberId,
  times: [...schedule.times],
  days: [...schedule.days],
  by_email: schedule.byEmail,
  enabled: schedule.enabled,
  covered_until: new Date(nowMs).toISOString(),
  next_at: isoOrNull(nextAtMs),
});
