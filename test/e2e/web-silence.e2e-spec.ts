/// <reference lib="dom" />
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { findMediaTools } from '#transcoding';
import { buildWebClient, signInOn, startChromium, watchedPage } from '../support/chromium.js';
import { Hub } from '../support/hub.js';
import { makeChannel, type Person, password, setUp } from '../support/team.js';
import { TusUpload } from '../support/tus-upload.js';

const SECOND = 1_000;

/** A voice note: two seconds of a tone, eight of nothing, two of a tone. */
async function withPause(): Promise<Buffer> {
  const { ffmpegPath } = await findMediaTools();
  const tone = [
    '-f',
    'lavfi',
    '-i',
    'sine=frequency=330:duration=12',
    '-af',
    `volume=enable='between(t,2,10)':volume=0`,
  ];
  const options = ['-v', 'error', ...tone, '-c:a', 'libopus', '-f', 'webm', 'pipe:1'];
  return (await promisify(execFile)(ffmpegPath, options, { encoding: 'buffer', maxBuffer: 1 << 24 })).stdout;
}

describe('a pause in a recording', () => {
  let hub: Hub;
  let browser: Browser;
  let page: Page;
  let owner: Person;
  let threadId: string;

  beforeAll(async () => {
    await buildWebClient();
    hub = await Hub.create({});
    [browser] = await Promise.all([startChromium(), hub.start()]);
    owner = await setUp(hub.client, hub.setupCode);
    const channelId = await makeChannel(hub.client, owner, { name: 'Platform' });
    const bytes = await withPause();
    const upload = await TusUpload.open(hub.client, owner, { filename: 'note.webm', mimeType: 'audio/webm' });
    await upload.send(0, bytes, bytes.length);
    const { openThread } = await hub.client.ask<{ openThread: { thread: { id: string } } }>(
      'mutation ($input: OpenThreadInput!) { openThread(input: $input) { thread { id } } }',
      { input: { channelId, title: 'A long breath', mediaIds: [upload.mediaId] } },
      owner.token,
    );
    threadId = openThread.thread.id;
    const watched = await watchedPage(browser, { viewport: { width: 1440, height: 900 } });
    page = watched.page;
    await signInOn(page, hub.url, 'ada@orchard.example', password);
  }, 120 * SECOND);

  afterAll(async () => {
    await browser?.close();
    await hub?.close();
  }, 60 * SECOND);

  it(
    'is skipped for whoever wants that',
    async () => {
      await page.goto(`${hub.url}/t/${threadId}`);
      // Offered once the recording has been listened through.
      const speed = page.getByRole('button', { name: /^Speed/ });
      await speed.first().waitFor({ timeout: 60 * SECOND });
      await page.waitForFunction(() => !document.querySelector('.making'), undefined, { timeout: 60 * SECOND });
      await speed.first().click();
      await page.getByRole('menuitemcheckbox', { name: 'Skip silence' }).click();
      await page.evaluate(() => {
        const jumps: number[] = [];
        Object.assign(window, { jumps });
        document.querySelector('audio')!.addEventListener('seeking', (event) => {
          jumps.push((event.target as HTMLAudioElement).currentTime);
        });
      });
      await page.getByRole('button', { name: /^Play/ }).first().click();
      await page.waitForFunction(() => (document.querySelector('audio')?.currentTime ?? 0) > 10.5);
      const jumps = await page.evaluate(() => (window as unknown as { jumps: number[] }).jumps);
      expect(jumps.filter((to) => to > 9 && to < 10)).toHaveLength(1);
      await speed.first().click();
      const item = page.getByRole('menuitemcheckbox', { name: 'Skip silence' });
      expect(await item.getAttribute('aria-checked')).toBe('true');
    },
    120 * SECOND,
  );
});
