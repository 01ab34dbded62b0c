import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from './build.mjs';

await build();
const { schemaText } = await import('../dist/apps/api/schema-text.js');
writeFileSync(join(resolve(import.meta.dirname, '..'), 'apps/api/schema.graphql'), await schemaText());
