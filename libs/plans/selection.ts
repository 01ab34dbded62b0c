import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { NotPlanned } from './not-planned.js';

/** One field of an answer: all nodes of the document that ask for it under this key. */
export interface Selected {
  key: string;
  name: string;
  nodes: readonly FieldNode[];
}

/** Reads selections of one document: fragments written out, the same key asked for twice made one. */
export class Selections {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>,
  ) {}

  /** @throws NotPlanned for directives */
  of(type: GraphQLObjectType, nodes: readonly { selectionSet?: SelectionSetNode }[]): Selected[] {
    const byKey = new Map<string, FieldNode[]>();
    for (const { selectionSet } of nodes) if (selectionSet) this.collect(type, selectionSet, byKey);
    return [...byKey].map(([key, found]) => ({ key, name: found[0]!.name.value, nodes: found }));
  }

  private collect(type: GraphQLObjectType, { selections }: SelectionSetNode, byKey: Map<string, FieldNode[]>): void {
    for (const selection of selections) {
      if (selection.directives && selection.directives.length > 0) throw new NotPlanned('A directive.');
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        byKey.set(key, [...(byKey.get(key) ?? []), selection]);
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments[selection.name.value];
      if (!fragment) throw new NotPlanned('A fragment that is not there.');
      if (this.applies(fragment.typeCondition?.name.value, type)) this.collect(type, fragment.selectionSet, byKey);
    }
  }

  private applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const other = this.schema.getType(condition);
    return isAbstractType(other) && this.schema.isSubType(other, type);
  }
}
