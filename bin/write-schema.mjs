import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from './build.mjs';

/* npm run schema: the committed schema, and the types that the web client takes from it. */

const root = resolve(import.meta.dirname, '..');
await build();
const { schemaText } = await import('../dist/apps/api/schema-text.js');
writeFileSync(join(root, 'apps/api/schema.graphql'), await schemaText());
execFileSync(
  join(root, 'node_modules/.bin/gql.tada'),
  ['generate-output', '-c', join(root, 'apps/web/tsconfig.json')],
  {
    stdio: ['ignore', 'ignore', 'inherit'],
  },
);
