import { Injectable } from '@nestjs/common';
import type DataLoader from 'dataloader';
import { DomainEvents, UnitOfWork } from '#database';
import type { HubContext } from '#graph';
import { type Actor, globalId, type Id, newId } from '#kernel';
import { AbsenceRepository, type AbsenceRow } from './absence.repository.js';
import { absenceBackwards, delegateToOneself, noSuchAbsence, noSuchMember } from './identity.errors.js';
import { CalendarChanged } from './identity.events.js';
import type { AbsenceType } from './member.type.js';
import { MemberDirectory } from './member-directory.js';

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
    private readonly unitOfWork: UnitOfWork,
    private readonly events: DomainEvents,
  ) {}

  loader(context: HubContext): DataLoader<Id, AbsenceType[]> {
    return context.loader('member.absences', async (ids: readonly Id[]) => {
      const rows = await this.absences.ofMembers(ids);
      const shown = await this.shown(rows);
      return ids.map((id) => shown.filter((_, index) => rows[index]!.member_id === id));
    });
  }

  /** Absences are shown to all, as the calendar of a member is. */
  async find(id: Id): Promise<AbsenceType | undefined> {
    const row = await this.absences.byId(id);
    return row && (await this.shown([row]))[0];
  }

  /** @throws HubError absence.backwards, absence.delegate_is_oneself, member.not_found */
  async add(actor: Actor, { from, to, note, delegateId }: NewAbsence): Promise<AbsenceType> {
    if (to < from) throw absenceBackwards();
    if (delegateId === actor.memberId) throw delegateToOneself();
    if (delegateId && !(await this.directory.find(delegateId))) throw noSuchMember();
    const row = {
      id: newId(),
      member_id: actor.memberId,
      from_date: from,
      to_date: to,
      note: note ?? null,
      delegate_id: delegateId ?? null,
    };
    await this.unitOfWork.run(async () => {
      await this.absences.insert(row);
      await this.events.tell(new CalendarChanged(actor.memberId));
    });
    return (await this.shown([row]))[0]!;
  }

  /** @throws HubError absence.not_found */
  async remove(actor: Actor, absenceId: Id): Promise<void> {
    await this.unitOfWork.run(async () => {
      if (!(await this.absences.remove(absenceId, actor.memberId))) throw noSuchAbsence();
      await this.events.tell(new CalendarChanged(actor.memberId));
    });
  }

  private async shown(rows: readonly AbsenceRow[]): Promise<AbsenceType[]> {
    await this.directory.ensure(rows.flatMap(({ delegate_id }) => delegate_id ?? []));
    return rows.map((row) => ({
      id: globalId('Absence', row.id),
      from: row.from_date,
      to: row.to_date,
      note: row.note,
      delegate: row.delegate_id ? this.directory.get(row.delegate_id) : null,
    }));
  }
}
