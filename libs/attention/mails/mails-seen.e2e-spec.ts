import { mkdir } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { barriersOn, overflowOf, startChromium } from '../../../test/support/chromium.js';
import { deliveryKinds } from '../deliveries/decision.js';
import { type DigestMailFacts, digestMail } from './digest-mail.js';
import { notificationMail } from './notification-mail.js';

const WORD = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen';
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

const entry = (title: string, rest: object = {}) => ({
  thread: { id: 'thr_1', title, channel: { name: 'Orchard' } },
  post: { key: 'p1', id: 'pst_1', author: { name: 'Mira Lund' }, publishedAt: '2026-11-22T15:00:00.000Z' },
  expectedResponse: null,
  excerpt: 'Shall we prune the old trees before the frost, or wait until February as we did last year?',
  readingSeconds: 150,
  listeningSeconds: 65,
  ...rest,
});
const owed = (title: string, dueAt: string | null) => entry(title, { expectedResponse: { dueAt } });

const digest = (locale = 'en') =>
  digestMail({
    locale,
    name: 'Yuki',
    organization: 'Orchard Works',
    timeZone: 'Asia/Tokyo',
    publicUrl: 'https://hub.example',
    periodStart: '2026-11-20T00:00:00.000Z',
    periodEnd: '2026-11-23T00:00:00.000Z',
    workingTimes: [
      { start: '2026-11-23T00:00:00.000Z', end: '2026-11-23T08:00:00.000Z' },
      { start: '2026-11-24T00:00:00.000Z', end: '2026-11-24T08:00:00.000Z' },
    ],
    sections: [
      {
        kind: 'YOU_OWE',
        entries: [owed('Pruning', '2026-11-23T05:00:00.000Z'), owed('The ladder', '2026-11-20T05:00:00.000Z')],
      },
      { kind: 'MENTIONS', entries: [entry(WORD, { excerpt: `${WORD} ${WORD.repeat(3)}` })] },
      { kind: 'FYI', entries: [entry('Harvest', { excerpt: '' })] },
    ],
    posters: new Map([['p1', { contentType: 'image/gif', content: PIXEL }]]),
    unsubscribeUrl: 'https://hub.example/unsubscribe/x',
  } as unknown as DigestMailFacts);

const notifications = () =>
  notificationMail({
    organization: 'Orchard Works',
    timeZone: 'Asia/Tokyo',
    unsubscribeUrl: 'https://hub.example/unsubscribe/x',
    inboxUrl: 'https://hub.example/inbox',
    isAnswerable: true,
    items: deliveryKinds.map((kind) => ({
      kind,
      title: kind === 'FOLLOWED' ? WORD : 'Which colour?',
      channel: 'Orchard',
      link: 'https://hub.example/t/thr_1',
      by: 'Mira Lund',
      dueAt: '2026-11-24T15:30:00.000Z',
      excerpt: 'Green or red?',
      readingSeconds: 10,
      listeningSeconds: 65,
      why: 'It fell into your working hours.',
    })),
  });

describe('mails as they are seen', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium([]);
  }, 60_000);
  afterAll(() => browser?.close());

  const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
    [320, 640].flatMap((width) => [
      {
        colorScheme,
        width,
        name: 'digest',
        write: (() => digest()) as () => Promise<{ html: string; pictures?: typeof none }>,
      },
      {
        colorScheme,
        width,
        name: 'notifications',
        write: notifications as () => Promise<{ html: string; pictures?: typeof none }>,
      },
    ]),
  );
  for (const colorScheme of ['light', 'dark'] as const) {
    looks.push({ colorScheme, width: 320, name: 'digest from right to left', write: () => digest('ar') });
  }
  const none: { contentId: string; contentType: string; content: Buffer }[] = [];

  it.each(looks)('$name, $colorScheme, $width wide: readable, within its window, nothing fetched', async (look) => {
    const { colorScheme, width, name, write } = look;
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 700 } });
    const page = await context.newPage();
    const asked: string[] = [];
    await page.route('**/*', (route) => {
      asked.push(route.request().url());
      return route.abort();
    });
    const { html, pictures = none } = await write();
    // As a mail program does with the parts of a mail.
    const shown = pictures.reduce(
      (text, { contentId, contentType, content }) =>
        text.replaceAll(`cid:${contentId}`, `data:${contentType};base64,${content.toString('base64')}`),
      html,
    );
    await page.setContent(shown);
    expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([]);
    expect(await overflowOf(page)).toBe(0);
    expect(await barriersOn(page)).toEqual([]);
    // Dark is dark all over: no table keeps its light ground.
    const [, grounds] = await page.evaluate(() => [
      0,
      ['body', '.m-card'].map((one) => getComputedStyle(document.querySelector(one)!).backgroundColor),
    ]);
    expect(grounds).toEqual(
      colorScheme === 'dark' ? ['rgb(16, 22, 23)', 'rgb(24, 32, 34)'] : ['rgb(244, 246, 245)', 'rgb(255, 255, 255)'],
    );
    if (process.env.MAIL_PICTURES) {
      await mkdir(process.env.MAIL_PICTURES, { recursive: true });
      const path = `${process.env.MAIL_PICTURES}/${name}-${colorScheme}-${width}.png`;
      await page.screenshot({ path, fullPage: true });
    }
    await context.close();
  });

  it('say where the reader stands in time: the hours until the last answer is due', async () => {
    const page = await browser.newPage();
    await page.setContent((await digest()).html);
    await page
      .getByRole('img', {
        name: 'Your working hours from Mon 23 Nov, 09:00 to Tue 24 Nov, 09:00. Due: Mon 23 Nov, 14:00.',
      })
      .waitFor();
    expect(await page.locator('td.m-due').count()).toBe(1);
    await page.close();
  });
});
