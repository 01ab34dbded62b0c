import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { queryTooCostly, queryTooDeep } from './graph.errors.js';
import { PAGE_SIZE } from './page.js';

/** Fields below fields, at most: the deepest screen of ours needs 12. */
export const MAX_DEPTH = 20;
/** Objects that one operation may ask for, counted from its page sizes. */
export const MAX_COST = 25_000;
/** Fields with fields of their own, with every fragment written out where it is used: what has to be compiled. */
const MAX_FIELDS = 2_500;

/** What one field asks for, ready to be multiplied with the page sizes of a request. */
interface Weight {
  /** Page sizes as written in the document, or the variables that bring them: a list takes the larger one. */
  sizes: (number | { variable: string })[];
  below: Selection;
}

/** What stands in one pair of braces. One object for a fragment, however often it is used: see {@link objectsOf}. */
interface Selection {
  weights: Weight[];
  /** Fields from here down, and how far down they go. */
  fields: number;
  depth: number;
  /** Has `nodes` or `edges`: what leads here is a list. */
  isPage: boolean;
}

/**
 * Reads once what an operation costs; the answer says it for given variables. Takes time in proportion to the document,
 * not to what its fragments would be when written out.
 * @returns a function from variables to the number of objects
 * @throws HubError query.too_deep, query.too_costly
 */
export function operationCost(
  document: DocumentNode,
  operationName?: string | null,
): (variables: Record<string, unknown>) => number {
  const operation = getOperationAST(document, operationName);
  if (!operation) return () => 0;
  const selection = new SelectionReader(document).read(operation.selectionSet);
  if (selection.depth > MAX_DEPTH) throw queryTooDeep(MAX_DEPTH);
  if (selection.fields > MAX_FIELDS) throw queryTooCostly(selection.fields, MAX_FIELDS);
  const defaults = defaultsOf(operation);
  return (variables) => objectsOf(selection, { ...defaults, ...variables }, new Map());
}

/** @throws HubError query.too_costly */
export function refuseCostly(cost: number): void {
  if (cost > MAX_COST) throw queryTooCostly(Math.round(cost), MAX_COST);
}

class SelectionReader {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly known = new Map<string, Selection>();
  private readonly reading = new Set<string>();

  constructor(document: DocumentNode) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
    }
  }

  read({ selections }: SelectionSetNode): Selection {
    const all: Selection = { weights: [], fields: 0, depth: 0, isPage: false };
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        all.isPage ||= selection.name.value === 'nodes' || selection.name.value === 'edges';
        if (selection.selectionSet) this.addField(all, selection, selection.selectionSet);
      } else {
        const inner =
          selection.kind === Kind.INLINE_FRAGMENT
            ? this.read(selection.selectionSet)
            : this.fragment(selection.name.value);
        all.isPage ||= inner.isPage;
        all.fields += inner.fields;
        all.depth = Math.max(all.depth, inner.depth);
        // A fragment is one child without a size, so that its weights are not copied.
        if (inner.fields > 0) all.weights.push({ sizes: [], below: inner });
      }
    }
    return all;
  }

  private addField(all: Selection, field: FieldNode, selections: SelectionSetNode): void {
    const below = this.read(selections);
    all.weights.push({ sizes: pageSizes(field, below.isPage), below });
    all.fields += 1 + below.fields;
    all.depth = Math.max(all.depth, 1 + below.depth);
  }

  private fragment(name: string): Selection {
    const known = this.known.get(name);
    if (known) return known;
    // Validation refuses cycles before; here they are as deep as can be.
    if (this.reading.has(name)) throw queryTooDeep(MAX_DEPTH);
    const definition = this.fragments.get(name);
    if (!definition) return { weights: [], fields: 0, depth: 0, isPage: false };
    this.reading.add(name);
    const selection = this.read(definition.selectionSet);
    this.reading.delete(name);
    this.known.set(name, selection);
    return selection;
  }
}

function pageSizes(field: FieldNode, isPage: boolean): Weight['sizes'] {
  const sizes = (field.arguments ?? [])
    .filter(({ name }) => name.value === 'first' || name.value === 'last')
    .map(({ value }) => sizeOf(value));
  return sizes.length > 0 ? sizes : [isPage ? PAGE_SIZE.usual : 1];
}

const sizeOf = (value: ValueNode): Weight['sizes'][number] =>
  value.kind === Kind.VARIABLE
    ? { variable: value.name.value }
    : value.kind === Kind.INT
      ? Number(value.value)
      : PAGE_SIZE.usual;

const defaultsOf = ({ variableDefinitions = [] }: OperationDefinitionNode): Record<string, number> =>
  Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue?.kind === Kind.INT ? [[variable.name.value, Number(defaultValue.value)]] : [],
    ),
  );

/** Counted once for each selection, so that fragments in fragments in fragments take no time. */
function objectsOf(selection: Selection, variables: Record<string, unknown>, counted: Map<Selection, number>): number {
  const known = counted.get(selection);
  if (known !== undefined) return known;
  let sum = 0;
  for (const { sizes, below } of selection.weights) {
    const objects = objectsOf(below, variables, counted);
    sum += sizes.length === 0 ? objects : 1 + times(sizes, variables) * objects;
  }
  counted.set(selection, sum);
  return sum;
}

/** Lists refuse sizes that are out of range with a sentence of their own: here they count as the nearest that is not. */
function times(sizes: Weight['sizes'], variables: Record<string, unknown>): number {
  const given = sizes.map((size) => (typeof size === 'number' ? size : variables[size.variable]));
  const numbers = given.map((size) => (typeof size === 'number' ? size : PAGE_SIZE.usual));
  return Math.min(Math.max(1, ...numbers), PAGE_SIZE.most);
}
