import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from './build.mjs';

const root = resolve(import.meta.dirname, '..');
await build();
const { errorCatalogue } = await import('../dist/bin/error-catalogue.js');
writeFileSync(join(root, 'docs/api/errors.md'), errorCatalogue(root));
