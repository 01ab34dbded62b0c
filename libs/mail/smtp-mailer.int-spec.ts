import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SmtpTestServer, startSmtp } from '../../test/support/servers/smtp.js';
import { mailerContract } from './mailer.contract.js';
import type { Mail } from './mailer.port.js';
import { NoMailer } from './no-mailer.js';
import { SmtpMailer } from './smtp-mailer.js';

const from = 'Meantime <hub@example.org>';
const mail: Mail = { to: 'ada@example.org', subject: 'Hello', text: 'Hello' };
const refusedWith = (reason: string) => expect.objectContaining({ reason });

describe('SmtpMailer', () => {
  let server: SmtpTestServer;
  let mailer: SmtpMailer;

  beforeAll(async () => {
    server = await startSmtp();
    mailer = new SmtpMailer({ smtpUrl: server.url, from });
  });
  beforeEach(() => {
    server.received.length = 0;
  });
  afterAll(async () => {
    await mailer.close();
    await server.stop();
  });

  mailerContract(
    'SmtpMailer',
    () => mailer,
    () => server.received.length,
  );

  it('sends the whole message', async () => {
    await mailer.send({
      to: 'Ada Löwe <ada@example.org>',
      subject: 'Drei Antworten fällig 🎬',
      text: 'Text – ä\n.\nzweite Zeile',
      html: '<p>Text – ä</p>',
      headers: { 'Reply-By': 'Mon, 23 Nov 2026 17:00:00 +0000', 'List-Unsubscribe': '<https://hub.example.org/off>' },
      messageId: 'digest-1@hub.example.org',
    });
    expect(server.received).toHaveLength(1);
    const { recipients, sender, parsed } = server.received[0]!;
    expect(recipients).toEqual(['ada@example.org']);
    expect(sender).toBe('hub@example.org');
    expect(parsed.from?.text).toBe('"Meantime" <hub@example.org>');
    expect(parsed.to).toMatchObject({ text: '"Ada Löwe" <ada@example.org>' });
    expect(parsed.subject).toBe('Drei Antworten fällig 🎬');
    expect(parsed.text?.trimEnd()).toBe('Text – ä\n.\nzweite Zeile');
    expect(parsed.html).toBe('<p>Text – ä</p>');
    expect(parsed.messageId).toBe('<digest-1@hub.example.org>');
    expect(parsed.headerLines.find(({ key }) => key === 'reply-by')?.line).toBe(
      'Reply-By: Mon, 23 Nov 2026 17:00:00 +0000',
    );
    expect(parsed.headerLines.find(({ key }) => key === 'list-unsubscribe')?.line).toContain(
      'https://hub.example.org/off',
    );
  });

  it('keeps connections for further messages', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, number) => mailer.send({ ...mail, subject: `${number}` })));
    expect(server.received.map(({ parsed }) => Number(parsed.subject)).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, number) => number),
    );
  });

  it('reads no file that a message pretends to be', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'meantime-mail-'));
    await writeFile(join(directory, 'secret'), 'a secret of this machine');
    // As if JSON from outside had been passed on without a look: nodemailer would take this for a file to read.
    const disguised = { ...mail, text: { path: join(directory, 'secret') } } as unknown as Mail;
    await expect(mailer.send(disguised)).rejects.toEqual(refusedWith('mail.unavailable'));
    expect(server.received).toEqual([]);
    await rm(directory, { recursive: true });
  });

  it('tells a refusal for good from one for now', async () => {
    const picky = await startSmtp({
      onRcptTo: ({ address }, _session, answer) => {
        const responseCode = address.startsWith('gone') ? 550 : 451;
        answer(Object.assign(new Error('Not now or never'), { responseCode }));
      },
    });
    const toPicky = new SmtpMailer({ smtpUrl: picky.url, from });
    await expect(toPicky.send({ ...mail, to: 'gone@example.org' })).rejects.toEqual(refusedWith('mail.refused'));
    await expect(toPicky.send({ ...mail, to: 'busy@example.org' })).rejects.toEqual(refusedWith('mail.unavailable'));
    await toPicky.close();
    await picky.stop();
  });

  it.each([
    ['the password is wrong', () => server.url.replace('p%40ss', 'guess')],
    ['nobody answers', () => 'smtp://127.0.0.1:1'],
  ])('says so when %s', async (_, urlOf) => {
    const stranger = new SmtpMailer({ smtpUrl: urlOf(), from });
    await expect(stranger.check()).rejects.toEqual(refusedWith('mail.unavailable'));
    await expect(stranger.send(mail)).rejects.toEqual(refusedWith('mail.unavailable'));
    await stranger.close();
  });

  it('takes nothing but SMTP addresses', () => {
    expect(() => new SmtpMailer({ smtpUrl: 'https://mail.example.org', from })).toThrow(TypeError);
  });
});

describe('NoMailer', () => {
  it('is healthy and sends nothing', async () => {
    const mailer = new NoMailer();
    expect(mailer.isConfigured).toBe(false);
    await mailer.check();
    await expect(mailer.send()).rejects.toEqual(refusedWith('mail.not_configured'));
  });
});
