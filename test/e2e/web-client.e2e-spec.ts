/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core';
import { barriersOn, buildWebClient, overflowOf, signInOn, startChromium, watchedPage } from '../support/chromium.js';
import { Hub } from '../support/hub.js';

/** A Monday: 10:24 in Berlin, 18:24 in Tokyo. */
const MONDAY = '2026-11-30T09:24:00.000Z';
/** Tuesday, a little after nine in Tokyo. */
const YUKIS_MORNING = '2026-12-01T00:05:00.000Z';
const PASSWORD = 'a few words in a row';
const SECOND = 1_000;

/** One story in order, by hand as people would: each step goes on where the one before has left the hub. */
describe('the web client', () => {
  let hub: Hub;
  let browser: Browser;
  let priya: Page;
  let yuki: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    await buildWebClient();
    hub = await Hub.create();
    await hub.moveClockTo(MONDAY);
    [browser] = await Promise.all([startChromium(), hub.start()]);
    priya = await person('Europe/Berlin');
    yuki = await person('Asia/Tokyo');
  }, 120 * SECOND);

  afterAll(async () => {
    await browser?.close();
    await hub?.close();
  }, 60 * SECOND);

  afterEach(() => expect(faults.splice(0)).toEqual([]));

  async function person(timezoneId: string): Promise<Page> {
    const watched = await watchedPage(browser, { timezoneId, viewport: { width: 1440, height: 900 } });
    watched.page.on('close', () => faults.push(...watched.faults));
    await watched.page.clock.install({ time: MONDAY });
    return watched.page;
  }

  it(
    'sets the hub up in six steps, of which five can wait',
    async () => {
      await priya.goto(hub.url);
      await priya.waitForURL('**/welcome');
      await priya.getByLabel('Setup code').fill(hub.setupCode);
      await priya.getByLabel('Your name').fill('Priya Raman');
      await priya.getByLabel('Mail address').fill('priya@example.org');
      await priya.getByLabel('Password').fill(PASSWORD);
      await priya.getByRole('button', { name: 'Make the account' }).click();
      await priya.getByLabel('Team name').fill('Juniper Works');
      await priya.getByRole('button', { name: 'Save and go on' }).click();
      await priya.getByRole('button', { name: 'Save and go on' }).click();
      await priya.getByRole('button', { name: 'Do this later' }).click();
      await priya.getByRole('button', { name: 'Test the storage' }).click();
      await priya.getByRole('button', { name: 'Go on' }).click();
      await priya.getByRole('button', { name: 'Do this later' }).click();
      await priya.waitForURL('**/admin');
      await priya.getByRole('heading', { name: 'Overview' }).waitFor();
    },
    60 * SECOND,
  );

  it(
    'makes a channel, and invites somebody into it',
    async () => {
      await priya.goto(`${hub.url}/channels`);
      await priya.getByRole('button', { name: 'New channel' }).click();
      await priya.getByLabel('Name', { exact: true }).fill('Platform');
      await priya.getByRole('button', { name: 'Make the channel' }).click();
      await priya.waitForURL('**/c/platform');

      await priya.goto(`${hub.url}/admin/invites`);
      await priya.getByRole('button', { name: 'Invite', exact: true }).click();
      await priya.getByLabel('Mail address').fill('yuki@example.org');
      await priya.getByLabel('#Platform').check();
      await priya.getByRole('button', { name: 'Send the invitation' }).click();
      const link = await priya.getByLabel('Their link').inputValue();

      await yuki.goto(link.replace(/^https?:\/\/[^/]+/, hub.url));
      await yuki.getByLabel('Your name').fill('Yuki Tanaka');
      await yuki.getByLabel('Password').fill(PASSWORD);
      await yuki.getByRole('button', { name: 'Join' }).click();
      await yuki.waitForURL('**/settings*');
      await yuki.getByRole('heading', { name: 'Working hours' }).waitFor();
    },
    60 * SECOND,
  );

  it(
    'asks for a reply, and says to whom it comes when',
    async () => {
      await priya.goto(`${hub.url}/c/platform`);
      await priya.getByRole('button', { name: 'New thread' }).click();
      await priya.waitForURL('**/new*');
      await priya.getByRole('combobox').first().fill('Yuki');
      await priya.getByRole('option', { name: /Yuki/ }).first().click();
      await priya.getByPlaceholder('A title that asks the question').fill('A or B?');
      await priya.getByPlaceholder('What should they know, or decide?').fill('Which one do you want in the release?');
      await priya.getByText('Reply by a time').click();
      await priya.getByText(/Yuki/).last().waitFor();
      await priya.getByRole('button', { name: /^Send(?! later)/ }).click();
      await priya.waitForURL('**/t/*');
      await priya.getByRole('heading', { name: 'A or B?' }).waitFor();
    },
    60 * SECOND,
  );

  it(
    'keeps it from somebody whose day is over, and brings it in their morning',
    async () => {
      await yuki.goto(`${hub.url}/inbox`);
      await yuki.getByText('Nobody is waiting on you.').waitFor();
      await hub.moveClockTo(YUKIS_MORNING);
      await yuki.clock.setSystemTime(YUKIS_MORNING);
      await yuki.getByRole('link', { name: /A or B/ }).waitFor({ timeout: 40 * SECOND });
    },
    90 * SECOND,
  );

  it(
    'is answered by keys alone, and the asker sees it',
    async () => {
      await yuki.keyboard.press('j');
      await yuki.keyboard.press('r');
      await yuki.waitForURL('**/t/*');
      const answer = yuki.getByRole('textbox', { name: /reply/i });
      await answer.waitFor();
      await yuki.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
      await yuki.keyboard.type('B, so that undo is one setting.');
      await yuki.keyboard.press('Control+Enter');
      await yuki.getByText('B, so that undo is one setting.').first().waitFor();
      await priya.getByText('B, so that undo is one setting.').first().waitFor();
      await yuki.goto(`${hub.url}/inbox`);
      await yuki.getByText('Nobody is waiting on you.').waitFor();
    },
    60 * SECOND,
  );

  it(
    'opens without a network to what was there last',
    async () => {
      await yuki.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      await yuki.goto(`${hub.url}/inbox?lane=fyi`);
      await yuki.context().setOffline(true);
      await yuki.goto(`${hub.url}/inbox`);
      await yuki.getByRole('heading', { name: 'Waiting on you' }).waitFor();
      await yuki.getByText(/Offline since/).waitFor();
      await yuki.context().setOffline(false);
    },
    60 * SECOND,
  );

  const screens = [
    '/inbox',
    '/inbox?lane=others',
    '/inbox?lane=fyi',
    '/catch-up',
    '/drafts',
    '/recordings',
    '/channels',
    '/c/platform',
    '/people',
    '/search',
    '/search?q=release',
    '/settings',
    '/new',
    '/admin',
    '/admin/members',
    '/admin/invites',
    '/admin/roles',
    '/admin/channels',
    '/admin/groups',
    '/admin/agreements',
    '/admin/storage',
    '/admin/digests',
    '/admin/health',
    '/admin/audit',
    '/admin/settings',
  ];

  it.each([
    ['light', 1440, 900],
    ['dark', 1440, 900],
    ['light', 390, 844],
    ['dark', 390, 844],
    ['light', 320, 640],
  ] as const)(
    'has no barriers and runs over nowhere: %s, %d x %d',
    async (colorScheme, width, height) => {
      const {
        page,
        context,
        faults: found,
      } = await watchedPage(browser, {
        colorScheme,
        viewport: { width, height },
        bypassCSP: true,
        reducedMotion: 'reduce',
      });
      await signInOn(page, hub.url, 'priya@example.org', PASSWORD);
      const findings: string[] = [];
      for (const screen of screens) {
        await page.goto(hub.url + screen);
        await page.getByRole('heading', { level: 1 }).first().waitFor();
        await page.waitForLoadState('networkidle');
        const over = await overflowOf(page);
        if (over > 1) findings.push(`${screen} runs over by ${over}`);
        findings.push(...(await barriersOn(page)).map((barrier) => `${screen} ${barrier}`));
      }
      await context.close();
      expect([...findings, ...found]).toEqual([]);
    },
    150 * SECOND,
  );

  it.each(['ar-XB', 'en-XA'])(
    'runs over nowhere in %s at 320 points',
    async (locale) => {
      const { page, context } = await watchedPage(browser, { viewport: { width: 320, height: 640 } });
      await signInOn(page, hub.url, 'priya@example.org', PASSWORD);
      const findings: string[] = [];
      for (const screen of screens) {
        await page.goto(`${hub.url}${screen}${screen.includes('?') ? '&' : '?'}locale=${locale}`);
        await page.getByRole('heading', { level: 1 }).first().waitFor();
        await page.waitForLoadState('networkidle');
        const over = await overflowOf(page);
        if (over > 1) findings.push(`${screen} runs over by ${over}`);
      }
      await context.close();
      expect(findings).toEqual([]);
    },
    150 * SECOND,
  );
});
