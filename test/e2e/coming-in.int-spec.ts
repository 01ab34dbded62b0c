import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Config } from '#config';
import { SetupCodeService } from '#identity';
import { SystemClock } from '#kernel';
import { createApi } from '../../apps/api/create-api.js';
import { testDatabase } from '../support/database.js';
import { GraphqlClient } from '../support/graphql-client.js';
import { temporaryDirectory } from '../support/servers/temporary-directory.js';
import { type Person, password, setUp } from '../support/team.js';

const database = testDatabase();

const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { token viewer { member { handle email } } } }';
const absence = 'mutation ($input: AddAbsenceInput!) { addAbsence(input: $input) { absence { note } } }';

describe('coming in, over HTTP', () => {
  let app: NestFastifyApplication;
  let client: GraphqlClient;
  let ada: Person;

  beforeAll(async () => {
    const config = Config.read({
      DATABASE_URL: database.url,
      MEANTIME_DATA_DIR: await temporaryDirectory('coming-in'),
      PUBLIC_URL: 'https://hub.example',
      SESSION_DAYS: '7',
      LOG_FORMAT: 'json',
    });
    app = await createApi(config, new SystemClock());
    await app.listen(0, '127.0.0.1');
    client = new GraphqlClient(await app.getUrl());
  });
  afterAll(() => app.close());

  const reasons = async (query: string, variables: object = {}, token?: string) =>
    (await client.post(query, { ...variables }, token)).errors?.map(({ extensions: { code, reason, field } }) => ({
      code,
      reason,
      ...(field === undefined ? {} : { field }),
    }));

  it('begins with the setup', async () => {
    expect(await reasons('{ organization { name } }')).toEqual([{ code: 'CONFLICT', reason: 'setup.not_done' }]);
    expect(await client.ask('{ viewer { member { handle } } }')).toEqual({ viewer: null });
    ada = await setUp(client, (await app.get(SetupCodeService).ensure())!);
    expect(await client.ask('{ organization { name logoUrl } }')).toEqual({
      organization: { name: 'Orchard', logoUrl: null },
    });
    // Who signs in wants to see where; what people have agreed on is theirs.
    const agreement = '{ organization { agreement { version } } }';
    expect(await reasons(agreement)).toEqual([{ code: 'UNAUTHENTICATED', reason: 'session.required' }]);
    expect(await client.ask(agreement, {}, ada.token)).toEqual({ organization: { agreement: { version: 0 } } });
  });

  it('sets a cookie that scripts cannot read, which is the same session, and clears it on the way out', async () => {
    const { data, cookies } = await client.post<{ signIn: { token: string } }>(signIn, {
      input: { email: ' ADA@orchard.example', password },
    });
    const token = data!.signIn.token;
    expect(data).toMatchObject({ signIn: { viewer: { member: { handle: 'ada', email: 'ada@orchard.example' } } } });
    expect(cookies).toHaveLength(1);
    const [pair, ...attributes] = cookies[0]!.split('; ');
    expect(pair).toBe(`meantime_session=${token}`);
    expect(attributes.sort()).toEqual(['HttpOnly', 'Max-Age=604800', 'Path=/', 'SameSite=Lax', 'Secure']);

    const byCookie = async (query: string): Promise<[object, string | null]> => {
      const response = await fetch(`${client.baseUrl}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: pair! },
        body: JSON.stringify({ query }),
      });
      return [(await response.json()) as object, response.headers.get('set-cookie')];
    };
    expect(await byCookie('{ viewer { member { handle } } }')).toEqual([
      { data: { viewer: { member: { handle: 'ada' } } } },
      null,
    ]);
    const [answer, cleared] = await byCookie('mutation { signOut { signedOut } }');
    expect(answer).toEqual({ data: { signOut: { signedOut: true } } });
    expect(cleared).toContain('meantime_session=;');
    expect(await byCookie('{ viewer { member { handle } } }')).toEqual([{ data: { viewer: null } }, null]);
    expect(await client.ask('{ viewer { member { handle } } }', {}, token)).toEqual({ viewer: null });
  });

  it.each([
    [
      'a wrong password',
      { email: 'ada@orchard.example', password: 'nothing of the kind' },
      'session.wrong_credentials',
    ],
    ['an unknown address', { email: 'eve@orchard.example', password }, 'session.wrong_credentials'],
    ['what is no address', { email: 'ada', password }, 'input.malformed'],
    ['an address with a control character', { email: 'ada\u0000@orchard.example', password }, 'input.malformed'],
    ['a novel', { email: 'ada@orchard.example', password: 'p'.repeat(201) }, 'input.invalid'],
  ])('refuses %s', async (_, input, reason) => {
    expect(await reasons(signIn, { input })).toMatchObject([{ reason }]);
  });

  it('takes no text that cannot be kept', async () => {
    const days = { from: '2027-01-01', to: '2027-01-02' };
    expect(await reasons(absence, { input: { ...days, note: 'a\u0000b' } }, ada.token)).toEqual([
      { code: 'INVALID_INPUT', reason: 'input.nul_character' },
    ]);
    expect(await reasons(absence, { input: { ...days, note: 'n'.repeat(201) } }, ada.token)).toEqual([
      { code: 'INVALID_INPUT', reason: 'input.invalid', field: 'note' },
    ]);
    expect(await reasons('{ members(query: "a\\u0000") { nodes { id } } }', {}, ada.token)).toEqual([
      { code: 'INVALID_INPUT', reason: 'input.nul_character' },
    ]);
    expect(await reasons('{ members(after: "WyJhIiwiYiJd") { nodes { id } } }', {}, ada.token)).toEqual([
      { code: 'INVALID_INPUT', reason: 'input.bad_cursor', field: 'after' },
    ]);
  });

  it('asks to sign in first', async () => {
    for (const query of ['{ members { nodes { id } } }', '{ member(id: "x") { id } }', '{ node(id: "x") { id } }']) {
      expect(await reasons(query)).toEqual([{ code: 'UNAUTHENTICATED', reason: 'session.required' }]);
    }
  });

  it('finds members and absences by their ids alone', async () => {
    const { addAbsence } = await client.ask<{ addAbsence: { absence: { id: string } } }>(
      'mutation { addAbsence(input: { from: "2027-02-01", to: "2027-02-05" }) { absence { id from to note delegate { id } } } }',
      {},
      ada.token,
    );
    const node = (id: string) =>
      client.ask('query ($id: ID!) { node(id: $id) { id __typename ... on Absence { to } } }', { id }, ada.token);
    const { id } = addAbsence.absence;
    expect(await node(id)).toEqual({ node: { id, __typename: 'Absence', to: '2027-02-05' } });
    expect(await node(ada.id)).toEqual({ node: { id: ada.id, __typename: 'Member' } });
    expect(await node(id.replace('abs_', 'mem_'))).toEqual({ node: null });
    expect(await node('nonsense')).toEqual({ node: null });
  });
});
