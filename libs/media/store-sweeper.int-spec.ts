import { newId } from '#kernel';
import { testDatabase } from '../../test/support/database.js';
import { type MediaApp, mediaApp, type SignedIn } from '../../test/support/media-app.js';
import { recordedWebm } from '../../test/support/recordings.js';
import { MediaIntake } from './media-intake.js';
import { StoreSweeper } from './store-sweeper.js';

const database = testDatabase({ entities: [] });
const DAY_MS = 86_400_000;
const plain = { contentType: 'text/plain' };

describe('the sweep of the store', () => {
  let hub: MediaApp;
  let mira: SignedIn;

  beforeAll(async () => {
    hub = await mediaApp(database);
    mira = await hub.member('mira');
    await database.dataSource.query(
      `insert into organizations (id, name, is_only, created_at) values ($1, 'Fern', true, now() - interval '100 days')`,
      [newId()],
    );
  });
  afterAll(() => hub.close());

  const keys = async () =>
    [
      ...(await hub.storage.list('media/', { limit: 1000 })),
      ...(await hub.storage.list('uploads/', { limit: 1000 })),
    ].map(({ key }) => key);

  it('takes what nothing names, and leaves every file that something does', async () => {
    const content = await recordedWebm({ seconds: 1 });
    const file = { filename: 'note.webm', mimeType: 'video/webm', content };
    const id = await hub.app.get(MediaIntake, { strict: false }).take(mira.actor, file);
    await hub.work();
    const named = await keys();
    expect(named.some((key) => key.endsWith('.m3u8'))).toBe(true);
    const now = hub.clock.nowMs();
    const [gone, fresh, foreign] = [idOf(now - 3 * DAY_MS), idOf(now), idOf(now - 200 * DAY_MS)];
    const orphans = [
      `media/${gone}/original.webm`,
      `media/${id}/dead-1/hls/0.m4s`,
      `uploads/${gone}/0-x`,
      `uploads/${id}/0-x`,
    ];
    const notYet = [`media/${fresh}/original.webm`, `media/${foreign}/original.webm`, `uploads/${foreign}/0-x`];
    for (const key of [...orphans, ...notYet]) await hub.storage.put(key, Buffer.from('x'), plain);
    const sweeper = hub.app.get(StoreSweeper, { strict: false });
    expect(await sweeper.sweep()).toBe(2);
    hub.clock.advanceMs(DAY_MS + 1);
    expect(await sweeper.sweep()).toBe(3);
    expect((await keys()).sort()).toEqual([...named, ...notYet.slice(1)].sort());
    expect(await sweeper.sweep()).toBe(0);
  });
});

/** An id that was made then: those of newId never go back. */
function idOf(atMs: number): string {
  const hex = Math.floor(atMs).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}${newId().slice(13)}`;
}
