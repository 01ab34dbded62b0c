import { testDatabase } from '../../test/support/database.js';
import { PostgresPubSub } from './postgres-pubsub.js';
import { pubSubContract } from './pubsub.contract.js';

describe('PostgresPubSub', () => {
  const database = testDatabase({ entities: [] });

  pubSubContract('PostgresPubSub', () => ({
    open: () => new PostgresPubSub({ connectionString: database.url }),
    breakConnections: async () => {
      await database.dataSource.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where application_name = 'meantime-pubsub' and datname = current_database()`,
      );
    },
  }));

  it('sends what is published together in few statements', async () => {
    const pubSub = new PostgresPubSub({ connectionString: database.url });
    await pubSub.check();
    const commits = async (): Promise<number> => {
      // Counters reach the view a moment after the commit; a new transaction sees them.
      await new Promise((resolve) => setTimeout(resolve, 1_200));
      const [row] = await database.dataSource.query(
        'select xact_commit::int as commits from pg_stat_database where datname = current_database()',
      );
      return row.commits;
    };
    const before = await commits();
    await Promise.all(Array.from({ length: 1_000 }, (_, number) => pubSub.publish('burst', { number })));
    await pubSub.close();
    expect((await commits()) - before).toBeLessThan(20);
  });

  it('says so when nobody answers', async () => {
    const pubSub = new PostgresPubSub({ connectionString: 'postgres://nobody@127.0.0.1:1/nothing' });
    await expect(pubSub.check()).rejects.toEqual(expect.objectContaining({ reason: 'pubsub.unavailable' }));
    await pubSub.close();
  });
});
