import { testDatabase } from '../../test/support/database.js';
import { type MediaApp, mediaApp, type SignedIn } from '../../test/support/media-app.js';
import { recordedWebm } from '../../test/support/recordings.js';
import { MediaService } from './media.service.js';
import { MediaIntake } from './media-intake.js';
import { StorageLimits } from './storage-limits.js';
import { UploadService } from './upload.service.js';

const database = testDatabase({ entities: [] });
const KIB = 1024;
const environment = {
  MAX_UPLOAD_BYTES: String(8 * KIB * KIB),
  MEMBER_STORAGE_BYTES: String(400 * KIB),
  ORGANIZATION_STORAGE_BYTES: String(1000 * KIB),
  MAX_RECORDING_MINUTES: '1',
};
const tus = { 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream' };

describe('limits of uploads', () => {
  let hub: MediaApp;
  /** Without a limit of the storage. */
  let other: MediaApp;

  beforeAll(async () => {
    hub = await mediaApp(database, { environment });
    other = await mediaApp(database, { environment: { MAX_RECORDING_MINUTES: '1' } });
  });
  afterAll(() => Promise.all([hub.close(), other.close()]));
  afterEach(() => database.dataSource.query('delete from media'));

  const open = async (by: SignedIn, byteSize?: number, mimeType = 'text/plain') => {
    const wish = { filename: 'notes.txt', mimeType, byteSize };
    const { media, uploadUrl } = await hub.app.get(UploadService, { strict: false }).create(by.actor, wish);
    return { key: media.key, url: uploadUrl.replace('http://hub.test', hub.url) };
  };
  const patch = (by: SignedIn, url: string, offset: number, bytes: Uint8Array<ArrayBuffer>, length?: number) =>
    fetch(url, {
      method: 'PATCH',
      body: bytes,
      headers: {
        ...tus,
        ...by.headers,
        'upload-offset': String(offset),
        ...(length !== undefined && { 'upload-length': String(length) }),
      },
    });
  const limitsOf = (by: SignedIn) => hub.app.get(StorageLimits, { strict: false }).of(by.actor.memberId);
  const full = (left: number, whose: string) =>
    expect.objectContaining({ reason: 'media.storage_full', code: 'CONFLICT', data: { left, whose } });

  it('are told before an upload begins', async () => {
    const ada = await hub.member('ada');
    expect(await limitsOf(ada)).toEqual({
      mostBytes: 8 * KIB * KIB,
      mostSeconds: 60,
      usedBytes: 0,
      mostStorageBytes: 400 * KIB,
      leftBytes: 400 * KIB,
    });
    await open(ada, 100 * KIB);
    expect(await limitsOf(ada)).toMatchObject({ usedBytes: 100 * KIB, leftBytes: 300 * KIB });
  });

  it('hold at the opening, for what is announced elsewhere as well', async () => {
    const ben = await hub.member('ben');
    await open(ben, 300 * KIB);
    await expect(open(ben, 101 * KIB)).rejects.toEqual(full(100 * KIB, 'MEMBER'));
    await open(ben, 100 * KIB);
    await expect(open(ben)).rejects.toEqual(full(0, 'MEMBER'));
  });

  it('hold for those who open at the same moment', async () => {
    const cleo = await hub.member('cleo');
    const tries = await Promise.allSettled(Array.from({ length: 6 }, () => open(cleo, 150 * KIB)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
  });

  it('hold for everybody together', async () => {
    const people = await Promise.all(['dora', 'emil', 'fay'].map((handle) => hub.member(handle)));
    const tries = await Promise.allSettled(people.map((person) => open(person, 390 * KIB)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    const late = people[tries.findIndex(({ status }) => status === 'rejected')]!;
    await expect(open(late, 390 * KIB)).rejects.toEqual(full(220 * KIB, 'ORGANIZATION'));
    expect(await limitsOf(late)).toMatchObject({ leftBytes: 220 * KIB });
  });

  it('hold while a recording without a length comes in, and what arrived stays', async () => {
    const gus = await hub.member('gus');
    await open(gus, 200 * KIB);
    const { url } = await open(gus);
    expect((await patch(gus, url, 0, new Uint8Array(150 * KIB))).status).toBe(204);
    expect(await limitsOf(gus)).toMatchObject({ leftBytes: 50 * KIB });
    const refused = await patch(gus, url, 150 * KIB, new Uint8Array(60 * KIB));
    expect([refused.status, await refused.text()]).toEqual([413, expect.stringMatching(/What has arrived is kept/)]);
    expect((await patch(gus, url, 150 * KIB, new Uint8Array(0), 210 * KIB)).status).toBe(413);
    expect((await patch(gus, url, 150 * KIB, new Uint8Array(50 * KIB), 200 * KIB)).status).toBe(204);
    expect(await limitsOf(gus)).toMatchObject({ usedBytes: 400 * KIB, leftBytes: 0 });
  });

  it('hold for two recordings at once', async () => {
    const hal = await hub.member('hal');
    const [one, other] = [await open(hal), await open(hal)];
    expect((await patch(hal, one.url, 0, new Uint8Array(250 * KIB))).status).toBe(204);
    expect((await patch(hal, other.url, 0, new Uint8Array(250 * KIB))).status).toBe(413);
    expect((await patch(hal, other.url, 0, new Uint8Array(140 * KIB))).status).toBe(204);
  });

  it('count renditions too', async () => {
    const ida = await hub.member('ida');
    const { key, url } = await open(ida, 10);
    await patch(ida, url, 0, new Uint8Array(10));
    await database.dataSource.query(
      `insert into renditions (id, media_id, kind, key, mime_type, byte_size) values (gen_random_uuid(), $1, 'MP4', 'x', 'video/mp4', $2)`,
      [key, 390 * KIB],
    );
    await expect(open(ida, 20 * KIB)).rejects.toEqual(full(10 * KIB - 10, 'MEMBER'));
  });

  it('keep a recording that is too long as a file, however often it is tried', async () => {
    const jan = await other.member('jan');
    const content = await recordedWebm({ seconds: 70, isVoice: true });
    const file = { filename: 'talk.webm', mimeType: 'audio/webm', content };
    const id = await other.app.get(MediaIntake, { strict: false }).take(jan.actor, file);
    const media = other.app.get(MediaService, { strict: false });
    const tooLong = { status: 'FAILED', failure: expect.stringMatching(/at most 1 min here/) };
    expect(await media.find(jan.actor, id)).toMatchObject({ ...tooLong, originalUrl: expect.any(String) });
    await media.retry(jan.actor, id);
    expect(await media.find(jan.actor, id)).toMatchObject({ status: 'PROCESSING' });
    await other.work().catch(() => undefined);
    expect(await media.find(jan.actor, id)).toMatchObject(tooLong);
  });
});
