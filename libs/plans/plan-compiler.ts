import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getOperationAST,
  isNonNullType,
  isObjectType,
  Kind,
  OperationTypeNode,
} from 'graphql';
import { isoInstant } from '#database';
import type { EntrySource, FieldPlan, ListPlan, RootPlan, TypePlan } from './field-plan.js';
import { type ConnectionPiece, ListStep, nodesPiece } from './list-step.js';
import { NotPlanned } from './not-planned.js';
import { Plan, RootStep } from './plan.js';
import { RowShape } from './row-shape.js';
import { RowWriter, type WriteRow } from './row-writer.js';
import type { Run } from './run.js';
import { type Selected, Selections } from './selection.js';

/** What features have declared. */
export interface Declared {
  types: ReadonlyMap<string, TypePlan>;
  directories: ReadonlyMap<string, EntrySource>;
  roots: ReadonlyMap<string, RootPlan>;
}

type AnyField = GraphQLField<unknown, unknown>;

/** @throws NotPlanned where something in the document is not declared */
export function compilePlan(
  declared: Declared,
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
): Plan {
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== OperationTypeNode.QUERY) throw new NotPlanned('Not a query.');
  if (operation.directives && operation.directives.length > 0) throw new NotPlanned('A directive.');
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  return new PlanCompiler(declared, new Selections(schema, fragments)).plan(schema.getQueryType()!, operation);
}

class PlanCompiler {
  constructor(
    private readonly declared: Declared,
    private readonly selections: Selections,
  ) {}

  plan(query: GraphQLObjectType, operation: Parameters<Selections['of']>[1][number]): Plan {
    return new Plan(this.selections.of(query, [operation]).map((selected) => this.root(query, selected)));
  }

  private root(query: GraphQLObjectType, { key, name, nodes }: Selected): RootStep {
    const plan = this.declared.roots.get(name);
    const field = query.getFields()[name];
    if (!plan || !field) throw new NotPlanned(`No plan for ${name}.`);
    const shape = new RowShape(plan.row?.aliases ?? [], plan.row?.joins);
    const write = this.object(shape, objectType(field), nodes);
    return new RootStep(key, name, plan.row, shape, write, argumentsOf(field, nodes[0]!));
  }

  private object(shape: RowShape, type: GraphQLObjectType, nodes: readonly FieldNode[]): WriteRow {
    const writer = new RowWriter();
    this.fields(shape, writer, type, nodes);
    return writer.compile(shape.entries, isoInstant);
  }

  private fields(shape: RowShape, writer: RowWriter, type: GraphQLObjectType, nodes: readonly FieldNode[]): void {
    const plan = this.declared.types.get(type.name);
    if (!plan) throw new NotPlanned(`No plan for ${type.name}.`);
    writer.literal('{');
    this.selections.of(type, nodes).forEach((selected, at) => {
      if (at > 0) writer.literal(',');
      if (selected.name === '__typename') writer.literal(`"${selected.key}":"${type.name}"`);
      else this.field(shape, writer, type, plan, selected);
    });
    writer.literal('}');
  }

  private field(shape: RowShape, writer: RowWriter, type: GraphQLObjectType, plan: TypePlan, selected: Selected): void {
    const field = type.getFields()[selected.name]!;
    const declared = plan.fields[selected.name];
    if (!declared) {
      this.ownEntryField(shape, writer, type, plan, selected);
      return;
    }
    writer.literal(`"${selected.key}":`);
    const isNullable = !isNonNullType(field.type);
    switch (declared.from) {
      case 'column':
        writer.cell(shape.at(declared.sql), declared.form, declared.prefix, isNullable);
        break;
      case 'row':
        this.fields(shape, writer, objectType(field), selected.nodes);
        break;
      case 'packed':
        writer.cell(shape.at(this.packed(declared, objectType(field), selected), declared.aliases), 'json', '', true);
        break;
      case 'entry':
        this.entry(shape, writer, declared, objectType(field), selected, isNullable);
        break;
      case 'list':
        this.list(shape, writer, declared.list, field, selected);
    }
  }

  /** A field that the directory has of the thing whose row this is. */
  private ownEntryField(
    shape: RowShape,
    writer: RowWriter,
    type: GraphQLObjectType,
    { entry }: TypePlan,
    selected: Selected,
  ): void {
    if (!entry) throw new NotPlanned(`No plan for ${type.name}.${selected.name}.`);
    writer.entry(shape.entry(this.directory(entry.directory), type.name, [selected]), shape.at(entry.sql));
  }

  private entry(
    shape: RowShape,
    writer: RowWriter,
    { directory, sql }: Extract<FieldPlan, { from: 'entry' }>,
    type: GraphQLObjectType,
    { nodes }: Selected,
    isNullable: boolean,
  ): void {
    const text = shape.entry(this.directory(directory), type.name, this.selections.of(type, nodes));
    const at = shape.at(sql);
    if (isNullable) {
      writer.nullableEntry(text, at);
      return;
    }
    writer.literal('{');
    writer.entry(text, at);
    writer.literal('}');
  }

  private packed(
    { fields, sql }: Extract<FieldPlan, { from: 'packed' }>,
    type: GraphQLObjectType,
    { nodes }: Selected,
  ): string {
    const pairs = this.selections.of(type, nodes).map(({ key, name }) => {
      const value = name === '__typename' ? `'${type.name}'` : fields[name];
      if (!value) throw new NotPlanned(`No plan for ${type.name}.${name}.`);
      return `'${key}', ${value}`;
    });
    return sql(`json_build_object(${pairs.join(', ')})`);
  }

  private list(shape: RowShape, writer: RowWriter, plan: ListPlan, field: AnyField, { nodes }: Selected): void {
    const inner = new RowShape(plan.aliases, plan.joins);
    const connection = objectType(field);
    const pieces = this.selections.of(connection, nodes).map((selected) => this.piece(inner, connection, selected));
    const step = new ListStep(plan, inner, pieces, argumentsOf(field, nodes[0]!));
    const at = plan.parent && shape.at(plan.parent.outer);
    writer.list(shape.lists.push({ step, at }) - 1, at);
  }

  /** One field of a connection. */
  private piece(shape: RowShape, connection: GraphQLObjectType, { key, name, nodes }: Selected): ConnectionPiece {
    if (name === '__typename') return () => `"${key}":"${connection.name}"`;
    const type = objectType(connection.getFields()[name]!);
    if (name === 'nodes') return nodesPiece(key, this.object(shape, type, nodes));
    if (name !== 'pageInfo') throw new NotPlanned(`No plan for ${connection.name}.${name}.`);
    const selected = this.selections.of(type, nodes);
    return ({ pageInfo }) => {
      const values: Record<string, unknown> = { ...pageInfo, __typename: type.name };
      return `"${key}":{${selected.map((one) => `"${one.key}":${JSON.stringify(values[one.name])}`).join(',')}}`;
    };
  }

  private directory(name: string): EntrySource {
    const source = this.declared.directories.get(name);
    if (!source) throw new NotPlanned(`No directory ${name}.`);
    return source;
  }
}

function objectType({ type }: AnyField): GraphQLObjectType {
  const named = getNamedType(type);
  if (!isObjectType(named)) throw new NotPlanned(`${named.name} is no object type.`);
  return named;
}

const argumentsOf =
  (field: AnyField, node: FieldNode) =>
  (variables: Run['variables']): Record<string, unknown> =>
    getArgumentValues(field, node, variables);
