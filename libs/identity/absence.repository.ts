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
  `insert into absences (${columns})
   select $1::uuid, $2::uuid, $3::date, $4::date, $5::text, $6::uuid
   where (select count(*) from absences where member_id = $2) < $7 returning id`,
);
const remove = statement(
  'absences.remove',
  `delete from absences where id = $1 and member_id = $2 returning ${columns}`,
);

@Injectable()
export class AbsenceRepository {
  constructor(private readonly sql: Sql) {}

  ofMembers(memberIds: readonly Id[]): Promise<AbsenceRow[]> {
    return this.sql.rows<AbsenceRow>(ofMembers, [memberIds]);
  }

  byId(id: Id): Promise<AbsenceRow | undefined> {
    return this.sql.row<AbsenceRow>(byId, [id]);
  }

  /** @returns false where the member has `most` absences already */
  async insert(row: AbsenceRow, most: number): Promise<boolean> {
    const { id, member_id, from_date, to_date, note, delegate_id } = row;
    return (await this.sql.row(insert, [id, member_id, from_date, to_date, note, delegate_id, most])) !== undefined;
  }

  /** @returns what was removed; undefined where the member has no such absence */
  remove(id: Id, memberId: Id): Promise<AbsenceRow | undefined> {
    return this.sql.row<AbsenceRow>(remove, [id, memberId]);
  }
}
