import { Injectable } from '@nestjs/common';
import { Sql, statement } from '#database';
import type { Id } from '#kernel';

export interface AbsenceRow {
  id: Id;
  member_id: Id;
  from_date: string;
  to_date: string;
  note: string | null;
  delegate_id: Id | null;
}

const columns = 'id, member_id, from_date, to_date, note, delegate_id';
const ofMembers = statement(
  'absences.of_members',
  `select ${columns} from absences where member_id = any($1) order by from_date, id`,
);
const byId = statement('absences.by_id', `select ${columns} from absences where id = $1`);
const insert = statement(
  'absences.insert',
  `insert into absences (${columns}) values ($1, $2, $3, $4, $5, $6) returning ${columns}`,
);
const remove = statement('absences.remove', 'delete from absences where id = $1 and member_id = $2 returning id');

@Injectable()
export class AbsenceRepository {
  constructor(private readonly sql: Sql) {}

  ofMembers(memberIds: readonly Id[]): Promise<AbsenceRow[]> {
    return this.sql.rows<AbsenceRow>(ofMembers, [memberIds]);
  }

  byId(id: Id): Promise<AbsenceRow | undefined> {
    return this.sql.row<AbsenceRow>(byId, [id]);
  }

  async insert(row: AbsenceRow): Promise<void> {
    await this.sql.rows(insert, [row.id, row.member_id, row.from_date, row.to_date, row.note, row.delegate_id]);
  }

  /** @returns false where the member has no such absence */
  async remove(id: Id, memberId: Id): Promise<boolean> {
    return (await this.sql.row(remove, [id, memberId])) !== undefined;
  }
}
