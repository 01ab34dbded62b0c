import { readFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { Config } from '#config';
import { SetupCodeService } from '#identity';
import { globalId, newId, SystemClock } from '#kernel';
import { createApi } from '../../apps/api/create-api.js';
import { testDatabase } from '../support/database.js';
import { GraphqlClient, type GraphqlError } from '../support/graphql-client.js';
import { temporaryDirectory } from '../support/servers/temporary-directory.js';
import { join, makeChannel, type Person, setUp } from '../support/team.js';

const database = testDatabase();
const catalogue = readFileSync(joinPath(import.meta.dirname, '../../docs/api/errors.md'), 'utf8');

describe('what the api refuses', () => {
  let app: NestFastifyApplication;
  let client: GraphqlClient;
  let ada: Person;
  let mira: Person;
  let ids: Record<'channel' | 'thread' | 'post' | 'member' | 'media', string>;

  beforeAll(async () => {
    const config = Config.read({
      DATABASE_URL: database.url,
      MEANTIME_DATA_DIR: await temporaryDirectory('errors'),
      LOG_FORMAT: 'json',
    });
    app = await createApi(config, new SystemClock());
    await app.listen(0, '127.0.0.1');
    client = new GraphqlClient(await app.getUrl());
    ada = await setUp(client, (await app.get(SetupCodeService).ensure())!);
    const channel = await makeChannel(client, ada, { name: 'Orchard' });
    mira = await join(client, ada, { handle: 'mira', channelIds: [channel] });
    const { openThread } = await client.ask<{ openThread: { thread: { id: string }; post: { id: string } } }>(
      'mutation ($input: OpenThreadInput!) { openThread(input: $input) { thread { id } post { id } } }',
      { input: { channelId: channel, title: 'Plans', body: 'Begins.' } },
      ada.token,
    );
    const { createUpload } = await client.ask<{ createUpload: { media: { id: string } } }>(
      'mutation { createUpload(input: { filename: "a.txt", mimeType: "text/plain" }) { media { id } } }',
      {},
      ada.token,
    );
    ids = {
      channel,
      thread: openThread.thread.id,
      post: openThread.post.id,
      member: mira.id,
      media: createUpload.media.id,
    };
  }, 90_000);

  afterAll(() => app?.close());

  /** Everything that is said of a refusal is looked at: nothing of our insides is in it. */
  const checked = ({ message, extensions }: GraphqlError): GraphqlError['extensions'] => {
    expect(message).toMatch(/^[^\n]+$/u);
    expect(JSON.stringify({ message, extensions })).not.toMatch(/ at \S+ \(|node_modules|select |insert |\.ts:|\.js:/);
    expect(catalogue).toContain(`\`${extensions.reason}\``);
    return extensions;
  };
  const refusal = async (document: string, variables: object = {}, by: Person | undefined = ada) => {
    const { errors } = await client.post(document, { ...variables }, by?.token);
    const { code, reason, field } = checked(errors![0]!);
    return { code, reason, ...(field === undefined ? {} : { field }) };
  };
  const filled = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value), (_, text) =>
      typeof text === 'string' ? text.replace(/^\$(\w+)$/, (all, kind: keyof typeof ids) => ids[kind] ?? all) : text,
    );

  const many = (count: number) => Array.from({ length: count }, () => '$member');
  const upper = (name: string) => `${name[0]!.toUpperCase()}${name.slice(1)}`;

  describe('in an input', () => {
    const later = '2099-01-01T00:00:00.000Z';
    const over = '2020-01-01T00:00:00.000Z';
    const thread = { channelId: '$channel', title: 'x', body: 'x' };
    const reply = { threadId: '$thread', body: 'x' };
    const asking = (timing: object) => ({
      ...reply,
      expectation: { kind: 'ACKNOWLEDGE', recipientIds: ['$member'], timing },
    });

    it.each<[string, string, object, string, string?]>([
      [
        'a list over 100',
        'addChannelMembers',
        { channelId: '$channel', memberIds: many(501) },
        'input.invalid',
        'memberIds',
      ],
      ['a list over 100', 'createChannel', { name: 'x', memberIds: many(501) }, 'input.invalid', 'memberIds'],
      ['a list over 100', 'postReply', { ...reply, mediaIds: many(101) }, 'input.invalid', 'mediaIds'],
      [
        'a list over 100',
        'postReply',
        { ...reply, expectation: { kind: 'FYI', recipientIds: many(501) } },
        'input.invalid',
        'expectation.recipientIds',
      ],
      [
        'a list over 100',
        'inviteMember',
        { email: 'a@b.example', channelIds: many(101) },
        'input.invalid',
        'channelIds',
      ],
      [
        'a list over 100',
        'createAccessToken',
        { name: 'x', scopes: Array(101).fill('READ') },
        'input.invalid',
        'scopes',
      ],
      ['a list over 100', 'updateDigestSchedule', { days: Array(101).fill('MONDAY') }, 'digest.bad_days', 'days'],
      ['a list over 100', 'updateDigestSchedule', { times: Array(101).fill('09:00') }, 'digest.bad_times', 'times'],
      [
        'a list over 100',
        'updateWorkingHours',
        { timeZone: 'Europe/Berlin', week: Array(101).fill({ day: 'MONDAY', start: '09:00', end: '10:00' }) },
        'input.invalid',
        'week',
      ],
      [
        'too many choices',
        'postReply',
        { ...reply, expectation: { kind: 'DECIDE', choices: Array(101).fill('x') } },
        'input.invalid',
        'expectation.choices',
      ],
      [
        'a text of 40,001 characters',
        'postReply',
        { ...reply, body: 'x'.repeat(40_001) },
        'input.text_too_long',
        'body',
      ],
      [
        'a text of 40,001 characters',
        'openThread',
        { ...thread, body: 'x'.repeat(40_001) },
        'input.text_too_long',
        'body',
      ],
      [
        'a text of 40,001 characters',
        'editPost',
        { postId: '$post', body: 'x'.repeat(40_001) },
        'input.text_too_long',
        'body',
      ],
      [
        'a text of 40,001 characters',
        'concludeThread',
        { threadId: '$thread', summary: 'x'.repeat(40_001) },
        'input.text_too_long',
        'summary',
      ],
      [
        'a text of 40,001 characters',
        'updateChannelAgreement',
        { channelId: '$channel', agreement: { text: 'x'.repeat(40_001) } },
        'input.invalid',
        'agreement.text',
      ],
      [
        'a title of 40,001 characters',
        'openThread',
        { ...thread, title: 'x'.repeat(40_001) },
        'thread.bad_title',
        'title',
      ],
      ['no title', 'openThread', { ...thread, title: ' \n' }, 'thread.bad_title', 'title'],
      ['an empty post', 'postReply', { ...reply, body: '' }, 'post.empty', 'body'],
      ['a post of spaces', 'postReply', { ...reply, body: ' \n\t' }, 'post.empty', 'body'],
      ['an empty post', 'openThread', { ...thread, body: '' }, 'post.empty', 'body'],
      ['U+0000', 'openThread', { ...thread, title: 'x\u0000' }, 'input.nul_character'],
      ['U+0000 in Markdown', 'postReply', { ...reply, body: 'x\u0000' }, 'input.malformed'],
      ['an unknown zone', 'updateWorkingHours', { timeZone: 'Europe/Atlantis', week: [] }, 'input.malformed'],
      ['a malformed time', 'acknowledge', { expectedResponseId: 'x', promisedAt: 'tomorrow' }, 'input.malformed'],
      ['a day that is not', 'addAbsence', { from: '2027-02-30', to: '2027-03-01' }, 'input.malformed'],
      [
        'a day that is not',
        'acknowledge',
        { expectedResponseId: 'x', promisedAt: '2027-02-30T00:00:00Z' },
        'input.malformed',
      ],
      ['an hour that is not', 'updateDigestSchedule', { times: ['25:00'] }, 'input.malformed'],
      [
        'a due time that is over',
        'postReply',
        asking({ by: over }),
        'expectation.due_in_the_past',
        'expectation.timing.by',
      ],
      [
        'two timings',
        'postReply',
        asking({ by: later, withinWorkingHours: 4 }),
        'expectation.bad_timing',
        'expectation.timing',
      ],
      [
        'a publication that is over',
        'openThread',
        { ...thread, publishAt: over },
        'post.publish_in_the_past',
        'publishAt',
      ],
      [
        'a publication in another age',
        'openThread',
        { ...thread, publishAt: later },
        'post.publish_too_far',
        'publishAt',
      ],
      [
        'a key that is too long',
        'postReply',
        { ...reply, idempotencyKey: 'x'.repeat(201) },
        'post.bad_idempotency_key',
        'idempotencyKey',
      ],
      ['an unknown enum', 'createChannel', { name: 'x', visibility: 'SECRET' }, 'graphql.invalid'],
      ['an unknown enum', 'changeMemberRole', { memberId: '$member', role: 'KING' }, 'graphql.invalid'],
      ['an unknown field', 'createChannel', { name: 'x', colour: 'red' }, 'graphql.invalid'],
      ['a field left out', 'createChannel', { purpose: 'x' }, 'graphql.invalid'],
      ['a number for a text', 'createChannel', { name: 7 }, 'graphql.invalid'],
      [
        'a number too large',
        'updateChannelAgreement',
        { channelId: '$channel', agreement: { maxRecipients: 2 ** 40 } },
        'graphql.invalid',
      ],
      [
        'a number out of range',
        'updateChannelAgreement',
        { channelId: '$channel', agreement: { maxRecipients: -1 } },
        'input.invalid',
        'agreement.maxRecipients',
      ],
      [
        'a size below nothing',
        'createUpload',
        { filename: 'a', mimeType: 'text/plain', byteSize: -1 },
        'input.malformed',
      ],
      ['no address', 'inviteMember', { email: 'nobody' }, 'input.malformed'],
      ['no emoji', 'react', { postId: '$post', emoji: 'hello' }, 'reaction.not_an_emoji', 'emoji'],
      [
        'an id of another kind',
        'createChannel',
        { name: 'x', memberIds: ['$channel'] },
        'input.not_an_id',
        'memberIds',
      ],
    ])('%s: %s %#', async (...[, mutation, input, reason, field]) => {
      const payload = {
        addChannelMembers: 'channel',
        createChannel: 'channel',
        updateChannelAgreement: 'channel',
        changeMemberRole: 'member',
        updateWorkingHours: 'member',
        inviteMember: 'code',
        createAccessToken: 'secret',
        updateDigestSchedule: 'digestSchedule { enabled }',
        openThread: 'post',
        postReply: 'post',
        editPost: 'post',
        react: 'post',
        concludeThread: 'thread',
        acknowledge: 'expectedResponse',
        addAbsence: 'absence',
        createUpload: 'uploadUrl',
      }[mutation]!;
      const type = mutation === 'updateDigestSchedule' ? 'DigestScheduleInput' : `${upper(mutation)}Input`;
      const wanted = /[{]|code|secret|Url/.test(payload) ? payload : `${payload} { id }`;
      const said = await refusal(`mutation ($input: ${type}!) { ${mutation}(input: $input) { ${wanted} } }`, {
        input: filled(input),
      });
      expect(said).toEqual({ code: 'INVALID_INPUT', reason, ...(field === undefined ? {} : { field }) });
    });

    it('names a field that is wrong in a literal too', async () => {
      expect(
        await refusal('mutation { createChannel(input: { name: "x", visibility: SECRET }) { channel { id } } }'),
      ).toEqual({
        code: 'INVALID_INPUT',
        reason: 'graphql.invalid',
      });
      expect(
        await refusal(
          '{ previewExpectation(channelId: "x", expectation: { kind: FYI }, publishAt: "soon") { urgentBudgetLeft } }',
        ),
      ).toEqual({
        code: 'INVALID_INPUT',
        reason: 'input.malformed',
      });
    });
  });

  describe('of a list', () => {
    const lists = (args: string): [string, string][] =>
      [
        `{ channels(${args}) { nodes { id } } }`,
        `{ members(${args}) { nodes { id } } }`,
        `{ search(query: "begins", ${args}) { nodes { snippet } } }`,
        `{ administration { members(${args}) { nodes { id } } } }`,
        `{ administration { auditEvents(${args}) { nodes { id } } } }`,
        `{ viewer { inbox { waitingOnMe(${args}) { nodes { id } } } } }`,
        `{ viewer { inbox { waitingOnOthers(${args}) { nodes { id } } } } }`,
        `{ viewer { inbox { unreadThreads(${args}) { nodes { id } } } } }`,
        `{ viewer { digests(${args}) { nodes { id } } } }`,
        `{ viewer { channels(${args}) { nodes { id } } } }`,
        `query ($channel: ID!) { channel(id: $channel) { threads(${args}) { nodes { id } } } }`,
        `query ($channel: ID!) { channel(id: $channel) { members(${args}) { nodes { id } } } }`,
        `query ($thread: ID!) { thread(id: $thread) { posts(${args}) { nodes { id } } } }`,
      ].map((document) => [args, document]);

    it.each(['first: 0', 'first: 101', 'first: -1', 'first: 2147483647'].flatMap(lists))(
      'the size %s: %s',
      async (_, document) => {
        expect(await refusal(document, { ...ids })).toEqual({
          code: 'INVALID_INPUT',
          reason: 'input.page_too_long',
          field: 'first',
        });
      },
    );

    const forged = [
      ['nonsense'],
      [['yesterday', newId()]],
      [['2026-02-30T00:00:00.000Z', newId()]],
      [[`${'9'.repeat(400)}`, 'x']],
      [['x']],
      [[1e300]],
      [[{}, []]],
    ].map(([keys]) => (typeof keys === 'string' ? keys : Buffer.from(JSON.stringify(keys)).toString('base64url')));

    it.each(forged.flatMap((cursor) => lists(`after: "${cursor}"`)))('the cursor %s: %s', async (_, document) => {
      const { data, errors } = await client.post(document, { ...ids }, ada.token);
      // Names are any text: such a cursor of a list by name may be a place of it.
      if (errors)
        expect(checked(errors[0]!)).toMatchObject({
          code: 'INVALID_INPUT',
          reason: 'input.bad_cursor',
          field: 'after',
        });
      else expect([document, data]).toEqual([expect.stringMatching(/channels|members/), expect.anything()]);
    });

    it('the last ones by a wrong size or cursor', async () => {
      const posts = (args: string) =>
        `query ($thread: ID!) { thread(id: $thread) { posts(${args}) { nodes { id } } } }`;
      expect(await refusal(posts('last: 101'), { ...ids })).toMatchObject({
        reason: 'input.page_too_long',
        field: 'last',
      });
      expect(await refusal(posts('last: 1, before: "x"'), { ...ids })).toMatchObject({
        reason: 'input.bad_cursor',
        field: 'before',
      });
    });
  });

  describe('of an operation', () => {
    const nested = (depth: number): string =>
      depth === 0 ? 'id' : `thread { posts(first: 1) { nodes { ${nested(depth - 1)} } } }`;
    const page = (inner: string) => `channels(first: 100) { nodes { threads(first: 100) { nodes { ${inner} } } } }`;
    const doubling = Array.from(
      { length: 30 },
      (_, at) =>
        `fragment F${at} on Post { thread { opener: posts(first: 1) { nodes { ...F${at + 1} } } two: posts(first: 1) { nodes { ...F${at + 1} } } } }`,
    ).join(' ');
    const flat = Array.from(
      { length: 200 },
      (_, at) => `fragment F${at} on Query { ...F${at + 1} a${at}: viewer { ...V } ...F${at + 1} }`,
    ).join(' ');

    it.each([
      ['too deep', `query ($post: ID!) { post(id: $post) { ${nested(8)} } }`, 'QUERY_TOO_COSTLY', 'query.too_deep'],
      ['too costly', `{ ${page('posts(first: 100) { nodes { id } }')} }`, 'QUERY_TOO_COSTLY', 'query.too_costly'],
      [
        'too costly by aliases',
        `{ ${Array.from({ length: 260 }, (_, at) => `a${at}: channels(first: 100) { nodes { id } }`).join(' ')} }`,
        'QUERY_TOO_COSTLY',
        'query.too_costly',
      ],
      [
        'too costly by fragments',
        `{ ${page('...F')} } fragment F on Thread { posts(first: 100) { nodes { id } } }`,
        'QUERY_TOO_COSTLY',
        'query.too_costly',
      ],
      [
        'too costly by the larger of two sizes',
        `{ channels(first: 100) { nodes { threads(first: 100) { nodes { posts(first: 1, last: 100) { nodes { id } } } } } } }`,
        'QUERY_TOO_COSTLY',
        'query.too_costly',
      ],
      [
        'too deep by fragments',
        `query ($post: ID!) { post(id: $post) { ...F0 } } ${doubling} fragment F30 on Post { id }`,
        'QUERY_TOO_COSTLY',
        'query.too_deep',
      ],
      [
        'too much by fragments in fragments',
        `{ ...F0 } ${flat} fragment F200 on Query { viewer { ...V } } fragment V on Viewer { member { id } }`,
        'QUERY_TOO_COSTLY',
        'query.too_costly',
      ],
      [
        'a cycle',
        '{ viewer { ...F } } fragment F on Viewer { member { id } ...F }',
        'INVALID_INPUT',
        'graphql.invalid',
      ],
      [
        'a longer cycle',
        'query ($post: ID!) { post(id: $post) { ...A } } fragment A on Post { thread { ...B } } fragment B on Thread { posts { nodes { ...A } } }',
        'INVALID_INPUT',
        'graphql.invalid',
      ],
      [
        'introspection without end',
        `{ __schema { types { ${'fields { type { '.repeat(6)} name ${'} } '.repeat(6)} } } }`,
        'INVALID_INPUT',
        'graphql.invalid',
      ],
      ['more words than a document has', `{ ${'a '.repeat(5_001)} }`, 'INVALID_INPUT', 'graphql.invalid'],
      ['no such field', '{ nothing }', 'INVALID_INPUT', 'graphql.invalid'],
      ['no GraphQL', 'select * from members', 'INVALID_INPUT', 'graphql.invalid'],
      ['nothing', '', 'INVALID_INPUT', 'graphql.invalid'],
      [
        'a subscription here',
        'subscription { inboxChanged { waitingOnMeCount } }',
        'INVALID_INPUT',
        'subscription.over_socket',
      ],
    ])('%s', async (_, document, code, reason) => {
      const startedAt = performance.now();
      expect(await refusal(document, document.includes('$post') ? { post: ids.post } : {})).toEqual({ code, reason });
      expect(performance.now() - startedAt).toBeLessThan(1_000);
      expect((await client.post(document, {}, ada.token)).status).toBe(400);
    });
  });

  describe('of a request', () => {
    const send = async (
      body: string | undefined,
      headers: Record<string, string>,
      method = 'POST',
      path = '/graphql',
    ) => {
      const response = await fetch(`${client.baseUrl}${path}`, {
        method,
        headers: { authorization: `Bearer ${ada.token}`, ...headers },
        ...(body === undefined ? {} : { body }),
      });
      return { status: response.status, text: await response.text() };
    };
    const json = { 'content-type': 'application/json' };
    const ask = JSON.stringify({ query: '{ viewer { member { id } } }' });

    it.each<[string, string | undefined, Record<string, string>, number]>([
      ['several operations at once', `[${ask},${ask}]`, json, 400],
      ['an empty list', '[]', json, 400],
      ['a text', '"query"', json, 400],
      ['null', 'null', json, 400],
      ['an object without a query', '{}', json, 400],
      ['a query of another type', '{"query":7}', json, 400],
      ['variables of another type', '{"query":"{ viewer { member { id } } }","variables":"x"}', json, 400],
      ['half a body', '{"query":"{ vie', json, 400],
      ['bytes', '\u0001\u0002\u0003', json, 400],
      ['nothing', undefined, json, 400],
      ['__proto__', '{"__proto__":{"query":"{ viewer { member { id } } }"}}', json, 400],
      ['a form', 'query=%7Bviewer%7D', { 'content-type': 'application/x-www-form-urlencoded' }, 400],
      ['plain text', ask, { 'content-type': 'text/plain' }, 400],
      ['XML', '<query/>', { 'content-type': 'application/xml' }, 415],
      ['two megabytes', JSON.stringify({ query: 'x'.repeat(2_000_000) }), json, 413],
    ])('%s', async (_, body, headers, status) => {
      const said = await send(body, headers);
      expect([said.status, said.text]).toEqual([status, expect.stringContaining('errors')]);
      expect(said.text).not.toMatch(/ at \S+ \(|node_modules|\.ts:|\.js:/);
      for (const error of (JSON.parse(said.text) as { errors: GraphqlError[] }).errors) {
        expect(checked(error).code).toBe('INVALID_INPUT');
      }
    });

    it('takes no change by GET', async () => {
      const mutation = encodeURIComponent('mutation { signOut { ok } }');
      const said = await send(undefined, { 'x-apollo-operation-name': 'x' }, 'GET', `/graphql?query=${mutation}`);
      expect([400, 405]).toContain(said.status);
      expect(await client.ask('{ viewer { member { id } } }', {}, ada.token)).toEqual({
        viewer: { member: { id: ada.id } },
      });
    });

    it('takes no question by GET from another site, which cannot set headers', async () => {
      const said = await send(
        undefined,
        {},
        'GET',
        `/graphql?query=${encodeURIComponent('{ viewer { member { id } } }')}`,
      );
      expect(said.status).toBe(400);
    });
  });

  describe('ids', () => {
    const kinds = { Channel: 'channel', Thread: 'thread', Post: 'post', Member: 'member', Media: 'media' } as const;
    const others = Object.keys(kinds).flatMap((asked) =>
      [...Object.values(kinds), 'nonsense', ''].map((given) => [asked, given] as [keyof typeof kinds, string]),
    );

    it.each(others.filter(([asked, given]) => kinds[asked] !== given))(
      'answers for a %s by the id of %p as for one that is not there',
      async (asked, given) => {
        const document = `query ($id: ID!) { ${kinds[asked]}(id: $id) { id } }`;
        const of = async (id: string) => {
          const { data, errors } = await client.post(document, { id }, mira.token);
          return { data, said: errors?.map(({ message, extensions }) => ({ message, extensions })) };
        };
        expect(await of(ids[given as keyof typeof ids] ?? given)).toEqual(await of(globalId(asked, newId())));
      },
    );
  });

  it('an unforeseen failure is one sentence and a number, under which the log has the rest', async () => {
    const admin = new pg.Client(database.url);
    await admin.connect();
    const logged: string[] = [];
    const write = process.stdout.write.bind(process.stdout);
    const writeErr = process.stderr.write.bind(process.stderr);
    try {
      await admin.query('alter table digests rename to digests_gone');
      process.stdout.write = ((text: string) => logged.push(String(text)) > 0) as typeof process.stdout.write;
      process.stderr.write = ((text: string) => logged.push(String(text)) > 0) as typeof process.stderr.write;
      const { errors, data } = await client.post(
        '{ viewer { member { id } digests { nodes { id } } } }',
        {},
        ada.token,
      );
      process.stdout.write = write;
      process.stderr.write = writeErr;
      const { message, extensions } = errors![0]!;
      const { requestId } = extensions.data as { requestId: string };
      expect({ message, extensions }).toEqual({
        message: `Something went wrong on our side. Tell an administrator this number: ${requestId}.`,
        extensions: { code: 'INTERNAL', reason: 'internal', data: { requestId } },
      });
      expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
      expect(JSON.stringify({ errors, data })).not.toMatch(/digests_gone|relation|stack| at /);
      expect(logged.join('')).toContain(requestId);
      expect(logged.join('')).toContain('does not exist');
    } finally {
      process.stdout.write = write;
      process.stderr.write = writeErr;
      await admin.query('alter table if exists digests_gone rename to digests');
      await admin.end();
    }
  });
});
