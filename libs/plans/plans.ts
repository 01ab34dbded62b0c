import { Injectable, Logger } from '@nestjs/common';
import { type DocumentNode, type GraphQLSchema, getOperationAST, getVariableValues } from 'graphql';
import { Sql } from '#database';
import type { HubContext } from '#graph';
import { Clock, HubError } from '#kernel';
import type { EntrySource, RootPlan, TypePlan } from './field-plan.js';
import { NotPlanned } from './not-planned.js';
import type { Plan } from './plan.js';
import { compilePlan } from './plan-compiler.js';

/** Answers one document; undefined: execute it the ordinary way. */
export type PlannedQuery = (context: HubContext, variables: Record<string, unknown>) => Promise<string | undefined>;

/**
 * Reads of whole pages without resolvers. Features declare beside their types where fields come from; a document whose
 * fields are all declared is compiled once into few statements and code that writes the answer's text from their rows.
 * Everything else, and every refusal, is left to the resolvers, which give the same answers.
 */
@Injectable()
export class Plans {
  private readonly logger = new Logger(Plans.name);
  readonly types = new Map<string, TypePlan>();
  readonly directories = new Map<string, EntrySource>();
  readonly roots = new Map<string, RootPlan>();

  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** Adds to what is known of a type: a feature above may add fields of its own. */
  type(name: string, plan: TypePlan): void {
    const known = this.types.get(name);
    this.types.set(name, { ...known, ...plan, fields: { ...known?.fields, ...plan.fields } });
  }

  directory(name: string, source: EntrySource): void {
    this.directories.set(name, source);
  }

  root(field: string, plan: RootPlan): void {
    this.roots.set(field, plan);
  }

  /** Undefined where the document asks for something that no plan covers. */
  compile(schema: GraphQLSchema, document: DocumentNode, operationName?: string | null): PlannedQuery | undefined {
    let plan: Plan;
    try {
      plan = compilePlan(this, schema, document, operationName);
    } catch (error) {
      if (error instanceof NotPlanned) return undefined;
      throw error;
    }
    const definitions = getOperationAST(document, operationName)!.variableDefinitions ?? [];
    return async ({ actor }, given) => {
      if (!actor) return undefined;
      const { coerced } = getVariableValues(schema, definitions, given);
      if (!coerced) return undefined;
      const values = { viewer: actor.memberId, isGuest: actor.role === 'GUEST', now: this.clock.now() };
      try {
        return await plan.text({ sql: this.sql, values, variables: coerced });
      } catch (error) {
        // A resolver says what is refused, and where. What else went wrong it meets as well, and reports.
        if (!(error instanceof HubError || error instanceof NotPlanned)) this.logger.warn(error);
        return undefined;
      }
    };
  }
}
