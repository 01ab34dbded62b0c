import { type NamedStatement, valuesOf } from '#database';
import type { RootPlan } from './field-plan.js';

import { NotPlanned } from './not-planned.js';
import { planStatement } from './plan-statement.js';
import type { RowShape } from './row-shape.js';
import type { WriteRow } from './row-writer.js';
import type { ListBelow, Run } from './run.js';

/** One field of the query, ready to run. */
export class RootStep {
  private readonly statement: NamedStatement<string> | undefined;
  /** Where its only list brings its row: the places of its columns there. */
  private readonly carried: readonly number[] | undefined;

  constructor(
    private readonly key: string,
    name: string,
    private readonly row: RootPlan['row'],
    private readonly shape: RowShape,
    private readonly write: WriteRow,
    private readonly argumentsOf: (variables: Run['variables']) => Record<string, unknown>,
  ) {
    const [list, ...others] = shape.lists;
    this.carried = row && others.length === 0 ? list?.step.carry(shape.columns) : undefined;
    this.statement = row && planStatement(name, row.text(shape.columns.join(', ') || '1', shape.joins));
  }

  async run(run: Run): Promise<string> {
    return `"${this.key}":${await this.value(run)}`;
  }

  private async value(run: Run): Promise<string> {
    if (!this.row || !this.statement) {
      const lists = await this.shape.textsBelow([], (step, parents) => step.run(run, parents));
      return this.shape.written((missing) => this.write([], lists, missing));
    }
    const key = this.row.key(this.argumentsOf(run.variables));
    if (key === undefined) throw new NotPlanned('No id of ours.');
    if (this.carried) return this.carriedValue(run, key, this.shape.lists[0]!.step, this.carried);
    // The lists hang on the id that was asked for, so all statements run side by side. Where the row is not for the
    // viewer to see, nothing of the lists is shown either.
    const [[row], lists] = await Promise.all([
      run.sql.cells(this.statement, valuesOf(this.statement, { ...run.values, key })),
      this.shape.textsBelow([], (step) => step.run(run, [key])),
    ]);
    return row ? this.shape.written((missing) => this.write(row, lists, missing)) : 'null';
  }

  private async carriedValue(run: Run, key: string, list: ListBelow, places: readonly number[]): Promise<string> {
    const { row, texts } = await list.runWithParent(run, key);
    if (!row) return 'null';
    const own = places.map((at) => row[at]!);
    return this.shape.written((missing) => this.write(own, [texts], missing));
  }
}

/** A compiled query. */
export class Plan {
  constructor(private readonly roots: readonly RootStep[]) {}

  /** @returns the JSON text of `data` @throws NotPlanned, HubError: execute it the ordinary way */
  async text(run: Run): Promise<string> {
    const texts = await Promise.all(this.roots.map((root) => root.run(run)));
    return `{${texts.join(',')}}`;
  }
}
