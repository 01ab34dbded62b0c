import { Injectable } from '@nestjs/common';
import { type DocumentNode, type FormattedExecutionResult, type GraphQLSchema, getOperationAST } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import { Config } from '#config';
import { formatError, type HubContext, operationCost, refuseCostly } from '#graph';
import { requireScope } from '#identity';
import { overSocketOnly } from '#live';
import { type PlannedQuery, Plans } from '#plans';
import { RequestRate } from './request-rate.js';

/** Documents kept compiled: clients have some dozens; more only comes from somebody who makes them up. */
const KEPT_DOCUMENTS = 500;

type Variables = Record<string, unknown>;

/** A document that was parsed and found valid, ready to be run again and again. */
export interface Prepared {
  kind: string | undefined;
  planned: PlannedQuery | undefined;
  compiled: CompiledQuery | undefined;
  cost: (variables: Variables) => number;
}

/** An answer: its data as JSON text already, or as an object with its errors. */
export type Answer = { text: string } | { result: FormattedExecutionResult };

/**
 * Runs operations through code that is compiled once for each document: pages by their plans, the rest by graphql-jit,
 * since graphql-js spends several times what the rows cost. Rate, cost and scope are checked here for all ways.
 */
@Injectable()
export class PreparedDocuments {
  private readonly prepared = new LRUCache<string, Prepared>({ max: KEPT_DOCUMENTS });
  private readonly rate: RequestRate;

  constructor(
    private readonly plans: Plans,
    config: Config,
  ) {
    this.rate = new RequestRate(config.values.REQUESTS_PER_MINUTE);
  }

  /** What is known of a text that was found valid before. */
  known(text: string, operationName: string | null | undefined): Prepared | undefined {
    return this.prepared.get(keyOf(text, operationName));
  }

  /** @throws HubError query.too_deep, query.too_costly */
  prepare(
    text: string,
    operationName: string | null | undefined,
    schema: GraphQLSchema,
    document: DocumentNode,
  ): Prepared {
    const key = keyOf(text, operationName);
    let prepared = this.prepared.get(key);
    if (!prepared) {
      // First what is cheap and may refuse: a compilation takes as long as the operation is large.
      const cost = operationCost(document, operationName);
      const kind = getOperationAST(document, operationName)?.operation;
      const planned = this.plans.compile(schema, document, operationName);
      prepared = { kind, cost, planned, compiled: compile(schema, document, operationName) };
      this.prepared.set(key, prepared);
    }
    return prepared;
  }

  /** Rate, scope and cost. @throws HubError */
  async check(prepare: () => Prepared, kind: string | undefined, context: HubContext, variables: Variables) {
    await this.rate.count(context);
    if (kind === 'subscription') throw overSocketOnly();
    if (context.actor) requireScope(context.actor, kind === 'mutation' ? 'WRITE' : 'READ');
    refuseCostly(prepare().cost(variables));
  }

  /** Undefined where the document can only be executed the ordinary way. */
  async answer(
    { planned, compiled }: Prepared,
    context: HubContext,
    variables: Variables,
  ): Promise<Answer | undefined> {
    const text = await planned?.(context, variables);
    if (text !== undefined) return { text };
    if (!compiled) return undefined;
    const { data, errors } = await compiled.query(undefined, context, variables);
    if (!errors) return { result: { data } };
    return { result: { errors: errors.map((error) => formatError(error, error, context.requestId)), data } };
  }
}

// The same text may hold several operations. Names have no line breaks.
const keyOf = (text: string, operationName: string | null | undefined): string => `${operationName ?? ''}\n${text}`;

function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
): CompiledQuery | undefined {
  const compiled = compileQuery(schema, document, operationName ?? undefined, { disableLeafSerialization: false });
  return isCompiledQuery(compiled) ? compiled : undefined;
}
