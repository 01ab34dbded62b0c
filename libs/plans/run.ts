import type { Sql } from '#database';
import type { Cells } from './row-writer.js';

/** What every statement of one operation may speak of. */
export interface RunValues {
  viewer: string;
  isGuest: boolean;
  now: Date;
}

/** One run of a plan. */
export interface Run {
  sql: Sql;
  values: RunValues;
  /** As GraphQL has coerced them. */
  variables: Readonly<Record<string, unknown>>;
}

/** A list below a row. */
export interface ListBelow {
  /** @returns the list's text of each parent */
  run(run: Run, parents: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /**
   * Lets its rows bring columns of their parent, which then needs no statement of its own.
   * @returns their places; undefined where the statement cannot
   */
  carry(columns: readonly string[]): readonly number[] | undefined;
  /** The list of one parent with the parent's own row, after {@link carry}: none where the viewer may not see it. */
  runWithParent(run: Run, parent: string): Promise<{ row: Cells | undefined; texts: ReadonlyMap<string, string> }>;
}
