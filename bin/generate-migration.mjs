import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from './build.mjs';

/*
 * npm run migration:generate -- add-pins: compares what the entities say with what the migrations make, on a database
 * of its own, and writes the difference as a new migration to be read, completed and listed.
 */

const folder = join(resolve(import.meta.dirname, '..'), 'libs/database/migrations');
const name = process.argv[2] ?? '';
if (!/^[a-z][a-z0-9-]*$/.test(name)) fail('Name the migration by what it does: npm run migration:generate -- add-pins');
await build();

const statements = await difference();
if (statements.length === 0) fail('The migrations already make what the entities say.');
const file = await write(statements);
console.log(`Wrote ${file}.\nRead it, write what must happen to existing rows, and add it to the list in index.ts.`);

async function difference() {
  const { createDataSource, startEmbeddedPostgres } = await import('#database');
  const { entities } = await import('../dist/apps/entities.js');
  const directory = await mkdtemp(join(tmpdir(), 'meantime-migration-'));
  const postgres = await startEmbeddedPostgres(directory);
  try {
    const applicationName = 'meantime-migration';
    const dataSource = createDataSource({ url: postgres.url, poolSize: 2, entities, applicationName });
    await dataSource.initialize();
    await dataSource.runMigrations();
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    await dataSource.destroy();
    return upQueries.map(({ query }) => query);
  } finally {
    await postgres.stop();
    await rm(directory, { recursive: true });
  }
}

async function write(queries) {
  // A migration comes after all others even where somebody's clock was ahead.
  const times = (await readdir(folder)).map((entry) => Number.parseInt(entry, 10)).filter(Boolean);
  const time = Math.max(Date.now(), ...times.map((former) => former + 1));
  const className = `${name.replace(/(^|-)([a-z0-9])/g, (_, __, letter) => letter.toUpperCase())}${time}`;
  const path = join(folder, `${time}-${name}.ts`);
  await writeFile(
    path,
    `import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
${queries.map((query) => `  \`${query.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')}\`,`).join('\n')}
];

export class ${className} implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement);
  }

  /** Migrations go forward; going back is restoring the backup that was made before. */
  async down(): Promise<void> {
    throw new Error('This migration is undone by restoring the backup that was made before it.');
  }
}
`,
  );
  return path;
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
