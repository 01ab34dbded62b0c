import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { GraphqlClient } from '../support/graphql-client.js';
import { Hub } from '../support/hub.js';
import { recordedWebm } from '../support/recordings.js';
import { join, makeChannel, type Person, setUp } from '../support/team.js';
import { TusUpload } from '../support/tus-upload.js';

/** NOTHING_LOST_SECONDS=600 looks longer; NOTHING_LOST_SEED=… repeats the moments of a run. */
const SECONDS = Number(process.env.NOTHING_LOST_SECONDS ?? 8);
const SEED = Number(process.env.NOTHING_LOST_SEED ?? 20_261_123);
const WRITERS = 3;
const UPLOADERS = 2;

/** Small and repeatable. @see https://github.com/bryc/code/blob/master/jshash/PRNGs.md mulberry32 */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const STORM_IS_OVER = 'the storm is over';

interface Acknowledged {
  postId: string;
  responseId: string;
  body: string;
}

/** How long a request is repeated: all of the hub starts anew within it, on a machine that is busy with other specs. */
const PERSISTENCE_MS = 40_000;
const WHOLE_MS = SECONDS * 1_000 + 60_000;

describe(`${SECONDS} seconds of kill -9 at moments of seed ${SEED}`, () => {
  const random = seeded(SEED);
  let hub: Hub;
  let client: GraphqlClient;
  let ada: Person;
  let yuki: Person;
  let threadId: string;
  let recording: Buffer;

  const posts = new Map<string, Acknowledged>();
  const uploads: { mediaId: string; size: number; isVideo: boolean }[] = [];
  const kills: string[] = [];
  let lostParts = 0;
  let repeated = 0;
  /** The storm is over, or something has failed: everybody stops. */
  const over = new AbortController();
  const running: Promise<unknown>[] = [];

  beforeAll(async () => {
    hub = await Hub.create();
    client = hub.client;
    // A Monday morning, so that digests of the next one can be waited for.
    await hub.moveClockTo('2026-11-30T08:30:00.000Z');
    [, recording] = await Promise.all([hub.start(), recordedWebm({ seconds: 2, size: '320x180' })]);
    ada = await setUp(client, hub.setupCode);
    const channelId = await makeChannel(client, ada, { name: 'Storm' });
    yuki = await join(client, ada, { handle: 'yuki', channelIds: [channelId] });
    const { openThread } = await client.ask<{ openThread: { thread: { id: string } } }>(
      'mutation ($input: OpenThreadInput!) { openThread(input: $input) { thread { id } } }',
      { input: { channelId, title: 'In a storm', body: 'Begins.', expectation: { kind: 'FYI' } } },
      ada.token,
    );
    threadId = openThread.thread.id;
  }, 90_000);

  afterAll(async () => {
    over.abort();
    // Whoever still writes is waited for, so that nothing is killed or written after the hub is gone.
    await Promise.allSettled(running);
    await hub?.close();
  }, 90_000);

  /** Ends for all when it ends badly for one. */
  function together(work: Promise<unknown>): void {
    running.push(work);
    work.catch((error: unknown) => over.abort(error));
  }

  /** Repeats a request until the hub answers it: what a client does that has lost its connection. */
  async function persist<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    const deadline = Date.now() + PERSISTENCE_MS;
    for (;;) {
      try {
        return await ask();
      } catch (error) {
        if (Date.now() > deadline || hasFailed()) throw error;
        repeated++;
        await sleep(100);
      }
    }
  }

  const hasFailed = (): boolean => over.signal.aborted && over.signal.reason !== STORM_IS_OVER;

  async function write(writer: number): Promise<void> {
    for (let count = 0; !over.signal.aborted; count++) {
      const key = `writer-${writer}-${count}`;
      const { postReply } = await persist(() =>
        client.ask<{ postReply: { post: { id: string; expectation: { responses: { id: string }[] } } } }>(
          `mutation ($input: PostReplyInput!) { postReply(input: $input) { post { id expectation { responses { id } } } } }`,
          {
            input: {
              threadId,
              body: key,
              idempotencyKey: key,
              expectation: { kind: 'ACKNOWLEDGE', recipientIds: [yuki.id], timing: { withinWorkingHours: 4 } },
            },
          },
          ada.token,
        ),
      );
      const { id, expectation } = postReply.post;
      posts.set(key, { postId: id, responseId: expectation.responses[0]!.id, body: key });
      await sleep(30);
    }
  }

  /** A file in parts: after each acknowledged part the hub has at least that much, whatever died meanwhile. */
  async function uploadOne(isVideo: boolean): Promise<void> {
    const bytes = isVideo ? recording : randomBytes(400_000);
    const mimeType = isVideo ? 'video/webm;codecs=vp8,opus' : 'application/octet-stream';
    const upload = await persist(() =>
      TusUpload.open(client, ada, { filename: isVideo ? 'storm.webm' : 'storm.bin', mimeType }),
    );
    const partSize = Math.ceil(bytes.length / 8);
    const deadline = Date.now() + WHOLE_MS;
    let acknowledged = 0;
    while (acknowledged < bytes.length && !hasFailed()) {
      const { offset, isComplete } = await persist(() => upload.state());
      if (isComplete) break;
      if (offset < acknowledged) lostParts++;
      acknowledged = offset;
      if (Date.now() > deadline) throw new Error(`The upload of ${upload.mediaId} stays at ${offset}.`);
      const end = Math.min(offset + partSize, bytes.length);
      try {
        acknowledged = await upload.send(offset, bytes.subarray(offset, end), bytes.length);
      } catch {
        // Broken off: the next question about the offset says how much arrived.
        repeated++;
      }
      await sleep(40);
    }
    expect((await persist(() => upload.state())).isComplete).toBe(true);
    uploads.push({ mediaId: upload.mediaId, size: bytes.length, isVideo });
  }

  async function uploadAll(uploader: number): Promise<void> {
    for (let count = 0; !over.signal.aborted; count++) await uploadOne(uploader === 0 && count < 2);
  }

  async function storm(): Promise<void> {
    const endsAt = Date.now() + SECONDS * 1_000;
    const victims = ['api', 'worker', 'postgres'] as const;
    while (Date.now() < endsAt && !hasFailed()) {
      await sleep(400 + random() * 1_800);
      const victim = victims[Math.floor(random() * victims.length)]!;
      hub.kill(victim);
      kills.push(victim);
    }
    if (hasFailed()) return;
    // And once all of it, with a start by hand.
    await hub.killAll();
    kills.push('everything');
    await hub.start();
    over.abort(STORM_IS_OVER);
  }

  it(
    'lets people go on all the time',
    async () => {
      together(storm());
      for (let writer = 0; writer < WRITERS; writer++) together(write(writer));
      for (let uploader = 0; uploader < UPLOADERS; uploader++) together(uploadAll(uploader));
      await Promise.all(running);
      expect(kills.length).toBeGreaterThan(3);
      expect(posts.size).toBeGreaterThan(10);
      expect(uploads.length).toBeGreaterThan(1);
      expect(repeated).toBeGreaterThan(0);
    },
    WHOLE_MS + PERSISTENCE_MS,
  );

  it('has every acknowledged part of an upload', () => {
    expect(lostParts).toBe(0);
  });

  it('has every acknowledged post and expected response, each once', async () => {
    const found: { id: string; body: string; expectation: { responses: { id: string; status: string }[] } }[] = [];
    for (let after: string | null = null, isMore = true; isMore; ) {
      const {
        thread,
      }: { thread: { posts: { nodes: typeof found; pageInfo: { hasNextPage: boolean; endCursor: string } } } } =
        await client.ask(
          `query ($id: ID!, $after: String) { thread(id: $id) { posts(first: 100, after: $after) {
            nodes { id body expectation { responses { id status } } } pageInfo { hasNextPage endCursor }
          } } }`,
          { id: threadId, after },
          ada.token,
        );
      found.push(...thread.posts.nodes);
      isMore = thread.posts.pageInfo.hasNextPage;
      after = thread.posts.pageInfo.endCursor;
    }
    const written = found.filter(({ body }) => body.startsWith('writer-'));
    const shown = written.map(({ id, body, expectation: { responses } }) => ({
      postId: id,
      responseId: responses[0]!.id,
      body,
    }));
    const byBody = (one: Acknowledged, other: Acknowledged) => (one.body < other.body ? -1 : 1);
    expect(shown.sort(byBody)).toEqual([...posts.values()].sort(byBody));
    expect(written.every(({ expectation: { responses } }) => responses.length === 1)).toBe(true);
  });

  it('has every upload whole, and has processed each recording once in effect', async () => {
    const stateOf = async (mediaId: string) =>
      (
        await client.ask<{ media: { status: string; byteSize: number; originalUrl: string; failure: string | null } }>(
          'query ($id: ID!) { media(id: $id) { status byteSize originalUrl failure } }',
          { id: mediaId },
          ada.token,
        )
      ).media;
    for (const { mediaId, size, isVideo } of uploads) {
      await hub.until('it is processed', async () => (await stateOf(mediaId)).status === 'READY', 60_000);
      const { byteSize, originalUrl } = await stateOf(mediaId);
      const stored = await fetch(originalUrl.replace(/^http:\/\/[^/]+/, hub.url));
      expect((await stored.arrayBuffer()).byteLength).toBe(byteSize);
      // A recording is remuxed to be playable; everything else stays as it was sent.
      if (!isVideo) expect(byteSize).toBe(size);
    }
    const rows = await query<{ media_id: string; kind: string; count: number }>(
      'select media_id, kind, count(*)::int as count from renditions group by media_id, kind',
    );
    expect(rows.filter(({ count }) => count > 1)).toEqual([]);
  }, 90_000);

  it('makes the digest of the next morning once, however its worker dies', async () => {
    const digests = async () =>
      (
        await client.ask<{ viewer: { digests: { nodes: { periodEnd: string }[] } } }>(
          '{ viewer { digests(first: 100) { nodes { periodEnd } } } }',
          {},
          yuki.token,
        )
      ).viewer.digests.nodes.map(({ periodEnd }) => periodEnd);
    const before = await digests();
    await hub.moveClockTo('2026-12-01T07:59:59.000Z');
    for (let kill = 0; kill < 3; kill++) {
      await sleep(300 + random() * 1_500);
      hub.kill('worker');
    }
    const morning = '2026-12-01T08:00:00.000Z';
    await hub.until('the digest is there', async () => (await digests()).includes(morning), 40_000);
    // A second one would be made by a round of the worker: every second.
    await sleep(1_500);
    const all = await digests();
    expect(all.filter((periodEnd) => periodEnd === morning)).toHaveLength(1);
    expect(all.length).toBe(new Set(all).size);
    expect(all.length).toBeLessThanOrEqual(before.length + 2);
  }, 60_000);

  async function query<Row extends object>(text: string): Promise<Row[]> {
    const database = new pg.Client(hub.databaseUrl);
    await database.connect();
    try {
      return (await database.query<Row>(text)).rows;
    } finally {
      await database.end();
    }
  }
});
