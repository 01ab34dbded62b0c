import { deliveryKinds } from '../deliveries/decision.js';
import { type NotificationItem, notificationMail } from './notification-mail.js';

const item = (rest: Partial<NotificationItem> = {}): NotificationItem => ({
  kind: 'ASKED',
  title: 'Which colour?',
  channel: 'Orchard',
  link: 'https://hub.example/t/thr_1',
  by: 'Mira Lund',
  dueAt: '2026-11-24T15:30:00.000Z',
  excerpt: 'Green or red?',
  readingSeconds: 10,
  listeningSeconds: 65,
  why: 'It fell into your working hours.',
  ...rest,
});

const mail = (...items: NotificationItem[]) =>
  notificationMail({
    organization: 'Orchard Works',
    timeZone: 'Asia/Tokyo',
    unsubscribeUrl: 'https://hub.example/unsubscribe/x',
    inboxUrl: 'https://hub.example/inbox',
    items,
  });

describe('the mail of what reaches somebody', () => {
  it('has a subject for each kind', async () => {
    expect(await Promise.all(deliveryKinds.map(async (kind) => (await mail(item({ kind }))).subject))).toEqual([
      'Mira Lund asks: Which colour?',
      'Urgent, from Mira Lund: Which colour?',
      'Mira Lund answered: Which colour?',
      'Mira Lund mentioned you: Which colour?',
      'Concluded: Which colour?',
      'Mira Lund: Which colour?',
      'Due Wed 25 Nov, 00:30: Which colour?',
      'Another due time: Which colour?',
    ]);
    expect((await mail(item(), item())).subject).toBe('2 things for you in Orchard Works');
  });

  it('has every word of it in the language of its reader', async () => {
    for (const kind of deliveryKinds) {
      const facts = {
        organization: 'Obst',
        timeZone: 'Asia/Tokyo',
        unsubscribeUrl: 'https://h/u',
        inboxUrl: 'https://h/i',
      };
      const mails = await Promise.all(
        ['en', 'de', 'fr'].map((locale) =>
          notificationMail({ ...facts, locale, isAnswerable: true, items: [item({ kind })] }),
        ),
      );
      const lines = mails.map(({ text }) => text.split('\n').filter((line) => /\p{L}{3}/u.test(line)));
      for (const [n, line] of lines[0]!.entries()) {
        if (/^(Green or red|https)/.test(line)) continue;
        expect([line, lines[1]![n], lines[2]![n]].every((one, at, all) => all.indexOf(one) === at)).toBe(true);
      }
    }
  });

  it('says the same in plain text and in HTML', async () => {
    const { text, html } = await mail(item());
    const shown = html.replace(/<head>.*<\/head>/, '').replace(/<[^>]+>/g, ' ');
    for (const said of [
      'An answer is asked of you, from Mira Lund, due Wed 25 Nov, 00:30',
      'Which colour?',
      'Orchard, 1:05 to listen',
      'Green or red?',
      'It fell into your working hours.',
    ]) {
      expect(text).toContain(said);
      expect(shown).toContain(said);
    }
    for (const body of [text, html]) {
      expect(body).toContain('https://hub.example/t/thr_1');
      expect(body).toContain('https://hub.example/unsubscribe/x');
    }
  });

  it('is to be answered by the earliest due time of what is owed', async () => {
    const early = '2026-11-24T09:00:00.000Z';
    expect((await mail(item(), item({ dueAt: early }))).replyBy?.toISOString()).toBe(early);
    expect((await mail(item({ kind: 'ANSWERED' }))).replyBy).toBeUndefined();
    expect((await mail(item({ dueAt: null }))).replyBy).toBeUndefined();
  });

  it('takes nothing that people wrote for HTML, and fetches nothing', async () => {
    const evil = '<script>alert("1")</script>';
    const { html } = await mail(item({ title: evil, excerpt: evil, by: evil, channel: evil }));
    expect(html).not.toContain('<script');
    expect(html).not.toMatch(/<(img|link|iframe)|url\(|@import|src=/i);
  });
});
