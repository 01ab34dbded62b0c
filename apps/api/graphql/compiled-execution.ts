import type {
  ApolloServerPlugin,
  GraphQLRequestContextDidResolveOperation,
  GraphQLRequestContextResponseForOperation,
  GraphQLRequestListener,
} from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import type { DocumentNode, FormattedExecutionResult, GraphQLSchema } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import { formatError, type HubContext, operationCost, refuseCostly } from '#graph';
import { requireScope } from '#identity';
import { HubError } from '#kernel';
import { overSocketOnly } from '#live';
import type { PlannedQuery, Plans } from '#plans';
import type { RequestRate } from './request-rate.js';

/** Documents kept compiled: clients have some dozens; more only comes from somebody who makes them up. */
const KEPT_DOCUMENTS = 500;

interface Prepared {
  planned: PlannedQuery | undefined;
  compiled: CompiledQuery | undefined;
  cost: (variables: Record<string, unknown>) => number;
}

/**
 * Runs operations through code that graphql-jit compiles once for each document: on pages of rows graphql-js spends
 * several times what the rows cost. Whatever cannot be compiled goes the ordinary way. Rate, cost and
 * scope are checked here for both ways.
 */
export class CompiledExecution implements ApolloServerPlugin<HubContext> {
  private readonly prepared = new LRUCache<string, Prepared>({ max: KEPT_DOCUMENTS });

  constructor(
    private readonly rate: RequestRate,
    private readonly plans: Plans,
  ) {}

  async requestDidStart(): Promise<GraphQLRequestListener<HubContext>> {
    return {
      didResolveOperation: async (request) => {
        try {
          await this.check(request);
        } catch (error) {
          // Nothing of it runs: to Apollo that is a failure of the server unless we say whose it is.
          if (error instanceof HubError) request.response.http.status = error.httpStatus;
          throw error;
        }
      },
      responseForOperation: async (request) => {
        const { planned, compiled } = this.prepare(request);
        const { contextValue } = request;
        const variables = request.request.variables ?? {};
        const text = await planned?.(contextValue, variables);
        if (text !== undefined) return answer({ data: new WrittenData(text) as never });
        if (!compiled) return null;
        const result = await compiled.query(undefined, contextValue, variables);
        const errors = result.errors?.map((error) => formatError(error, error, contextValue.requestId));
        return answer(errors ? { errors, data: result.data } : { data: result.data });
      },
    };
  }

  /** Rate, scope and cost. @throws HubError */
  private async check(request: GraphQLRequestContextDidResolveOperation<HubContext>): Promise<void> {
    await this.rate.count(request.contextValue);
    if (request.operation?.operation === 'subscription') throw overSocketOnly();
    const { actor } = request.contextValue;
    if (actor) requireScope(actor, request.operation?.operation === 'mutation' ? 'WRITE' : 'READ');
    refuseCostly(this.prepare(request).cost(request.request.variables ?? {}));
  }

  private prepare({
    document,
    operationName,
    queryHash,
    schema,
  }: GraphQLRequestContextDidResolveOperation<HubContext> | GraphQLRequestContextResponseForOperation<HubContext>) {
    const key = `${queryHash}:${operationName ?? ''}`;
    let prepared = this.prepared.get(key);
    if (!prepared) {
      // First what is cheap and may refuse: a compilation takes as long as the operation is large.
      const cost = operationCost(document!, operationName);
      const planned = this.plans.compile(schema, document!, operationName);
      prepared = { cost, planned, compiled: compile(schema, document!, operationName) };
      this.prepared.set(key, prepared);
    }
    return prepared;
  }
}

/** An answer's data that is JSON text already. */
class WrittenData {
  constructor(readonly text: string) {}
}

const answer = (singleResult: FormattedExecutionResult) => ({
  http: { headers: new HeaderMap() },
  body: { kind: 'single' as const, singleResult },
});

/** Apollo's hook for the text of an answer. */
export const stringifyResult = (result: FormattedExecutionResult): string =>
  result.data instanceof WrittenData ? `{"data":${result.data.text}}\n` : `${JSON.stringify(result)}\n`;

function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
): CompiledQuery | undefined {
  const compiled = compileQuery(schema, document, operationName ?? undefined, { disableLeafSerialization: false });
  return isCompiledQuery(compiled) ? compiled : undefined;
}
