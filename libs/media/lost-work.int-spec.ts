import { type Id, newId } from '#kernel';
import { testDatabase } from '../../test/support/database.js';
import { type MediaApp, mediaApp, type SignedIn } from '../../test/support/media-app.js';
import { MediaService } from './media.service.js';
import { MediaSweeper } from './media.sweeper.js';
import { mediaTopic } from './media.topics.js';

const database = testDatabase({ entities: [] });

describe('work that got lost', () => {
  let hub: MediaApp;
  let mira: SignedIn;
  let otto: SignedIn;
  let ada: SignedIn;

  beforeAll(async () => {
    hub = await mediaApp(database);
    mira = await hub.member('mira');
    otto = await hub.member('otto');
    ada = await hub.member('ada', 'ADMIN');
  });
  afterAll(() => hub.close());

  const sweep = () => hub.app.get(MediaSweeper, { strict: false }).sweep();
  const service = () => hub.app.get(MediaService, { strict: false });
  const find = (key: Id) => service().find(mira.actor, key);

  async function item(status: 'PROCESSING' | 'FAILED' | 'READY', originalKey: string | null = 'media/x/original.webm') {
    const key = newId();
    await database.dataSource.query(
      `insert into media (id, owner_id, kind, status, failure, filename, mime_type, original_key, uploaded_at, created_at)
       values ($1, $2, 'VIDEO', $3, 'why', 'a.webm', 'video/webm', $4, now() - interval '5 minutes', now())`,
      [key, mira.actor.memberId, status, originalKey],
    );
    return key;
  }

  it('is asked for again, once', async () => {
    const key = await item('PROCESSING');
    expect(await sweep()).toMatchObject({ askedAgain: 1, givenUp: 0 });
    expect(hub.queue.waitingJobs).toEqual([{ name: 'media.process', payload: { mediaId: key } }]);
    expect(await sweep()).toMatchObject({ askedAgain: 0 });
    hub.queue.lose();
    expect(await sweep()).toMatchObject({ askedAgain: 1 });
    hub.queue.lose();
    await database.dataSource.query('delete from media where id = $1', [key]);
  });

  it('is given up where the file itself seems to end the workers', async () => {
    const key = await item('PROCESSING');
    for (let death = 0; death < 2; death++) {
      expect(await sweep()).toMatchObject({ askedAgain: 1 });
      hub.queue.die();
    }
    expect(await sweep()).toMatchObject({ askedAgain: 0, givenUp: 1 });
    expect(await find(key)).toMatchObject({ status: 'FAILED', failure: expect.stringMatching(/original/) });
    expect(await sweep()).toMatchObject({ askedAgain: 0, givenUp: 0 });
  });

  it('waits for what stands in the outbox', async () => {
    const key = await item('PROCESSING');
    await database.dataSource.query(
      `insert into outbox (id, job, payload, created_at) values ($1, 'media.process', $2, now())`,
      [newId(), { mediaId: key }],
    );
    expect(await sweep()).toMatchObject({ askedAgain: 0 });
    await database.dataSource.query('delete from outbox');
    await database.dataSource.query('delete from media where id = $1', [key]);
  });

  describe('a failed item', () => {
    it('is tried again by its owner and by administrators', async () => {
      for (const by of [mira, ada]) {
        const key = await item('FAILED');
        const told: object[] = [];
        const stop = await hub.pubsub.subscribe(mediaTopic(key), (message) => told.push(message));
        expect(await service().retry(by.actor, key)).toMatchObject({
          status: 'PROCESSING',
          failure: null,
          progress: 0,
        });
        expect(await find(key)).toMatchObject({ status: 'PROCESSING', failure: null });
        expect(hub.queue.waitingJobs).toEqual([{ name: 'media.process', payload: { mediaId: key } }]);
        hub.queue.lose();
        await hub.pubsub.check();
        expect(told).toEqual([{ mediaId: key }]);
        await stop();
      }
    });

    it('is not tried again by others, or without a reason', async () => {
      const failed = await item('FAILED');
      await expect(service().retry(otto.actor, failed)).rejects.toMatchObject({ reason: 'media.not_found' });
      await expect(service().retry(mira.actor, newId())).rejects.toMatchObject({ reason: 'media.not_found' });
      await expect(service().retry(mira.actor, await item('READY'))).rejects.toMatchObject({
        reason: 'media.not_failed',
      });
      const never = await item('FAILED', null);
      await expect(service().retry(mira.actor, never)).rejects.toMatchObject({ reason: 'media.not_failed' });
    });
  });
});
