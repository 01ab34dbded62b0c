import 'reflect-metadata';
import { type DynamicModule, type Type } from '@nestjs/common';
import { MODULE_METADATA } from '@nestjs/common/constants.js';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { Config } from '#config';
import { SystemClock } from '#kernel';
import { ApiModule } from './api.module.js';
import { schemaOptions } from './graphql/graphql-options.js';

type Imported = Type | DynamicModule | Promise<DynamicModule>;

/** The schema that the api serves, made from its classes alone: nothing is started or connected. */
export async function servedSchema(): Promise<GraphQLSchema> {
  const builder = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: ['error'] });
  try {
    const providers = await providersOf(ApiModule.of(Config.read({}), new SystemClock()), new Set());
    return lexicographicSortSchema(await builder.get(GraphQLSchemaFactory).create(providers, schemaOptions));
  } finally {
    await builder.close();
  }
}

/** As `apps/api/schema.graphql` holds it. */
export const schemaText = async (): Promise<string> => `${printSchema(await servedSchema())}\n`;

/** The classes that a module and what it imports provide; what is no resolver does not disturb the builder. */
async function providersOf(imported: Imported, seen: Set<unknown>): Promise<Type[]> {
  const resolved = await imported;
  const module = 'module' in resolved ? resolved.module : resolved;
  const dynamic: Partial<DynamicModule> = 'module' in resolved ? resolved : {};
  if (seen.has(module)) return [];
  seen.add(module);
  const metadata = (key: string): unknown[] => Reflect.getMetadata(key, module) ?? [];
  const providers = [...metadata(MODULE_METADATA.PROVIDERS), ...(dynamic.providers ?? [])];
  const found = providers.filter((provider): provider is Type => typeof provider === 'function');
  for (const next of [...metadata(MODULE_METADATA.IMPORTS), ...(dynamic.imports ?? [])]) {
    found.push(...(await providersOf(next as Imported, seen)));
  }
  return found;
}
