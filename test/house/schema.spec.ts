import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, findBreakingChanges, type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { servedSchema } from '../../apps/api/schema-text.js';
import { notServedYet } from './not-served-yet.js';
import { root } from './source-files.js';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const missingFrom = (served: GraphQLSchema): string[] =>
  findBreakingChanges(buildSchema(read('docs/api/contract.graphql')), served).map(({ description }) => description);

describe('the served schema', () => {
  let served: GraphQLSchema;

  beforeAll(async () => {
    served = await servedSchema();
  });

  it('is the one in apps/api/schema.graphql; npm run schema writes it anew', () => {
    expect(`${printSchema(lexicographicSortSchema(served))}\n`).toBe(read('apps/api/schema.graphql'));
  });

  it('keeps the contract with custom clients, but for the list of what is not served yet', () => {
    expect(missingFrom(served).sort()).toEqual([...notServedYet].sort());
  });

  it('keeps the defaults of the contract', () => {
    expect(printSchema(served)).toContain('quorum: Quorum = EACH');
    expect(printSchema(served)).toContain('withdrawOpenResponses: Boolean = false');
  });

  it('is held to the contract by something that sees a difference', () => {
    const withoutTitle = buildSchema(read('apps/api/schema.graphql').replaceAll('  title: String!\n', ''));
    expect(missingFrom(withoutTitle)).not.toEqual(missingFrom(served));
  });
});
