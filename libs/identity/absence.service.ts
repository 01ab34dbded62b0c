import { Injectable } from '@nestjs/common';
import type DataLoader from 'dataloader';
import { DomainEvents, UnitOfWork } from '#database';
import type { HubContext } from '#graph';
import { type Actor, globalId, groupBy, type Id, newId } from '#kernel';
import { AbsenceRepository, type AbsenceRow } from './absence.repository.js';
import { AuditLog } from './audit-log.js';
import {
  absenceBackwards,
  delegateHasLeft,
  delegateToOneself,
  noSuchAbsence,
  noSuchMember,
  tooManyAbsences,
} from './identity.errors.js';
import { CalendarChanged } from './identity.events.js';
import type { AbsenceType } from './member.type.js';
import { MemberDirectory } from './member-directory.js';

/** Every due time of a member is computed past their absences: more than a working life has, and few enough to walk. */
const MAX_ABSENCES = 500;

export interface NewAbsence {
  from: string;
  to: string;
  note?: string | null;
  delegateId?: Id | null;
}

/** Days away. Each change of them recomputes what the member owes, by {@link CalendarChanged}. */
@Injectable()
export class AbsenceService {
  constructor(
    private readonly absences: AbsenceRepository,
    private readonly directory: MemberDirectory,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
    private readonly events: DomainEvents,
  ) {}

  loader(context: HubContext): DataLoader<Id, AbsenceType[]> {
    return context.loader('member.absences', async (ids: readonly Id[]) => {
      const rows = await this.absences.ofMembers(ids);
      await this.ensureDelegates(rows);
      const ofMember = groupBy(rows, ({ member_id }) => member_id);
      return ids.map((id) => (ofMember.get(id) ?? []).map((row) => this.view(row)));
    });
  }

  /** Absences are shown to all, as the calendar of a member is. */
  async find(id: Id): Promise<AbsenceType | undefined> {
    const row = await this.absences.byId(id);
    if (!row) return undefined;
    await this.ensureDelegates([row]);
    return this.view(row);
  }

  /**
   * @throws HubError absence.backwards, absence.delegate_is_oneself, absence.delegate_has_left, absence.too_many,
   * member.not_found
   */
  async add(actor: Actor, { from, to, note, delegateId }: NewAbsence): Promise<AbsenceType> {
    if (to < from) throw absenceBackwards();
    if (delegateId === actor.memberId) throw delegateToOneself();
    const delegate = delegateId ? await this.directory.find(delegateId) : undefined;
    if (delegateId && !delegate) throw noSuchMember();
    if (delegate?.deactivatedAt) throw delegateHasLeft();
    const row = {
      id: newId(),
      member_id: actor.memberId,
      from_date: from,
      to_date: to,
      note: note?.trim() || null,
      delegate_id: delegateId ?? null,
    };
    await this.unitOfWork.run(async () => {
      if (!(await this.absences.insert(row, MAX_ABSENCES))) throw tooManyAbsences(MAX_ABSENCES);
      await this.audit.record('absence.added', actor, daysOf(row));
      await this.events.tell(new CalendarChanged(actor.memberId));
    });
    await this.ensureDelegates([row]);
    return this.view(row);
  }

  /** @throws HubError absence.not_found */
  async remove(actor: Actor, absenceId: Id): Promise<void> {
    await this.unitOfWork.run(async () => {
      const removed = await this.absences.remove(absenceId, actor.memberId);
      if (!removed) throw noSuchAbsence();
      await this.audit.record('absence.removed', actor, daysOf(removed));
      await this.events.tell(new CalendarChanged(actor.memberId));
    });
  }

  private async ensureDelegates(rows: readonly AbsenceRow[]): Promise<void> {
    await this.directory.ensure(rows.flatMap(({ delegate_id }) => delegate_id ?? []));
  }

  private view(row: AbsenceRow): AbsenceType {
    return {
      id: globalId('Absence', row.id),
      from: row.from_date,
      to: row.to_date,
      note: row.note,
      delegate: row.delegate_id ? this.directory.get(row.delegate_id) : null,
    };
  }
}

const daysOf = ({ from_date, to_date }: AbsenceRow): string => `${from_date} to ${to_date}`;
