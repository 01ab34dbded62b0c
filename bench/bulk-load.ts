import type pg from 'pg';

const ROWS_A_STATEMENT = 4_000;

/**
 * Fills empty tables fast: triggers and foreign keys rest (the generator makes no dangling ids), and the indexes are
 * made at the end in one go.
 */
export class BulkLoad {
  private readonly droppedIndexes: string[] = [];

  private constructor(private readonly client: pg.Client) {}

  static async begin(client: pg.Client): Promise<BulkLoad> {
    await client.query(`set session_replication_role = replica; set synchronous_commit = off;
      set maintenance_work_mem = '512MB'; set max_parallel_maintenance_workers = 2`);
    return new BulkLoad(client);
  }

  /** Takes away the table's indexes that are not constraints until {@link finish}. */
  async dropIndexes(table: string): Promise<void> {
    const { rows } = await this.client.query<{ name: string; text: string }>(
      `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as text from pg_index i
       where i.indrelid = $1::regclass and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)`,
      [table],
    );
    for (const { name, text } of rows) {
      await this.client.query(`drop index ${name}`);
      this.droppedIndexes.push(text);
    }
  }

  /** Columns are those of the first row; all others keep their defaults. @returns how many rows there were */
  async insert(table: string, rows: Iterable<object>): Promise<number> {
    let count = 0;
    let batch: object[] = [];
    const send = async (): Promise<void> => {
      if (batch.length === 0) return;
      const columns = Object.keys(batch[0]!).join(', ');
      const text = `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`;
      await this.client.query(text, [JSON.stringify(batch)]);
      count += batch.length;
      batch = [];
    };
    for (const row of rows) {
      batch.push(row);
      if (batch.length === ROWS_A_STATEMENT) await send();
    }
    await send();
    return count;
  }

  /** Makes the indexes and tells the planner what is there. */
  async finish(): Promise<void> {
    for (const text of this.droppedIndexes) await this.client.query(text);
    await this.client.query('vacuum (analyze)');
    await this.client.query('reset session_replication_role');
    await this.client.query('checkpoint');
  }
}
