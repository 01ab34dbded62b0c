import type { ColumnForm } from './field-plan.js';

/** A cell as Postgres sends it. */
export type Cell = string | null;
export type Cells = readonly Cell[];

/** Stored ids that a directory did not know while a text was written; the text is written again when it does. */
export type Missing = Map<number, Set<string>>;
/** Texts of a directory's entry: what is selected of it, without braces. */
export type EntryText = (id: string, missing: Missing) => string;
/** Texts of the lists below the rows, by the parent's stored id. */
export type ListTexts = readonly ReadonlyMap<string, string>[];
export type WriteRow = (row: Cells, lists: ListTexts, missing: Missing) => string;

type Part = { text: string } | { code: string };

/**
 * Writes the code of a function that makes one row's JSON text. Code, because a loop over fields costs several times
 * the text: what is the same for each row stands in it as literals, neighbours joined.
 */
export class RowWriter {
  private readonly parts: Part[] = [];

  /** What every row has: field names, braces, constants. */
  literal(text: string): this {
    const last = this.parts.at(-1);
    if (last && 'text' in last) last.text += text;
    else this.parts.push({ text });
    return this;
  }

  cell(at: number, form: ColumnForm, prefix: string, isNullable: boolean): void {
    const cell = `r[${at}]`;
    const quoted = form === 'instant' ? `d(${cell})` : cell;
    if (form === 'text') this.code(`t(${cell})`);
    else if (form === 'number' || form === 'json') this.code(`(${cell}??'null')`);
    else if (form === 'boolean')
      this.code(`(${cell}==='t'?'true':${isNullable ? `${cell}===null?'null':` : ''}'false')`);
    else if (isNullable) this.code(`(${cell}===null?'null':${JSON.stringify(`"${prefix}`)}+${quoted}+'"')`);
    else this.literal(`"${prefix}`).code(quoted).literal('"');
  }

  /** @param entry place of the entry's text function @param at cell with its stored id */
  entry(entry: number, at: number): void {
    this.code(`e[${entry}](r[${at}],m)`);
  }

  /** The same where the object as a whole may be missing. */
  nullableEntry(entry: number, at: number): void {
    this.code(`(r[${at}]===null?'null':'{'+e[${entry}](r[${at}],m)+'}')`);
  }

  /** @param at cell with the parent's stored id; undefined where there is one list only */
  list(list: number, at: number | undefined): void {
    this.code(`l[${list}].get(${at === undefined ? "''" : `r[${at}]`})`);
  }

  /** @param instant makes the API's text of an instant */
  compile(entries: readonly EntryText[], instant: (text: string) => string): WriteRow {
    const sum = this.parts.map((part) => ('text' in part ? JSON.stringify(part.text) : part.code)).join('+');
    // Names in the document are GraphQL names ([_A-Za-z0-9]) and everything else is ours: nothing of a client is code.
    const make = new Function('e', 't', 'd', `return (r,l,m)=>${sum || "''"}`);
    return make(entries, JSON.stringify, instant) as WriteRow;
  }

  private code(code: string): this {
    this.parts.push({ code });
    return this;
  }
}
