import { testDatabase } from './database.js';

describe('a test database', () => {
  const first = testDatabase({ entities: [] });
  const second = testDatabase({ entities: [] });

  it('is migrated', async () => {
    expect(await first.dataSource.query('select count(*)::int as count from members')).toEqual([{ count: 0 }]);
  });

  it('is not shared', async () => {
    await first.dataSource.query(
      `insert into outbox (id, job, payload, created_at) values (gen_random_uuid(), 'job', '{}', now())`,
    );
    expect(await second.dataSource.query('select job from outbox')).toEqual([]);
    expect(first.url).not.toBe(second.url);
  });

  it('can be cleared', async () => {
    await first.clear();
    expect(await first.dataSource.query('select job from outbox')).toEqual([]);
  });
});
