import { randomBytes } from 'node:crypto';
import type { GraphqlClient, LiveClient, Subscription } from '../support/graphql-client.js';
import { Hub } from '../support/hub.js';
import { probed, recordedWebm } from '../support/recordings.js';
import { type SmtpTestServer, startSmtp } from '../support/servers/smtp.js';
import { join, makeChannel, type Person, setUp, weekdays } from '../support/team.js';
import { TusUpload } from '../support/tus-upload.js';

/** A Monday: 14:00 in Berlin, 08:00 in New York, 22:00 in Tokyo. */
const MONDAY = '2026-11-30T13:00:00.000Z';
/** Tuesday, 09:00 in Tokyo: Yuki's day begins. */
const YUKIS_MORNING = '2026-12-01T00:00:00.000Z';
/** Four working hours later: three until the break at 12:00, one from 13:00 on. */
const YUKIS_DUE = '2026-12-01T05:00:00.000Z';

const mediaFields = `id kind status progress failure durationSeconds width height byteSize originalUrl hlsUrl mp4Url audioUrl
  posterUrl waveform`;
const responseFields = 'id status deliverAt dueAt overdue recipient { name } post { id body thread { id title } }';

interface MediaShown {
  id: string;
  kind: string;
  status: string;
  progress: number;
  failure: string | null;
  durationSeconds: number | null;
  width: number | null;
  height: number | null;
  byteSize: number;
  originalUrl: string;
  hlsUrl: string;
  mp4Url: string;
  audioUrl: string;
  posterUrl: string;
  waveform: number[] | null;
}
interface Timed {
  deliverAt: string;
  dueAt: string | null;
}

