import { testDatabase } from '../../test/support/database.js';
import { DomainEvents } from './domain-events.js';
import { Sql, statement } from './sql.js';
import { UnitOfWork } from './unit-of-work.js';

class Happened {
  constructor(readonly id: string) {}
}

const insert = statement(
  'spec.insert',
  `insert into outbox (id, job, payload, created_at) values ($1, 'a', '{}', now())`,
);
const select = statement('spec.select', 'select id from outbox where id = $1');

describe('domain events', () => {
  const database = testDatabase({ entities: [] });
  let unitOfWork: UnitOfWork;
  let sql: Sql;
  let events: DomainEvents;
  const isKept = async (id: string) => (await sql.row(select, [id])) !== undefined;

  beforeEach(() => {
    unitOfWork = new UnitOfWork(database.dataSource);
    sql = new Sql(database.dataSource, unitOfWork);
    events = new DomainEvents(unitOfWork);
  });

  it('are heard inside the transaction first, and after its commit', async () => {
    const id = '00000000-0000-7000-8000-000000000001';
    const heard: string[] = [];
    events.on(Happened, async (event) => {
      heard.push(`after, kept: ${await isKept(event.id)}`);
    });
    events.onBeforeCommit(Happened, async (event) => {
      await sql.rows(insert, [event.id]);
      heard.push('before');
    });
    await unitOfWork.run(async () => {
      await events.tell(new Happened(id));
      heard.push('told');
    });
    expect(heard).toEqual(['before', 'told', 'after, kept: true']);
  });

  it('are refused by a listener before the commit: everything is rolled back and nobody hears of it', async () => {
    const id = '00000000-0000-7000-8000-000000000002';
    const after: Happened[] = [];
    events.on(Happened, (event) => {
      after.push(event);
    });
    events.onBeforeCommit(Happened, () => {
      throw new Error('not like this');
    });
    const work = unitOfWork.run(async () => {
      await sql.rows(insert, [id]);
      await events.tell(new Happened(id));
    });
    await expect(work).rejects.toThrow('not like this');
    expect(await isKept(id)).toBe(false);
    expect(after).toEqual([]);
  });

  it('give listeners before the commit a transaction where the teller has none', async () => {
    const id = '00000000-0000-7000-8000-000000000003';
    events.onBeforeCommit(Happened, async (event) => {
      await sql.rows(insert, [event.id]);
    });
    events.onBeforeCommit(Happened, () => {
      throw new Error('too late');
    });
    await expect(events.tell(new Happened(id))).rejects.toThrow('too late');
    expect(await isKept(id)).toBe(false);
  });
});
