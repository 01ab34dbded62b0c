import { Injectable } from '@nestjs/common';
import { Sql, statement } from '#database';
import type { Id } from '#kernel';

export interface OutboxRow {
  id: Id;
  job: string;
  payload: object;
  /** Null: in the order of asking. */
  turn: number | null;
}

const insert = statement(
  'outbox.insert',
  `insert into outbox (id, job, payload, turn, created_at)
   select * from unnest($1::uuid[], $2::text[], $3::jsonb[], $4::int[], $5::timestamptz[])`,
);
const take = statement(
  'outbox.left_over',
  'select id, job, payload, turn from outbox where created_at < $1 order by created_at limit $2',
);
const remove = statement('outbox.remove', 'delete from outbox where id = any($1)');

@Injectable()
export class OutboxRepository {
  constructor(private readonly sql: Sql) {}

  async insert(rows: readonly OutboxRow[], at: Date): Promise<void> {
    await this.sql.rows(insert, [
      rows.map(({ id }) => id),
      rows.map(({ job }) => job),
      rows.map(({ payload }) => JSON.stringify(payload)),
      rows.map(({ turn }) => turn),
      rows.map(() => at),
    ]);
  }

  leftOver(before: Date, limit: number): Promise<OutboxRow[]> {
    return this.sql.rows<OutboxRow>(take, [before, limit]);
  }

  async remove(ids: readonly Id[]): Promise<void> {
    await this.sql.rows(remove, [ids]);
  }
}
