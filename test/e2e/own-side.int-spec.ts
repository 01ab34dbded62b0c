import { utimes } from 'node:fs/promises';
import { join as pathJoin } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Config } from '#config';
import { DeliveryService } from '#expectations';
import { SetupCodeService } from '#identity';
import { globalId, ManualClock, newId } from '#kernel';
import { MediaRepository, RemoveMediaFilesHandler } from '#media';
import { ScheduledPostsService } from '#posting';
import { Storage } from '#storage';
import { createApi } from '../../apps/api/create-api.js';
import { testDatabase } from '../support/database.js';
import { GraphqlClient } from '../support/graphql-client.js';
import { readZip } from '../support/read-zip.js';
import { temporaryDirectory } from '../support/servers/temporary-directory.js';
import { join, makeChannel, type Person, password, setUp, weekdays } from '../support/team.js';

const database = testDatabase();
/** A Monday, 10:00 in Berlin. */
const MONDAY = Date.parse('2026-11-23T09:00:00.000Z');
const HOUR = 3_600_000;

describe("a member's own side", () => {
  let app: NestFastifyApplication;
  let client: GraphqlClient;
  let clock: ManualClock;
  let directory: string;
  let ada: Person;
  let mira: Person;
  let otto: Person;
  let channelId: string;

  beforeAll(async () => {
    directory = await temporaryDirectory('own-side');
    const config = Config.read({ DATABASE_URL: database.url, MEANTIME_DATA_DIR: directory, LOG_FORMAT: 'json' });
    clock = new ManualClock(MONDAY);
    app = await createApi(config, clock);
    await app.listen(0, '127.0.0.1');
    client = new GraphqlClient(await app.getUrl());
    ada = await setUp(client, (await app.get(SetupCodeService).ensure())!);
    channelId = await makeChannel(client, ada, { name: 'Open' });
    mira = await join(client, ada, { handle: 'mira', channelIds: [channelId] });
    otto = await join(client, ada, { handle: 'otto', channelIds: [channelId] });
  }, 90_000);

  afterAll(() => app?.close());
  beforeEach(() => clock.setTo(MONDAY));

  const ask = <Data = Record<string, never>>(by: Person, document: string, variables = {}) =>
    client.ask<Data>(document, variables, by.token);
  const refusal = async (by: Person, document: string, variables = {}) => {
    const { errors } = await client.post(document, variables, by.token);
    return errors?.[0]?.extensions.reason;
  };

  interface Opened {
    threadId: string;
    postId: string;
    responses: Record<string, string>;
  }
  async function open(by: Person, expectation: object, more: object = {}): Promise<Opened> {
    const { openThread } = await ask<{
      openThread: {
        thread: { id: string };
        post: { id: string; expectation: { responses: { id: string; recipient: { id: string } }[] } };
      };
    }>(
      by,
      `mutation ($input: OpenThreadInput!) { openThread(input: $input) {
        thread { id } post { id expectation { responses { id recipient { id } } } } } }`,
      { input: { channelId, title: 'Which colour?', body: 'Say something.', expectation, ...more } },
    );
    const { thread, post } = openThread;
    return {
      threadId: thread.id,
      postId: post.id,
      responses: Object.fromEntries(post.expectation.responses.map(({ id, recipient }) => [recipient.id, id])),
    };
  }
  const act = (by: Person, verb: string, input: object, fields = 'status') =>
    ask<Record<string, { expectedResponse: Record<string, unknown> }>>(
      by,
      `mutation ($input: ${verb[0]!.toUpperCase()}${verb.slice(1)}Input!) { ${verb}(input: $input) { expectedResponse { ${fields} } } }`,
      { input },
    ).then((data) => data[verb]!.expectedResponse);
  const refusedAct = (by: Person, verb: string, input: object) =>
    refusal(
      by,
      `mutation ($input: ${verb[0]!.toUpperCase()}${verb.slice(1)}Input!) { ${verb}(input: $input) { expectedResponse { id } } }`,
      { input },
    );
  const counts = async (by: Person) =>
    (
      await ask<{ viewer: { inbox: Record<string, number> } }>(
        by,
        '{ viewer { inbox { waitingOnMeCount waitingOnOthersCount unreadThreadCount } } }',
      )
    ).viewer.inbox;
  const putOff = async (by: Person) =>
    (
      await ask<{ viewer: { inbox: { putOff: { nodes: object[] } } } }>(
        by,
        '{ viewer { inbox { putOff(first: 10) { nodes { id laterUntil } } } } }',
      )
    ).viewer.inbox.putOff.nodes;

  describe('second thoughts', () => {
    it('puts an item off without moving its due time, and only the recipient sees that', async () => {
      const { responses } = await open(ada, {
        kind: 'REPLY',
        recipientIds: [mira.id],
        timing: { withinWorkingHours: 2 },
      });
      const expectedResponseId = responses[mira.id]!;
      const before = await counts(mira);
      const until = new Date(MONDAY + HOUR).toISOString();
      const put = await act(mira, 'putOffResponse', { expectedResponseId, until }, 'laterUntil dueAt history { kind }');
      expect(put).toEqual({
        laterUntil: until,
        dueAt: new Date(MONDAY + 2 * HOUR).toISOString(),
        history: [{ kind: 'ASKED' }],
      });
      expect((await counts(mira)).waitingOnMeCount).toBe(before.waitingOnMeCount! - 1);
      expect(await putOff(mira)).toEqual([{ id: expectedResponseId, laterUntil: until }]);
      expect(await putOff(ada)).toEqual([]);
      const seen = await ask(
        ada,
        'query ($id: ID!) { node(id: $id) { ... on ExpectedResponse { laterUntil undoableUntil } } }',
        { id: expectedResponseId },
      );
      expect(seen).toEqual({ node: { laterUntil: null, undoableUntil: null } });
      clock.setTo(MONDAY + HOUR);
      expect((await counts(mira)).waitingOnMeCount).toBe(before.waitingOnMeCount);
      expect(await putOff(mira)).toEqual([]);
      expect(await app.get(DeliveryService).bringBack()).toBe(1);
      expect(await app.get(DeliveryService).bringBack()).toBe(0);
      expect(await refusedAct(mira, 'putOffResponse', { expectedResponseId, until })).toBe('response.in_the_past');
      expect(await refusedAct(ada, 'putOffResponse', { expectedResponseId, until: null })).toBe('response.not_yours');
      expect(await refusedAct(mira, 'putOffResponse', { expectedResponseId, until: '2030-01-01T00:00:00.000Z' })).toBe(
        'response.put_off_too_far',
      );
    });

    it('brings back what was put off, with null', async () => {
      const { responses } = await open(ada, { kind: 'REPLY', recipientIds: [mira.id] });
      const expectedResponseId = responses[mira.id]!;
      const before = await counts(mira);
      await act(mira, 'putOffResponse', { expectedResponseId, until: new Date(MONDAY + HOUR).toISOString() });
      expect(await act(mira, 'putOffResponse', { expectedResponseId, until: null }, 'laterUntil')).toEqual({
        laterUntil: null,
      });
      expect(await counts(mira)).toEqual(before);
    });

    it('is done without a post, or by one that is there; and not by a decision', async () => {
      const asked = await open(ada, { kind: 'REPLY', recipientIds: [mira.id, otto.id] });
      const [miras, ottos] = [asked.responses[mira.id]!, asked.responses[otto.id]!];
      const done = await act(
        mira,
        'fulfillResponse',
        { expectedResponseId: miras, note: 'Told you on the phone.' },
        'status note undoableUntil answer { id } history { kind note actor { name } }',
      );
      expect(done).toEqual({
        status: 'FULFILLED',
        note: 'Told you on the phone.',
        undoableUntil: new Date(MONDAY + 5 * 60_000).toISOString(),
        answer: null,
        history: [
          { kind: 'ASKED', note: null, actor: { name: ada.name } },
          { kind: 'DONE', note: 'Told you on the phone.', actor: { name: 'Mira' } },
        ],
      });
      expect(await act(mira, 'fulfillResponse', { expectedResponseId: miras })).toEqual({ status: 'FULFILLED' });
      const elsewhere = await open(ada, { kind: 'FYI' });
      const refuse = (answerPostId: string) =>
        refusedAct(otto, 'fulfillResponse', { expectedResponseId: ottos, answerPostId });
      expect(await refuse(elsewhere.postId)).toBe('response.not_an_answer');
      expect(await refuse(asked.postId)).toBe('response.not_an_answer');
      const { postReply } = await ask<{ postReply: { post: { id: string } } }>(
        ada,
        'mutation ($input: PostReplyInput!) { postReply(input: $input) { post { id } } }',
        { input: { threadId: asked.threadId, body: 'Otto told me: blue.', expectation: { kind: 'FYI' } } },
      );
      const answered = await act(
        otto,
        'fulfillResponse',
        { expectedResponseId: ottos, answerPostId: postReply.post.id },
        'status answer { body }',
      );
      expect(answered).toEqual({ status: 'FULFILLED', answer: { body: 'Otto told me: blue.' } });
      const decision = await open(ada, { kind: 'DECIDE', choices: ['Red', 'Blue'], recipientIds: [mira.id] });
      expect(await refusedAct(mira, 'fulfillResponse', { expectedResponseId: decision.responses[mira.id] })).toBe(
        'response.choice_needed',
      );
      expect(await refusedAct(ada, 'fulfillResponse', { expectedResponseId: decision.responses[mira.id] })).toBe(
        'response.not_yours',
      );
    });

    it.each([
      ['acknowledge', { kind: 'ACKNOWLEDGE' }, {}],
      ['fulfillResponse', { kind: 'REPLY' }, {}],
      ['declineResponse', { kind: 'REPLY' }, { reason: 'Not mine.' }],
      ['decide', { kind: 'DECIDE', choices: ['Red', 'Blue'] }, { choice: 'Red', note: 'Red it is.' }],
    ])('takes back %s within five minutes, and not after', async (verb, expectation, more) => {
      const { responses } = await open(ada, { ...expectation, recipientIds: [mira.id] });
      const expectedResponseId = responses[mira.id]!;
      const fields = 'status note choice acknowledgedAt undoableUntil history { kind }';
      await act(mira, verb, { expectedResponseId, ...more });
      expect(await refusedAct(ada, 'undoResponse', { expectedResponseId })).toBe('response.not_yours');
      clock.setTo(MONDAY + 5 * 60_000 - 1);
      const undone = await act(mira, 'undoResponse', { expectedResponseId }, fields);
      expect(undone).toMatchObject({
        status: 'OPEN',
        note: null,
        choice: null,
        acknowledgedAt: null,
        undoableUntil: null,
      });
      expect((undone.history as { kind: string }[]).map(({ kind }) => kind).at(-1)).toBe('UNDONE');
      // Twice is once.
      expect(await act(mira, 'undoResponse', { expectedResponseId }, fields)).toEqual(undone);
      await act(mira, verb, { expectedResponseId, ...more });
      clock.setTo(MONDAY + 15 * 60_000);
      expect(await refusedAct(mira, 'undoResponse', { expectedResponseId })).toBe('response.not_undoable');
    });

    it('takes back a promise, and not what was proposed or answered after it', async () => {
      const { responses, threadId } = await open(ada, { kind: 'REPLY', recipientIds: [mira.id] });
      const expectedResponseId = responses[mira.id]!;
      const promisedAt = new Date(MONDAY + HOUR).toISOString();
      await act(mira, 'acknowledge', { expectedResponseId, promisedAt });
      const undone = await act(mira, 'undoResponse', { expectedResponseId }, 'promisedAt acknowledgedAt');
      expect(undone).toEqual({ promisedAt: null, acknowledgedAt: null });
      await act(mira, 'acknowledge', { expectedResponseId, promisedAt });
      await ask(mira, 'mutation ($input: PostReplyInput!) { postReply(input: $input) { post { id } } }', {
        input: { threadId, body: 'Blue.' },
      });
      expect(await refusedAct(mira, 'undoResponse', { expectedResponseId })).toBe('response.not_undoable');
    });

    it('opens again what an answer for all had released', async () => {
      const { responses } = await open(ada, { kind: 'REPLY', quorum: 'ANY', recipientIds: [mira.id, otto.id] });
      await act(mira, 'fulfillResponse', { expectedResponseId: responses[mira.id] });
      const ottos = () =>
        ask(otto, 'query ($id: ID!) { node(id: $id) { ... on ExpectedResponse { status note } } }', {
          id: responses[otto.id],
        });
      expect(await ottos()).toEqual({ node: { status: 'WITHDRAWN', note: 'Somebody else has answered.' } });
      await act(mira, 'undoResponse', { expectedResponseId: responses[mira.id] });
      expect(await ottos()).toEqual({ node: { status: 'OPEN', note: null } });
    });

    it('reminds once a day, after the due time, in working hours', async () => {
      const { responses } = await open(ada, {
        kind: 'REPLY',
        recipientIds: [mira.id],
        timing: { withinWorkingHours: 1 },
      });
      const input = { expectedResponseId: responses[mira.id]! };
      expect(await refusedAct(ada, 'nudge', input)).toBe('response.not_overdue');
      clock.setTo(MONDAY + 12 * HOUR);
      expect(await refusedAct(ada, 'nudge', input)).toBe('response.recipient_is_off');
      clock.setTo(MONDAY + 2 * HOUR);
      expect(await refusedAct(mira, 'nudge', input)).toBe('expectation.not_yours');
      const nudgedAt = new Date(MONDAY + 2 * HOUR).toISOString();
      expect(await act(ada, 'nudge', input, 'nudgedAt overdue')).toEqual({ nudgedAt, overdue: true });
      expect(await refusedAct(ada, 'nudge', input)).toBe('response.nudged_already');
      const inbox = await ask(
        mira,
        'query ($id: ID!) { viewer { inbox { waitingOnMe(authorId: $id) { nodes { id nudgedAt } } } } }',
        { id: ada.id },
      );
      expect(JSON.stringify(inbox)).toContain(nudgedAt);
      clock.setTo(MONDAY + 26 * HOUR);
      expect(await act(ada, 'nudge', input, 'overdue')).toEqual({ overdue: true });
    });

    it('finds what is open between two people, in both directions', async () => {
      const titles = async (by: Person, field: string) =>
        (
          await ask<{
            viewer: { inbox: { found: { nodes: { recipient: { id: string }; post: { author: { id: string } } }[] } } };
          }>(by, `{ viewer { inbox { found: ${field} { nodes { recipient { id } post { author { id } } } } } } }`)
        ).viewer.inbox.found.nodes;
      await open(ada, { kind: 'REPLY', recipientIds: [mira.id, otto.id] });
      const toOtto = await titles(ada, `waitingOnOthers(recipientId: "${otto.id}")`);
      expect(toOtto.length).toBeGreaterThan(0);
      expect(toOtto.every(({ recipient }) => recipient.id === otto.id)).toBe(true);
      expect(await titles(otto, `waitingOnMe(authorId: "${mira.id}")`)).toEqual([]);
      expect(await titles(otto, 'waitingOnMe(authorId: "nobody")')).toEqual([]);
    });
  });

  it('previews the ribbon, the working hours and whom nothing urgent interrupts', async () => {
    await ask(otto, 'mutation { updatePreferences(input: { urgentMayInterrupt: false }) { preferences { theme } } }');
    await ask(
      otto,
      'mutation ($input: UpdateWorkingHoursInput!) { updateWorkingHours(input: $input) { member { id } } }',
      {
        input: { timeZone: 'Europe/Berlin', week: weekdays('13:00', '17:00') },
      },
    );
    const preview = async (timing: object) =>
      (
        await ask<{ previewExpectation: { recipients: Record<string, unknown>[] } }>(
          ada,
          `query ($channelId: ID!, $expectation: ExpectationInput!) {
            previewExpectation(channelId: $channelId, expectation: $expectation) {
              recipients { deliverAt dueAt urgentMuted workingHoursUntilDue timeZone ribbon { start end } } } }`,
          { channelId, expectation: { kind: 'REPLY', recipientIds: [otto.id], timing } },
        )
      ).previewExpectation.recipients[0];
    expect(await preview({ withinWorkingHours: 6 })).toEqual({
      deliverAt: '2026-11-23T12:00:00.000Z',
      dueAt: '2026-11-24T14:00:00.000Z',
      urgentMuted: true,
      workingHoursUntilDue: 6,
      timeZone: 'Europe/Berlin',
      ribbon: [
        { start: '2026-11-23T12:00:00.000Z', end: '2026-11-23T16:00:00.000Z' },
        { start: '2026-11-24T12:00:00.000Z', end: '2026-11-24T14:00:00.000Z' },
      ],
    });
    const now = { needsImmediateResponse: true, respectsTheirTime: true, reason: 'The press waits.' };
    expect(await preview({ now })).toMatchObject({
      deliverAt: '2026-11-23T12:00:00.000Z',
      dueAt: '2026-11-23T12:15:00.000Z',
    });
    const { responses } = await open(ada, { kind: 'REPLY', recipientIds: [otto.id], timing: { now } });
    const sent = await ask(ada, 'query ($id: ID!) { node(id: $id) { ... on ExpectedResponse { deliverAt } } }', {
      id: responses[otto.id],
    });
    expect(sent).toEqual({ node: { deliverAt: '2026-11-23T12:00:00.000Z' } });
    expect(await ask(ada, '{ viewer { urgentBudgetLeft } }')).toEqual({ viewer: { urgentBudgetLeft: 2 } });
  });

  it('says when people work at once', async () => {
    const { overlap } = await ask<{ overlap: { start: string; end: string }[] }>(
      ada,
      'query ($ids: [ID!]!) { overlap(memberIds: $ids) { start end } }',
      { ids: [ada.id, otto.id] },
    );
    expect(overlap).toHaveLength(5);
    expect(overlap[0]).toEqual({ start: '2026-11-23T12:00:00.000Z', end: '2026-11-23T16:00:00.000Z' });
    expect(await refusal(ada, '{ overlap(memberIds: ["nobody"]) { start } }')).toBe('member.not_found');
  });

  describe('account', () => {
    it('keeps preferences, changing only what is given', async () => {
      const all = 'locale theme textScale playbackSpeed captionsOn skipSilence sharesSeen shortcutsJson';
      const update = (input: string) =>
        ask(mira, `mutation { updatePreferences(input: ${input}) { preferences { ${all} } } }`);
      expect(await ask(mira, `{ viewer { preferences { ${all} } } }`)).toEqual({
        viewer: {
          preferences: {
            locale: null,
            theme: 'SYSTEM',
            textScale: 1,
            playbackSpeed: 1,
            captionsOn: false,
            skipSilence: false,
            sharesSeen: false,
            shortcutsJson: null,
          },
        },
      });
      await update('{ locale: "de", theme: DARK, skipSilence: true, shortcutsJson: "{\\"reply\\":\\"r\\"}" }');
      expect(await update('{ textScale: 1.5, theme: null, shortcutsJson: null }')).toEqual({
        updatePreferences: {
          preferences: {
            locale: 'de',
            theme: 'DARK',
            textScale: 1.5,
            playbackSpeed: 1,
            captionsOn: false,
            skipSilence: true,
            sharesSeen: false,
            shortcutsJson: null,
          },
        },
      });
      const refused = (input: string) =>
        refusal(mira, `mutation { updatePreferences(input: ${input}) { preferences { theme } } }`);
      expect(await refused('{ locale: "tlh" }')).toBe('preferences.unknown_locale');
      expect(await refused('{ shortcutsJson: "[1]" }')).toBe('preferences.bad_shortcuts');
      expect(await refused('{ textScale: 3 }')).toBe('input.invalid');
    });

    it('changes name and handle, to one that is free', async () => {
      expect(
        await ask(mira, 'mutation { updateProfile(input: { name: "Mira Voss" }) { member { name handle } } }'),
      ).toEqual({ updateProfile: { member: { name: 'Mira Voss', handle: 'mira' } } });
      expect(await refusal(mira, 'mutation { updateProfile(input: { handle: "otto" }) { member { id } } }')).toBe(
        'member.handle_taken',
      );
    });

    it('changes the password and ends every other session', async () => {
      const signIn = (word: string) =>
        client.post<{ signIn: { token: string } }>(
          'mutation ($email: EmailAddress!, $password: String!) { signIn(input: { email: $email, password: $password }) { token } }',
          { email: mira.email, password: word },
        );
      const other = (await signIn(password)).data!.signIn.token;
      const change = 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { member { id } } }';
      const next = 'other words in a row';
      expect(await refusal(mira, change, { input: { currentPassword: 'wrong', newPassword: next } })).toBe(
        'member.wrong_password',
      );
      expect(await refusal(mira, change, { input: { currentPassword: password, newPassword: 'short' } })).toBe(
        'member.bad_password',
      );
      await ask(mira, change, { input: { currentPassword: password, newPassword: next } });
      expect((await client.post('{ viewer { member { id } } }', {}, other)).data).toEqual({ viewer: null });
      expect((await signIn(password)).errors?.[0]?.extensions.reason).toBe('session.wrong_credentials');
      expect((await signIn(next)).errors).toBeUndefined();
    });

    it('lists and ends sessions and tokens, and not those of others', async () => {
      type Sessions = { viewer: { sessions: { id: string; isCurrent: boolean; userAgent: string | null }[] } };
      const list = '{ viewer { sessions { id isCurrent userAgent lastUsedAt createdAt } } }';
      const { sessions } = (await ask<Sessions>(mira, list)).viewer;
      expect(sessions.filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
      expect(sessions[0]!.userAgent).toBe('node');
      const revoke = 'mutation ($id: ID) { revokeSession(input: { sessionId: $id }) { revoked } }';
      const [ottos] = (await ask<Sessions>(otto, list)).viewer.sessions;
      expect(await ask(mira, revoke, { id: ottos!.id })).toEqual({ revokeSession: { revoked: 0 } });
      expect(await ask(mira, revoke)).toEqual({ revokeSession: { revoked: sessions.length - 1 } });
      expect((await ask<Sessions>(mira, list)).viewer.sessions).toHaveLength(1);

      const { createAccessToken } = await ask<{ createAccessToken: { id: string; secret: string } }>(
        mira,
        'mutation { createAccessToken(input: { name: "CI", scopes: [READ, WRITE] }) { id secret } }',
      );
      const { id, secret } = createAccessToken;
      await client.ask('{ viewer { member { id } } }', {}, secret);
      expect(await ask(mira, '{ viewer { accessTokens { id name scopes lastUsedAt expiresAt } } }')).toEqual({
        viewer: {
          accessTokens: [
            { id, name: 'CI', scopes: ['READ', 'WRITE'], lastUsedAt: clock.now().toISOString(), expiresAt: null },
          ],
        },
      });
      const drop = 'mutation ($id: ID!) { revokeAccessToken(input: { accessTokenId: $id }) { revokedId } }';
      expect(await refusal(otto, drop, { id })).toBe('token.not_found');
      expect(await refusal({ ...mira, token: secret }, drop, { id })).toBe('token.people_only');
      await ask(mira, drop, { id });
      await ask(mira, drop, { id });
      expect((await client.post('{ viewer { member { id } } }', {}, secret)).data).toEqual({ viewer: null });
    });
  });

  describe('drafts', () => {
    const save =
      'mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { draft { id title body channel { name } thread { title } publishAt expectationJson } } }';
    const create = async (by: Person, input: object) =>
      (await ask<{ saveDraft: { draft: { id: string } } }>(by, save, { input })).saveDraft.draft;

    it('keeps what is half-written, and replaces only what is given', async () => {
      const draft = await create(mira, { channelId, title: 'Colours', body: 'Perhaps', expectationJson: '{"kind":' });
      expect(draft).toMatchObject({ title: 'Colours', body: 'Perhaps', channel: { name: 'Open' }, thread: null });
      const more = await create(mira, { id: draft.id, body: 'Perhaps blue', expectationJson: null });
      expect(more).toMatchObject({ id: draft.id, title: 'Colours', body: 'Perhaps blue', expectationJson: null });
      const list = await ask(mira, '{ viewer { drafts { nodes { id media { id } } pageInfo { hasNextPage } } } }');
      expect(list).toEqual({
        viewer: { drafts: { nodes: [{ id: draft.id, media: [] }], pageInfo: { hasNextPage: false } } },
      });
      expect(await ask(otto, '{ viewer { drafts { nodes { id } } } }')).toEqual({ viewer: { drafts: { nodes: [] } } });
      expect(await refusal(otto, save, { input: { id: draft.id, body: 'mine' } })).toBe('draft.not_found');
      expect(await ask(otto, 'query ($id: ID!) { node(id: $id) { id } }', { id: draft.id })).toEqual({ node: null });
      const discard = 'mutation ($id: ID!) { discardDraft(input: { draftId: $id }) { discardedId } }';
      await ask(otto, discard, { id: draft.id });
      expect(await ask(mira, 'query ($id: ID!) { node(id: $id) { id } }', { id: draft.id })).not.toEqual({
        node: null,
      });
      await ask(mira, discard, { id: draft.id });
      await ask(mira, discard, { id: draft.id });
      expect(await ask(mira, '{ viewer { drafts { nodes { id } } } }')).toEqual({ viewer: { drafts: { nodes: [] } } });
    });

    it('refuses what is too large, and places that one may not read', async () => {
      expect(await refusal(mira, save, { input: { body: 'x'.repeat(40_001) } })).toBe('input.text_too_long');
      expect(await refusal(mira, save, { input: { channelId: globalId('Channel', newId()) } })).toBe(
        'channel.not_found',
      );
      expect(await refusal(mira, save, { input: { threadId: globalId('Thread', newId()) } })).toBe('thread.not_found');
    });

    it('takes a scheduled post back as a draft, unless it is published', async () => {
      const publishAt = new Date(MONDAY + HOUR).toISOString();
      const { openThread } = await ask<{ openThread: { post: { id: string }; thread: { id: string } } }>(
        mira,
        'mutation ($input: OpenThreadInput!) { openThread(input: $input) { post { id } thread { id } } }',
        {
          input: {
            channelId,
            title: 'Later',
            body: 'Not now',
            publishAt,
            expectation: { kind: 'REPLY', recipientIds: [ada.id], timing: { withinWorkingHours: 3 } },
          },
        },
      );
      const id = openThread.post.id;
      const waiting = '{ viewer { scheduledPosts { nodes { id scheduledFor } } } }';
      expect(await ask(mira, waiting)).toEqual({
        viewer: { scheduledPosts: { nodes: [{ id, scheduledFor: publishAt }] } },
      });
      expect(await ask(ada, waiting)).toEqual({ viewer: { scheduledPosts: { nodes: [] } } });
      const cancel =
        'mutation ($id: ID!) { cancelScheduledPost(input: { postId: $id }) { draft { id title body channel { name } publishAt expectationJson } } }';
      expect(await refusal(ada, cancel, { id })).toBe('post.not_found');
      const { cancelScheduledPost } = await ask<{ cancelScheduledPost: { draft: { expectationJson: string } } }>(
        mira,
        cancel,
        { id },
      );
      expect(cancelScheduledPost.draft).toMatchObject({
        title: 'Later',
        body: 'Not now',
        channel: { name: 'Open' },
        publishAt,
      });
      expect(JSON.parse(cancelScheduledPost.draft.expectationJson)).toEqual({
        kind: 'REPLY',
        quorum: 'EACH',
        recipientIds: [ada.id],
        timing: { withinWorkingHours: 3 },
      });
      expect(await ask(mira, waiting)).toEqual({ viewer: { scheduledPosts: { nodes: [] } } });
      expect(await ask(mira, 'query ($id: ID!) { thread(id: $id) { id } }', { id: openThread.thread.id })).toEqual({
        thread: null,
      });
      clock.setTo(MONDAY + 2 * HOUR);
      expect(await app.get(ScheduledPostsService).publishDue()).toBe(0);
      const published = await open(mira, { kind: 'FYI' });
      expect(await refusal(mira, cancel, { id: published.postId })).toBe('post.not_found');
    });
  });

  describe('threads that are kept', () => {
    it('pins for everybody, saves for one, and counts what is unread', async () => {
      await ask(otto, 'mutation ($id: ID!) { markChannelRead(input: { channelId: $id }) { channel { id } } }', {
        id: channelId,
      });
      clock.setTo(MONDAY + HOUR);
      const { threadId } = await open(ada, { kind: 'FYI' });
      const channel =
        'query ($id: ID!) { channel(id: $id) { viewerUnreadCount memberCount owner { name } retentionDays pinnedThreads { id } } }';
      expect(await ask(otto, channel, { id: channelId })).toEqual({
        channel: {
          viewerUnreadCount: 1,
          memberCount: 3,
          owner: { name: ada.name },
          retentionDays: null,
          pinnedThreads: [],
        },
      });
      await ask(
        otto,
        'mutation ($id: ID!) { pinThread(input: { threadId: $id, pinned: true }) { thread { pinned } } }',
        {
          id: threadId,
        },
      );
      await ask(
        otto,
        'mutation ($id: ID!) { saveThread(input: { threadId: $id, saved: true }) { thread { viewerHasSaved } } }',
        {
          id: threadId,
        },
      );
      await ask(
        otto,
        'mutation ($id: ID!) { markChannelRead(input: { channelId: $id }) { channel { viewerUnreadCount } } }',
        {
          id: channelId,
        },
      );
      expect(await ask(otto, channel, { id: channelId })).toMatchObject({
        channel: { viewerUnreadCount: 0, pinnedThreads: [{ id: threadId }] },
      });
      const saved =
        '{ viewer { savedThreads { nodes { id pinned viewerHasSaved mediaSeconds firstPost { body } } } } }';
      expect(await ask(otto, saved)).toEqual({
        viewer: {
          savedThreads: {
            nodes: [
              {
                id: threadId,
                pinned: true,
                viewerHasSaved: true,
                mediaSeconds: 0,
                firstPost: { body: 'Say something.' },
              },
            ],
          },
        },
      });
      expect(await ask(ada, saved)).toEqual({ viewer: { savedThreads: { nodes: [] } } });
      await ask(otto, 'mutation ($id: ID!) { saveThread(input: { threadId: $id, saved: false }) { thread { id } } }', {
        id: threadId,
      });
      expect(await ask(otto, saved)).toEqual({ viewer: { savedThreads: { nodes: [] } } });
    });

    it('lets who opened a thread call it otherwise, and administrators', async () => {
      const { threadId } = await open(mira, { kind: 'FYI' });
      const rename =
        'mutation ($id: ID!, $title: String!) { updateThreadTitle(input: { threadId: $id, title: $title }) { thread { title } } }';
      expect(await ask(mira, rename, { id: threadId, title: ' The  fence ' })).toEqual({
        updateThreadTitle: { thread: { title: 'The fence' } },
      });
      expect(await refusal(otto, rename, { id: threadId, title: 'Mine' })).toBe('thread.not_yours');
      expect(await refusal(mira, rename, { id: threadId, title: ' ' })).toBe('thread.bad_title');
      expect(await ask(ada, rename, { id: threadId, title: 'Fence' })).toMatchObject({});
    });

    it('pins 20 threads in a channel', async () => {
      const busy = await makeChannel(client, ada, { name: 'Busy' });
      const pin = 'mutation ($id: ID!) { pinThread(input: { threadId: $id, pinned: true }) { thread { pinned } } }';
      for (let count = 0; count < 20; count++) {
        await ask(ada, pin, { id: (await open(ada, { kind: 'FYI' }, { channelId: busy })).threadId });
      }
      const last = await open(ada, { kind: 'FYI' }, { channelId: busy });
      expect(await refusal(ada, pin, { id: last.threadId })).toBe('thread.too_many_pinned');
    });
  });

  describe('own media', () => {
    /** One transparent pixel. */
    const PIXEL = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );

    async function begin(by: Person, filename: string, mimeType: string, byteSize: number | null) {
      const { createUpload } = await ask<{ createUpload: { media: { id: string }; uploadUrl: string } }>(
        by,
        'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { media { id } uploadUrl } }',
        { input: { filename, mimeType, byteSize } },
      );
      return { id: createUpload.media.id, path: new URL(createUpload.uploadUrl).pathname };
    }
    const send = (by: Person, path: string, bytes: Buffer) =>
      fetch(`${client.baseUrl}${path}`, {
        method: 'PATCH',
        headers: {
          authorization: `Bearer ${by.token}`,
          'tus-resumable': '1.0.0',
          'upload-offset': '0',
          'content-type': 'application/offset+octet-stream',
        },
        body: new Uint8Array(bytes),
      });
    const upload = async (by: Person, filename: string, mimeType: string, bytes: Buffer) => {
      const { id, path } = await begin(by, filename, mimeType, bytes.length);
      expect((await send(by, path, bytes)).status).toBe(204);
      return id;
    };
    const recordings = (by: Person, query?: string) =>
      ask<{ viewer: { recordings: { totalCount: number; nodes: { media: { filename: string } }[] } } }>(
        by,
        `query ($query: String) { viewer { storageBytes recordings(query: $query) {
          totalCount nodes { id storedBytes media { filename owner { name } createdAt } post { thread { title } } } } } }`,
        { query },
      );
    const remove = 'mutation ($id: ID!) { deleteMedia(input: { mediaId: $id }) { deletedId } }';
    const finish = 'mutation ($id: ID!) { finishUpload(input: { mediaId: $id }) { media { id status byteSize } } }';

    it('lists what one has, by name and by thread, and takes it away for good', async () => {
      const id = await upload(mira, 'fence.png', 'image/png', PIXEL);
      await upload(mira, 'gate.png', 'image/png', PIXEL);
      const { postId } = await open(mira, { kind: 'FYI' }, { title: 'Colours of the fields', mediaIds: [id] });
      expect(await recordings(mira, 'COLOURS of')).toEqual({
        viewer: {
          storageBytes: 2 * PIXEL.length,
          recordings: {
            totalCount: 1,
            nodes: [
              {
                id: id.replace('med_', 'rec_'),
                storedBytes: PIXEL.length,
                media: { filename: 'fence.png', owner: { name: 'Mira Voss' }, createdAt: clock.now().toISOString() },
                post: { thread: { title: 'Colours of the fields' } },
              },
            ],
          },
        },
      });
      expect((await recordings(mira, 'gate')).viewer.recordings.totalCount).toBe(1);
      expect((await recordings(mira)).viewer.recordings.totalCount).toBe(2);
      expect((await recordings(otto)).viewer.recordings.totalCount).toBe(0);
      expect(await refusal(otto, remove, { id })).toBe('media.only_its_owner');
      await ask(mira, remove, { id });
      await ask(mira, remove, { id });
      const storage = app.get(Storage);
      const kept = () => storage.list(`media/${id.slice(4)}/`, { limit: 10 });
      expect(await kept()).toHaveLength(1);
      await new RemoveMediaFilesHandler(app.get(MediaRepository, { strict: false }), storage).handle({
        mediaId: id.slice(4),
      });
      expect(await kept()).toEqual([]);
      expect(await ask(mira, 'query ($id: ID!) { post(id: $id) { body media { id } } }', { id: postId })).toEqual({
        post: { body: 'Say something.', media: [] },
      });
      expect((await recordings(mira)).viewer.recordings.totalCount).toBe(1);
    });

    it('tells its owner alone who has seen it, of those who share that', async () => {
      const id = await upload(mira, 'hedge.png', 'image/png', PIXEL);
      const { threadId } = await open(mira, { kind: 'FYI' }, { title: 'The hedge', mediaIds: [id] });
      const seenBy = async () => {
        const { viewer } = await ask<{ viewer: { recordings: { nodes: { seenBy: { name: string }[] }[] } } }>(
          mira,
          '{ viewer { recordings(query: "The hedge") { nodes { seenBy { name } } } } }',
        );
        return viewer.recordings.nodes[0]!.seenBy.map(({ name }) => name);
      };
      const share = (on: boolean) =>
        ask(
          otto,
          'mutation ($on: Boolean!) { updatePreferences(input: { sharesSeen: $on }) { preferences { sharesSeen } } }',
          { on },
        );
      await share(true);
      expect(await seenBy()).toEqual([]);
      await ask(otto, 'mutation ($id: ID!) { markThreadRead(input: { threadId: $id }) { thread { id } } }', {
        id: threadId,
      });
      expect(await seenBy()).toEqual([expect.stringMatching(/^Otto/)]);
      await share(false);
      expect(await seenBy()).toEqual([]);
    });

    it('finds the posts that speak of a moment', async () => {
      const id = await upload(mira, 'plan.png', 'image/png', PIXEL);
      const { threadId } = await open(mira, { kind: 'FYI' }, { mediaIds: [id] });
      for (const [seconds, body] of [
        [9, 'Late'],
        [2, 'Early'],
      ]) {
        await ask(ada, 'mutation ($input: PostReplyInput!) { postReply(input: $input) { post { id } } }', {
          input: { threadId, body, moment: { mediaId: id, seconds } },
        });
      }
      expect(await ask(otto, 'query ($id: ID!) { media(id: $id) { moments { body } } }', { id })).toEqual({
        media: { moments: [{ body: 'Early' }, { body: 'Late' }] },
      });
    });

    it('finishes what lost its client, and refuses to cut off what is under way', async () => {
      const { id, path } = await begin(mira, 'notes.txt', 'text/plain', 100);
      const unfinished = '{ viewer { unfinishedUploads { id filename byteSize } } }';
      expect(await refusal(mira, finish, { id })).toBe('media.nothing_arrived');
      await send(mira, path, Buffer.from('half of it'));
      expect(await ask(mira, unfinished)).toEqual({ viewer: { unfinishedUploads: [] } });
      expect(await refusal(mira, finish, { id })).toBe('media.still_uploading');
      const before = (Date.now() - 120_000) / 1000;
      await utimes(pathJoin(directory, 'uploads', id.slice(4)), before, before);
      expect(await ask(mira, unfinished)).toEqual({
        viewer: { unfinishedUploads: [{ id, filename: 'notes.txt', byteSize: 10 }] },
      });
      expect(await ask(otto, unfinished)).toEqual({ viewer: { unfinishedUploads: [] } });
      expect(await refusal(otto, finish, { id })).toBe('media.not_found');
      const finished = { finishUpload: { media: { id, status: 'READY', byteSize: 10 } } };
      expect(await ask(mira, finish, { id })).toEqual(finished);
      expect(await ask(mira, finish, { id })).toEqual(finished);
      expect(await ask(mira, unfinished)).toEqual({ viewer: { unfinishedUploads: [] } });
    });

    it('shows a picture of their own to whoever is signed in', async () => {
      const id = await upload(mira, 'me.png', 'image/png', PIXEL);
      const text = await upload(mira, 'me.txt', 'text/plain', Buffer.from('me'));
      const set = 'mutation ($id: ID) { updateAvatar(input: { mediaId: $id }) { member { avatarUrl } } }';
      expect(await refusal(mira, set, { id: text })).toBe('media.not_a_picture');
      expect(await refusal(otto, set, { id })).toBe('media.not_found');
      const { updateAvatar } = await ask<{ updateAvatar: { member: { avatarUrl: string } } }>(mira, set, { id });
      const address = `${client.baseUrl}${new URL(updateAvatar.member.avatarUrl).pathname}`;
      const seen = await fetch(address, { headers: { authorization: `Bearer ${otto.token}` } });
      expect(seen.headers.get('content-type')).toBe('image/png');
      expect(Buffer.from(await seen.arrayBuffer())).toEqual(PIXEL);
      expect((await fetch(address)).status).toBe(401);
      await ask(mira, remove, { id });
      expect(await ask(otto, 'query ($id: ID!) { member(id: $id) { avatarUrl } }', { id: mira.id })).toEqual({
        member: { avatarUrl: null },
      });
      expect((await fetch(address, { headers: { authorization: `Bearer ${otto.token}` } })).status).toBe(404);
    });
  });

  it('searches by who, where, what with, and what is due; without words too', async () => {
    const find = async (filter: object, query = '', by = otto) =>
      (
        await ask<{ search: { nodes: { post: { body: string } }[] } }>(
          by,
          'query ($query: String!, $filter: SearchFilterInput) { search(query: $query, filter: $filter, first: 100) { nodes { post { body } } } }',
          { query, filter },
        )
      ).search.nodes.map(({ post }) => post.body);
    const place = await makeChannel(client, ada, { name: 'Orchard' });
    await open(ada, { kind: 'FYI' }, { channelId: place, body: 'Pears are ripe' });
    await open(
      ada,
      { kind: 'REPLY', recipientIds: [mira.id], timing: { withinWorkingHours: 2 } },
      { channelId: place, body: 'Who picks pears?' },
    );
    expect(await find({ channelId: place })).toEqual(['Who picks pears?', 'Pears are ripe']);
    expect(await find({ channelId: place }, 'ripe')).toEqual(['Pears are ripe']);
    expect(await find({ channelId: place, fromMemberId: mira.id })).toEqual([]);
    expect(await find({ channelId: place, dueBefore: new Date(MONDAY + 3 * HOUR).toISOString() })).toEqual([
      'Who picks pears?',
    ]);
    expect(await find({ channelId: place, since: new Date(MONDAY + HOUR).toISOString() })).toEqual([]);
    expect(await find({ channelId: place, hasMedia: 'IMAGE' })).toEqual([]);
    const secret = await makeChannel(client, ada, { name: 'Cellar', visibility: 'PRIVATE' });
    await open(ada, { kind: 'FYI' }, { channelId: secret, body: 'Cider' });
    expect(await find({ channelId: secret })).toEqual([]);
    expect(await find({ channelId: secret }, '', ada)).toEqual(['Cider']);
    expect(await refusal(otto, '{ search(query: "", filter: {}) { nodes { snippet } } }')).toBe('search.bad_query');
  });

  it('gives all that is their own as one archive', async () => {
    const get = (token?: string) =>
      fetch(`${client.baseUrl}/export/me`, { headers: token ? { authorization: `Bearer ${token}` } : {} });
    const refused = await get();
    expect([refused.status, await refused.json()]).toMatchObject([401, { reason: 'session.required' }]);
    const answer = await get(mira.token);
    expect(answer.headers.get('content-type')).toBe('application/zip');
    const files = readZip(Buffer.from(await answer.arrayBuffer()));
    const read = <Content>(name: string) => JSON.parse(String(files.get(name))) as Content;
    expect(read('me.json')).toMatchObject({ handle: 'mira', email: mira.email });
    expect(String(files.get('me.json'))).not.toContain('scrypt');
    expect(read<{ thread: string }[]>('posts.json').map(({ thread }) => thread)).toContain('Colours of the fields');
    const originals = read<{ file: string | null }[]>('recordings.json').flatMap(({ file }) => file ?? []);
    expect(originals.length).toBeGreaterThan(0);
    expect([...files.keys()]).toEqual(expect.arrayContaining(originals));
  });
});
