import { statement } from '#database';
import type { Actor, Id } from '#kernel';
import { type AskingHub, askingHub } from '../../test/support/asking-hub.js';
import { testDatabase } from '../../test/support/database.js';
import { type SmtpTestServer, startSmtp } from '../../test/support/servers/smtp.js';
import { Delivering } from './deliveries/delivering.service.js';
import { DeliverySettingsService } from './deliveries/delivery-settings.service.js';
import { Notifications } from './deliveries/notifications.service.js';
import { DeliveryPlanning } from './deliveries/planning.service.js';
import { type PushNote, PushSender } from './deliveries/push-sender.port.js';
import { ReplyAddresses } from './deliveries/reply-addresses.port.js';
import { DigestService } from './digest.service.js';
import { DigestMailing } from './digest-mailing.service.js';
import { DigestScheduleService } from './digest-schedule.service.js';
import { UnsubscribeLinks } from './unsubscribe-links.js';

const handed = statement(
  'spec.handed',
  `select id from deliveries where member_id = $1 and route = $2 and handed_at is not null order by id`,
);
const sent = statement(
  'spec.sent',
  `select count(*)::int as count from deliveries where member_id = $1 and route = 'EMAIL' and delivered_at is not null`,
);
const dropped = statement(
  'spec.dropped',
  `select rule from deliveries where member_id = $1 and route = 'EMAIL' and dropped_at is not null`,
);
const newestDigest = statement(
  'spec.digest',
  'select id from digests where member_id = $1 order by period_end desc limit 1',
);
const leave = statement('spec.leave', 'delete from channel_members where member_id = $1');

