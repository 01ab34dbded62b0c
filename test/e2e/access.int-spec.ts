import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Config } from '#config';
import { SetupCodeService } from '#identity';
import { globalId, newId, SystemClock } from '#kernel';
import { createApi } from '../../apps/api/create-api.js';
import { testDatabase } from '../support/database.js';
import { GraphqlClient, type GraphqlError } from '../support/graphql-client.js';
import { temporaryDirectory } from '../support/servers/temporary-directory.js';
import { join, makeChannel, type Person, setUp } from '../support/team.js';

const database = testDatabase();

describe('what one may not see', () => {
  let app: NestFastifyApplication;
  let client: GraphqlClient;
  let ada: Person;
  let mira: Person;
  let otto: Person;
  let guest: Person;
  let secret: Record<'Channel' | 'Thread' | 'Post' | 'Media' | 'ExpectedResponse', string>;
  let secretSlug: string;
  let openId: string;

  beforeAll(async () => {
    const directory = await temporaryDirectory('access');
    const config = Config.read({ DATABASE_URL: database.url, MEANTIME_DATA_DIR: directory, LOG_FORMAT: 'json' });
    app = await createApi(config, new SystemClock());
    await app.listen(0, '127.0.0.1');
    client = new GraphqlClient(await app.getUrl());
    ada = await setUp(client, (await app.get(SetupCodeService).ensure())!);
    mira = await join(client, ada, { handle: 'mira' });
    otto = await join(client, ada, { handle: 'otto' });
    guest = await join(client, ada, { handle: 'gast', role: 'GUEST' });
    openId = await makeChannel(client, mira, { name: 'Open' });
    const channelId = await makeChannel(client, mira, { name: 'Secret', visibility: 'PRIVATE', memberIds: [ada.id] });
    const { createUpload } = await client.ask<{ createUpload: { media: { id: string } } }>(
      `mutation { createUpload(input: { filename: "a.txt", mimeType: "text/plain", byteSize: 5 }) { media { id } } }`,
      {},
      mira.token,
    );
    const { openThread } = await client.ask<{
      openThread: { thread: { id: string }; post: { id: string; expectation: { responses: { id: string }[] } } };
    }>(
      `mutation ($input: OpenThreadInput!) { openThread(input: $input) {
        thread { id } post { id expectation { responses { id } } }
      } }`,
      {
        input: {
          channelId,
          title: 'Plans',
          body: 'The zebra flies at midnight',
          expectation: { kind: 'DECIDE', choices: ['Yes', 'No'], recipientIds: [ada.id] },
        },
      },
      mira.token,
    );
    secret = {
      Channel: channelId,
      Thread: openThread.thread.id,
      Post: openThread.post.id,
      Media: createUpload.media.id,
      ExpectedResponse: openThread.post.expectation.responses[0]!.id,
    };
    secretSlug = 'secret';
  }, 90_000);

  afterAll(() => app?.close());

  /** An answer without the ids that were asked for. */
  const shape = ({ data, errors }: { data: unknown; errors?: GraphqlError[] | undefined }): unknown =>
    JSON.parse(JSON.stringify({ data, errors: errors?.map(({ message, extensions }) => ({ message, extensions })) }));
  const answer = async (document: string, id: string, by?: Person) =>
    shape(await client.post(document, { id }, by?.token));
  const unknown = (kind: keyof typeof secret) => globalId(kind, newId());

  const questions: [keyof typeof secret, string][] = [
    [
      'Channel',
      'query ($id: ID!) { channel(id: $id) { name threads { nodes { title } } members { nodes { name } } } }',
    ],
    ['Thread', 'query ($id: ID!) { thread(id: $id) { title posts { nodes { body } } } }'],
    ['Post', 'query ($id: ID!) { post(id: $id) { body } }'],
    ['Media', 'query ($id: ID!) { media(id: $id) { filename originalUrl } }'],
    ...(['Channel', 'Thread', 'Post', 'Media', 'ExpectedResponse'] as const).map(
      (kind): [keyof typeof secret, string] => [kind, 'query ($id: ID!) { node(id: $id) { __typename id } }'],
    ),
    [
      'Channel',
      'query ($id: ID!) { channel(id: $id) { viewerUnreadCount memberCount owner { name } pinnedThreads { title } } }',
    ],
    ['Thread', 'query ($id: ID!) { thread(id: $id) { firstPost { body } mediaSeconds } }'],
    ['Media', 'query ($id: ID!) { media(id: $id) { owner { name } moments { body } } }'],
    [
      'Channel',
      'query ($id: ID!) { previewExpectation(channelId: $id, expectation: { kind: FYI }) { urgentBudgetLeft } }',
    ],
  ];
  const acts: [keyof typeof secret, string][] = [
    ['Channel', 'mutation ($id: ID!) { joinChannel(input: { channelId: $id }) { channel { id } } }'],
    ['Channel', 'mutation ($id: ID!) { leaveChannel(input: { channelId: $id }) { channel { id } } }'],
    [
      'Channel',
      'mutation ($id: ID!) { addChannelMembers(input: { channelId: $id, memberIds: [] }) { channel { id } } }',
    ],
    [
      'Channel',
      'mutation ($id: ID!) { updateChannelAgreement(input: { channelId: $id, agreement: { text: "x" } }) { channel { id } } }',
    ],
    ['Channel', 'mutation ($id: ID!) { updateChannel(input: { channelId: $id, name: "x" }) { channel { id } } }'],
    ['Channel', 'mutation ($id: ID!) { archiveChannel(input: { channelId: $id, archived: true }) { channel { id } } }'],
    [
      'Channel',
      'mutation ($id: ID!) { removeChannelMember(input: { channelId: $id, memberId: "x" }) { channel { id } } }',
    ],
    [
      'Channel',
      'mutation ($id: ID!) { setInvolvement(input: { channelId: $id, involvement: MUTED }) { involvement } }',
    ],
    ['Channel', 'mutation ($id: ID!) { openThread(input: { channelId: $id, title: "x", body: "x" }) { post { id } } }'],
    ['Thread', 'mutation ($id: ID!) { setInvolvement(input: { threadId: $id, involvement: MUTED }) { involvement } }'],
    ['Thread', 'mutation ($id: ID!) { postReply(input: { threadId: $id, body: "x" }) { post { id } } }'],
    ['Thread', 'mutation ($id: ID!) { markThreadRead(input: { threadId: $id }) { thread { id } } }'],
    ['Thread', 'mutation ($id: ID!) { concludeThread(input: { threadId: $id, summary: "x" }) { thread { id } } }'],
    ['Thread', 'mutation ($id: ID!) { reopenThread(input: { threadId: $id }) { thread { id } } }'],
    ['Post', 'mutation ($id: ID!) { editPost(input: { postId: $id, body: "x" }) { post { id } } }'],
    ['Post', 'mutation ($id: ID!) { deletePost(input: { postId: $id }) { post { id } } }'],
    ['Post', 'mutation ($id: ID!) { react(input: { postId: $id, emoji: "👍" }) { post { id } } }'],
    ['Post', 'mutation ($id: ID!) { withdrawExpectation(input: { postId: $id }) { post { id } } }'],
    [
      'ExpectedResponse',
      'mutation ($id: ID!) { acknowledge(input: { expectedResponseId: $id }) { expectedResponse { id } } }',
    ],
    [
      'ExpectedResponse',
      'mutation ($id: ID!) { decide(input: { expectedResponseId: $id, choice: "Yes" }) { expectedResponse { id } } }',
    ],
    [
      'ExpectedResponse',
      'mutation ($id: ID!) { declineResponse(input: { expectedResponseId: $id, reason: "x" }) { expectedResponse { id } } }',
    ],
    [
      'ExpectedResponse',
      'mutation ($id: ID!) { answerProposal(input: { expectedResponseId: $id, accept: true }) { expectedResponse { id } } }',
    ],
    [
      'ExpectedResponse',
      'mutation ($id: ID!) { fulfillResponse(input: { expectedResponseId: $id }) { expectedResponse { id } } }',
    ],
    [
      'ExpectedResponse',
      'mutation ($id: ID!) { undoResponse(input: { expectedResponseId: $id }) { expectedResponse { id } } }',
    ],
    [
      'ExpectedResponse',
      'mutation ($id: ID!) { putOffResponse(input: { expectedResponseId: $id }) { expectedResponse { id } } }',
    ],
    [
      'ExpectedResponse',
      'mutation ($id: ID!) { nudge(input: { expectedResponseId: $id }) { expectedResponse { id } } }',
    ],
    ['Channel', 'mutation ($id: ID!) { markChannelRead(input: { channelId: $id }) { channel { id } } }'],
    ['Channel', 'mutation ($id: ID!) { saveDraft(input: { channelId: $id }) { draft { id } } }'],
    ['Thread', 'mutation ($id: ID!) { saveDraft(input: { threadId: $id }) { draft { id } } }'],
    ['Thread', 'mutation ($id: ID!) { saveThread(input: { threadId: $id, saved: true }) { thread { id } } }'],
    ['Thread', 'mutation ($id: ID!) { pinThread(input: { threadId: $id, pinned: true }) { thread { id } } }'],
    ['Thread', 'mutation ($id: ID!) { updateThreadTitle(input: { threadId: $id, title: "x" }) { thread { id } } }'],
    ['Post', 'mutation ($id: ID!) { cancelScheduledPost(input: { postId: $id }) { draft { id } } }'],
    ['Media', 'mutation ($id: ID!) { finishUpload(input: { mediaId: $id }) { media { id } } }'],
    ['Media', 'mutation ($id: ID!) { updateAvatar(input: { mediaId: $id }) { member { id } } }'],
    ['Media', 'mutation ($id: ID!) { retryMedia(input: { mediaId: $id }) { media { id } } }'],
    ['Media', 'mutation ($id: ID!) { editTranscript(input: { mediaId: $id, segments: [] }) { media { id } } }'],
    [
      'Media',
      `mutation ($id: ID!) { openThread(input: { channelId: "OPEN", title: "x", mediaIds: [$id] }) { post { id } } }`,
    ],
  ];
  const filled = (document: string) => document.replace('OPEN', openId);

  it.each([...questions, ...acts])('answers as if there were no such %s: %s', async (kind, document) => {
    for (const by of [otto, guest]) {
      expect(await answer(filled(document), secret[kind], by)).toEqual(
        await answer(filled(document), unknown(kind), by),
      );
    }
  });

  it.each([...questions, ...acts])(
    'asks a stranger to sign in, whatever the id of a %s: %s',
    async (kind, document) => {
      for (const id of [secret[kind], unknown(kind), 'nonsense']) {
        expect(await answer(filled(document), id)).toMatchObject({
          errors: [{ extensions: { code: 'UNAUTHENTICATED', reason: 'session.required' } }],
        });
      }
    },
  );

  it.each(questions)('shows a %s to its members: %s', async (kind, document) => {
    expect(Object.values((await client.ask(document, { id: secret[kind] }, mira.token)) as object)[0]).not.toBeNull();
  });

  it('does not tell by slug, list, search or inbox', async () => {
    const seen = await client.ask(
      `{ channel(slug: "${secretSlug}") { id } channels { nodes { name } } search(query: "zebra") { nodes { snippet } }
         viewer { channels { nodes { name } } inbox { unreadThreads { nodes { title } } } } }`,
      {},
      otto.token,
    );
    expect(seen).toMatchObject({ channel: null, search: { nodes: [] } });
    expect(JSON.stringify(seen)).not.toMatch(/Secret|Plans|zebra/);
    const found = await client.ask('{ search(query: "zebra") { nodes { snippet } } }', {}, mira.token);
    expect(JSON.stringify(found)).toContain('**zebra**');
  });

  it('shows a guest no public channel, and no mail address of others', async () => {
    const seen = await client.ask(
      `query ($id: ID!) { channel(id: $id) { name } channels { nodes { name } } members { nodes { name email } } }`,
      { id: openId },
      guest.token,
    );
    expect(seen).toMatchObject({ channel: null, channels: { nodes: [] } });
    expect(JSON.stringify(seen)).not.toContain('ada@');
  });

  it('refuses subscriptions in the same words', async () => {
    const refusal = async (id: string) => {
      const live = client.live(otto.token);
      const said = await live
        .subscribe('subscription ($id: ID!) { threadActivity(threadId: $id) { thread { title } } }', { id })
        .next()
        .then(JSON.stringify, String);
      await live.close();
      return said;
    };
    expect(await refusal(secret.Thread)).toContain('thread.not_found');
    expect(await refusal(secret.Thread)).toBe(await refusal(unknown('Thread')));
  });

  it('keeps administration to administrators', async () => {
    const document = '{ administration { members { nodes { email } } health { version } } }';
    for (const by of [mira, guest]) {
      expect(shape(await client.post(document, {}, by.token))).toMatchObject({
        errors: [{ extensions: { code: 'FORBIDDEN', reason: 'member.administrators_only' } }],
      });
    }
    expect(await client.ask(document, {}, ada.token)).toBeDefined();
  });

  it('is no channel to invite somebody into', async () => {
    const invite = async (channelId: string) =>
      shape(
        await client.post(
          'mutation ($id: ID!) { inviteMember(input: { email: "new@orchard.example", channelIds: [$id] }) { code } }',
          { id: channelId },
          ada.token,
        ),
      );
    const hidden = await makeChannel(client, otto, { name: 'Hidden', visibility: 'PRIVATE' });
    expect(await invite(hidden)).toEqual(await invite(unknown('Channel')));
    expect(await invite(hidden)).toMatchObject({
      errors: [{ extensions: { code: 'NOT_FOUND', reason: 'channel.not_found', field: 'channelIds' } }],
    });
    expect(await invite(secret.Channel)).toMatchObject({ data: { inviteMember: { code: expect.any(String) } } });
  });

  it('is no recording to watch', async () => {
    const document = 'subscription ($id: ID!) { mediaChanged(mediaId: $id) { id status } }';
    const said = async (by: Person, id: string) => {
      const live = client.live(by.token);
      const answer = await live.subscribe(document, { id }).next(1_500).then(JSON.stringify, String);
      await live.close();
      return answer;
    };
    for (const by of [otto, guest]) {
      expect(await said(by, secret.Media)).toContain('media.not_found');
      expect(await said(by, secret.Media)).toBe(await said(by, unknown('Media')));
    }
    expect(await said(mira, secret.Media)).toContain('delivered nothing');
  });

  describe('access tokens', () => {
    const tokenOf = async (scopes: string[], by: Person) =>
      (
        await client.ask<{ createAccessToken: { secret: string } }>(
          'mutation ($input: CreateAccessTokenInput!) { createAccessToken(input: $input) { secret } }',
          { input: { name: 'spec', scopes } },
          by.token,
        )
      ).createAccessToken.secret;

    it('with READ alone read, and change nothing', async () => {
      const token = await tokenOf(['READ'], ada);
      expect(await client.ask('{ viewer { member { name } } }', {}, token)).toEqual({
        viewer: { member: { name: 'Ada Berg' } },
      });
      const member = ada.id;
      const writing = [
        ...acts.map(([kind, document]) => [filled(document), secret[kind]] as const),
        ['mutation ($id: ID!) { createChannel(input: { name: "x", memberIds: [$id] }) { channel { id } } }', member],
        ['mutation ($id: ID!) { inviteMember(input: { email: "a@b.example", channelIds: [$id] }) { code } }', openId],
        ['mutation ($id: ID!) { changeMemberRole(input: { memberId: $id, role: GUEST }) { member { id } } }', mira.id],
        ['mutation ($id: ID!) { deactivateMember(input: { memberId: $id }) { member { id } } }', mira.id],
        [
          'mutation ($id: ID!) { addAbsence(input: { from: "2027-01-01", to: "2027-01-02", delegateId: $id }) { absence { id } } }',
          mira.id,
        ],
      ] as const;
      for (const [document, id] of writing) {
        const { errors } = await client.post(document, { id }, token);
        expect([document, errors?.[0]?.extensions.code]).toEqual([document, 'FORBIDDEN']);
      }
      for (const document of [
        'mutation { updateDigestSchedule(input: { enabled: false }) { digestSchedule { enabled } } }',
        'mutation { updateWorkingHours(input: { timeZone: "Europe/Berlin", week: [] }) { member { id } } }',
        'mutation { createUpload(input: { filename: "a", mimeType: "text/plain" }) { uploadUrl } }',
        'mutation { createAccessToken(input: { name: "more", scopes: [WRITE] }) { secret } }',
      ]) {
        const { errors } = await client.post(document, {}, token);
        expect([document, errors?.[0]?.extensions.code]).toEqual([document, 'FORBIDDEN']);
      }
    });

    it('without ADMIN do not administrate, without READ do not read', async () => {
      const writer = await tokenOf(['READ', 'WRITE'], ada);
      expect(shape(await client.post('{ administration { health { version } } }', {}, writer))).toMatchObject({
        errors: [{ extensions: { code: 'FORBIDDEN', reason: 'token.scope_missing', data: { scope: 'ADMIN' } } }],
      });
      const blind = await tokenOf(['WRITE'], ada);
      expect(shape(await client.post('{ members { nodes { name } } }', {}, blind))).toMatchObject({
        errors: [{ extensions: { reason: 'token.scope_missing', data: { scope: 'READ' } } }],
      });
    });
  });
});
