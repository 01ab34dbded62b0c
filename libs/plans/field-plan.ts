import type { PageRequest } from '#graph';
import { type IdKind, idKinds } from '#kernel';

/**
 * How a cell (text as Postgres writes it, or null) stands in JSON: `text` escaped, `word` as it is between quotes (ids,
 * enum values), `instant` as the API writes instants, `number` and `json` as they are, `boolean` from t and f.
 */
export type ColumnForm = 'text' | 'word' | 'instant' | 'number' | 'boolean' | 'json';

/** A plain value of the row. `sql` names tables by the aliases of the statement that it stands in. */
export interface ColumnField {
  from: 'column';
  sql: string;
  form: ColumnForm;
  prefix: string;
}

/** A thing of a directory whose stored id is in the row. */
export interface EntryField {
  from: 'entry';
  directory: string;
  sql: string;
}

/** An object whose columns stand in the same row. */
export interface RowField {
  from: 'row';
}

/** A list of objects with nothing below them, which Postgres packs into one JSON value of the row. */
export interface PackedField {
  from: 'packed';
  /** SQL of each field, by its name. */
  fields: Readonly<Record<string, string>>;
  /** The whole value. @param object SQL of one object of the list */
  sql(object: string): string;
  /** Aliases of the surrounding statement that it speaks of. */
  aliases: readonly string[];
}

/** A page of objects with a statement of its own: one for all parents together. */
export interface ListField {
  from: 'list';
  list: ListPlan;
}

export type FieldPlan = ColumnField | EntryField | RowField | PackedField | ListField;

/** Where the fields of a GraphQL type come from. What is not named here is not planned. */
export interface TypePlan {
  fields: Readonly<Record<string, FieldPlan>>;
  /** The directory that has the rest of its fields, and the SQL of its stored id. */
  entry?: { directory: string; sql: string };
}

/** One page as its statement has to bring it. */
export interface ListShape {
  page: PageRequest;
  /** Tells statements apart that differ in more than their place: `state`, or nothing. */
  variant: string;
  /** Beside :parents, :viewer, :isGuest, :now, :size and :beyond0, :beyond1. */
  values: Readonly<Record<string, unknown>>;
}

export interface ListPlan {
  /** Name of the GraphQL type of its nodes. */
  of: string;
  /** SQL of the parent's id, in the parent's row and in the list's; absent where there is one list only. */
  parent?: { outer: string; inner: string };
  /** Aliases that the statement always has. */
  aliases: readonly string[];
  /** More, by alias: added where a column speaks of them, in this order. */
  joins?: Readonly<Record<string, string>>;
  /** SQL of the sort keys, as they stand in a cursor. */
  cursor: readonly { sql: string; form: 'word' | 'instant' | 'number' }[];
  /** @throws HubError where the arguments are refused: the resolver then says so */
  shape(args: Readonly<Record<string, unknown>>): ListShape;
  /** True where the statement has the parent's tables, and can give a row for a parent with nothing in its list. */
  carriesParent?: boolean;
  /**
   * The statement, access rule included, with `:name` for values; at most :size rows for each parent.
   * @param keepsParents a parent without anything in its list gives one row with nulls
   */
  text(shape: ListShape, columns: string, joins: string, keepsParents: boolean): string;
}

/** A query field that gives one object, or an object of lists. */
export interface RootPlan {
  of: string;
  row?: {
    aliases: readonly string[];
    joins?: Readonly<Record<string, string>>;
    /** The stored id that is asked for; undefined where this plan does not answer. */
    key(args: Readonly<Record<string, unknown>>): string | undefined;
    /** Ends in a condition on :key, with the access rule in it. */
    text(columns: string, joins: string): string;
  };
}

/** A directory as plans see it: entries by stored id, their plain fields by name. */
export interface EntrySource {
  fields: readonly string[];
  get(id: string): object | undefined;
  ensure(ids: Iterable<string>): Promise<void> | undefined;
}

export const column = (sql: string, form: ColumnForm): ColumnField => ({ from: 'column', sql, form, prefix: '' });
export const idColumn = (sql: string, kind: IdKind): ColumnField => ({
  from: 'column',
  sql,
  form: 'word',
  prefix: `${idKinds[kind]}_`,
});
export const entry = (directory: string, sql: string): EntryField => ({ from: 'entry', directory, sql });
export const sameRow: RowField = { from: 'row' };
export const list = (plan: ListPlan): ListField => ({ from: 'list', list: plan });
