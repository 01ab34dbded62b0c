import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import fc from 'fast-check';
import { type GraphQLObjectType, type GraphQLSchema, getNamedType, isLeafType, isObjectType } from 'graphql';
import pg from 'pg';
import { Config } from '#config';
import { SetupCodeService } from '#identity';
import { SystemClock } from '#kernel';
import { createApi } from '../../apps/api/create-api.js';
import { testDatabase } from '../support/database.js';
import { GraphqlClient } from '../support/graphql-client.js';
import { temporaryDirectory } from '../support/servers/temporary-directory.js';
import { join, makeChannel, type Person, setUp } from '../support/team.js';

const database = testDatabase();

/**
 * Pages have two ways to their answer: a compiled plan, and the resolvers. Whatever is asked, by whomever, both must say
 * the same. A directive (`@include(if: true)`) is not planned, so it takes the same document the other way.
 */
describe('plans and resolvers', () => {
  let app: NestFastifyApplication;
  let client: GraphqlClient;
  let schema: GraphQLSchema;
  let people: Person[];
  let roots: string[];
  let planned = 0;
  const query = pg.Client.prototype.query;

  beforeAll(async () => {
    const directory = await temporaryDirectory('plans');
    app = await createApi(
      Config.read({
        DATABASE_URL: database.url,
        MEANTIME_DATA_DIR: directory,
        LOG_FORMAT: 'json',
        REQUESTS_PER_MINUTE: '100000',
      }),
      new SystemClock(),
    );
    await app.listen(0, '127.0.0.1');
    client = new GraphqlClient(await app.getUrl());
    schema = app.get(GraphQLSchemaHost).schema;
    ({ people, roots } = await story(client, (await app.get(SetupCodeService).ensure())!));
    pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
      const [asked] = args as [string | { name?: string }];
      if (typeof asked !== 'string' && asked.name?.startsWith('plan.')) planned += 1;
      return (query as (...all: unknown[]) => unknown).apply(this, args);
    } as typeof query;
  }, 60_000);

  afterAll(async () => {
    pg.Client.prototype.query = query;
    await app?.close();
  });

  it('give the same answers', async () => {
    const asked = fc.record({ choices: fc.infiniteStream(fc.nat(1_000)), person: fc.nat(), root: fc.nat() });
    await fc.assert(
      fc.asyncProperty(asked, async ({ choices, person, root }) => {
        const next = () => choices.next().value as number;
        const { token } = people[person % people.length]!;
        const field = roots[root % roots.length]!;
        const name = /^\w+/.exec(field)![0];
        const type = getNamedType(schema.getQueryType()!.getFields()[name]!.type) as GraphQLObjectType;
        const selection = selectionOf(type, next, 4);
        const plan = await client.post(`{ answer: ${field} ${selection} }`, {}, token);
        const ordinary = await client.post(`{ answer: ${field} @include(if: true) ${selection} }`, {}, token);
        expect(withoutRequestIds(plan)).toEqual(withoutRequestIds(ordinary));
      }),
      { numRuns: 400 },
    );
    // Far from all random documents are covered; without any, this would compare the resolvers with themselves.
    expect(planned).toBeGreaterThan(100);
  }, 120_000);

  it.each([
    ['a page that is too long', 'channel(id: $id) { threads(first: 101) { nodes { id } } }'],
    ['a cursor of no list', 'channel(id: $id) { threads(after: "x") { nodes { id } } }'],
    ['an id of nothing', 'channel(id: "chn_00000000-0000-7000-8000-000000000000") { id }'],
    ['an id of another kind', 'thread(id: $id) { id }'],
    ['no id at all', 'channel { id }'],
  ])('say the same of %s', async (_, field) => {
    const id = /"(chn_[^"]+)"/.exec(roots.join(' '))![1];
    const [name, ...rest] = field.split(' {');
    const ask = (text: string) =>
      client.post(
        `query ($id: ID) { ${text} }`.replace('($id: ID)', text.includes('$id') ? '($id: ID!)' : ''),
        { id },
        people[0]!.token,
      );
    const plan = await ask(field);
    expect(withoutRequestIds(plan)).toEqual(
      withoutRequestIds(await ask(`${name} @include(if: true) {${rest.join(' {')}`)),
    );
  });

  it('refuse both ways whoever is not signed in', async () => {
    const { errors } = await client.post(`{ ${roots[0]} { id } }`);
    expect(errors?.[0]?.extensions).toMatchObject({ reason: 'session.required' });
  });
});

/** Errors name their request, which is another one each time, and their place in the document. */
const withoutRequestIds = ({ data, errors }: { data?: unknown; errors?: unknown }) =>
  JSON.parse(
    JSON.stringify({ data, errors }, (key, value) => (key === 'requestId' || key === 'locations' ? undefined : value)),
  );

/** Fields whose answer is another one each moment, or that make something up for each request. */
const MOVING = new Set(['localTime', 'isWorkingTime', 'nextWorkingTime', 'playbackUrl', 'urgentBudgetLeft']);
const PAGES = ['(first: 2)', '', '(first: 50)'];
/** Where random documents go: the types that pages show. */
const WALKED = new Set([
  'Channel',
  'Thread',
  'Post',
  'Expectation',
  'Member',
  'Reaction',
  'ExpectedResponse',
  'Inbox',
  'Viewer',
  'PageInfo',
  'Conclusion',
]);

