import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DomainEvents } from '#database';
import { CalendarChanged, CalendarService } from '#identity';
import { Clock, HubError, type Id } from '#kernel';
import type { WorkingCalendar } from '#working-time';
import { instantsFor } from './ask.js';
import { type OpenOfRecipient, ResponseRepository } from './response.repository.js';
import { ResponseService } from './response.service.js';
import { timingOfColumns } from './timing.js';

/** When somebody's hours, zone or absences change, what they owe moves with them, in the transaction of that change. */
@Injectable()
export class ReschedulingService implements OnModuleInit {
  private readonly logger = new Logger(ReschedulingService.name);

  constructor(
    private readonly responses: ResponseRepository,
    private readonly service: ResponseService,
    private readonly calendars: CalendarService,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.onBeforeCommit(CalendarChanged, ({ memberId }) => this.reschedule(memberId));
  }

  /** `deliverAt` of what is not delivered yet, `dueAt` of what is not due yet; promised times stay. */
  private async reschedule(memberId: Id): Promise<void> {
    const now = this.clock.now();
    await this.responses.lockThreadsOfRecipient(memberId);
    const open = await this.responses.openOfRecipient(memberId);
    const calendar = (await this.calendars.of([memberId])).get(memberId);
    if (!calendar || open.length === 0) return;
    const changes = open.flatMap((row) => {
      const moved = this.moved(row, calendar, now.getTime());
      return moved ? [{ row, ...moved }] : [];
    });
    if (changes.length === 0) return;
    await this.responses.reschedule(
      changes.map(({ row, deliverAt, dueAt }) => ({ id: row.r_id, deliver_at: deliverAt, due_at: dueAt })),
    );
    const byId = new Map(
      changes.map(({ row, deliverAt, dueAt }) => [row.r_id, { from: row.r_due_at, dueAt, deliverAt }]),
    );
    await this.responses.record([...byId.keys()], null, 'RESCHEDULED', now, (id) => byId.get(id)!);
    await this.service.tell(changes.map(({ row }) => row));
  }

  private moved(
    row: OpenOfRecipient,
    calendar: WorkingCalendar,
    nowMs: number,
  ): { deliverAt: string; dueAt: string | null } | undefined {
    if (row.timing === 'NOW') return undefined;
    // What reached them counts from there, what was delegated from the delegation, the rest from the post.
    const fromMs = row.delivered_at
      ? Date.parse(row.r_deliver_at)
      : Math.max(Date.parse(row.published_at), Date.parse(row.created_at));
    try {
      const { deliverAt, dueAt } = instantsFor(calendar, fromMs, timingOfColumns(row));
      const next = {
        deliverAt: row.delivered_at ? row.r_deliver_at : deliverAt,
        dueAt:
          row.r_due_at && Date.parse(row.r_due_at) > nowMs && row.r_proposal_accepted !== true ? dueAt : row.r_due_at,
      };
      return next.deliverAt === row.r_deliver_at && next.dueAt === row.r_due_at ? undefined : next;
    } catch (error) {
      if (!(error instanceof HubError)) throw error;
      this.logger.warn(`Response ${row.r_id} keeps its times: ${error.message}`);
      return undefined;
    }
  }
}
