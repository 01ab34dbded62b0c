import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from './build.mjs';

await build();
const { envExample } = await import('#config');
writeFileSync(join(resolve(import.meta.dirname, '..'), '.env.example'), envExample());
