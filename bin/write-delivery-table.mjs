import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from './build.mjs';

const root = resolve(import.meta.dirname, '..');
await build();
const { deliveryTable } = await import('../dist/bin/delivery-table.js');
writeFileSync(join(root, 'docs/delivery-decision.md'), deliveryTable());
