import { Injectable } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { UnitOfWork } from './unit-of-work.js';

/** A statement that Postgres parses and plans once a connection. The name must be unique; the text never changes. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** Names a statement after what it answers: `threads.page`. */
export const statement = (name: string, text: string): Statement => ({ name, text });

/** A statement whose parameters have names; `valuesOf` puts them in their order. */
export interface NamedStatement<Name extends string> extends Statement {
  readonly parameters: readonly Name[];
}

/**
 * A statement with `:name` in place of $1: for statements that are composed of parts, where each uses some parameters.
 * Give each parameter its type where it is not plain from the place (`:post::uuid`).
 */
export function namedStatement<Name extends string>(name: string, text: string): NamedStatement<Name> {
  const parameters: Name[] = [];
  const numbered = text.replace(/(?<!:):([a-z]\w*)/gi, (_, parameter: Name) => {
    if (!parameters.includes(parameter)) parameters.push(parameter);
    return `$${parameters.indexOf(parameter) + 1}`;
  });
  return { name, text: numbered, parameters };
}

export const valuesOf = <Name extends string>(
  { parameters }: NamedStatement<Name>,
  values: Readonly<Record<Name, unknown>>,
): unknown[] => parameters.map((parameter) => values[parameter]);

/**
 * Hand-written SQL on the pool of the data source, inside the open transaction where there is one. Rows keep text as
 * text: a timestamptz arrives as the API shows it (2026-11-23T09:00:00.000Z), a date as 2026-11-23, a bigint as number;
 * nothing is hydrated. Pages read this way because hydrating entities costs several times the query.
 */
@Injectable()
export class Sql {
  private readonly pool: pg.Pool;

  constructor(
    dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
  ) {
    this.pool = (dataSource.driver as unknown as { master: pg.Pool }).master;
  }

  async rows<Row extends object>(statement: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    const query = { name: statement.name, text: statement.text, values: values as unknown[], types };
    const queryRunner = this.unitOfWork.queryRunner;
    const client = queryRunner ? ((await queryRunner.connect()) as pg.PoolClient) : this.pool;
    return (await client.query<Row>(query)).rows;
  }

  /** Rows as arrays of the texts that Postgres sends: for answers that are written from them without objects between. */
  async cells(statement: Statement, values: readonly unknown[]): Promise<(string | null)[][]> {
    const { name, text } = statement;
    const query = { name, text, values: values as unknown[], types: texts, rowMode: 'array' as const };
    const queryRunner = this.unitOfWork.queryRunner;
    const client = queryRunner ? ((await queryRunner.connect()) as pg.PoolClient) : this.pool;
    return (await client.query<(string | null)[]>(query)).rows;
  }

  /** The first row, or undefined where there is none. */
  async row<Row extends object>(statement: Statement, values: readonly unknown[] = []): Promise<Row | undefined> {
    return (await this.rows<Row>(statement, values))[0];
  }
}

/** `2026-11-23 09:00:00.12+00` as `2026-11-23T09:00:00.120Z`. Postgres leaves out trailing zeros of a fraction. */
export function isoInstant(text: string): string {
  if (text.length === 26) return `${text.slice(0, 10)}T${text.slice(11, 23)}Z`;
  const end = text.lastIndexOf('+');
  const fraction = text.slice(20, end).padEnd(3, '0').slice(0, 3);
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction}Z`;
}

const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.TIMESTAMPTZ, isoInstant],
  [pg.types.builtins.DATE, (text) => text],
  [pg.types.builtins.INT8, Number],
]);

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text') =>
    parsers.get(oid) ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

const asText = (text: string): string => text;
const texts: pg.CustomTypesConfig = { getTypeParser: (() => asText) as typeof pg.types.getTypeParser };
