import { isoInstant, type NamedStatement, valuesOf } from '#database';
import { cursorOf, Page } from '#graph';
import type { ListPlan, ListShape } from './field-plan.js';
import { planStatement } from './plan-statement.js';
import type { RowShape } from './row-shape.js';
import type { Cell, Cells, ListTexts, Missing, WriteRow } from './row-writer.js';
import type { ListBelow, Run } from './run.js';

/** One field of a connection: its text from a page. */
export type ConnectionPiece = (page: Page<Cells>, lists: ListTexts, missing: Missing) => string;

/** A page with its statement: pages of all parents at once, as text. */
export class ListStep implements ListBelow {
  private readonly statements = new Map<string, NamedStatement<string>>();
  private readonly innerAt: number | undefined;
  private readonly cursorAt: readonly number[];
  private keepsParents = false;

  constructor(
    private readonly plan: ListPlan,
    private readonly shape: RowShape,
    private readonly pieces: readonly ConnectionPiece[],
    private readonly argumentsOf: (variables: Run['variables']) => Record<string, unknown>,
  ) {
    this.innerAt = plan.parent && shape.at(plan.parent.inner);
    this.cursorAt = plan.cursor.map(({ sql }) => shape.at(sql));
  }

  carry(columns: readonly string[]): readonly number[] | undefined {
    if (!this.plan.carriesParent) return undefined;
    this.keepsParents = true;
    return columns.map((column) => this.shape.at(column));
  }

  /** @returns the connection's text of each parent @throws HubError, NotPlanned where the resolver has to answer */
  async run(run: Run, parents: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const shape = this.plan.shape(this.argumentsOf(run.variables));
    return this.texts(run, parents, shape, parents.length > 0 ? await this.rows(run, parents, shape) : []);
  }

  async runWithParent(run: Run, parent: string): Promise<{ row: Cells | undefined; texts: ListTexts[number] }> {
    const shape = this.plan.shape(this.argumentsOf(run.variables));
    const rows = await this.rows(run, [parent], shape);
    const [row] = rows;
    return { row, texts: await this.texts(run, [parent], shape, row?.[this.innerAt!] === null ? [] : rows) };
  }

  cursor(row: Cells): string {
    return cursorOf(
      ...this.plan.cursor.map(({ form }, at) => {
        const cell = row[this.cursorAt[at]!] as Cell;
        return cell === null ? null : form === 'instant' ? isoInstant(cell) : form === 'number' ? Number(cell) : cell;
      }),
    );
  }

  private async texts(
    run: Run,
    parents: readonly string[],
    shape: ListShape,
    rows: Cell[][],
  ): Promise<ListTexts[number]> {
    const pages = this.pages(rows, parents, shape);
    const kept = pages.flatMap(([, page]) => page.nodes);
    const lists = await this.shape.textsBelow(kept, (step, below) => step.run(run, below));
    const texts = new Map<string, string>();
    await this.shape.written((missing) => {
      for (const [parent, page] of pages) {
        texts.set(parent, `{${this.pieces.map((piece) => piece(page, lists, missing)).join(',')}}`);
      }
      return '';
    });
    return texts;
  }

  private rows(run: Run, parents: readonly string[], shape: ListShape): Promise<Cell[][]> {
    const { size, beyond } = shape.page;
    const statement = this.statement(shape);
    const values: Record<string, unknown> = {
      ...run.values,
      ...shape.values,
      parents,
      size: size + 1,
      beyond0: beyond?.[0] ?? null,
      beyond1: beyond?.[1] ?? null,
    };
    return run.sql.cells(statement, valuesOf(statement, values));
  }

  private statement(shape: ListShape): NamedStatement<string> {
    const { fromEnd, beyond } = shape.page;
    const key = `${fromEnd}:${beyond?.map((one) => one === null).join() ?? ''}:${shape.variant}`;
    let statement = this.statements.get(key);
    if (!statement) {
      statement = planStatement(
        this.plan.of,
        this.plan.text(shape, this.shape.columns.join(', '), this.shape.joins, this.keepsParents),
      );
      this.statements.set(key, statement);
    }
    return statement;
  }

  private pages(rows: Cell[][], parents: readonly string[], { page }: ListShape): [string, Page<Cells>][] {
    const cursor = (row: Cells) => this.cursor(row);
    if (parents.length === 1) return [[parents[0]!, Page.of<Cells>(rows, page, cursor)]];
    const byParent = new Map<string, Cells[]>(parents.map((parent) => [parent, []]));
    for (const row of rows) byParent.get(row[this.innerAt!]!)!.push(row);
    return [...byParent].map(([parent, found]) => [parent, Page.of(found, page, cursor)]);
  }
}

/** @param write one node's text */
export const nodesPiece =
  (key: string, write: WriteRow): ConnectionPiece =>
  ({ nodes }, lists, missing) => {
    let text = `"${key}":[`;
    for (let at = 0; at < nodes.length; at++) text += (at > 0 ? ',' : '') + write(nodes[at]!, lists, missing);
    return `${text}]`;
  };
