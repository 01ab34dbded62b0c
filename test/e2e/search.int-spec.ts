import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Config } from '#config';
import { SetupCodeService } from '#identity';
import { SystemClock } from '#kernel';
import { createApi } from '../../apps/api/create-api.js';
import { testDatabase } from '../support/database.js';
import { GraphqlClient } from '../support/graphql-client.js';
import { temporaryDirectory } from '../support/servers/temporary-directory.js';
import { join, makeChannel, type Person, setUp } from '../support/team.js';

const database = testDatabase();

describe('search', () => {
  let app: NestFastifyApplication;
  let client: GraphqlClient;
  let ada: Person;
  let mira: Person;
  let guest: Person;
  let open: string;
  let closed: string;

  beforeAll(async () => {
    const config = Config.read({
      DATABASE_URL: database.url,
      MEANTIME_DATA_DIR: await temporaryDirectory('search'),
      LOG_FORMAT: 'json',
    });
    app = await createApi(config, new SystemClock());
    await app.listen(0, '127.0.0.1');
    client = new GraphqlClient(await app.getUrl());
    ada = await setUp(client, (await app.get(SetupCodeService).ensure())!);
    open = await makeChannel(client, ada, { name: 'Open' });
    closed = await makeChannel(client, ada, { name: 'Closed', visibility: 'PRIVATE' });
    mira = await join(client, ada, { handle: 'mira' });
    guest = await join(client, ada, { handle: 'gast', role: 'GUEST' });
  }, 90_000);

  afterAll(() => app?.close());

  const write = async (body: string, rest: { channelId?: string; publishAt?: string } = {}): Promise<string> =>
    (
      await client.ask<{ openThread: { post: { id: string } } }>(
        'mutation ($input: OpenThreadInput!) { openThread(input: $input) { post { id } } }',
        { input: { channelId: open, title: 'Notes', body, ...rest } },
        ada.token,
      )
    ).openThread.post.id;

  interface Hit {
    snippet: string;
    post: { id: string; body: string };
  }
  const page = async (
    query: string,
    { by = ada, first = 30, after }: { by?: Person; first?: number; after?: string } = {},
  ) =>
    (
      await client.ask<{ search: { nodes: Hit[]; pageInfo: { hasNextPage: boolean; endCursor: string } } }>(
        `query ($query: String!, $first: Int, $after: String) { search(query: $query, first: $first, after: $after) {
          nodes { snippet post { id body } } pageInfo { hasNextPage endCursor }
        } }`,
        { query, first, after },
        by.token,
      )
    ).search;
  const found = async (query: string, by = ada): Promise<string[]> =>
    (await page(query, { by })).nodes.map(({ post }) => post.body);

  it('has the newest first, and goes on page after page without gap or repetition', async () => {
    const bodies = Array.from({ length: 7 }, (_, at) => `walnut number ${at}`);
    for (const body of bodies) await write(body);
    const seen: string[] = [];
    for (let after: string | undefined, isMore = true; isMore; ) {
      const { nodes, pageInfo } = await page('walnut', { first: 3, ...(after ? { after } : {}) });
      seen.push(...nodes.map(({ post }) => post.body));
      isMore = pageInfo.hasNextPage;
      after = pageInfo.endCursor;
    }
    expect(seen).toEqual([...bodies].reverse());
  });

  it('wants all the words, in any order; in quotes, these beside each other; with a minus, none of these', async () => {
    await write('The old mill by the river');
    await write('The river has an old mill and a new one');
    await write('A mill, old as time');
    expect((await found('old mill')).length).toBe(3);
    expect((await found('mill river')).length).toBe(2);
    expect((await found('"old mill"')).sort()).toEqual([
      'The old mill by the river',
      'The river has an old mill and a new one',
    ]);
    expect(await found('mill -river')).toEqual(['A mill, old as time']);
    expect((await found('time or "by the river"')).sort()).toEqual([
      'A mill, old as time',
      'The old mill by the river',
    ]);
    expect(await found('mill nowhere')).toEqual([]);
  });

  it.each([
    '"',
    '"unclosed',
    '- -',
    '& | !',
    ':*',
    "'; drop table posts --",
    '\\',
    '(((',
    '%',
    '\ud83c\udf32',
    'a'.repeat(200),
  ])('answers %p, which is no sentence, without a failure', async (query) => {
    expect(Array.isArray(await found(query))).toBe(true);
  });

  it.each([
    ['Der Apfelbaum trägt Früchte', 'früchte', '**Früchte**'],
    ['Der Apfelbaum trägt Früchte', 'FRUCHTE', 'Früchte'],
    ['À bientôt, les élèves', 'eleves', 'élèves'],
    ['Яблоня цветёт весной', 'яблоня', '**Яблоня**'],
    ['Η μηλιά ανθίζει', 'ανθίζει', '**ανθίζει**'],
    ['شجرة التفاح تزهر', 'التفاح', '**التفاح**'],
    ['りんご が 咲く', 'りんご', '**りんご**'],
    ['Cây táo nở hoa', 'tao', 'táo'],
  ])('finds in %p by %p', async (body, query, shown) => {
    await write(body);
    const { nodes } = await page(query);
    expect(nodes[0]!.post.body).toBe(body);
    expect(nodes[0]!.snippet).toContain(shown);
  });

  it('is in channels that one may read, and in them from the moment on', async () => {
    await write('The quince is ripe', { channelId: closed });
    await write('A quince for everybody');
    expect(await found('quince')).toEqual(['A quince for everybody', 'The quince is ripe']);
    expect(await found('quince', mira)).toEqual(['A quince for everybody']);
    expect(await found('quince', guest)).toEqual([]);
    const add =
      'mutation ($id: ID!, $who: [ID!]!) { addChannelMembers(input: { channelId: $id, memberIds: $who }) { channel { id } } }';
    await client.ask(add, { id: closed, who: [guest.id] }, ada.token);
    expect(await found('quince', guest)).toEqual(['The quince is ripe']);
    await client.ask(
      'mutation ($id: ID!) { leaveChannel(input: { channelId: $id }) { channel { id } } }',
      { id: closed },
      guest.token,
    );
    expect(await found('quince', guest)).toEqual([]);
  });

  it('never has what is deleted, what waits for its hour, or what an edit took out', async () => {
    const post = await write('A medlar tree');
    await write('The medlar of tomorrow', { publishAt: new Date(Date.now() + 86_400_000).toISOString() });
    expect(await found('medlar')).toEqual(['A medlar tree']);
    await client.ask(
      'mutation ($id: ID!) { editPost(input: { postId: $id, body: "A plum tree" }) { post { id } } }',
      { id: post },
      ada.token,
    );
    expect(await found('medlar')).toEqual([]);
    expect(await found('plum')).toEqual(['A plum tree']);
    await client.ask(
      'mutation ($id: ID!) { deletePost(input: { postId: $id }) { post { id } } }',
      { id: post },
      ada.token,
    );
    expect(await found('plum')).toEqual([]);
  });

  it.each(['', '   ', 'x'.repeat(201), 'a\u0000b'])('refuses %p', async (query) => {
    const { errors } = await client.post(
      'query ($query: String!) { search(query: $query) { nodes { snippet } } }',
      { query },
      ada.token,
    );
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      reason: expect.stringMatching(/^search\.bad_query$|^input\./),
    });
  });
});
