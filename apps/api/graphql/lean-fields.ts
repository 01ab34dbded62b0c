import { type GraphQLSchema, isObjectType } from 'graphql';

/** What Nest calls the function that it puts on every plain field. */
const PLAIN = 'rootFieldResolver';

/**
 * Takes the resolver off fields that only read their property: graphql-jit then reads it in place, where Nest's
 * function would be called for each field of each row. (Nest's also knows a default for undefined; no field of ours
 * has one.)
 */
export function leanFields(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) if (field.resolve?.name === PLAIN) field.resolve = undefined;
  }
  return schema;
}
