/// <reference lib="dom" />
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { buildWebClient, signInOn, startChromium, watchedPage } from '../support/chromium.js';
import { fakeDevices } from '../support/fake-devices.js';
import { Hub } from '../support/hub.js';
import { addressThread, recordedSeconds, safeUpTo, startCamera } from '../support/recorder-page.js';
import { makeChannel, type Person, password, setUp } from '../support/team.js';

const SECOND = 1_000;
const OFFLINE_SECONDS = 30;
/** A part of a recording, and what its encoder still holds. */
const LOST_AT_MOST_SECONDS = 1;

interface Recording {
  durationSeconds: number | null;
}

describe('a recording that is interrupted', () => {
  let hub: Hub;
  let browser: Browser;
  let ada: Person;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    await buildWebClient();
    hub = await Hub.create();
    [browser] = await Promise.all([fakeDevices().then(startChromium), hub.start()]);
    ada = await setUp(hub.client, hub.setupCode);
    await makeChannel(hub.client, ada, { name: 'Platform' });
    ({ page, context } = await watchedPage(browser, { viewport: { width: 1280, height: 800 } }));
    await signInOn(page, hub.url, ada.email, password);
  }, 120 * SECOND);

  afterAll(async () => {
    await browser?.close();
    await hub?.close();
  }, 60 * SECOND);

  /** The newest recording, once the hub has all of it. */
  async function arrived(count: number): Promise<Recording> {
    let found: Recording[] = [];
    await hub.until(`${count} recordings have arrived`, async () => {
      const { viewer } = await hub.client.ask<{ viewer: { recordings: { nodes: { media: Recording }[] } } }>(
        '{ viewer { recordings(first: 20) { nodes { media { durationSeconds } } } } }',
        {},
        ada.token,
      );
      found = viewer.recordings.nodes
        .map(({ media }) => media)
        .filter(({ durationSeconds }) => durationSeconds !== null);
      return found.length === count;
    });
    return found[0]!;
  }

  it(
    `loses nothing of ${OFFLINE_SECONDS} s without a network`,
    async () => {
      await addressThread(page, hub.url, ['Platform'], 'From a train');
      await startCamera(page);
      await safeUpTo(page, 3);
      await context.setOffline(true);
      await page.waitForTimeout(OFFLINE_SECONDS * SECOND);
      // It is safe on this device meanwhile, and says no more than that.
      expect(await recordedSeconds(page)).toBeGreaterThanOrEqual(OFFLINE_SECONDS);
      await context.setOffline(false);
      await page.waitForTimeout(2 * SECOND);
      const recorded = await recordedSeconds(page);
      await page.getByRole('button', { name: 'Stop', exact: true }).click();
      await page.getByRole('button', { name: 'Record again' }).waitFor();
      const { durationSeconds } = await arrived(1);
      expect(durationSeconds).toBeGreaterThanOrEqual(recorded - 0.5);
    },
    120 * SECOND,
  );

  it(
    'outlives its tab, and the next visit offers to finish it',
    async () => {
      await addressThread(page, hub.url, ['Platform'], 'Closed in the middle');
      await startCamera(page);
      await safeUpTo(page, 5);
      const recorded = await page.evaluate(() => {
        const [minutes = 0, seconds = 0] = document.querySelector('[role=timer]')!.textContent!.split(':').map(Number);
        return minutes * 60 + seconds;
      });
      await page.close({ runBeforeUnload: false });

      page = await context.newPage();
      await page.goto(`${hub.url}/inbox`);
      await page.getByRole('button', { name: /^Finish the recording of/ }).click();
      await page.waitForURL('**/new*');
      await page.getByText(/was cut off\. Everything up to/).waitFor();
      await expect(page.getByPlaceholder('A title that asks the question').inputValue()).resolves.toBe(
        'Closed in the middle',
      );
      const { durationSeconds } = await arrived(2);
      expect(durationSeconds).toBeGreaterThanOrEqual(recorded - LOST_AT_MOST_SECONDS);
      await page.getByRole('button', { name: /^Send(?! later)/ }).click();
      await page.waitForURL('**/t/*');
      await page.getByRole('button', { name: /^Play/ }).first().click();
      await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0.5);
    },
    90 * SECOND,
  );

  it(
    'goes on while the session ends, and is sent after signing in again',
    async () => {
      await addressThread(page, hub.url, ['Platform'], 'A long one');
      await startCamera(page);
      await safeUpTo(page, 2);
      await hub.client.ask('mutation { revokeSession(input: {}) { __typename } }', {}, ada.token);
      await page
        .getByText(/session has ended|Sign in/)
        .first()
        .waitFor();
      const before = await recordedSeconds(page);
      await page.waitForTimeout(3 * SECOND);
      // Nobody takes the recorder away.
      expect(await recordedSeconds(page)).toBeGreaterThan(before);

      const elsewhere = await context.newPage();
      await signInOn(elsewhere, hub.url, ada.email, password);
      await elsewhere.close();
      await page.bringToFront();
      const recorded = await recordedSeconds(page);
      await page.getByRole('button', { name: 'Stop', exact: true }).click();
      const { durationSeconds } = await arrived(3);
      expect(durationSeconds).toBeGreaterThanOrEqual(recorded - 0.5);
    },
    90 * SECOND,
  );

  it(
    'leaves every word of a draft where it was',
    async () => {
      await addressThread(page, hub.url, ['Platform'], 'Half a thought');
      const words = page.getByPlaceholder('What should they know, or decide?');
      await words.pressSequentially('It is not said before it is written');
      await page.reload();
      await words.waitFor();
      await expect(words.inputValue()).resolves.toBe('It is not said before it is written');
      await expect(page.getByPlaceholder('A title that asks the question').inputValue()).resolves.toBe(
        'Half a thought',
      );
    },
    60 * SECOND,
  );
});
