import { Injectable } from '@nestjs/common';
import { DomainEvents, UnitOfWork } from '#database';
import type { Id } from '#kernel';
import type { JobHandler } from '#queue';
import { CalendarChanged } from '../identity.events.js';
import { recomputeCalendars } from './days-off.jobs.js';

/** One member, one transaction: whoever acts at that moment waits for their own and for nobody else's. */
@Injectable()
export class RecomputeCalendarsHandler implements JobHandler<{ memberIds: Id[] }> {
  readonly job = recomputeCalendars;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly events: DomainEvents,
  ) {}

  async handle({ memberIds }: { memberIds: Id[] }): Promise<void> {
    for (const memberId of memberIds) await this.unitOfWork.run(() => this.events.tell(new CalendarChanged(memberId)));
  }
}
