import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { testDatabase } from '../support/database.js';
import { root } from './source-files.js';

describe('migrations', () => {
  const database = testDatabase();

  it('make exactly what the entities say; npm run migration:generate writes the difference', async () => {
    const { upQueries } = await database.dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('are all in the list, in the order of their time', () => {
    const files = readdirSync(join(root, 'libs/database/migrations')).filter((name) => name !== 'index.ts');
    const listed = database.dataSource.migrations.map(({ constructor: { name } }) => /\d+$/.exec(name)?.[0]);
    expect(listed).toEqual(files.map((name) => /^\d+/.exec(name)?.[0]).sort());
  });

  it('are compared by something that sees a difference', async () => {
    const { dataSource } = database;
    await dataSource.query('alter table outbox drop column job');
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query).join()).toContain('ADD "job"');
  });
});