describe('mails', () => {
  const database = testDatabase();
  let smtp: SmtpTestServer;
  let hub: AskingHub;
  let home: string;
  let ada: Actor & { handle: string };
  let mira: Actor & { handle: string };

  beforeAll(async () => {
    smtp = await startSmtp();
    hub = await askingHub(database, { SMTP_URL: smtp.url, PUBLIC_URL: 'https://hub.example' });
    home = await hub.listen();
  });
  afterAll(async () => {
    await hub.close();
    await smtp.stop();
  });

  beforeEach(async () => {
    await round();
    smtp.received.length = 0;
    hub.clock.setTo('2026-11-23T09:00:00.000Z');
    ada = await hub.member();
    mira = await hub.member();
  });

  async function round(): Promise<void> {
    await hub.get(DeliveryPlanning).planNew();
    await hub.get(Delivering).deliverDue();
  }

  const handedTo = async (who: Actor, route = 'EMAIL'): Promise<Id[]> =>
    (await hub.sql.rows<{ id: Id }>(handed, [who.memberId, route])).map(({ id }) => id);
  const carry = async (who: Actor): Promise<void> => hub.get(Notifications).mail(await handedTo(who));
  const wish = (who: Actor, emailFor: string[], batchHours: number | null = null) =>
    hub.get(DeliverySettingsService).update(who, { emailFor: emailFor as never, batchHours });

  async function request(method: 'GET' | 'POST', address: string): Promise<{ status: number; body: string }> {
    const body = method === 'POST' ? new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) : undefined;
    const answer = await fetch(`${home}${new URL(address).pathname}`, { method, body });
    return { status: answer.status, body: await answer.text() };
  }

  it('tell of one thing: who, what, by when, why now, and how to end them', async () => {
    await wish(mira, ['ASKED']);
    const channelId = await hub.channel(ada, [mira]);
    const { thread } = await hub.open(ada, channelId, {
      kind: 'REPLY',
      recipientIds: [mira.memberId],
      timing: { withinWorkingHours: 4 },
    });
    await round();
    await carry(mira);
    await carry(mira);
    expect(smtp.received).toHaveLength(1);
    const { recipients, parsed } = smtp.received[0]!;
    expect(recipients).toEqual([`${mira.handle}@orchard.example`]);
    expect(parsed.subject).toBe(`${ada.handle} asks: Which colour?`);
    for (const said of [
      `An answer is asked of you, from ${ada.handle}, due Mon 23 Nov, 14:00`,
      'Say something.',
      `Answer: https://hub.example/t/${thread.id}`,
      'Why now: It fell into your working hours.',
      'No more mails like this: https://hub.example/unsubscribe/deliveries/',
    ]) {
      expect(parsed.text).toContain(said);
    }
    expect(parsed.headers.get('reply-by')).toBe('Mon, 23 Nov 2026 13:00:00 GMT');
    expect(parsed.headers.get('list')).toMatchObject({
      unsubscribe: { url: hub.get(UnsubscribeLinks).url(mira.memberId, 'deliveries') },
    });
    expect(parsed.headers.get('list-unsubscribe-post') ?? smtp.received[0]!.raw).toContain('One-Click');
    expect(await hub.sql.row(sent, [mira.memberId])).toEqual({ count: 1 });
  });

  it('are one for all that comes at once', async () => {
    await wish(mira, ['MENTIONED'], 2);
    const channelId = await hub.channel(ada, [mira]);
    for (const body of ['One', 'Two', 'Three']) {
      await hub.open(ada, channelId, { kind: 'FYI' }, { body: `${body}, @${mira.handle}` });
    }
    await round();
    expect(await handedTo(mira)).toEqual([]);
    hub.clock.setTo('2026-11-23T11:00:00.000Z');
    await round();
    await carry(mira);
    expect(smtp.received.map(({ parsed }) => parsed.subject)).toEqual(['3 things for you in Orchard']);
  });

  it('hold nothing that their reader may not read any more', async () => {
    await wish(mira, ['MENTIONED']);
    const channelId = await hub.channel(ada, [mira], 'PRIVATE');
    await hub.open(ada, channelId, { kind: 'FYI' }, { body: `Hush, @${mira.handle}` });
    await round();
    await hub.sql.rows(leave, [mira.memberId]);
    await carry(mira);
    expect(smtp.received).toEqual([]);
    expect(await hub.sql.rows(dropped, [mira.memberId])).toEqual([{ rule: 'NO_ACCESS' }]);
  });

  it('are not made for what nobody chose', async () => {
    const channelId = await hub.channel(ada, [mira]);
    await hub.open(ada, channelId, { kind: 'REPLY', recipientIds: [mira.memberId] });
    await round();
    expect(await handedTo(mira)).toEqual([]);
  });

  it('have a way beside them: push, a note for each, or one for many', async () => {
    const notes: { to: Id; note: PushNote }[] = [];
    const sender = hub.get(PushSender);
    const { reachable, send } = sender;
    Object.assign(sender, {
      reachable: async (ids: readonly Id[]) => new Set(ids),
      send: async (to: Id, note: PushNote) => notes.push({ to, note }),
    });
    await hub.get(DeliverySettingsService).update(mira, { pushFor: ['MENTIONED'] });
    const channelId = await hub.channel(ada, [mira]);
    const mention = () => hub.open(ada, channelId, { kind: 'FYI' }, { body: `Hello, @${mira.handle}` });
    const { thread } = await mention();
    await round();
    await hub.get(Notifications).notify(await handedTo(mira, 'PUSH'));
    expect(notes).toEqual([
      {
        to: mira.memberId,
        note: {
          title: `You are mentioned, from ${ada.handle}`,
          body: 'Which colour?',
          url: `https://hub.example/t/${thread.id}`,
          tag: expect.stringMatching(/^post:/),
          isUrgent: false,
          keepMs: expect.any(Number),
        },
      },
    ]);
    notes.length = 0;
    for (let n = 0; n < 4; n++) await mention();
    await round();
    await hub.get(Notifications).notify(await handedTo(mira, 'PUSH'));
    expect(notes.map(({ note }) => note.title)).toEqual(['4 things for you']);
    Object.assign(sender, { reachable, send });
  });

  it('can be answered by mail where mail is taken in', async () => {
    const replies = hub.get(ReplyAddresses);
    Object.assign(replies, { addressFor: (memberId: Id, threadId: Id) => `r-${memberId}-${threadId}@in.example` });
    await wish(mira, ['ASKED']);
    const channelId = await hub.channel(ada, [mira]);
    const { thread } = await hub.open(ada, channelId, { kind: 'REPLY', recipientIds: [mira.memberId] });
    await round();
    await carry(mira);
    expect(smtp.received[0]!.parsed.text).toContain('Answer this mail and it is posted in the thread');
    expect(smtp.received[0]!.parsed.replyTo?.text).toBe(`r-${mira.memberId}-${thread.key}@in.example`);
    Object.assign(replies, { addressFor: () => undefined });
  });

  it('end by one click, and ask first where a person looks', async () => {
    const url = hub.get(UnsubscribeLinks).url(mira.memberId, 'deliveries');
    await wish(mira, ['ASKED', 'URGENT']);
    const asked = await request('GET', url);
    expect([asked.status, asked.body]).toEqual([200, expect.stringContaining('<form method="post">')]);
    expect((await hub.get(DeliverySettingsService).of(mira.memberId)).emailFor).toHaveLength(2);
    for (let twice = 0; twice < 2; twice++) expect((await request('POST', url)).status).toBe(200);
    expect((await hub.get(DeliverySettingsService).of(mira.memberId)).emailFor).toEqual([]);
  });

  it('end for nobody else: an address is for one member and one kind', async () => {
    const url = hub.get(UnsubscribeLinks).url(mira.memberId, 'deliveries');
    for (const wrong of [
      url.replace(mira.memberId, ada.memberId),
      url.replace('/deliveries/', '/digest/'),
      url.slice(0, -1),
      `${url}x`,
      url.replace('/deliveries/', '/everything/'),
    ]) {
      expect((await request('POST', wrong)).status).toBe(404);
    }
  });

  it('carry a digest with the earliest due time and one click to end them', async () => {
    const channelId = await hub.channel(ada, [mira]);
    await hub.open(ada, channelId, {
      kind: 'REPLY',
      recipientIds: [mira.memberId],
      timing: { withinWorkingHours: 4 },
    });
    hub.clock.setTo('2026-11-24T08:00:00.000Z');
    await hub.get(DigestService).make(mira.memberId, '2026-11-23T08:00:00.000Z', '2026-11-24T08:00:00.000Z', true);
    const { id } = (await hub.sql.row<{ id: Id }>(newestDigest, [mira.memberId]))!;
    await hub.get(DigestMailing).send(id);
    const { parsed, raw } = smtp.received[0]!;
    expect(parsed.subject).toBe('Orchard: 1 answer is waiting on you');
    expect(parsed.text).toContain('Which colour?, was due Mon 23 Nov, 14:00');
    expect(parsed.headers.get('reply-by')).toBe('Mon, 23 Nov 2026 13:00:00 GMT');
    expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    const url = hub.get(UnsubscribeLinks).url(mira.memberId, 'digest');
    expect(parsed.text).toContain(url);
    expect((await request('POST', url)).status).toBe(200);
    expect((await hub.get(DigestScheduleService).of(mira.memberId)).byEmail).toBe(false);
  });
});
