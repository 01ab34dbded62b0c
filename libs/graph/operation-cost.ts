import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getOperationAST,
  Kind,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { queryTooCostly, queryTooDeep } from './graph.errors.js';
import { PAGE_SIZE } from './page.js';

/** Fields below fields, at most: the deepest screen of ours needs 12. */
export const MAX_DEPTH = 20;
/** Objects that one operation may ask for, counted from its page sizes. */
export const MAX_COST = 25_000;

/** What one operation asks for, ready to be multiplied with the page sizes of a request. */
interface Weight {
  /** Objects of this field itself, for one parent. */
  own: number;
  /** The page size where it is written in the document, or the variable that brings it. */
  size: number | { variable: string };
  children: Weight[];
}

/**
 * Reads once what an operation costs; the answer says it for given variables.
 * @returns a function from variables to the number of objects
 * @throws HubError query.too_deep
 */
export function operationCost(
  document: DocumentNode,
  operationName?: string | null,
): (variables: Record<string, unknown>) => number {
  const operation = getOperationAST(document, operationName);
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const weights = operation ? weigh(operation.selectionSet, fragments, 1) : [];
  return (variables) => total(weights, variables);
}

/** @throws HubError query.too_costly */
export function refuseCostly(cost: number): void {
  if (cost > MAX_COST) throw queryTooCostly(Math.round(cost), MAX_COST);
}

function weigh(selections: SelectionSetNode, fragments: Map<string, FragmentDefinitionNode>, depth: number): Weight[] {
  if (depth > MAX_DEPTH) throw queryTooDeep(MAX_DEPTH);
  const weights: Weight[] = [];
  for (const selection of selections.selections) {
    if (selection.kind === Kind.FIELD) {
      if (selection.selectionSet) {
        weights.push({
          own: 1,
          size: pageSize(selection),
          children: weigh(selection.selectionSet, fragments, depth + 1),
        });
      }
    } else {
      const inner =
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection.selectionSet
          : fragments.get(selection.name.value)?.selectionSet;
      if (inner) weights.push(...weigh(inner, fragments, depth + 1));
    }
  }
  return weights;
}

function pageSize(field: FieldNode): Weight['size'] {
  const argument = field.arguments?.find(({ name }) => name.value === 'first' || name.value === 'last');
  if (argument) return sizeOf(argument.value);
  const isConnection = field.selectionSet?.selections.some(
    (inner) => inner.kind === Kind.FIELD && (inner.name.value === 'nodes' || inner.name.value === 'edges'),
  );
  return isConnection ? PAGE_SIZE.usual : 1;
}

const sizeOf = (value: ValueNode): Weight['size'] =>
  value.kind === Kind.VARIABLE
    ? { variable: value.name.value }
    : value.kind === Kind.INT
      ? Number(value.value)
      : PAGE_SIZE.usual;

function total(weights: readonly Weight[], variables: Record<string, unknown>): number {
  let sum = 0;
  for (const { own, size, children } of weights) {
    const given = typeof size === 'number' ? size : variables[size.variable];
    const times = typeof given === 'number' ? Math.max(1, given) : PAGE_SIZE.usual;
    sum += own + times * total(children, variables);
  }
  return sum;
}
