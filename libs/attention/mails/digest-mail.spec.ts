import { type DigestMailFacts, digestMail } from './digest-mail.js';

const entry = (title: string, rest: object = {}) => ({
  thread: { id: 'thr_1', title, channel: { name: 'Orchard' } },
  post: { key: 'p1', id: 'pst_1', author: { name: 'Mira Lund' }, publishedAt: '2026-11-22T15:00:00.000Z' },
  expectedResponse: null,
  excerpt: 'Shall we prune?',
  readingSeconds: 0,
  listeningSeconds: 0,
  ...rest,
});

const facts = (sections: { kind: string; entries: object[] }[], rest: object = {}): DigestMailFacts =>
  ({
    name: 'Yuki',
    organization: 'Orchard',
    timeZone: 'Asia/Tokyo',
    publicUrl: 'https://hub.example',
    periodStart: '2026-11-20T00:00:00.000Z',
    periodEnd: '2026-11-23T00:00:00.000Z',
    sections,
    ...rest,
  }) as DigestMailFacts;

const owed = (title: string, dueAt: string | null) => entry(title, { expectedResponse: { dueAt } });

describe('the mail of a digest', () => {
  it('says in its subject how many answers are waited for', async () => {
    const subject = async (...entries: object[]) => (await digestMail(facts([{ kind: 'YOU_OWE', entries }]))).subject;
    expect(await subject(owed('A', null))).toBe('Orchard: 1 answer is waiting on you');
    expect(await subject(owed('A', null), owed('B', null))).toBe('Orchard: 2 answers are waiting on you');
    expect((await digestMail(facts([{ kind: 'FYI', entries: [entry('A')] }]))).subject).toBe('Orchard: what happened');
  });

  it('is to be answered by the earliest due time, where there is one', async () => {
    const dueTimes = ['2026-11-25T09:00:00.000Z', null, '2026-11-24T09:00:00.000Z'];
    const sections = [{ kind: 'YOU_OWE', entries: dueTimes.map((dueAt) => owed('A', dueAt)) }];
    expect((await digestMail(facts(sections))).replyBy?.toISOString()).toBe('2026-11-24T09:00:00.000Z');
    expect((await digestMail(facts([{ kind: 'YOU_OWE', entries: [owed('A', null)] }]))).replyBy).toBeUndefined();
    // What others owe, or what is only told, is no reason to hurry.
    expect(
      (await digestMail(facts([{ kind: 'ANSWERS_TO_YOU', entries: [owed('A', dueTimes[0]!)] }]))).replyBy,
    ).toBeUndefined();
  });

  it('shows due times as the clock of the reader shows them', async () => {
    const mail = await digestMail(facts([{ kind: 'YOU_OWE', entries: [owed('Prune', '2026-11-24T15:30:00.000Z')] }]));
    for (const body of [mail.text, mail.html]) expect(body).toContain('by Wed 25 Nov, 00:30');
  });

  it('says the same in plain text and in HTML', async () => {
    const mail = await digestMail(
      facts([
        { kind: 'YOU_OWE', entries: [owed('Prune', null)] },
        { kind: 'FYI', entries: [entry('Harvest', { readingSeconds: 150, listeningSeconds: 65, excerpt: '' })] },
      ]),
    );
    const shown = mail.html.replace(/<head>.*<\/head>/, '').replace(/<[^>]+>/g, ' ');
    for (const said of [
      'Good day, Yuki. Since Fri 20 Nov, 09:00:',
      'Waiting on you',
      'Prune',
      'Mira Lund in Orchard, Mon 23 Nov, 00:00',
      'For your information',
      '1:05 to listen, 3 min to read',
    ]) {
      expect(mail.text).toContain(said);
      expect(shown).toContain(said);
    }
    for (const body of [mail.text, mail.html]) {
      expect(body).toContain('https://hub.example/t/thr_1?post=pst_1');
      expect(body).toContain('https://hub.example/inbox');
    }
  });

  it('speaks the language of its reader, from their side of the line', async () => {
    const sections = [{ kind: 'YOU_OWE', entries: [owed('Prune', '2026-11-24T15:30:00.000Z')] }];
    const german = await digestMail(facts(sections, { locale: 'de' }));
    expect(german.subject).toBe('Orchard: 1 Antwort wird von dir erwartet');
    expect(german.text).toContain('bis Mi., 25. Nov., 00:30');
    expect(german.html).toContain('dir="ltr" lang="de"');
    const arabic = await digestMail(facts(sections, { locale: 'ar' }));
    expect(arabic.html).toContain('dir="rtl" lang="ar"');
    expect(arabic.text).not.toContain('Good day');
  });

  it('takes nothing that people wrote for HTML', async () => {
    const evil = `<script>alert("1")</script>&'`;
    const mail = await digestMail(
      facts([{ kind: 'FYI', entries: [entry(evil, { excerpt: evil, post: { author: { name: evil } } })] }], {
        name: evil,
        organization: evil,
      }),
    );
    expect(mail.html).not.toContain('<script');
    expect(
      mail.html.match(/&lt;script&gt;alert\(&quot;1&quot;\)&lt;\/script&gt;&amp;&#x27;/g)!.length,
    ).toBeGreaterThanOrEqual(4);
    expect(mail.text).toContain(evil);
  });

  it('says what was due before, first of all, and where to end such mails', async () => {
    const sections = [{ kind: 'YOU_OWE', entries: [owed('Prune', '2026-11-20T01:00:00.000Z')] }];
    const mail = await digestMail(facts(sections, { unsubscribeUrl: 'https://hub.example/unsubscribe/x' }));
    for (const body of [mail.text, mail.html]) {
      expect(body).toContain('was due Fri 20 Nov, 10:00');
      expect(body).toContain('https://hub.example/unsubscribe/x');
    }
  });

  it('brings posters within itself', async () => {
    const posters = new Map([['p1', { contentType: 'image/jpeg', content: Buffer.from('x') }]]);
    const mail = await digestMail(facts([{ kind: 'FYI', entries: [entry('A')] }], { posters }));
    expect(mail.pictures).toEqual([
      { contentId: 'poster-1@meantime', contentType: 'image/jpeg', content: Buffer.from('x') },
    ]);
    expect(mail.html).toContain('src="cid:poster-1@meantime"');
  });

  it('fetches nothing: no picture, script, font or style from anywhere', async () => {
    const { html } = await digestMail(facts([{ kind: 'FYI', entries: [entry('A')] }]));
    expect(html).not.toMatch(/<(img|script|link|iframe)|url\(|@import|src=/i);
    expect(html).toMatch(/^<!doctype html><html[^>]* lang="en-GB"[^>]*><head>.*charset=UTF-8/);
  });
});
