import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { Delivering, DeliveryPlanning, DigestService } from '#attention';
import { Config } from '#config';
import { SetupCodeService } from '#identity';
import { localId, SystemClock } from '#kernel';
import { createApi } from '../../apps/api/create-api.js';
import { documents, type OperationName } from '../../bench/operations.js';
import { testDatabase } from '../support/database.js';
import { GraphqlClient } from '../support/graphql-client.js';
import { temporaryDirectory } from '../support/servers/temporary-directory.js';
import { join, makeChannel, type Person, setUp } from '../support/team.js';

const database = testDatabase();

/** The statements of one operation, however long its page is. Sign-in and the directories are warm, as for people. */
const EXPECTED: Record<OperationName, string[]> = {
  channelPage: ['plan.Thread', 'plan.Post'],
  threadPage: ['plan.thread', 'plan.Post'],
  waitingOnMe: ['plan.ExpectedResponse'],
  postReply: ['posting.reply'],
};
const hoursFromNow = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
/** Live news is told after the commit, for many changes at once: no answer waits for it. */
const isNews = (name: string): boolean => name.includes('pg_notify');

/** Plans name statements after what they bring and their text: `plan.Thread.<hash>`. */
const nameOf = ({ name, text }: { name?: string; text?: string }): string =>
  name?.replace(/^(plan\.\w+)\..*/, '$1') ?? text ?? 'unnamed';