/** What plans do not cover: most documents go without, so that most are planned. */
const UNPLANNED = new Set([
  ...['media', 'moment', 'responses', 'fulfilled', 'conclusion', 'firstPost', 'mediaSeconds', 'members', 'memberCount'],
  ...[
    'owner',
    'agreement',
    'pinnedThreads',
    'answer',
    'delegatedTo',
    'proposal',
    'history',
    'laterUntil',
    'undoableUntil',
  ],
  ...['waitingOnMeCount', 'waitingOnOthersCount', 'unreadThreadCount', 'unreadThreads', 'email', 'workingHours'],
  ...['absences', 'edges', 'channels'],
]);

/** A random selection of a type, some fields under another name. @param next the next random number */
function selectionOf(type: GraphQLObjectType, next: () => number, depth: number): string {
  const isPage = type.name.endsWith('Connection');
  const isBold = next() % 8 === 0;
  const fields = Object.values(type.getFields()).filter((field) => {
    if (!isBold && UNPLANNED.has(field.name)) return false;
    const named = getNamedType(field.type);
    if (MOVING.has(field.name) || field.args.some((arg) => arg.type.toString().endsWith('!'))) return false;
    if (isLeafType(named)) return true;
    if (!isObjectType(named)) return false;
    return isPage ? field.name !== 'edges' : depth > 0 && (WALKED.has(named.name) || isOwnPage(named.name));
  });
  // Mostly few fields, so that many documents hold only what is planned.
  const chosen = isPage ? fields : fields.filter(() => next() % 3 === 0);
  const texts = chosen.map((field, at) => {
    const named = getNamedType(field.type);
    const alias = next() % 5 === 0 ? `as${at}: ` : '';
    const page = field.args.some(({ name }) => name === 'first') ? PAGES[next() % PAGES.length] : '';
    const below = isObjectType(named) ? ` ${selectionOf(named, next, isPage ? depth : depth - 1)}` : '';
    return `${alias}${field.name}${page}${below}`;
  });
  return `{ ${['__typename', ...texts].join(' ')} }`;
}

const isOwnPage = (name: string): boolean =>
  name.endsWith('Connection') && WALKED.has(name.slice(0, -'Connection'.length));

/** A small organisation in which every field of a page has something to say, and somebody who may not see it. */
async function story(client: GraphqlClient, setupCode: string): Promise<{ people: Person[]; roots: string[] }> {
  const ada = await setUp(client, setupCode);
  const open = await makeChannel(client, ada, { name: 'Open' });
  const hidden = await makeChannel(client, ada, { name: 'Hidden', visibility: 'PRIVATE' });
  const mira = await join(client, ada, { handle: 'mira', channelIds: [open, hidden] });
  const otto = await join(client, ada, { handle: 'otto' });
  const guest = await join(client, ada, { handle: 'gast', role: 'GUEST', channelIds: [open] });
  const run = async (text: string, input: object, token = ada.token) =>
    Object.values(await client.ask<Record<string, Record<string, { id: string }>>>(text, { input }, token))[0]!;
  const openThread = (input: object, token?: string) =>
    run(
      'mutation ($input: OpenThreadInput!) { openThread(input: $input) { thread { id } post { id } } }',
      input,
      token,
    );
  const reply = (input: object, token?: string) =>
    run('mutation ($input: PostReplyInput!) { postReply(input: $input) { post { id } } }', input, token);

  const asks = { kind: 'REPLY', recipientIds: [mira.id], timing: { withinWorkingHours: 1.5 } };
  const by = new Date(Date.now() + 30 * 86_400_000).toISOString();
  const decides = {
    kind: 'DECIDE',
    recipientIds: [mira.id, ada.id],
    choices: ['“yes”', 'no\\'],
    timing: { by },
    quorum: 'ANY',
  };
  const first = await openThread({
    channelId: open,
    title: 'Slow "builds" \u2028 日本',
    body: 'Line one\n\tline two </script>',
    expectation: asks,
  });
  const second = await openThread(
    { channelId: hidden, title: 'Only for some', body: '🌱', expectation: decides },
    mira.token,
  );
  await openThread({ channelId: open, title: 'Later', body: 'x', publishAt: by });
  for (let count = 0; count < 4; count++) {
    const answer = await reply(
      { threadId: first.thread!.id, body: `Reply ${count}` },
      count % 2 ? mira.token : otto.token,
    );
    for (const [emoji, token] of [
      ['👍', ada.token],
      ['👍', mira.token],
      ['🎉', otto.token],
    ] as const) {
      await run(
        'mutation ($input: ReactInput!) { react(input: $input) { post { id } } }',
        { postId: answer.post!.id, emoji },
        token,
      );
    }
    if (count === 1)
      await run(
        'mutation ($input: EditPostInput!) { editPost(input: $input) { post { id } } }',
        { postId: answer.post!.id, body: 'Edited' },
        mira.token,
      );
    if (count === 2)
      await run(
        'mutation ($input: DeletePostInput!) { deletePost(input: $input) { post { id } } }',
        { postId: answer.post!.id },
        otto.token,
      );
  }
  const empty = await makeChannel(client, ada, { name: 'Empty' });
  const [channel, other, none] = [open, hidden, empty].map((id) => `channel(id: "${id}")`);
  const [thread, secret] = [first, second].map((one) => `thread(id: "${one.thread!.id}")`);
  return { people: [ada, mira, otto, guest], roots: [channel!, other!, none!, thread!, secret!, 'viewer'] };
}
