import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  type DocumentNode,
  type ExecutionArgs,
  type FieldNode,
  GraphQLError,
  type GraphQLSchema,
  getArgumentValues,
  getOperationAST,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { SubscribePayload } from 'graphql-ws';
import { LRUCache } from 'lru-cache';
import { formatError, HubContext, operationCost, refuseCostly } from '#graph';
import { requireScope } from '#identity';
import type { Actor } from '#kernel';
import { overSocketOnly, tooManySubscriptions } from './live.errors.js';
import { type LiveConnection, sendNext } from './live-connection.js';
import { LiveSource } from './live-source.js';
import { asksPersonally } from './personal-fields.js';
import type { Subscriber } from './subscriber-group.js';
import { SubscriberGroups } from './subscriber-groups.js';

export const LIVE_SOURCES = Symbol('live sources');
const MAX_SUBSCRIPTIONS = 50;
const KEPT_DOCUMENTS = 500;
const MAX_TOKENS = 5_000;

/** A subscription document, read once for all who send it. */
interface Prepared {
  document: DocumentNode;
  field: FieldNode;
  compiled: CompiledQuery;
  isPersonal: boolean;
  cost: (variables: Record<string, unknown>) => number;
}

interface LiveArgs extends ExecutionArgs {
  live: {
    connection: LiveConnection;
    id: string;
    prepared: Prepared;
    variables: Record<string, unknown>;
    text: string;
  };
}

/** Turns a subscribe message into a place in a group. */
@Injectable()
export class LiveOperations {
  private readonly prepared = new LRUCache<string, Prepared>({ max: KEPT_DOCUMENTS });

  constructor(
    private readonly groups: SubscriberGroups,
    @Inject(LIVE_SOURCES) private readonly sources: readonly LiveSource[],
  ) {}

  /** Checks a message. @returns what `subscribe` takes, or what is wrong */
  prepare(
    schema: GraphQLSchema,
    connection: LiveConnection,
    id: string,
    payload: SubscribePayload,
  ): LiveArgs | readonly GraphQLError[] {
    try {
      if (connection.subscriptions >= MAX_SUBSCRIPTIONS) throw tooManySubscriptions(MAX_SUBSCRIPTIONS);
      requireScope(connection.actor!, 'READ');
      const text = `${payload.operationName ?? ''}\n${payload.query}`;
      const prepared = this.prepared.get(text) ?? this.read(schema, payload);
      if (Array.isArray(prepared)) return prepared;
      this.prepared.set(text, prepared as Prepared);
      const variables = payload.variables ?? {};
      refuseCostly((prepared as Prepared).cost(variables));
      return {
        schema,
        document: (prepared as Prepared).document,
        variableValues: variables,
        live: { connection, id, prepared: prepared as Prepared, variables, text },
      };
    } catch (error) {
      return [graphqlError(error)];
    }
  }

  /** Joins the group; the answer never yields: the group sends to the socket itself. */
  async subscribe({ schema, live }: LiveArgs): Promise<AsyncIterableIterator<never> | { errors: GraphQLError[] }> {
    const { connection, id, prepared, variables, text } = live;
    const actor = connection.actor!;
    try {
      const field = schema.getSubscriptionType()!.getFields()[prepared.field.name.value]!;
      const source = this.sources.find((one) => one.field === field.name);
      if (!source) throw overSocketOnly();
      const open = await source.open(actor, getArgumentValues(field, prepared.field, variables));
      const isPersonal = open.isPersonal || prepared.isPersonal;
      const key = [open.key, text, JSON.stringify(variables), isPersonal ? actor.memberId : ''].join('\n');
      const responseName = prepared.field.alias?.value ?? field.name;
      const render = (value: object, viewer: Actor) =>
        renderValue(prepared.compiled, field.name, value, viewer, variables);
      const iterator = new EndlessIterator();
      let catchingUp: string[] | undefined = open.missed ? [] : undefined;
      const subscriber: Subscriber = {
        actor,
        send: (text) => {
          if (!catchingUp) return sendNext(connection, id, text);
          catchingUp.push(text);
          return true;
        },
        drop: () => connection.socket.close(1013, 'Too slow: subscribe again after the last post'),
        end: () => void iterator.return(),
      };
      const leave = await this.groups.join(key, open, render, subscriber);
      connection.subscriptions += 1;
      iterator.onEnd(() => {
        connection.subscriptions -= 1;
        return leave();
      });
      if (open.missed) {
        const missed = await Promise.all((await open.missed(actor)).map((value) => render(value, actor)));
        const told = new Set(missed);
        for (const text of missed) sendNext(connection, id, text);
        for (const text of catchingUp!) if (!told.has(text)) sendNext(connection, id, text);
        catchingUp = undefined;
      }
      void responseName;
      return iterator;
    } catch (error) {
      return { errors: [graphqlError(error)] };
    }
  }

  private read(schema: GraphQLSchema, { query, operationName }: SubscribePayload): Prepared | readonly GraphQLError[] {
    const document = parse(query, { maxTokens: MAX_TOKENS });
    const faults = validate(schema, document, specifiedRules, { maxErrors: 5 });
    if (faults.length > 0) return faults.map(graphqlError);
    const operation = getOperationAST(document, operationName);
    const field = operation?.selectionSet.selections[0];
    if (operation?.operation !== 'subscription' || field?.kind !== 'Field') throw overSocketOnly();
    // Before the compilation, which takes as long as the operation is large.
    const cost = operationCost(document, operationName);
    const compiled = compileQuery(schema, document, operationName ?? undefined);
    if (!isCompiledQuery(compiled)) return compiled.errors?.map(graphqlError) ?? [];
    return {
      document,
      field,
      compiled,
      isPersonal: asksPersonally(document),
      cost,
    };
  }
}

async function renderValue(
  compiled: CompiledQuery,
  field: string,
  value: object,
  viewer: Actor,
  variables: Record<string, unknown>,
): Promise<string> {
  const context = new HubContext(viewer, randomUUID(), viewer.ipAddress ?? '');
  const result = await compiled.query({ [field]: value }, context, variables);
  const errors = result.errors?.map((error) => formatError(error, error, context.requestId));
  return JSON.stringify(errors ? { data: result.data, errors } : { data: result.data });
}

function graphqlError(error: unknown): GraphQLError {
  const original = error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error });
  const { message, locations: _, path, extensions } = formatError(original, original, randomUUID());
  return new GraphQLError(message, { nodes: original.nodes, path, extensions });
}

/** What graphql-ws holds on to while a subscription lives: it yields nothing and ends when it is returned. */
class EndlessIterator implements AsyncIterableIterator<never> {
  readonly [Symbol.toStringTag] = 'AsyncGenerator';
  private end!: () => void;
  private readonly ended = new Promise<void>((resolve) => {
    this.end = resolve;
  });
  private cleanUp: (() => Promise<void>) | undefined;

  onEnd(cleanUp: () => Promise<void>): void {
    this.cleanUp = cleanUp;
  }

  async next(): Promise<IteratorResult<never>> {
    await this.ended;
    return { done: true, value: undefined };
  }

  async return(): Promise<IteratorResult<never>> {
    this.end();
    const cleanUp = this.cleanUp;
    this.cleanUp = undefined;
    await cleanUp?.();
    return { done: true, value: undefined };
  }

  async throw(): Promise<IteratorResult<never>> {
    return this.return();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
