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

describe('the audit log and the list of people', () => {
  let app: NestFastifyApplication;
  let client: GraphqlClient;
  let ada: Person;
  let mira: Person;

  beforeAll(async () => {
    const config = Config.read({
      DATABASE_URL: database.url,
      MEANTIME_DATA_DIR: await temporaryDirectory('audit'),
      LOG_FORMAT: 'json',
    });
    app = await createApi(config, new SystemClock());
    await app.listen(0, '127.0.0.1');
    client = new GraphqlClient(await app.getUrl());
    ada = await setUp(client, (await app.get(SetupCodeService).ensure())!);
    mira = await join(client, ada, { handle: 'mira' });
    await makeChannel(client, mira, { name: 'Open' });
  }, 90_000);

  afterAll(() => app?.close());

  interface Event {
    id: string;
    action: string;
    actor: { id: string } | null;
    subject: string;
    at: string;
    ipAddress: string | null;
  }
  const events = async (args = '', by = ada) =>
    (
      await client.ask<{
        administration: { auditEvents: { nodes: Event[]; pageInfo: { endCursor: string; hasNextPage: boolean } } };
      }>(
        `{ administration { auditEvents${args} { nodes { id action actor { id } subject at ipAddress } pageInfo { endCursor hasNextPage } } } }`,
        {},
        by.token,
      )
    ).administration.auditEvents;

  it('writes down who did what, newest first, and nothing secret', async () => {
    const { nodes } = await events('(first: 100)');
    const actions = nodes.map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['member.invited', 'channel.created']));
    expect(nodes.map(({ at }) => at)).toEqual(
      nodes
        .map(({ at }) => at)
        .sort()
        .reverse(),
    );
    expect(nodes.find(({ action }) => action === 'channel.created')!.actor).toEqual({ id: mira.id });
    expect(JSON.stringify(nodes)).not.toMatch(/mti_|mts_|four words|argon|scrypt/);
  });

  it('goes through the log page after page, and has the events of one kind alone', async () => {
    const all = (await events('(first: 100)')).nodes.map(({ id }) => id);
    const seen: string[] = [];
    for (let args = '(first: 2)', isMore = true; isMore; ) {
      const { nodes, pageInfo } = await events(args);
      seen.push(...nodes.map(({ id }) => id));
      isMore = pageInfo.hasNextPage;
      args = `(first: 2, after: "${pageInfo.endCursor}")`;
    }
    expect(seen).toEqual(all);
    const invited = (await events('(action: "member.invited")')).nodes;
    expect(new Set(invited.map(({ action }) => action))).toEqual(new Set(['member.invited']));
    expect((await events('(action: "no.such_action")')).nodes).toEqual([]);
  });

  it('is found by its id by administrators alone', async () => {
    const [{ id }] = (await events('(first: 1)')).nodes as [Event];
    const node = (by: Person) => client.ask('query ($id: ID!) { node(id: $id) { id __typename } }', { id }, by.token);
    expect(await node(ada)).toEqual({ node: { id, __typename: 'AuditEvent' } });
    expect(await node(mira)).toEqual({ node: null });
  });

  it('lists people with their addresses, by name or address', async () => {
    const people = async (query: string) =>
      (
        await client.ask<{ administration: { members: { nodes: { email: string }[] } } }>(
          'query ($query: String) { administration { members(query: $query) { nodes { email } } } }',
          { query },
          ada.token,
        )
      ).administration.members.nodes.map(({ email }) => email);
    expect(await people('mira@')).toEqual(['mira@orchard.example']);
    expect(await people('Ada')).toEqual(['ada@orchard.example']);
    expect(await people('%')).toEqual([]);
    expect(await people('_da')).toEqual([]);
  });

  it('says how the hub is, in words', async () => {
    const { administration } = await client.ask<{ administration: { health: { version: string } } }>(
      '{ administration { health { version } } }',
      {},
      ada.token,
    );
    expect(administration.health.version).toMatch(/^\d+\.\d+\.\d+/);
  });

  it('is over the moment the role is gone', async () => {
    const otto = await join(client, ada, { handle: 'otto', role: 'ADMIN' });
    expect((await events('(first: 1)', otto)).nodes).toHaveLength(1);
    await client.ask(
      'mutation ($id: ID!) { changeMemberRole(input: { memberId: $id, role: MEMBER }) { member { id } } }',
      { id: otto.id },
      ada.token,
    );
    const { errors } = await client.post('{ administration { auditEvents { nodes { id } } } }', {}, otto.token);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'member.administrators_only' });
  });
});