/** One story in order: each step goes on where the one before has left the hub. */
describe('one recorded message that asks for an answer', () => {
  let smtp: SmtpTestServer;
  let hub: Hub;
  let client: GraphqlClient;
  let ada: Person;
  let yuki: Person;
  let tomas: Person;
  let channelId: string;
  let live: LiveClient[] = [];
  let video: Buffer;
  let voice: Buffer;

  beforeAll(async () => {
    smtp = await startSmtp();
    hub = await Hub.create({ SMTP_URL: smtp.url });
    client = hub.client;
    await hub.moveClockTo(MONDAY);
    const made = await Promise.all([
      hub.start(),
      recordedWebm({ seconds: 6 }),
      recordedWebm({ seconds: 3, isVoice: true }),
    ]);
    [, video, voice] = made;
  }, 90_000);

  afterAll(async () => {
    await Promise.all(live.map((one) => one.close()));
    await hub.close();
    await smtp.stop();
  }, 60_000);

  const media = async (id: string, by: Person): Promise<MediaShown> =>
    (
      await client.ask<{ media: MediaShown }>(
        `query ($id: ID!) { media(id: $id) { ${mediaFields} } }`,
        { id },
        by.token,
      )
    ).media;
  const inbox = async (by: Person) =>
    (
      await client.ask<{ viewer: { inbox: Record<'waitingOnMe' | 'waitingOnOthers', { nodes: Timed[] }> } }>(
        `{ viewer { inbox { waitingOnMe { nodes { ${responseFields} } } waitingOnOthers { nodes { ${responseFields} } } } } }`,
        {},
        by.token,
      )
    ).viewer.inbox;
  const listen = (by: Person): LiveClient => {
    const opened = client.live(by.token);
    live.push(opened);
    return opened;
  };

  it('begins with the setup code: the organisation, and two members in other zones with hours of their own', async () => {
    const code = hub.setupCode;
    expect(hub.output).toContain(code);
    ada = await setUp(client, code);
    expect(() => hub.setupCode).toThrow('ENOENT');

    channelId = await makeChannel(client, ada, { name: 'Design', visibility: 'PRIVATE' });
    yuki = await join(client, ada, { handle: 'yuki', timeZone: 'Asia/Tokyo', channelIds: [channelId] });
    tomas = await join(client, ada, { handle: 'tomas', timeZone: 'America/New_York', channelIds: [channelId] });
    const hours = `mutation ($input: UpdateWorkingHoursInput!) {
      updateWorkingHours(input: $input) { member { workingHours { timeZone week { day start end } } isWorkingTime } }
    }`;
    await client.ask(
      hours,
      { input: { timeZone: 'Asia/Tokyo', week: [...weekdays('09:00', '12:00'), ...weekdays('13:00', '18:00')] } },
      yuki.token,
    );
    await client.ask(hours, { input: { timeZone: 'America/New_York', week: weekdays('08:30', '16:30') } }, tomas.token);
    const { channel } = await client.ask<{ channel: { members: { nodes: { name: string }[] } } }>(
      'query ($id: ID!) { channel(id: $id) { members { nodes { name isWorkingTime } } } }',
      { id: channelId },
      yuki.token,
    );
    expect(channel.members.nodes).toEqual(
      expect.arrayContaining([
        { name: 'Ada Berg', isWorkingTime: true },
        { name: 'Yuki', isWorkingTime: false },
        { name: 'Tomas', isWorkingTime: false },
      ]),
    );
    expect(smtp.received.map(({ recipients }) => recipients[0])).toEqual(
      expect.arrayContaining(['yuki@orchard.example', 'tomas@orchard.example']),
    );
  });

  let videoId: string;
  let voiceId: string;
  let changes: Subscription<{ mediaChanged: Pick<MediaShown, 'status' | 'progress'> }>;

  it('uploads a recording in parts, through a broken connection, without a length', async () => {
    const upload = await TusUpload.open(client, ada, { filename: 'logo.webm', mimeType: 'video/webm;codecs=vp8,opus' });
    videoId = upload.mediaId;
    changes = listen(ada).subscribe('subscription ($id: ID!) { mediaChanged(mediaId: $id) { status progress } }', {
      id: videoId,
    });
    const third = Math.floor(video.length / 3);
    expect(await upload.send(0, video.subarray(0, third))).toBe(third);
    await upload.breakAfter(third, video.subarray(third, 2 * third), Math.floor(third / 2));
    const offset = await upload.offset();
    expect(offset).toBeGreaterThan(third);
    expect(offset).toBeLessThan(2 * third);
    expect(await upload.send(offset, video.subarray(offset), video.length)).toBe(video.length);

    const note = await TusUpload.open(client, ada, { filename: 'voice.webm', mimeType: 'audio/webm;codecs=opus' });
    voiceId = note.mediaId;
    await note.send(0, voice, voice.length);
  });

  const expectation = () => ({ kind: 'REPLY', recipientIds: [yuki.id], timing: { withinWorkingHours: 4 } });
  let threadId: string;
  let postId: string;

  it('is posted with what it expects, at the times that the preview has shown', async () => {
    const { previewExpectation } = await client.ask<{
      previewExpectation: { recipients: (Timed & { isWorkingTime: boolean; localTime: string })[] };
    }>(
      `query ($channelId: ID!, $expectation: ExpectationInput!) {
        previewExpectation(channelId: $channelId, expectation: $expectation) {
          recipients { member { id } localTime isWorkingTime deliverAt dueAt } advice { code message } urgentBudgetLeft
        }
      }`,
      { channelId, expectation: expectation() },
      ada.token,
    );
    const { openThread } = await client.ask<{
      openThread: {
        thread: { id: string };
        post: { id: string; media: { id: string }[]; expectation: { responses: (Timed & { status: string })[] } };
      };
    }>(
      `mutation ($input: OpenThreadInput!) {
        openThread(input: $input) {
          thread { id }
          post { id media { id } expectation { kind timing workingHours fulfilled responses { ${responseFields} } } }
        }
      }`,
      {
        input: {
          channelId,
          title: 'The logo',
          body: 'What do you think?',
          mediaIds: [videoId, voiceId],
          expectation: expectation(),
        },
      },
      ada.token,
    );
    threadId = openThread.thread.id;
    postId = openThread.post.id;
    expect(openThread.post.media.map(({ id }) => id)).toEqual([videoId, voiceId]);
    expect(openThread.post.expectation).toMatchObject({
      kind: 'REPLY',
      timing: 'WITHIN_WORKING_HOURS',
      workingHours: 4,
    });
    const [asked] = openThread.post.expectation.responses;
    expect(asked).toMatchObject({ status: 'OPEN', deliverAt: YUKIS_MORNING, dueAt: YUKIS_DUE });
    expect(previewExpectation.recipients).toMatchObject([
      { isWorkingTime: false, deliverAt: YUKIS_MORNING, dueAt: YUKIS_DUE },
    ]);
    expect(previewExpectation.recipients[0]!.localTime).toContain('22:00');
  });

  it('plays at once for another member, over HTTP with ranges, with a duration', async () => {
    const shown = await media(videoId, yuki);
    expect(['PROCESSING', 'READY']).toContain(shown.status);
    expect(shown).toMatchObject({ kind: 'VIDEO', width: 640, height: 360 });
    const part = await fetch(local(shown.originalUrl), { headers: { range: 'bytes=100-299' } });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toMatch(/^bytes 100-299\/\d+$/);
    expect((await part.arrayBuffer()).byteLength).toBe(200);
    expect(Number((await probed(local(shown.originalUrl))).format.duration)).toBeCloseTo(6, 0);
    expect(await media(voiceId, yuki)).toMatchObject({ kind: 'AUDIO' });
  });

  it('gets its renditions while the progress moves', async () => {
    const steps: number[] = [];
    for (let status = ''; status !== 'READY'; ) {
      const { mediaChanged } = await changes.next(30_000);
      ({ status } = mediaChanged);
      steps.push(mediaChanged.progress);
    }
    expect(steps.length).toBeGreaterThan(1);
    expect(steps).toEqual([...steps].sort((one, other) => one - other));

    const done = await media(videoId, yuki);
    expect(done).toMatchObject({ status: 'READY', progress: 1, failure: null });
    const codecs = async (url: string) => (await probed(local(url))).streams.map(({ codec_name }) => codec_name);
    expect(await codecs(done.hlsUrl)).toEqual(expect.arrayContaining(['h264', 'aac']));
    expect(await codecs(done.mp4Url)).toEqual(expect.arrayContaining(['h264', 'aac']));
    expect((await fetch(local(done.posterUrl))).headers.get('content-type')).toBe('image/jpeg');
    expect(done.waveform!.length).toBeGreaterThan(10);
    expect(Math.max(...done.waveform!)).toBeLessThanOrEqual(1);

    await hub.until('the voice note is ready', async () => (await media(voiceId, yuki)).status === 'READY');
    const note = await media(voiceId, yuki);
    expect(note.waveform!.length).toBeGreaterThan(5);
    expect(await codecs(note.audioUrl)).toEqual(['aac']);
  }, 60_000);

  it('does not suffer from a broken file, which fails alone', async () => {
    const upload = await TusUpload.open(client, ada, { filename: 'broken.webm', mimeType: 'video/webm' });
    const bytes = Buffer.concat([video.subarray(0, 200), randomBytes(20_000)]);
    await upload.send(0, bytes, bytes.length);
    await hub.until('it has failed', async () => (await media(upload.mediaId, ada)).status === 'FAILED', 30_000);
    const failed = await media(upload.mediaId, ada);
    expect(failed.failure).toMatch(/^This .+\.$/);
    expect((await media(videoId, ada)).status).toBe('READY');
    expect(await hub.isReady()).toBe(true);
  }, 40_000);

  it('waits until its recipient works, and then reaches her live', async () => {
    expect((await inbox(yuki)).waitingOnMe.nodes).toEqual([]);
    expect((await inbox(ada)).waitingOnOthers.nodes).toMatchObject([{ status: 'OPEN', dueAt: YUKIS_DUE }]);
    const changes = listen(yuki).subscribe<{ inboxChanged: { waitingOnMeCount: number } }>(
      'subscription { inboxChanged { waitingOnMeCount unreadThreadCount } }',
    );
    await changes.stayQuiet(300);
    await hub.moveClockTo('2026-12-01T00:00:01.000Z');
    const { inboxChanged } = await changes.next(10_000);
    expect(inboxChanged.waitingOnMeCount).toBe(1);
    expect((await inbox(yuki)).waitingOnMe.nodes).toMatchObject([
      { status: 'OPEN', overdue: false, dueAt: YUKIS_DUE, post: { id: postId, thread: { title: 'The logo' } } },
    ]);
  });

  const digests = async () =>
    (
      await client.ask<{
        viewer: { digests: { nodes: { periodEnd: string; sections: { kind: string; entries: object[] }[] }[] } };
      }>(
        `{ viewer { digests { nodes { periodStart periodEnd sections {
          kind entries { excerpt thread { id } post { id } expectedResponse { dueAt } }
        } } } } }`,
        {},
        yuki.token,
      )
    ).viewer.digests.nodes;

  it('stands first in the digest of that morning, which is made once and mailed', async () => {
    const mailed = () => smtp.received.filter(({ parsed }) => parsed.headers.has('reply-by'));
    await hub.until('the digest is mailed', () => mailed().length > 0, 20_000);
    const [mail] = mailed();
    expect(mail!.recipients).toEqual(['yuki@orchard.example']);
    expect(mail!.parsed.text).toContain('The logo');
    expect(mail!.parsed.text).toContain('What do you think?');
    expect(new Date(mail!.parsed.headers.get('reply-by') as string | Date).toISOString()).toBe(YUKIS_DUE);

    const [digest] = await digests();
    expect(digest!.periodEnd).toBe(YUKIS_MORNING);
    expect(digest!.sections[0]).toMatchObject({
      kind: 'YOU_OWE',
      entries: [{ excerpt: 'What do you think?', post: { id: postId }, expectedResponse: { dueAt: YUKIS_DUE } }],
    });
  }, 30_000);

  it('is answered, which its author sees live and where she waits on others', async () => {
    const activity = listen(ada).subscribe<{
      threadActivity: { post: object | null; expectedResponse: object | null };
    }>(
      `subscription ($id: ID!) { threadActivity(threadId: $id) {
        post { id body author { name } } expectedResponse { status answer { id } } thread { postCount }
      } }`,
      { id: threadId },
    );
    await activity.stayQuiet(300);
    const { postReply } = await client.ask<{ postReply: { post: { id: string } } }>(
      'mutation ($input: PostReplyInput!) { postReply(input: $input) { post { id thread { postCount } } } }',
      { input: { threadId, body: 'I like the second one.' } },
      yuki.token,
    );
    const told = [(await activity.next()).threadActivity, (await activity.next()).threadActivity];
    expect(told).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ post: expect.objectContaining({ body: 'I like the second one.' }) }),
        expect.objectContaining({ expectedResponse: { status: 'FULFILLED', answer: { id: postReply.post.id } } }),
      ]),
    );
    expect((await inbox(yuki)).waitingOnMe.nodes).toEqual([]);
    expect((await inbox(ada)).waitingOnOthers.nodes).toEqual([]);

    const missed = listen(ada).subscribe<{ threadActivity: { post: { id: string } } }>(
      'subscription ($id: ID!, $after: ID) { threadActivity(threadId: $id, afterPostId: $after) { post { id } } }',
      { id: threadId, after: postId },
    );
    expect((await missed.next()).threadActivity.post).toEqual({ id: postReply.post.id });
  });

  it('ends with Ctrl-C, all of it, and is there again after the next start', async () => {
    await Promise.all(live.map((one) => one.close()));
    live = [];
    expect(hub.processes().map(({ name }) => name)).toEqual(
      expect.arrayContaining(['hub', 'api', 'worker', 'postgres']),
    );
    expect(await hub.stop('SIGINT')).toBe(0);
    expect(hub.processes()).toEqual([]);

    await hub.start();
    expect(hub.output).not.toMatch(/setup code/i);
    const { thread } = await client.ask<{ thread: object }>(
      `query ($id: ID!) { thread(id: $id) { title postCount posts { nodes {
        body expectation { fulfilled } media { status }
      } } } }`,
      { id: threadId },
      tomas.token,
    );
    expect(thread).toEqual({
      title: 'The logo',
      postCount: 2,
      posts: {
        nodes: [
          {
            body: 'What do you think?',
            expectation: { fulfilled: true },
            media: [{ status: 'READY' }, { status: 'READY' }],
          },
          { body: 'I like the second one.', expectation: { fulfilled: true }, media: [] },
        ],
      },
    });
    expect(await digests()).toHaveLength(1);
  }, 60_000);

  /** Addresses name the hub as people reach it; here that is localhost with a port of its own. */
  const local = (url: string): string => url.replace(/^http:\/\/[^/]+/, hub.url);
});