describe('statements', () => {
  let app: NestFastifyApplication;
  let client: GraphqlClient;
  let ada: Person;
  let mira: Person;
  let channelId: string;
  let threadId: string;
  const ran: string[] = [];
  const query = pg.Client.prototype.query;

  beforeAll(async () => {
    const directory = await temporaryDirectory('statements');
    app = await createApi(
      Config.read({ DATABASE_URL: database.url, MEANTIME_DATA_DIR: directory, LOG_FORMAT: 'json' }),
      new SystemClock(),
    );
    await app.listen(0, '127.0.0.1');
    client = new GraphqlClient(await app.getUrl());
    ada = await setUp(client, (await app.get(SetupCodeService).ensure())!);
    channelId = await makeChannel(client, ada, { name: 'Open' });
    mira = await join(client, ada, { handle: 'mira', channelIds: [channelId] });
    for (let count = 0; count < 4; count++) threadId = await open(count);
    await app.get(DeliveryPlanning, { strict: false }).planNew();
    await app.get(Delivering, { strict: false }).deliverDue();
    await app
      .get(DigestService, { strict: false })
      .make(localId('Member', mira.id)!, hoursFromNow(-1), hoursFromNow(1), false);
    // Everything that the api asks of Postgres goes through this one method.
    pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
      const [asked] = args as [string | { name?: string; text?: string }];
      ran.push(typeof asked === 'string' ? asked : nameOf(asked));
      return (query as (...all: unknown[]) => unknown).apply(this, args);
    } as typeof query;
  }, 60_000);

  afterAll(async () => {
    pg.Client.prototype.query = query;
    await app?.close();
  });

  async function open(count: number): Promise<string> {
    const { openThread } = await client
      .ask<{ openThread: { thread: { id: string } } }>(
        'mutation ($input: OpenThreadInput!) { openThread(input: $input) { thread { id } } }',
        {
          input: {
            channelId,
            title: `Thread ${count}`,
            body: 'What do you think?',
            expectation: { kind: 'REPLY', recipientIds: [mira.id], timing: { now: urgency } },
          },
        },
        ada.token,
      )
      .catch(() =>
        client.ask<{ openThread: { thread: { id: string } } }>(
          'mutation ($input: OpenThreadInput!) { openThread(input: $input) { thread { id } } }',
          { input: { channelId, title: `Thread ${count}`, body: 'More.', expectation: { kind: 'FYI' } } },
          ada.token,
        ),
      );
    return openThread.thread.id;
  }
  const urgency = { needsImmediateResponse: true, respectsTheirTime: true, reason: 'It is counted just now.' };

  const variablesOf = (name: OperationName, by: Person): Record<string, unknown> => {
    if (name === 'channelPage') return { id: channelId };
    if (name === 'threadPage') return { id: threadId };
    if (name === 'postReply') return { input: { threadId, body: `From ${by.name}.`, expectation: { kind: 'FYI' } } };
    return {};
  };

  it.each(Object.entries(EXPECTED) as [OperationName, string[]][])('%s runs %j', async (name, expected) => {
    for (const by of [ada, mira]) {
      await client.ask(documents[name], variablesOf(name, by), by.token);
      ran.length = 0;
      await client.ask(documents[name], variablesOf(name, by), by.token);
      expect(ran.filter((one) => !isNews(one))).toEqual(expected);
    }
  });

  /** However many rows there are; the order in which an operation's loaders ask is theirs. */
  it.each([
    [
      '{ viewer { channels { nodes { viewerUnreadCount memberCount owner { name } pinnedThreads { id } } } } }',
      ['channel_members.counts', 'channels.page_of_member', 'threads.pinned', 'threads.unread_of_channels'],
    ],
    [
      '{ viewer { inbox { waitingOnMeCount waitingOnOthersCount unreadThreadCount } } }',
      ['inbox.lane_counts', 'threads.unread_count'],
    ],
    [
      '{ viewer { inbox { waitingOnMe { nodes { laterUntil undoableUntil nudgedAt history { kind actor { name } } } } } } }',
      ['inbox.waiting_on_me.start', 'responses.history'],
    ],
    [
      '{ viewer { channels { nodes { threads { nodes { pinned viewerHasSaved mediaSeconds firstPost { body } } } } } } }',
      ['channels.page_of_member', 'threads.first_posts', 'threads.media_seconds', 'threads.page'],
    ],
    [
      '{ viewer { inbox { waitingOnMe { nodes { deliveryReason { rule localTime } } } } } }',
      ['deliveries.of_responses', 'inbox.waiting_on_me.start'],
    ],
    [
      '{ viewer { deliveries { nodes { kind actor { name } thread { title } post { body } expectedResponse { status } } } } }',
      ['deliveries.page', 'posts.by_ids', 'responses.by_ids', 'threads.by_ids'],
    ],
    [
      `{ viewer { digestPreview(periodStart: "${hoursFromNow(-1)}", periodEnd: "${hoursFromNow(1)}") { sections { kind entries { excerpt listeningSeconds thread { title } post { body } expectedResponse { dueAt } } } } } }`,
      ['digest.entries', 'digest.found'],
    ],
    // As the bundled client shows it, posters included.
    [
      `{ viewer { digestPreview(periodStart: "${hoursFromNow(-1)}", periodEnd: "${hoursFromNow(1)}") { id sections { kind entries { excerpt readingSeconds listeningSeconds expectedResponse { id dueAt } thread { title conclusion { summary } channel { name visibility } } post { publishedAt author { name avatarUrl } media { kind durationSeconds posterUrl } } } } } } }`,
      ['digest.entries', 'digest.found', 'media.of_posts'],
    ],
    [
      '{ viewer { digests(first: 20) { nodes { sections { entries { excerpt listeningSeconds readingSeconds thread { title channel { name } } post { body author { name } } expectedResponse { dueAt recipient { name } } } } } } } }',
      ['digest.entries', 'digest.page'],
    ],
    ['{ viewer { drafts { nodes { channel { name } thread { title } media { id } } } } }', ['drafts.page']],
    [
      '{ viewer { recordings { totalCount nodes { media { id } post { id } } } } }',
      ['recordings.count', 'recordings.page'],
    ],
  ])('%s runs %j', async (document, expected) => {
    await client.ask(document, {}, mira.token);
    ran.length = 0;
    await client.ask(document, {}, mira.token);
    expect(ran.filter((one) => !isNews(one)).sort()).toEqual(expected);
  });
});
