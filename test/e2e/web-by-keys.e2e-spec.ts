/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core';
import { buildWebClient, overflowOf, signInOn, startChromium, watchedPage } from '../support/chromium.js';
import { Hub } from '../support/hub.js';
import { recordedWebm } from '../support/recordings.js';
import { type SpeechServer, startSpeechServer } from '../support/speech-server.js';
import { join, makeChannel, type Person, password, setUp } from '../support/team.js';
import { TusUpload } from '../support/tus-upload.js';

const SECOND = 1_000;
const SCREENS = [
  '/inbox',
  '/inbox?lane=others',
  '/catch-up',
  '/drafts',
  '/channels',
  '/c/platform',
  '/new',
  '/settings',
  '/admin/storage',
];

describe('the web client, by other means than a mouse and eyes of twenty', () => {
  let hub: Hub;
  let speech: SpeechServer;
  let browser: Browser;
  let ada: Person;
  let ben: Person;
  let channelId: string;

  beforeAll(async () => {
    await buildWebClient();
    speech = await startSpeechServer(undefined);
    hub = await Hub.create({ SPEECH_ENGINE: 'http', SPEECH_URL: speech.url });
    await hub.moveClockTo('2026-11-30T09:24:00.000Z');
    [browser] = await Promise.all([startChromium(), hub.start()]);
    ada = await setUp(hub.client, hub.setupCode);
    channelId = await makeChannel(hub.client, ada, { name: 'Platform' });
    ben = await join(hub.client, ada, { handle: 'ben', channelIds: [channelId] });
    for (const title of ['Third thing', 'Second thing', 'First thing']) await ask(title);
  }, 120 * SECOND);

  afterAll(async () => {
    await browser?.close();
    await hub?.close();
    speech?.close();
  }, 60 * SECOND);

  const ask = (title: string, more: object = {}) =>
    hub.client.ask(
      'mutation ($input: OpenThreadInput!) { openThread(input: $input) { thread { id } } }',
      {
        input: {
          channelId,
          title,
          body: `What about the ${title.toLowerCase()}?`,
          expectation: { kind: 'REPLY', recipientIds: [ada.id], timing: { withinWorkingHours: 3 } },
          ...more,
        },
      },
      ben.token,
    );

  async function adaOn(options = {}): Promise<Page> {
    const { page } = await watchedPage(browser, { timezoneId: 'Europe/Berlin', ...options });
    await page.clock.install({ time: '2026-11-30T09:24:00.000Z' });
    await signInOn(page, hub.url, ada.email, password);
    return page;
  }

  it(
    'goes from the inbox to an answer and back by keys alone',
    async () => {
      const page = await adaOn();
      const rows = page.locator('[data-row]');
      await page.getByRole('link', { name: /Third thing/ }).waitFor();
      await expect(rows.count()).resolves.toBe(3);

      await page.keyboard.press('j');
      await page.keyboard.press('j');
      await page.keyboard.press('e');
      await page.getByRole('button', { name: 'Undo' }).waitFor();
      await page.waitForFunction(() => document.querySelectorAll('[data-row]').length === 2);
      await page.keyboard.press('Control+z');
      await page.waitForFunction(() => document.querySelectorAll('[data-row]').length === 3);

      await page.keyboard.press('?');
      await page.getByRole('dialog').getByText('Select the next too').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });

      await page.keyboard.press('k');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/t/*');
      await page.getByRole('textbox', { name: /reply/i }).waitFor();
      await page.keyboard.press('r');
      await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
      await page.keyboard.type('Yes, as it stands.');
      await page.keyboard.press('Control+Enter');
      await page.getByText('Yes, as it stands.').first().waitFor();

      await page.keyboard.press('Control+k');
      await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT');
      await page.keyboard.type('inbox');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/inbox*');
      await page.waitForFunction(() => document.querySelectorAll('[data-row]').length === 2);
      await page.context().close();
    },
    60 * SECOND,
  );

  it(
    'shows where the focus is, all along the way',
    async () => {
      const page = await adaOn();
      await page.getByRole('link', { name: /thing/ }).first().waitFor();
      const unseen: string[] = [];
      for (let step = 0; step < 25; step++) {
        await page.keyboard.press('Tab');
        const found = await page.evaluate(() => {
          const focused = document.activeElement as HTMLElement | null;
          if (!focused || focused === document.body) return undefined;
          const ring = (element: Element, part?: string) => {
            const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element, part);
            return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
          };
          const row = focused.closest('.row');
          const isSeen = ring(focused) || ring(focused, '::after') || ring(focused, '::before') || (row && ring(row));
          return isSeen ? undefined : focused.outerHTML.slice(0, 120);
        });
        if (found) unseen.push(found);
      }
      await page.context().close();
      expect(unseen).toEqual([]);
    },
    60 * SECOND,
  );

  it(
    'has room for text of twice the size',
    async () => {
      // 1440 x 900 at a zoom of 200 %.
      const page = await adaOn({ viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 });
      const findings: string[] = [];
      for (const screen of SCREENS) {
        await page.goto(hub.url + screen);
        await page.getByRole('heading', { level: 1 }).first().waitFor();
        await page.waitForLoadState('networkidle');
        const over = await overflowOf(page);
        if (over > 1) findings.push(`${screen} runs over by ${over}`);
      }
      await page.context().close();
      expect(findings).toEqual([]);
    },
    60 * SECOND,
  );

  it(
    'keeps still for those who asked for it',
    async () => {
      const page = await adaOn({ reducedMotion: 'reduce' });
      await page.getByRole('link', { name: /thing/ }).first().waitFor();
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').waitFor();
      const moving = await page.evaluate(() =>
        document
          .getAnimations()
          .filter(({ effect }) => Number(effect?.getComputedTiming().duration ?? 0) > 1)
          .map(({ effect }) => (effect as KeyframeEffect).target?.outerHTML.slice(0, 100)),
      );
      await page.context().close();
      expect(moving).toEqual([]);
    },
    60 * SECOND,
  );

  it(
    'shows an administrator what failed and why, and tries it again',
    async () => {
      const bytes = await recordedWebm({ seconds: 3 });
      const upload = await TusUpload.open(hub.client, ben, {
        filename: 'Board update.webm',
        mimeType: 'video/webm',
        byteSize: bytes.length,
      });
      await upload.send(0, bytes);
      await ask('Board update', { mediaIds: [upload.mediaId] });

      const page = await adaOn({ viewport: { width: 1440, height: 900 } });
      await page.goto(`${hub.url}/admin/storage`);
      const row = page.getByRole('row', { name: /Board update\.webm/ });
      await hub.until('the failure is listed', async () => {
        await page.reload();
        await page.waitForLoadState('networkidle');
        return row.isVisible();
      });
      await row.getByText('The speech engine could not write this recording down.', { exact: false }).waitFor();
      await row.getByRole('button', { name: 'Details' }).click();
      await page.getByRole('dialog', { name: 'Board update.webm' }).waitFor();
      await page.keyboard.press('Escape');

      speech.hears = [{ start: 0, end: 1, text: 'Everything is in the notes.' }];
      await row.getByRole('button', { name: 'Try again' }).click();
      await page.getByText('It is tried again.').waitFor();
      await hub.until('it is mended', async () => {
        await page.reload();
        await page.waitForLoadState('networkidle');
        return !(await row.isVisible());
      });
      await page.goto(`${hub.url}/inbox`);
      await page.getByRole('link', { name: /Board update/ }).click();
      await page.locator('.tr button.l', { hasText: 'Everything is in the notes.' }).waitFor();
      await page.context().close();
    },
    120 * SECOND,
  );
});
