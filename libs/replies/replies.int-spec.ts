import nodemailer from 'nodemailer';
import { ReplyAddresses } from '#attention';
import { Config } from '#config';
import { statement, UnitOfWork } from '#database';
import { MemberDirectory, MemberRepository } from '#identity';
import { Jobs } from '#jobs';
import { type Actor, Clock, type Id } from '#kernel';
import { Mailer, MailListener } from '#mail';
import { MediaIntake } from '#media';
import { ReplyingService } from '#posting';
import { type AskingHub, askingHub, MONDAY } from '../../test/support/asking-hub.js';
import { testDatabase } from '../../test/support/database.js';
import { recordedWebm } from '../../test/support/recordings.js';
import { type SmtpTestServer, startSmtp } from '../../test/support/servers/smtp.js';
import { InboundMailRepository } from './inbound-mail.repository.js';
import { MailedReplies } from './mailed-replies.service.js';

const waiting = statement('spec.inbound', 'select id, outcome, raw is null as emptied from inbound_mails order by id');
const clear = statement('spec.inbound_clear', 'delete from inbound_mails');
const postsOf = statement(
  'spec.mailed_posts',
  `select p.author_id, p.body, (select count(*)::int from post_media m where m.post_id = p.id) as media
   from posts p where p.thread_id = $1 and p.number > 1 order by p.number`,
);
const leave = statement('spec.leave_channel', 'delete from channel_members where member_id = $1');
const filesOf = statement('spec.mailed_files', 'select kind, status, filename from media where owner_id = $1');

