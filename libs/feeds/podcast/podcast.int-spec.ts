import { XMLParser } from 'fast-xml-parser';
import { HubContext } from '#graph';
import { globalId, type Id, newId } from '#kernel';
import { TranscriptService, UploadService } from '#media';
import { testDatabase } from '../../../test/support/database.js';
import { type MediaApp, mediaApp, type SignedIn } from '../../../test/support/media-app.js';
import { probed, recordedWebm } from '../../../test/support/recordings.js';
import { FeedAddresses } from '../feed-addresses.js';
import { FeedsApiModule } from '../feeds.api.module.js';

const database = testDatabase({ entities: [] });
const HOUR_MS = 3_600_000;

interface Item {
  title: string;
  guid: { '#text': string };
  description: string;
  enclosure: { '@url': string; '@length': string; '@type': string };
  'podcast:transcript'?: { '@url': string };
  'podcast:chapters'?: { '@url': string };
  'podcast:alternateEnclosure'?: { 'podcast:source': { '@uri': string } };
  'itunes:image'?: { '@href': string };
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  htmlEntities: true,
  isArray: (name) => name === 'item',
});

describe('a podcast of what was recorded for a member', () => {
  let hub: MediaApp;
  let mira: SignedIn;
  let otto: SignedIn;
  let address: string;
  let video: Id;
  let voice: Id;

  beforeAll(async () => {
    hub = await mediaApp(database, { features: [FeedsApiModule] });
    await query(`insert into organizations (id, name, created_at) values ($1, 'Orchard', now())`, [newId()]);
    mira = await hub.member('mira');
    otto = await hub.member('otto');
    address = await addressOf(mira);
    video = await upload(await recordedWebm({ seconds: 3, size: '320x240' }), 'video/webm');
    voice = await upload(await recordedWebm({ seconds: 2, isVoice: true }), 'audio/webm');
    await hub.work();
  }, 120_000);
  afterAll(() => hub.close());

  const query = (text: string, values: unknown[]) => database.dataSource.query(text, values);
  const local = (url: string) => url.replace('http://hub.test', hub.url);
  const addressOf = async ({ actor }: SignedIn) =>
    local(
      await hub.app.get(FeedAddresses, { strict: false }).of(new HubContext(actor, 'spec', '127.0.0.1'), 'PODCAST'),
    );

  async function upload(bytes: Buffer, mimeType: string): Promise<Id> {
    const wish = { filename: 'talk.webm', mimeType, byteSize: bytes.length };
    const { media, uploadUrl } = await hub.app.get(UploadService, { strict: false }).create(otto.actor, wish);
    const answer = await fetch(local(uploadUrl), {
      method: 'PATCH',
      body: new Uint8Array(bytes),
      headers: {
        ...otto.headers,
        'tus-resumable': '1.0.0',
        'content-type': 'application/offset+octet-stream',
        'upload-offset': '0',
      },
    });
    expect(answer.status).toBe(204);
    return media.key;
  }

  async function channel(visibility: 'PUBLIC' | 'PRIVATE', involvement: string, ...members: SignedIn[]) {
    const id = newId();
    await query(
      `insert into channels (id, slug, name, purpose, visibility, created_by_id, created_at)
       values ($1::uuid, $1::text, 'Design', '', $2, $3, now())`,
      [id, visibility, otto.actor.memberId],
    );
    for (const { actor } of members) {
      await query(
        `insert into channel_members (channel_id, member_id, involvement, joined_at) values ($1, $2, $3, now())`,
        [id, actor.memberId, involvement],
      );
    }
    return id;
  }

  async function post(channelId: Id, media: Id[], { title = 'Which colour?', by = otto, minutesAgo = 0 } = {}) {
    const [thread, id] = [newId(), newId()];
    const at = new Date(hub.clock.nowMs() - minutesAgo * 60_000);
    await query(
      `insert into threads (id, channel_id, author_id, title, last_activity_at, created_at) values ($1, $2, $3, $4, $5, $5)`,
      [thread, channelId, by.actor.memberId, title, at],
    );
    await query(
      `insert into posts (id, thread_id, channel_id, author_id, number, body, published_at, created_at)
       values ($1, $2, $3, $4, 1, 'Blue & green', $5, $5)`,
      [id, thread, channelId, by.actor.memberId, at],
    );
    for (const [position, key] of media.entries()) {
      await query('insert into post_media (post_id, media_id, position) values ($1, $2, $3)', [id, key, position]);
    }
    return { id, thread };
  }

  const ask = (post: { id: Id; thread: Id }, of: SignedIn, deliverAt: Date) =>
    query(
      `insert into expected_responses (id, post_id, thread_id, author_id, recipient_id, kind, status, deliver_at, due_at, created_at)
       values ($1, $2, $3, $4, $5, 'REPLY', 'OPEN', $6, $6::timestamptz + interval '1 day', $6)`,
      [newId(), post.id, post.thread, otto.actor.memberId, of.actor.memberId, deliverAt],
    );

  async function items(of = address): Promise<Item[]> {
    const answer = await fetch(of);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8');
    return parser.parse(await answer.text()).rss.channel.item ?? [];
  }
  const titles = async (of?: string) => (await items(of)).map(({ title }) => title);
  const leave = (channelId: Id, { actor }: SignedIn) =>
    query('delete from channel_members where channel_id = $1 and member_id = $2', [channelId, actor.memberId]);
  const clear = () =>
    query(
      `truncate channels, channel_members, threads, thread_readers, posts, post_media, expected_responses restart identity cascade`,
      [],
    );
  beforeEach(clear);

  it('plays: a video by its sound, in parts, under an address that outlives signed ones', async () => {
    await post(await channel('PRIVATE', 'FOLLOWING', mira, otto), [video]);
    const [item] = await items();
    expect(item!.title).toBe('Which colour? (otto)');
    const { '@url': url, '@length': length, '@type': type } = item!.enclosure;
    expect(url.startsWith('http://hub.test/feeds/')).toBe(true);
    const whole = await fetch(local(url));
    expect([whole.status, whole.headers.get('content-type')]).toEqual([200, type]);
    const bytes = Buffer.from(await whole.arrayBuffer());
    expect(bytes.length).toBe(Number(length));
    const { streams, format } = await probed(local(url));
    expect(streams.map(({ codec_type }) => codec_type)).toEqual(['audio']);
    expect(Number(format.duration)).toBeCloseTo(3, 0);
    hub.clock.advanceMs(HOUR_MS);
    const part = await fetch(local(url), { headers: { range: 'bytes=100-199' } });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 100-199/${length}`);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(100, 200));
    const head = await fetch(local(url), { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length')]).toEqual([200, length]);
    const again = await fetch(local(url), { headers: { 'if-none-match': whole.headers.get('etag')! } });
    expect(again.status).toBe(304);
    const shown = item!['podcast:alternateEnclosure']!['podcast:source']['@uri'];
    expect((await fetch(local(shown))).headers.get('content-type')).toBe('video/mp4');
    expect((await fetch(local(item!['itunes:image']!['@href']))).headers.get('content-type')).toBe('image/jpeg');
    // What the feed does not list is not behind its address.
    for (const other of ['hls%2Fmaster.m3u8', 'original.webm', 'playable.webm', 'preview.mp4', '..%2Fx']) {
      expect((await fetch(local(url.replace(/[^/]+$/, other)))).status).toBe(404);
    }
  });

  it('loses what a member may not see any more, at that moment', async () => {
    const channelId = await channel('PRIVATE', 'FOLLOWING', mira, otto);
    const { id } = await post(channelId, [voice]);
    const [item] = await items();
    const url = local(item!.enclosure['@url']);
    expect((await fetch(url)).status).toBe(200);
    await leave(channelId, mira);
    expect(await items()).toEqual([]);
    expect((await fetch(url)).status).toBe(404);
    await query(
      `insert into channel_members (channel_id, member_id, involvement, joined_at) values ($1, $2, 'FOLLOWING', now())`,
      [channelId, mira.actor.memberId],
    );
    expect((await fetch(url)).status).toBe(200);
    await query('update posts set deleted_at = now() where id = $1', [id]);
    expect(await items()).toEqual([]);
    expect((await fetch(url)).status).toBe(404);
    // Another member's address opens it for nobody.
    const theirs = url.replace(/feeds\/[^/]+/, `feeds/${(await addressOf(otto)).split('/').at(-2)}`);
    expect((await fetch(theirs)).status).toBe(200);
    await hub.app.get(FeedAddresses, { strict: false }).renew(otto.actor, 'PODCAST');
    expect((await fetch(theirs)).status).toBe(404);
  });

  it('has followed threads and what asks something, once that has been delivered', async () => {
    const followed = await channel('PRIVATE', 'FOLLOWING', mira, otto);
    const muted = await channel('PRIVATE', 'MUTED', mira, otto);
    await post(followed, [voice], { title: 'Followed', minutesAgo: 3 });
    const { thread } = await post(followed, [voice], { title: 'Muted thread', minutesAgo: 2 });
    await query(`insert into thread_readers (thread_id, member_id, involvement) values ($1, $2, 'MUTED')`, [
      thread,
      mira.actor.memberId,
    ]);
    await post(muted, [voice], { title: 'Nothing asked', minutesAgo: 2 });
    await ask(await post(muted, [voice], { title: 'Asked', minutesAgo: 1 }), mira, hub.clock.now());
    await ask(await post(muted, [voice], { title: 'Held' }), mira, new Date(hub.clock.nowMs() + HOUR_MS));
    await post(followed, [voice], { title: 'Own', by: mira });
    await post(followed, [], { title: 'Without a recording' });
    await post(await channel('PRIVATE', 'FOLLOWING', otto), [voice], { title: 'Elsewhere' });
    expect(await titles()).toEqual(['Asked (otto)', 'Followed (otto)']);
    expect((await items())[0]!.description).toMatch(/otto asks you for a reply by /);
    hub.clock.advanceMs(2 * HOUR_MS);
    expect(await titles()).toEqual(['Held (otto)', 'Asked (otto)', 'Followed (otto)']);
  });

  it('is empty for a guest in a public channel, and for who has left', async () => {
    const guest = await hub.member('guest', 'GUEST');
    const channelId = await channel('PUBLIC', 'FOLLOWING', guest, otto);
    await post(channelId, [voice]);
    const theirs = await addressOf(guest);
    expect(await items(theirs)).toHaveLength(1);
    const url = local((await items(theirs))[0]!.enclosure['@url']);
    await leave(channelId, guest);
    expect(await items(theirs)).toEqual([]);
    expect((await fetch(url)).status).toBe(404);
    await query('update members set deactivated_at = now() where id = $1', [guest.actor.memberId]);
    expect((await fetch(theirs)).status).toBe(404);
    expect((await fetch(url)).status).toBe(404);
  });

  it('brings words and chapters', async () => {
    const channelId = await channel('PRIVATE', 'FOLLOWING', mira, otto);
    await post(channelId, [voice, video]);
    await query('update media set duration_ms = 600000 where id = $1', [voice]);
    const said = [
      { startSeconds: 0, endSeconds: 100, text: 'Good morning all.' },
      { startSeconds: 300, endSeconds: 400, text: 'Now the colours <of> it.' },
    ];
    await hub.app.get(TranscriptService, { strict: false }).edit(otto.actor, voice, said);
    await query(`update posts set body = E' \\n'`, []);
    const [first, second] = await items();
    expect(first!.description).toMatch('Good morning all. Now the colours &#60;of&#62; it.');
    expect([first!.title, second!.title]).toEqual(['Which colour? (otto, 1 of 2)', 'Which colour? (otto, 2 of 2)']);
    expect(second!['podcast:transcript']).toBeUndefined();
    const transcript = await fetch(local(first!['podcast:transcript']!['@url']));
    expect(transcript.headers.get('content-type')).toBe('text/vtt; charset=utf-8');
    expect(await transcript.text()).toMatch('Now the colours &lt;of&gt; it.');
    const chapters = await fetch(local(first!['podcast:chapters']!['@url']));
    expect(chapters.headers.get('content-type')).toBe('application/json+chapters; charset=utf-8');
    expect(await chapters.json()).toEqual({
      version: '1.2.0',
      chapters: [
        { startTime: 0, title: 'Good morning all' },
        { startTime: 300, title: 'Now the colours <of> it' },
      ],
    });
    await leave(channelId, mira);
    expect((await fetch(local(first!['podcast:transcript']!['@url']))).status).toBe(404);
    expect((await fetch(local(first!['podcast:chapters']!['@url']))).status).toBe(404);
  });

  it('ends after the hundred newest', async () => {
    const channelId = await channel('PRIVATE', 'FOLLOWING', mira, otto);
    for (let index = 0; index < 101; index++) {
      await post(channelId, [voice], { title: `No. ${index}`, minutesAgo: index });
    }
    const found = await titles();
    expect(found).toHaveLength(100);
    expect([found[0], found.at(-1)]).toEqual(['No. 0 (otto)', 'No. 99 (otto)']);
    expect(new Set((await items()).map(({ guid }) => guid['#text'])).size).toBe(100);
    expect((await items())[0]!.guid['#text']).toMatch(new RegExp(`/${globalId('Media', voice)}$`));
  });
});
