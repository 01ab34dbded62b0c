import { Injectable } from '@nestjs/common';
import { Sql, statement } from '#database';
import { Clock } from '#kernel';

const show = statement(
  'signs_of_life.show',
  'insert into signs_of_life (name, at) values ($1, $2) on conflict (name) do update set at = excluded.at',
);
const all = statement(
  'signs_of_life.all',
  `select name, at, extract(epoch from ($1::timestamptz - clock_timestamp()))::float8 as skew from signs_of_life
   union all select 'database', clock_timestamp(), extract(epoch from ($1::timestamptz - clock_timestamp()))::float8`,
);

/** When parts of the hub were last seen at work, by the hub's clock. */
@Injectable()
export class SignsOfLife {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  async show(name: 'worker' | 'backup'): Promise<void> {
    await this.sql.rows(show, [name, this.clock.now()]);
  }

  /** @returns when each was seen, and by how many seconds this machine's clock is ahead of the database's */
  async all(): Promise<{ seen: Map<string, string>; aheadSeconds: number }> {
    const rows = await this.sql.rows<{ name: string; at: string; skew: number }>(all, [this.clock.now()]);
    return { seen: new Map(rows.map(({ name, at }) => [name, at])), aheadSeconds: rows[0]?.skew ?? 0 };
  }
}
