import { statement } from '#database';
import { type Actor, globalId, type Id } from '#kernel';
import { type AskingHub, askingHub, refused } from '../../test/support/asking-hub.js';
import { testDatabase } from '../../test/support/database.js';
import { type SmtpTestServer, startSmtp } from '../../test/support/servers/smtp.js';
import { InvitationService } from './invitation.service.js';
import { ProposingService } from './proposing.service.js';
import { CallSettling } from './settling.service.js';

const database = testDatabase();
const outcomePost = statement(
  'spec.call_outcome',
  'select p.body, p.author_id from calls c join posts p on p.id = c.outcome_post_id where c.id = $1',
);

describe('calls', () => {
  let hub: AskingHub;
  let smtp: SmtpTestServer;
  let ada: Actor;
  let bo: Actor;
  let cleo: Actor;
  let channelId: Id;
  let threadId: Id;

  beforeAll(async () => {
    smtp = await startSmtp();
    hub = await askingHub(database, {
      SMTP_URL: smtp.url,
      PUBLIC_URL: 'https://hub.example',
      MEETING_LINK: 'https://meet.example/{id}',
    });
  }, 90_000);
  afterAll(async () => {
    await hub?.close();
    await smtp.stop();
  });
  beforeEach(async () => {
    hub.clock.setTo('2026-11-23T09:00:00.000Z');
    [ada, bo, cleo] = [await hub.member(), await hub.member('America/New_York'), await hub.member()];
    channelId = await hub.channel(ada, [bo, cleo]);
    threadId = (await hub.open(ada, channelId, null)).thread.key;
  });

  const gathering = (participantIds = [bo.memberId, cleo.memberId]) => ({ threadId, participantIds, minutes: 30 });
  const propose = (quorum: 'EACH' | 'ANY' = 'EACH') =>
    hub.get(ProposingService).propose(ada, gathering(), { note: '', quorum });
  const settle = () => hub.get(CallSettling).settleDue();
  async function decide(by: Actor, postId: Id, choice: string): Promise<Id> {
    const record = (await hub.owed(postId)).find(({ recipient }) => recipient === by.memberId)!;
    await hub.answers.decide(by, record.id, choice, null);
    return record.id;
  }

  it('asks everybody to choose, and posts what they decided once nobody can take it back', async () => {
    const call = await propose();
    expect(call.times.length).toBeGreaterThanOrEqual(3);
    expect(call.link).toMatch(/^https:\/\/meet\.example\/[0-9a-f]{32}$/);
    expect((await hub.owed(call.postKey)).map(({ recipient }) => recipient).sort()).toEqual(
      [bo.memberId, cleo.memberId].sort(),
    );
    await decide(bo, call.postKey, call.times[1]!.choice);
    await decide(cleo, call.postKey, call.times[1]!.choice);
    expect(await settle()).toBe(0);
    hub.clock.advanceMs(5 * 60_000);
    expect(await settle()).toBe(1);
    expect(await settle()).toBe(0);
    const said = await hub.sql.row<{ body: string; author_id: Id }>(outcomePost, [call.key]);
    expect(said?.body).toContain(`We talk: ${call.times[1]!.choice}, for 30 minutes.`);
    expect(said?.author_id).toBe(ada.memberId);
  });

  it('gives its people an invitation in which only their own address stands', async () => {
    const call = await propose('ANY');
    await decide(bo, call.postKey, call.times[0]!.choice);
    hub.clock.advanceMs(5 * 60_000);
    await settle();
    const file = (await hub.get(InvitationService).file(bo, call.key)).replaceAll('\r\n ', '');
    expect(file).toContain(`DTSTART:${call.times[0]!.start.slice(0, 19).replace(/[-:]/g, '')}Z`);
    expect(file.match(/^ATTENDEE.*:mailto:/gm)).toHaveLength(1);
    const eve = await hub.member();
    expect((await refused(hub.get(InvitationService).file(eve, call.key))).reason).toBe('call.not_found');
    await hub.get(InvitationService).mail(call.key, bo.memberId);
    expect(JSON.stringify(smtp.received.at(-1))).toContain('REQUEST');
  });

  it('is honest where nobody can meet: it says who', async () => {
    const kiri = await hub.member('Pacific/Honolulu');
    const far = gathering([bo.memberId, kiri.memberId]);
    const looked = await hub.get(ProposingService).times(ada, far);
    expect(looked.times).toEqual([]);
    expect(looked.withoutCommonTime.map(({ key }) => key)).toContain(kiri.memberId);
    const refusal = await refused(hub.get(ProposingService).propose(ada, far, { note: '', quorum: 'EACH' }));
    expect(refusal).toMatchObject({ reason: 'call.no_common_time' });
    expect(JSON.stringify(refusal.data)).toContain(globalId('Member', kiri.memberId));
  });

  it('has no call where none of the times fits', async () => {
    const call = await propose();
    for (const who of [bo, cleo]) await decide(who, call.postKey, 'None of these');
    hub.clock.advanceMs(5 * 60_000);
    await settle();
    expect((await hub.sql.row<{ body: string }>(outcomePost, [call.key]))?.body).toMatch(
      /^No call: none of the times fits/,
    );
  });

  it('answers in a member’s name nothing that they owe', async () => {
    const call = await propose();
    const { post } = await hub.reply(bo, threadId, { kind: 'REPLY', recipientIds: [ada.memberId] });
    for (const who of [bo, cleo]) await decide(who, call.postKey, call.times[0]!.choice);
    hub.clock.advanceMs(5 * 60_000);
    await settle();
    expect((await hub.owed(post.key))[0]?.status).toBe('OPEN');
  });

  it('holds times that somebody picked to everybody’s hours', async () => {
    const night = { starts: ['2026-11-25T03:00:00.000Z'], note: '', quorum: 'EACH' as const };
    expect((await refused(hub.get(ProposingService).propose(ada, gathering(), night))).reason).toBe(
      'call.time_not_free',
    );
  });

  it('says nothing of a call whose question was taken back', async () => {
    const call = await propose();
    await hub.withdrawing.withdraw(ada, call.postKey, null);
    expect(await settle()).toBe(1);
    expect(await hub.sql.row(outcomePost, [call.key])).toBeUndefined();
  });
});
