import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DigestService } from '#attention';
import { Config } from '#config';
import { SetupCodeService } from '#identity';
import { localId, SystemClock } from '#kernel';
import { TranscriptRepository } from '#media';
import { createApi } from '../../apps/api/create-api.js';
import { testDatabase } from '../support/database.js';
import { GraphqlClient } from '../support/graphql-client.js';
import { temporaryDirectory } from '../support/servers/temporary-directory.js';
import { join, makeChannel, type Person, setUp } from '../support/team.js';

const database = testDatabase();
const FIELDS = `id transcriptStatus transcriptProgress transcriptFailure captionsUrl
  transcript { language text edited segments { startSeconds endSeconds text } chapters { title startSeconds } }`;
const EDIT = `mutation ($input: EditTranscriptInput!) { editTranscript(input: $input) { media { ${FIELDS} } } }`;
const SEGMENTS = [
  { startSeconds: 0, endSeconds: 2.5, text: 'Good morning, this is about the café.' },
  { startSeconds: 3, endSeconds: 6, text: 'The zebra crossing is painted on Thursday,' },
  { startSeconds: 6, endSeconds: 9, text: 'and the marmalade arrives later.' },
];

interface MediaAnswer {
  id: string;
  transcriptStatus: string | null;
  transcriptFailure: string | null;
  captionsUrl: string | null;
  transcript: { language: string; text: string; edited: boolean; segments: object[]; chapters: object[] } | null;
}

