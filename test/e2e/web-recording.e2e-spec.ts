/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core';
import { buildWebClient, signInOn, startChromium, watchedPage } from '../support/chromium.js';
import { fakeDevices } from '../support/fake-devices.js';
import { Hub } from '../support/hub.js';
import { addressThread, recordedSeconds, safeUpTo } from '../support/recorder-page.js';
import { type SpeechServer, startSpeechServer } from '../support/speech-server.js';
import { join, makeChannel, password, setUp } from '../support/team.js';

/** A Monday: 10:24 in Berlin, 18:24 in Tokyo. */
const MONDAY = '2026-11-30T09:24:00.000Z';
/** Tuesday, a little after nine in Tokyo. */
const YUKIS_MORNING = '2026-12-01T00:05:00.000Z';
const SECOND = 1_000;
const SAID = [
  { start: 0.2, end: 1.8, text: 'Both keep the old recordings.' },
  { start: 2.2, end: 3.8, text: 'With B undo is one setting.' },
];

/** One story in order: each step goes on where the one before has left the hub. */
describe('a question that is spoken into a camera', () => {
  let hub: Hub;
  let speech: SpeechServer;
  let browser: Browser;
  let ada: Page;
  let yuki: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    await buildWebClient();
    speech = await startSpeechServer(SAID);
    hub = await Hub.create({ SPEECH_ENGINE: 'http', SPEECH_URL: speech.url });
    await hub.moveClockTo(MONDAY);
    [browser] = await Promise.all([fakeDevices().then(startChromium), hub.start()]);
    const owner = await setUp(hub.client, hub.setupCode);
    const channelId = await makeChannel(hub.client, owner, { name: 'Platform' });
    await join(hub.client, owner, { handle: 'yuki', timeZone: 'Asia/Tokyo', channelIds: [channelId] });
    ada = await person('ada', 'Europe/Berlin');
    yuki = await person('yuki', 'Asia/Tokyo');
  }, 120 * SECOND);

  afterAll(async () => {
    await browser?.close();
    await hub?.close();
    speech?.close();
  }, 60 * SECOND);

  afterEach(() => expect(faults.splice(0)).toEqual([]));

  async function person(handle: string, timezoneId: string): Promise<Page> {
    const watched = await watchedPage(browser, { timezoneId, viewport: { width: 1440, height: 900 } });
    watched.page.on('close', () => faults.push(...watched.faults));
    await watched.page.clock.install({ time: MONDAY });
    await signInOn(watched.page, hub.url, `${handle}@orchard.example`, password);
    return watched.page;
  }

  it(
    'is checked, counted in, paused and stopped',
    async () => {
      await addressThread(ada, hub.url, ['Platform', 'Yuki'], 'A or B?');
      await ada.getByPlaceholder('What should they know, or decide?').fill('Which one do you want in the release?');
      await ada.getByRole('button', { name: 'Camera', exact: true }).click();
      await ada.getByText('Say a word: the bars show what is heard.').waitFor();
      await ada.getByRole('button', { name: 'Start recording' }).click();
      for (const count of ['3', '2', '1']) await ada.locator('.countdown b', { hasText: count }).waitFor();
      await safeUpTo(ada, 2);

      await ada.getByRole('button', { name: 'Pause (P)' }).click();
      const held = await recordedSeconds(ada);
      await ada.waitForTimeout(1_500);
      expect(await recordedSeconds(ada)).toBe(held);
      await ada.getByRole('button', { name: 'Go on (P)' }).click();
      await safeUpTo(ada, 5);
      await ada.getByRole('button', { name: 'Stop', exact: true }).click();
      await ada.getByRole('button', { name: 'Record again' }).waitFor();
    },
    60 * SECOND,
  );

  it(
    'goes out with what it asks for',
    async () => {
      await ada.getByText('Reply by a time').click();
      await ada.getByText(/Yuki tomorrow at 09:00|Yuki.*09:00 their time/).waitFor();
      await ada.getByRole('button', { name: /^Send(?! later)/ }).click();
      await ada.waitForURL('**/t/*');
      await ada.getByRole('heading', { level: 1, name: 'A or B?' }).waitFor();
    },
    60 * SECOND,
  );

  it(
    'comes to the recipient when their day begins, and plays',
    async () => {
      await yuki.goto(`${hub.url}/inbox`);
      await yuki.getByText('Nobody is waiting on you.').waitFor();
      await hub.moveClockTo(YUKIS_MORNING);
      await Promise.all([yuki.clock.setSystemTime(YUKIS_MORNING), ada.clock.setSystemTime(YUKIS_MORNING)]);
      await yuki.getByRole('link', { name: /A or B/ }).click({ timeout: 40 * SECOND });
      await yuki.getByRole('button', { name: /^Play/ }).first().click();
      await yuki.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 1);
      const { width, error } = await yuki.evaluate(() => {
        const video = document.querySelector('video')!;
        return { width: video.videoWidth, error: video.error?.message };
      });
      expect({ width, error }).toEqual({ width: 640, error: undefined });
    },
    90 * SECOND,
  );

  it(
    'can be read, and is gone through by what is said',
    async () => {
      const line = yuki.locator('.tr button.l', { hasText: 'With B undo is one setting.' });
      await line.waitFor({ timeout: 60 * SECOND });
      await yuki.evaluate(() => document.querySelector('video')?.pause());
      await line.click();
      await yuki.waitForFunction(() => Math.abs((document.querySelector('video')?.currentTime ?? 0) - 2.2) < 0.2);
      await yuki
        .getByRole('searchbox', { name: 'Find in this recording' })
        .or(yuki.getByPlaceholder('Find in this recording'))
        .first()
        .fill('undo');
      await yuki.locator('mark', { hasText: 'undo' }).waitFor();
    },
    90 * SECOND,
  );

  it(
    'is answered, and the asker sees that it is done',
    async () => {
      await yuki.getByRole('textbox', { name: /reply/i }).fill('B. I can watch it on Friday.');
      await yuki.keyboard.press('Control+Enter');
      await ada.getByText('B. I can watch it on Friday.').first().waitFor();
      await ada.getByText('Yuki replied').first().waitFor();
      await ada.goto(`${hub.url}/inbox?lane=others`);
      await ada.getByText('You are waiting on nobody.').waitFor();
      await yuki.goto(`${hub.url}/inbox`);
      await yuki.getByText('Nobody is waiting on you.').waitFor();
    },
    60 * SECOND,
  );
});