describe('answers by mail', () => {
  const database = testDatabase();
  let smtp: SmtpTestServer;
  let hub: AskingHub;
  let replies: MailedReplies;
  let doors: Record<'smtp' | 'lmtp', { listener: MailListener; port: number }>;
  let ada: Actor & { handle: string };
  let mira: Actor & { handle: string };
  let thread: { key: Id };
  let post: { key: Id };
  let address: string;

  beforeAll(async () => {
    smtp = await startSmtp();
    hub = await askingHub(database, {
      SMTP_URL: smtp.url,
      PUBLIC_URL: 'https://hub.example',
      MAIL_IN_DOMAIN: 'reply.orchard.example',
    });
    replies = new MailedReplies(
      new InboundMailRepository(hub.sql),
      hub.get(MemberRepository),
      hub.get(MemberDirectory),
      hub.get(ReplyingService),
      hub.get(MediaIntake),
      hub.get(Mailer),
      hub.get(Jobs),
      hub.get(UnitOfWork),
      hub.get(Config as never),
      hub.get(Clock),
    );
    doors = { smtp: await door(false), lmtp: await door(true) };
  }, 90_000);
  afterAll(async () => {
    await Promise.all([doors?.smtp.listener.close(), doors?.lmtp.listener.close()]);
    await hub?.close();
    await smtp?.stop();
  });
  beforeEach(async () => {
    smtp.received.length = 0;
    hub.clock.setTo(MONDAY);
    await hub.sql.rows(clear);
    ada = await hub.member();
    mira = await hub.member();
    const channelId = await hub.channel(ada, [mira], 'PRIVATE');
    ({ thread, post } = await hub.open(ada, channelId, { kind: 'REPLY', recipientIds: [mira.memberId] }));
    address = hub.get(ReplyAddresses).addressFor(mira.memberId, thread.key)!;
  });

  async function door(isLmtp: boolean) {
    const listener = new MailListener({
      host: '127.0.0.1',
      port: 0,
      isLmtp,
      mostBytes: 200_000,
      knows: (one) => replies.knows(one),
      keep: (raw, recipients) => replies.keep(raw, recipients),
      onError: () => undefined,
    });
    return { listener, port: await listener.listen() };
  }
  const send = (mail: object = {}, by: 'smtp' | 'lmtp' = 'smtp') =>
    nodemailer
      .createTransport({ host: '127.0.0.1', port: doors[by].port, ignoreTLS: true, lmtp: by === 'lmtp' } as never)
      .sendMail({
        from: `${mira.handle}@orchard.example`,
        to: address,
        subject: 'Re: Which colour?',
        text: 'Blue.\n\nOn Mon, 23 Nov 2026 at 10:00, Meantime wrote:\n> Which colour?\n',
        ...mail,
      });
  const kept = () => hub.sql.rows<{ id: Id; outcome: string; emptied: boolean }>(waiting);
  async function work(): Promise<string[]> {
    for (const { id } of await kept()) await replies.take(id);
    return (await kept()).map(({ outcome }) => outcome);
  }
  const posts = () => hub.sql.rows<{ author_id: Id; body: string; media: number }>(postsOf, [thread.key]);

  it.each(['smtp', 'lmtp'] as const)('are posted, and are the answer that was asked for (%s)', async (protocol) => {
    await send({}, protocol);
    expect(await kept()).toMatchObject([{ outcome: 'WAITING', emptied: false }]);
    expect(await work()).toEqual(['POSTED']);
    expect(await posts()).toEqual([{ author_id: mira.memberId, body: 'Blue.', media: 0 }]);
    expect(await hub.owed(post.key)).toMatchObject([{ recipient: mira.memberId, status: 'FULFILLED' }]);
    expect(await kept()).toMatchObject([{ emptied: true }]);
  });

  it('are posted once, however often they are sent and worked on', async () => {
    const messageId = '<once@orchard.example>';
    await send({ messageId });
    await send({ messageId });
    const [one] = await kept();
    await Promise.all([replies.take(one!.id), replies.take(one!.id)]);
    await work();
    await send({ messageId });
    expect(await work()).toEqual(['POSTED']);
    expect(await posts()).toHaveLength(1);
  });

  it('bring recordings and files with them', async () => {
    const recording = await recordedWebm({ seconds: 1, isVoice: true });
    await send({
      text: '',
      attachments: [
        { filename: 'answer.webm', content: recording },
        { filename: 'notes.txt', content: 'The small print.' },
      ],
    });
    expect(await work()).toEqual(['POSTED']);
    expect(await posts()).toMatchObject([{ body: '', media: 2 }]);
    expect(await hub.sql.rows(filesOf, [mira.memberId])).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'AUDIO', filename: 'answer.webm', status: 'PROCESSING' }),
        expect.objectContaining({ kind: 'FILE', filename: 'notes.txt' }),
      ]),
    );
  });

  it('of others are not theirs: an address was given to one person', async () => {
    await send({ from: `${ada.handle}@orchard.example` });
    await send({ from: 'somebody@elsewhere.example' });
    expect(await work()).toEqual(['NOT_THEIRS', 'NOT_THEIRS']);
    expect(await posts()).toEqual([]);
    expect(smtp.received).toEqual([]);
  });

  it('of machines are not heard, nor answered', async () => {
    await send({ headers: { 'Auto-Submitted': 'auto-replied' } });
    expect(await work()).toEqual(['AUTOMATIC']);
    expect(smtp.received).toEqual([]);
  });

  it('that cannot be posted are told why, and a machine cannot answer that', async () => {
    await send({ text: 'On Mon, 23 Nov 2026 at 10:00, Meantime wrote:\n> Which colour?\n' });
    expect(await work()).toEqual(['REFUSED']);
    const [{ recipients, parsed }] = smtp.received as [(typeof smtp.received)[0]];
    expect(recipients).toEqual([`${mira.handle}@orchard.example`]);
    expect(parsed.subject).toBe('Not posted: Re: Which colour?');
    expect(parsed.text).toContain('https://hub.example/t/thr_');
    expect(parsed.headers.get('auto-submitted')).toBe('auto-replied');
  });

  it('end with the right to read the thread', async () => {
    await hub.sql.rows(leave, [mira.memberId]);
    await send();
    expect(await work()).toEqual(['REFUSED']);
    expect(await posts()).toEqual([]);
  });

  it('are told of five refusals an hour at most', async () => {
    await hub.sql.rows(leave, [mira.memberId]);
    for (let n = 0; n < 7; n++) {
      await send({ messageId: `<${n}@orchard.example>` });
      await work();
    }
    expect(smtp.received).toHaveLength(5);
  });

  it('are refused at the door where nobody lives there, or they are too large', async () => {
    await expect(send({ to: 'postmaster@reply.orchard.example' })).rejects.toMatchObject({ responseCode: 550 });
    await expect(send({ text: 'x'.repeat(300_000) })).rejects.toMatchObject({ responseCode: 552 });
    expect(await kept()).toEqual([]);
  });

  it('are asked for again where they could not be kept', async () => {
    const { keep } = replies;
    Object.assign(replies, { keep: () => Promise.reject(new Error('The disk is full.')) });
    await expect(send()).rejects.toMatchObject({ responseCode: 451 });
    Object.assign(replies, { keep });
    await send();
    expect(await work()).toEqual(['POSTED']);
  });
});
