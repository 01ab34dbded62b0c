import type { EntrySource } from './field-plan.js';
import { NotPlanned } from './not-planned.js';
import type { Cells, EntryText, ListTexts, Missing } from './row-writer.js';
import type { ListBelow } from './run.js';
import type { Selected } from './selection.js';

const MOST_RELOADS = 3;

/** What one statement brings for each row: its columns, what is named from memory, and the lists below. */
export class RowShape {
  readonly columns: string[] = [];
  readonly entries: EntryText[] = [];
  readonly lists: { step: ListBelow; at: number | undefined }[] = [];
  private readonly sources: EntrySource[] = [];
  private readonly usedJoins = new Set<string>();

  constructor(
    private readonly aliases: readonly string[],
    private readonly optionalJoins: Readonly<Record<string, string>> = {},
  ) {}

  /** The place of a column, added where it is new. @throws NotPlanned where the statement lacks a table of it */
  at(sql: string, aliases: readonly string[] = aliasesIn(sql)): number {
    for (const alias of aliases) {
      if (this.aliases.includes(alias)) continue;
      if (!(alias in this.optionalJoins)) throw new NotPlanned(`No ${alias} in this statement.`);
      this.usedJoins.add(alias);
    }
    const known = this.columns.indexOf(sql);
    return known >= 0 ? known : this.columns.push(sql) - 1;
  }

  get joins(): string {
    return Object.entries(this.optionalJoins)
      .filter(([alias]) => this.usedJoins.has(alias))
      .map(([, join]) => join)
      .join(' ');
  }

  /** @returns the place of the entry's text: the selected fields without braces */
  entry(source: EntrySource, typeName: string, selected: readonly Selected[]): number {
    for (const { name } of selected) {
      if (name !== '__typename' && !source.fields.includes(name)) throw new NotPlanned(`No ${name} in the directory.`);
    }
    this.sources.push(source);
    return this.entries.push(entryText(source, this.entries.length, typeName, selected)) - 1;
  }

  /** Writes a text, again after loading what a directory did not know. */
  async written(write: (missing: Missing) => string): Promise<string> {
    for (let attempt = 0; attempt <= MOST_RELOADS; attempt++) {
      const missing: Missing = new Map();
      const text = write(missing);
      if (missing.size === 0) return text;
      await Promise.all([...missing].map(([entry, ids]) => this.sources[entry]!.ensure(ids)));
    }
    throw new NotPlanned('An entry that its directory does not have.');
  }

  /** The lists below rows, side by side. */
  textsBelow(rows: readonly Cells[], textsOf: (step: ListBelow, parents: string[]) => Promise<ListTexts[number]>) {
    return Promise.all(
      this.lists.map(({ step, at }) =>
        textsOf(step, at === undefined ? [''] : [...new Set(rows.map((row) => row[at]!))]),
      ),
    );
  }
}

/** Table aliases are the words before a dot; texts in quotes have none in our statements. */
const aliasesIn = (sql: string): string[] => [...sql.matchAll(/\b([a-z]+)\.(?=[a-z_])/g)].map(([, alias]) => alias!);

/** A directory gives a changed entry as a new object, so a text kept for an object is never out of date. */
function entryText(source: EntrySource, at: number, typeName: string, selected: readonly Selected[]): EntryText {
  const texts = new WeakMap<object, string>();
  return (id, missing) => {
    const entry = source.get(id);
    if (!entry) {
      let ids = missing.get(at);
      if (!ids) {
        ids = new Set();
        missing.set(at, ids);
      }
      ids.add(id);
      return '';
    }
    let text = texts.get(entry);
    if (text === undefined) {
      const values = entry as Readonly<Record<string, unknown>>;
      text = selected
        .map(({ key, name }) => `"${key}":${JSON.stringify(name === '__typename' ? typeName : (values[name] ?? null))}`)
        .join(',');
      texts.set(entry, text);
    }
    return text;
  };
}