describe('transcripts', () => {
  let app: NestFastifyApplication;
  let client: GraphqlClient;
  let ada: Person;
  let mira: Person;
  let otto: Person;
  let guest: Person;
  let channelId: string;
  let transcripts: TranscriptRepository;
  let url: string;

  beforeAll(async () => {
    const directory = await temporaryDirectory('transcripts');
    const environment = { DATABASE_URL: database.url, MEANTIME_DATA_DIR: directory, LOG_FORMAT: 'json' };
    app = await createApi(Config.read({ ...environment, PUBLIC_URL: 'http://hub.test' }), new SystemClock());
    await app.listen(0, '127.0.0.1');
    url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
    client = new GraphqlClient(url);
    transcripts = app.get(TranscriptRepository, { strict: false });
    ada = await setUp(client, (await app.get(SetupCodeService).ensure())!);
    mira = await join(client, ada, { handle: 'mira' });
    otto = await join(client, ada, { handle: 'otto' });
    guest = await join(client, ada, { handle: 'gast', role: 'GUEST' });
    channelId = await makeChannel(client, mira, { name: 'Open' });
  }, 90_000);
  afterAll(() => app?.close());

  /** A voice message of Mira's that has arrived; posted where a channel is given. */
  async function voice(options: { body?: string; channel?: string } = {}): Promise<string> {
    const { createUpload } = await client.ask<{ createUpload: { media: { id: string } } }>(
      `mutation { createUpload(input: { filename: "a.webm", mimeType: "audio/webm", byteSize: 5 }) { media { id } } }`,
      {},
      mira.token,
    );
    const { id } = createUpload.media;
    const key = localId('Media', id)!;
    await database.dataSource.query(
      `update media set status = 'READY', kind = 'AUDIO', duration_ms = 9000, uploaded_at = now(), original_key = 'media/' || id || '/original.webm'
       where id = $1`,
      [key],
    );
    if (options.channel) {
      const input = { channelId: options.channel, title: 'Talk', body: options.body ?? '', mediaIds: [id] };
      await client.ask(
        'mutation ($input: OpenThreadInput!) { openThread(input: $input) { post { id } } }',
        { input },
        mira.token,
      );
    }
    return id;
  }
  const spoken = async (id: string, segments = SEGMENTS, language = 'en') => {
    const key = localId('Media', id)!;
    expect(await transcripts.begin(key)).toBe(true);
    expect(await transcripts.complete(key, language, segments)).toBe(true);
  };
  const find = async (id: string, by = mira) =>
    (await client.ask<{ media: MediaAnswer }>(`query ($id: ID!) { media(id: $id) { ${FIELDS} } }`, { id }, by.token))
      .media;
  const edit = (id: string, segments: object[], by = mira) =>
    client.post<{ editTranscript: { media: MediaAnswer } }>(EDIT, { input: { mediaId: id, segments } }, by.token);
  const reasonOf = async (answer: ReturnType<typeof edit>) => (await answer).errors?.[0]?.extensions.reason;
  const search = async (query: string, by = otto) =>
    (
      await client.ask<{
        search: { nodes: { snippet: string; mediaSeconds: number | null; mediaId: string | null }[] };
      }>(
        'query ($query: String!) { search(query: $query) { nodes { snippet mediaSeconds mediaId } } }',
        { query },
        by.token,
      )
    ).search.nodes;
  const captions = (media: MediaAnswer) => fetch(media.captionsUrl!.replace('http://hub.test', url));

  it('are null until somebody asks, then pending, then there', async () => {
    const id = await voice();
    expect(await find(id)).toMatchObject({ transcript: null, transcriptStatus: null, captionsUrl: null });
    const key = localId('Media', id)!;
    await transcripts.begin(key);
    expect(await transcripts.begin(key)).toBe(false);
    expect(await find(id)).toMatchObject({ transcript: null, transcriptStatus: 'PENDING', captionsUrl: null });
    await transcripts.fail(key, 'Nobody could be heard.');
    expect(await find(id)).toMatchObject({
      transcriptStatus: 'FAILED',
      transcriptFailure: 'Nobody could be heard.',
      transcript: null,
    });
    await spoken(id);
    expect(await find(id)).toMatchObject({
      transcriptStatus: 'READY',
      transcriptFailure: null,
      transcript: {
        language: 'en',
        edited: false,
        segments: SEGMENTS,
        chapters: [],
        text: expect.stringMatching(/^Good.*later\.$/),
      },
    });
  });

  it('are captions under a signed address, another one after each change', async () => {
    const id = await voice();
    await spoken(id);
    const before = await find(id);
    const answer = await captions(before);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/vtt; charset=utf-8');
    expect(answer.headers.get('cache-control')).toMatch(/^private/);
    expect(await answer.text()).toMatch(/^WEBVTT\n\n00:00:00\.000 --> 00:00:02\.500\nGood morning/);
    const { data } = await edit(id, [{ startSeconds: 1, endSeconds: 2, text: 'Corrected' }]);
    const after = data!.editTranscript.media;
    expect(after.captionsUrl).not.toBe(before.captionsUrl);
    expect(await (await captions(after)).text()).toBe('WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nCorrected\n');
    const forged = { ...after, captionsUrl: after.captionsUrl!.replace(/media\/..../, 'media/AAAA') };
    expect((await captions(forged)).status).toBe(403);
  });

  it('are seen by whoever sees the recording', async () => {
    const id = await voice({ channel: channelId });
    await spoken(id);
    expect((await find(id, otto)).transcript?.text).toContain('zebra');
    expect(await find(id, guest)).toBeNull();
    const alone = await voice();
    await spoken(alone);
    expect(await find(alone, otto)).toBeNull();
  });

  it('keep what a person has written, whatever an engine says later', async () => {
    const id = await voice();
    const { data } = await edit(id, [{ startSeconds: 0, endSeconds: 1, text: ' By  hand ' }]);
    expect(data!.editTranscript.media).toMatchObject({
      transcriptStatus: 'READY',
      transcript: { edited: true, language: 'und', text: 'By hand' },
    });
    const key = localId('Media', id)!;
    expect(await transcripts.begin(key)).toBe(false);
    expect(await transcripts.complete(key, 'en', SEGMENTS)).toBe(false);
    // Written while the engine was at work.
    const other = await voice();
    await transcripts.begin(localId('Media', other)!);
    await edit(other, [{ startSeconds: 0, endSeconds: 1, text: 'First' }]);
    expect(await transcripts.complete(localId('Media', other)!, 'en', SEGMENTS)).toBe(false);
    expect((await find(other)).transcript).toMatchObject({ text: 'First', edited: true });
  });

  it('are edited by the owner and by administrators', async () => {
    const posted = await voice({ channel: channelId });
    const one = [{ startSeconds: 0, endSeconds: 1, text: 'x' }];
    expect((await edit(posted, one, ada)).errors).toBeUndefined();
    expect(await reasonOf(edit(posted, one, otto))).toBe('transcript.not_yours');
    expect(await reasonOf(edit(posted, one, guest))).toBe('media.not_found');
    expect(await reasonOf(edit(await voice(), one, otto))).toBe('media.not_found');
    const alone = await voice();
    expect((await edit(alone, one, ada)).data?.editTranscript.media.id).toBe(alone);
  });

  it('refuse times and words that make no transcript', async () => {
    const id = await voice();
    const at = (startSeconds: number, endSeconds: number, text = 'x') => ({ startSeconds, endSeconds, text });
    expect(await reasonOf(edit(id, [at(2, 3), at(1, 2)]))).toBe('transcript.bad_segment');
    expect(await reasonOf(edit(id, [at(2, 2)]))).toBe('transcript.bad_segment');
    expect(await reasonOf(edit(id, [at(20, 21)]))).toBe('transcript.bad_segment');
    expect(await reasonOf(edit(id, [at(0, 1, '  ')]))).toBe('transcript.bad_segment');
    expect(await reasonOf(edit(id, [at(-1, 1)]))).toBe('input.invalid');
    expect(await reasonOf(edit(id, [at(0, 1, '')]))).toBe('input.invalid');
    const many = Array.from({ length: 101 }, () => at(0, 1, 'a'.repeat(4_000)));
    expect(await reasonOf(edit(id, many))).toBe('transcript.too_long');
    expect(await find(id)).toMatchObject({ transcript: null });
    await database.dataSource.query(`update media set kind = 'FILE' where id = $1`, [localId('Media', id)]);
    expect(await reasonOf(edit(id, [at(0, 1)]))).toBe('transcript.not_a_recording');
  });

  it('are found by search, where the words are spoken', async () => {
    const id = await voice({ channel: channelId });
    await spoken(id, [
      { startSeconds: 0, endSeconds: 2, text: 'A quokka is not' },
      { startSeconds: 4.5, endSeconds: 6, text: 'the quokka of the Übermorgen café' },
      { startSeconds: 8, endSeconds: 9, text: 'goodbye, wallaby' },
    ]);
    expect(await search('quokka café')).toEqual([
      { snippet: expect.stringContaining('**quokka** of the Übermorgen **café**'), mediaSeconds: 4.5, mediaId: id },
    ]);
    // Together in the recording, apart in its segments.
    expect(await search('quokka wallaby')).toHaveLength(1);
    expect(await search('quokka platypus')).toEqual([]);
    expect(await search('quokka', guest)).toEqual([]);
    await edit(id, [{ startSeconds: 0, endSeconds: 1, text: 'nothing of the kind' }]);
    expect(await search('quokka')).toEqual([]);
  });

  it('are quoted in digests where a post has no text', async () => {
    const id = await voice({ channel: channelId });
    await spoken(id, [{ startSeconds: 0, endSeconds: 2, text: 'Whoever reads this has not listened yet.' }]);
    const service = app.get(DigestService, { strict: false });
    const [start, end] = [new Date(Date.now() - 3_600_000), new Date(Date.now() + 60_000)];
    const joinChannel = 'mutation ($id: ID!) { joinChannel(input: { channelId: $id }) { channel { id } } }';
    await client.ask(joinChannel, { id: channelId }, otto.token);
    await service.make(localId('Member', otto.id)!, start.toISOString(), end.toISOString(), false);
    const { viewer } = await client.ask<{
      viewer: { digests: { nodes: { sections: { entries: { excerpt: string }[] }[] }[] } };
    }>('{ viewer { digests { nodes { sections { entries { excerpt } } } } } }', {}, otto.token);
    const entries = viewer.digests.nodes.flatMap(({ sections }) => sections).flatMap((section) => section.entries);
    expect(entries.map(({ excerpt }) => excerpt)).toContain('Whoever reads this has not listened yet.');
  });

  it('are found once in a post that says it in its text as well', async () => {
    const id = await voice({ channel: channelId, body: 'About the axolotl' });
    await spoken(id, [{ startSeconds: 1, endSeconds: 2, text: 'the axolotl swims' }]);
    expect(await search('axolotl')).toEqual([{ snippet: 'About the **axolotl**', mediaSeconds: null, mediaId: null }]);
  });
});
