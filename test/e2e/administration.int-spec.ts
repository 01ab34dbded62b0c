import { writeFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FailedJobSubjects, FailureReports, Retention } from '#administration';
import { Config } from '#config';
import { Sql } from '#database';
import { CalendarService, MemberDirectory, SetupCodeService } from '#identity';
import { JobCatalogue, JobHistory } from '#jobs';
import { globalId, ManualClock, newId } from '#kernel';
import { Mailer } from '#mail';
import { processMedia } from '#media';
import { JobCannotSucceed } from '#queue';
import { createApi } from '../../apps/api/create-api.js';
import { testDatabase } from '../support/database.js';
import { GraphqlClient } from '../support/graphql-client.js';
import { MemoryQueue } from '../support/memory-queue.js';
import { temporaryDirectory } from '../support/servers/temporary-directory.js';
import { join, makeChannel, type Person, setUp } from '../support/team.js';

const database = testDatabase();
const DAY_MS = 86_400_000;

describe('the administration', () => {
  const clock = new ManualClock(Date.parse('2026-11-23T09:00:00.000Z'));
  let app: NestFastifyApplication;
  let config: Config;
  let client: GraphqlClient;
  let ada: Person;
  let admin: Person;
  let mira: Person;
  let guest: Person;
  let channelId: string;

  beforeAll(async () => {
    const directory = await temporaryDirectory('administration');
    const fromFile = joinPath(directory, 'from');
    writeFileSync(fromFile, 'Hub <hub@orchard.example>\n');
    config = Config.read({
      ...{ DATABASE_URL: database.url, MEANTIME_DATA_DIR: directory, LOG_FORMAT: 'json' },
      MAIL_FROM_FILE: fromFile,
    });
    app = await createApi(config, clock);
    await app.listen(0, '127.0.0.1');
    client = new GraphqlClient(await app.getUrl());
    ada = await setUp(client, (await app.get(SetupCodeService).ensure())!);
    admin = await join(client, ada, { handle: 'otto', role: 'ADMIN' });
    mira = await join(client, ada, { handle: 'mira' });
    guest = await join(client, ada, { handle: 'gast', role: 'GUEST' });
    channelId = await makeChannel(client, mira, { name: 'Secret', visibility: 'PRIVATE' });
  }, 90_000);

  afterAll(() => app?.close());

  // biome-ignore lint/suspicious/noExplicitAny: answers are looked at with matchers
  const ask = async (fields: string, by: Person = ada): Promise<any> =>
    (await client.ask<{ administration: unknown }>(`{ administration { ${fields} } }`, {}, by.token)).administration;
  const act = async (verb: string, input: object, fields: string, by: Person = ada) => {
    const type = `${verb[0]!.toUpperCase()}${verb.slice(1)}Input`
      .replace(/^(Pause|Resume)Queue/, 'PauseQueue')
      .replace(/^(Retry|Accept)FailedJob/, 'FailedJob');
    const document = `mutation ($input: ${type}!) { ${verb}(input: $input) { ${fields} } }`;
    // biome-ignore lint/suspicious/noExplicitAny: answers are looked at with matchers
    const { data, errors } = await client.post<any>(document, { input }, by.token);
    return errors ? (errors[0]!.extensions.reason ?? errors[0]!.message) : data[verb];
  };

  it('is read by who may see it', async () => {
    for (const by of [mira, guest]) {
      const { errors } = await client.post('{ administration { overview { memberCount } } }', {}, by.token);
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'member.administrators_only' });
    }
    expect(
      await ask('overview { memberCount membersWithHours checklist { key done } pausedQueues storageBytes }', admin),
    ).toEqual({
      overview: {
        memberCount: 4,
        membersWithHours: 0,
        storageBytes: 0,
        pausedQueues: [],
        checklist: [
          { key: 'WORKING_HOURS', done: false },
          { key: 'INVITE', done: true },
          { key: 'CHANNEL', done: true },
          { key: 'MAIL', done: false },
          { key: 'FIRST_THREAD', done: false },
        ],
      },
    });
  });

  it('refuses every verb to who may not', async () => {
    const [memberId, failedJobId] = [mira.id, globalId('FailedJob', newId())];
    const verbs: [string, object, string][] = [
      ['createInvitationLink', {}, 'code'],
      ['inviteMembersFromCsv', { csv: 'a@b.example' }, 'rows { line }'],
      ['revokeInvitation', { invitationId: globalId('Invitation', newId()) }, 'invitation { id }'],
      ['updateRolePermissions', { role: 'GUEST', permissions: [] }, 'roles { role }'],
      ['reactivateMember', { memberId }, 'member { id }'],
      ['transferRecordings', { fromMemberId: ada.id, toMemberId: memberId }, 'moved'],
      ['updateOrganization', { name: 'x' }, 'organization { name }'],
      ['updateOrganizationAgreement', { agreement: {} }, 'organization { name }'],
      ['pauseQueue', {}, 'queues { name }'],
      ['resumeQueue', {}, 'queues { name }'],
      ['retryFailedJob', { failedJobId }, 'failedJobs'],
      ['acceptFailedJob', { failedJobId }, 'failedJobs'],
      ['sendTestDigest', { memberId }, 'ok'],
      ['testMail', { to: 'a@b.example' }, 'ok'],
      ['updateSetting', { key: 'SESSION_DAYS', value: '3' }, 'setting { key }'],
    ];
    for (const [verb, input, fields] of verbs) {
      for (const by of [mira, guest]) {
        expect([verb, await act(verb, input, fields, by)]).toEqual([verb, 'member.administrators_only']);
      }
    }
    const { errors } = await client.post('mutation { testStorage { ok } }', {}, mira.token);
    expect(errors?.[0]?.extensions.reason).toBe('member.administrators_only');
  });

  it('looks at every part, with what to do where one is not well', async () => {
    const { checks } = await ask('checks { name title ok degraded summary fix stillWorks checkedAt }');
    const byName = new Map(checks.map((check: { name: string }) => [check.name, check]));
    expect([...byName.keys()].sort()).toEqual([
      'api',
      'backup',
      'camera_https',
      'clock',
      'disk',
      'mail',
      'postgres',
      'push',
      'queue',
      'redis',
      'storage',
      'version',
      'worker',
    ]);
    expect(byName.get('postgres')).toMatchObject({ ok: true, degraded: false, fix: null });
    expect(byName.get('storage')).toMatchObject({ ok: true });
    expect(byName.get('worker')).toMatchObject({ ok: false, fix: 'Start the worker.' });
    expect(byName.get('mail')).toMatchObject({ degraded: true, fix: 'Set SMTP_URL and MAIL_FROM.' });
    expect(await client.ask('mutation { testStorage { ok message fix } }', {}, ada.token)).toMatchObject({
      testStorage: { ok: true, fix: null },
    });
    expect(await act('testMail', { to: 'a@b.example' }, 'ok fix')).toMatchObject({ ok: false, fix: /SMTP_URL/ });
  });

  it('pauses queues and resumes them', async () => {
    const { queues } = await act(
      'pauseQueue',
      { name: 'media' },
      'queues { name title paused waiting emptyInSeconds }',
      admin,
    );
    expect(queues).toContainEqual({
      name: 'media',
      title: 'Make playable',
      paused: true,
      waiting: 0,
      emptyInSeconds: 0,
    });
    expect(await ask('overview { pausedQueues } checks { name degraded }')).toMatchObject({
      overview: { pausedQueues: ['media'] },
    });
    expect(await act('pauseQueue', { name: 'nowhere' }, 'queues { name }')).toBe('queue.unknown_queue');
    const { queues: all } = await act('resumeQueue', {}, 'queues { paused }');
    expect(all.every(({ paused }: { paused: boolean }) => !paused)).toBe(true);
  });

  it('changes settings that the environment does not decide', async () => {
    const days = async () =>
      (await ask('settings(query: "sign-in") { key value source locked needsRestart type }')).settings;
    const setting = { key: 'SESSION_DAYS', type: 'NUMBER', locked: false, needsRestart: false };
    expect(await days()).toEqual([{ ...setting, value: '30', source: 'DEFAULT' }]);
    await act('updateSetting', { key: 'SESSION_DAYS', value: '14' }, 'setting { value }');
    expect(await days()).toEqual([{ ...setting, value: '14', source: 'HERE' }]);
    expect(config.values.SESSION_DAYS).toBe(14);
    await act('updateSetting', { key: 'SESSION_DAYS' }, 'setting { value }');
    expect(config.values.SESSION_DAYS).toBe(30);
    expect(await act('updateSetting', { key: 'SESSION_DAYS', value: '0' }, 'setting { value }')).toBe(
      'setting.bad_value',
    );
    expect(await act('updateSetting', { key: 'NOTHING', value: '0' }, 'setting { value }')).toBe('setting.not_found');
    expect(await act('updateSetting', { key: 'MAIL_FROM', value: 'x' }, 'setting { value }')).toBe('setting.locked');
    expect(await act('updateSetting', { key: 'SMTP_URL', value: 'x' }, 'setting { value }')).toBe('setting.locked');
    expect(await act('updateSetting', { key: 'SESSION_DAYS', value: '3' }, 'setting { value }', admin)).toBe(
      'permission.missing',
    );
    const { settings } = await ask('settings { key value defaultValue source type }');
    expect(settings).toContainEqual({
      key: 'MAIL_FROM',
      value: 'Hub <hub@orchard.example>',
      defaultValue: 'Meantime <meantime@localhost>',
      source: 'FILE',
      type: 'TEXT',
    });
    expect(settings).toContainEqual({
      key: 'DATABASE_URL',
      value: null,
      defaultValue: null,
      source: 'ENVIRONMENT',
      type: 'SECRET',
    });
  });

  it('invites a list, row by row', async () => {
    const csv =
      'email,name,role,channels\nnew@b.example,New One,guest,\n"bad",,,\nada@orchard.example,,,\nnew@b.example,,,\nboss@b.example,,OWNER,\nx@b.example,,,secret\nlast@b.example';
    const { rows } = await act('inviteMembersFromCsv', { csv }, 'rows { line email invited problem }', admin);
    expect(rows.map(({ line, invited }: { line: number; invited: boolean }) => [line, invited])).toEqual([
      ...[
        [2, true],
        [3, false],
        [4, false],
        [5, false],
        [6, false],
        [7, false],
        [8, true],
      ],
    ]);
    expect(rows.map(({ problem }: { problem: string | null }) => problem).filter(Boolean)).toEqual([
      'This is not a mail address.',
      'A member has this mail address already.',
      'This mail address stands in the list twice.',
      'Only an owner makes or unmakes owners.',
      'There is no channel secret that you may see.',
    ]);
    const { invitations } = await ask(
      'invitations(first: 2) { nodes { id email role usesLeft channels { name } invitedBy { name } } pageInfo { hasNextPage } }',
    );
    expect(invitations.nodes.map((one: { email: string }) => one.email).sort()).toEqual([
      'last@b.example',
      'new@b.example',
    ]);
    expect(await act('inviteMembersFromCsv', { csv: 'a"b,"c\n"' }, 'rows { line }')).toBe('invitation.bad_csv');
    const many = Array.from({ length: 501 }, (_, at) => `p${at}@b.example`).join('\n');
    expect(await act('inviteMembersFromCsv', { csv: many }, 'rows { line }')).toBe('invitation.bad_csv');
  });

  it('shows accounts with what belongs to them', async () => {
    const { memberAccounts } = await ask(
      'memberAccounts(query: "mira") { totalCount nodes { member { handle } hoursSet lastActiveOn storageBytes recordingCount } }',
    );
    expect(memberAccounts).toEqual({
      totalCount: 1,
      nodes: [
        { member: { handle: 'mira' }, hoursSet: false, lastActiveOn: '2026-11-23', storageBytes: 0, recordingCount: 0 },
      ],
    });
  });

  it('looks after channels, and opens none that is private', async () => {
    const { channels } = await ask('channels(query: "secr") { nodes { id name threads { nodes { title } } } }', admin);
    expect(channels.nodes).toEqual([{ id: channelId, name: 'Secret', threads: { nodes: [] } }]);
    expect(await act('updateChannel', { channelId, visibility: 'PUBLIC' }, 'channel { id }', admin)).toBe(
      'channel.opened_by_members',
    );
    expect(await act('updateChannel', { channelId, retentionDays: 0 }, 'channel { id }', admin)).toBe(
      'channel.bad_retention',
    );
    expect(await act('updateChannel', { channelId, name: 'Mine' }, 'channel { id }', guest)).toBe('channel.not_found');
    const changed = await act(
      'updateChannel',
      { channelId, retentionDays: 30, ownerId: ada.id },
      'channel { retentionDays owner { name } }',
      admin,
    );
    expect(changed.channel).toEqual({ retentionDays: 30, owner: { name: 'Ada Berg' } });
    expect(await act('removeChannelMember', { channelId, memberId: mira.id }, 'channel { id }', admin)).toBe(
      'channel.last_member',
    );
    expect(
      (await act('archiveChannel', { channelId, archived: true }, 'channel { archivedAt }', admin)).channel.archivedAt,
    ).toEqual(expect.any(String));
    expect(
      (await act('archiveChannel', { channelId, archived: false }, 'channel { archivedAt }', admin)).channel.archivedAt,
    ).toBeNull();
  });

  it('lets posts go after their time, and keeps what is still owed', async () => {
    const input = { channelId, title: 'Old', body: 'To go' };
    const opened = await act('openThread', input, 'post { id } thread { id }', mira);
    const retention = new Retention(
      app.get(Sql),
      null as never,
      { ask: async () => undefined } as never,
      { record: async () => undefined } as never,
      config,
      app.get((await import('#database')).UnitOfWork),
      new ManualClock(clock.nowMs() + 31 * DAY_MS),
    );
    expect(await retention.sweep()).toEqual({ posts: 1, originals: 0 });
    const { post } = await client.ask<{ post: object }>(
      'query ($id: ID!) { post(id: $id) { body deletedAt } }',
      { id: opened.post.id },
      mira.token,
    );
    expect(post).toEqual({ body: '', deletedAt: expect.any(String) });
    expect(await retention.sweep()).toEqual({ posts: 0, originals: 0 });
  });

  it('keeps every version of the agreement', async () => {
    await act('updateOrganizationAgreement', { agreement: { text: 'Be kind' } }, 'organization { name }', admin);
    const { agreementVersions } = await ask('agreementVersions { version agreement { text } changedBy { handle } }');
    expect(agreementVersions).toEqual([{ version: 1, agreement: { text: 'Be kind' }, changedBy: { handle: 'otto' } }]);
  });

  it('says what failed, tells its owner, and takes a decision', async () => {
    const queue = new MemoryQueue();
    const reports = new FailureReports(
      app.get(JobHistory),
      app.get(JobCatalogue),
      new FailedJobSubjects(app.get(Sql)),
      queue,
      app.get(Mailer),
      app.get(MemberDirectory),
      app.get(CalendarService),
      config,
      clock,
    );
    const { createUpload } = await client.ask<{ createUpload: { media: { id: string } } }>(
      'mutation { createUpload(input: { filename: "talk.webm", mimeType: "video/webm" }) { media { id } } }',
      {},
      mira.token,
    );
    const mediaId = createUpload.media.id.slice(4);
    await queue.enqueue(processMedia, { mediaId }, { jobId: 'one' });
    const handler = {
      job: processMedia,
      handle: () => Promise.reject(new JobCannotSucceed('This file holds neither picture nor sound.')),
    };
    await queue.run([handler as never]);
    await database.dataSource.query(`update media set status = 'FAILED' where id = $1`, [mediaId]);
    expect(await reports.collect()).toBe(1);
    expect(await reports.collect()).toBe(0);
    expect(await reports.tell()).toBe(1);
    await reports.sample();
    const page =
      'failedJobs { totalCount nodes { id queue subject reason tries maxTries owner { handle } told { handle } media { id } } } waitingHistory { waiting }';
    const { failedJobs, waitingHistory } = await ask(page);
    expect(failedJobs).toMatchObject({
      totalCount: 1,
      nodes: [
        {
          queue: 'media',
          subject: 'talk.webm',
          reason: 'This file holds neither picture nor sound.',
          tries: 1,
          maxTries: 6,
          owner: { handle: 'mira' },
          told: [{ handle: 'mira' }],
          media: null,
        },
      ],
    });
    expect(waitingHistory).toEqual([{ waiting: 0 }]);
    const failedJobId = failedJobs.nodes[0].id;
    expect(await act('acceptFailedJob', { failedJobId }, 'failedJobs', admin)).toEqual({ failedJobs: 0 });
    expect(await act('retryFailedJob', { failedJobId }, 'failedJobs', admin)).toBe('job.not_found');
  });

  it('previews a digest without opening what is private', async () => {
    const { digestPreview } = await ask(`digestPreview(memberId: "${mira.id}") { subject text html empty }`, admin);
    expect(digestPreview).toMatchObject({ empty: true });
    expect(await act('sendTestDigest', { memberId: mira.id }, 'ok fix')).toMatchObject({ ok: false });
  });

  it('gives recordings to who stays', async () => {
    expect(await act('transferRecordings', { fromMemberId: mira.id, toMemberId: mira.id }, 'moved')).toBe(
      'recording.same_owner',
    );
    await database.dataSource.query(`update media set status = 'READY'`);
    expect(await act('transferRecordings', { fromMemberId: mira.id, toMemberId: ada.id }, 'moved', admin)).toEqual({
      moved: 1,
    });
    const { storage } = await ask('storage { usedBytes capacityBytes byChannel { bytes } originalsRetentionDays }');
    expect(storage).toMatchObject({ usedBytes: 0, byChannel: [], originalsRetentionDays: null });
  });

  it('takes rights from roles, at every place where they count', async () => {
    const set = (role: string, permissions: string[]) =>
      act('updateRolePermissions', { role, permissions }, 'roles { role permissions locked }');
    await set('MEMBER', []);
    expect(await act('createChannel', { name: 'New' }, 'channel { id }', mira)).toBe('permission.missing');
    expect(
      await act('createUpload', { filename: 'a.webm', mimeType: 'video/webm', byteSize: 5 }, 'uploadUrl', mira),
    ).toBe('permission.missing');
    expect(
      await act('createUpload', { filename: 'a.pdf', mimeType: 'application/pdf', byteSize: 5 }, 'uploadUrl', mira),
    ).toMatchObject({ uploadUrl: expect.any(String) });
    const now = {
      channelId,
      title: 'x',
      body: 'x',
      expectation: {
        kind: 'REPLY',
        recipientIds: [ada.id],
        timing: { now: { needsImmediateResponse: true, respectsTheirTime: true, reason: 'The server is down' } },
      },
    };
    expect(await act('openThread', now, 'post { id }', mira)).toMatch(/permission.missing|unknown_recipient/);
    expect((await set('MEMBER', ['SEND_URGENT', 'RECORD', 'CREATE_CHANNEL'])).roles).toContainEqual({
      role: 'MEMBER',
      permissions: ['SEND_URGENT', 'RECORD', 'CREATE_CHANNEL'],
      locked: [],
    });
    expect(await set('OWNER', [])).toBe('permission.owner_locked');
  });

  it('keeps all of it in the audit log, which is filtered and exported', async () => {
    const log = async (filter: string) =>
      (await ask(`auditEvents(${filter}) { nodes { action subject actor { handle } } }`)).auditEvents.nodes;
    expect(await log('query: "agreement"')).toEqual([
      { action: 'agreement.changed', subject: 'the organisation, version 1', actor: { handle: 'otto' } },
    ]);
    expect((await log(`actorId: "${admin.id}", action: "queue.paused"`)).length).toBe(1);
    expect(await log('since: "2027-01-01T00:00:00Z"')).toEqual([]);
    expect(await log('until: "2026-01-01T00:00:00Z"')).toEqual([]);
    await act('updateOrganization', { name: '=1+1' }, 'organization { name }');
    const get = (token: string | undefined, query = '') =>
      fetch(`${client.baseUrl}/admin/audit.csv${query}`, {
        headers: token ? { authorization: `Bearer ${token}` } : {},
      });
    expect((await get(undefined)).status).toBe(401);
    expect((await get(mira.token)).status).toBe(403);
    expect((await get(ada.token, '?since=yesterday')).status).toBe(400);
    const answer = await get(admin.token);
    expect(answer.headers.get('content-type')).toContain('text/csv');
    const lines = (await answer.text()).trimEnd().split('\r\n');
    expect(lines[0]).toBe('"at","action","actor","subject","address"');
    expect(lines.find((line) => line.includes('organization.renamed'))).toContain(`"'=1+1"`);
    expect(lines.length).toBeGreaterThan(20);
    expect((await (await get(ada.token, '?action=audit.exported')).text()).trimEnd().split('\r\n')).toHaveLength(3);
  });
});
