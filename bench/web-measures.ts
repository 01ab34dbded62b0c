/// <reference lib="dom" />
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { signInOn } from '../test/support/chromium.js';
import { addressThread, safeUpTo, startCamera } from '../test/support/recorder-page.js';
import { password } from '../test/support/team.js';
import type { WebHub } from './web-hub.js';

/** What a machine and its network are slowed down to. */
export interface Slowness {
  name: string;
  cpu: number;
  network?: { latency: number; downloadThroughput: number; uploadThroughput: number };
}

const MBIT = 125_000;
export const asItIs: Slowness = { name: 'desk', cpu: 1 };
export const slowPhone: Slowness = {
  name: '4x CPU, 10 Mbit',
  cpu: 4,
  network: { latency: 40, downloadThroughput: 10 * MBIT, uploadThroughput: 10 * MBIT },
};
export const slowUp: Slowness = {
  name: '3 Mbit up, 80 ms',
  cpu: 1,
  network: { latency: 80, downloadThroughput: 10 * MBIT, uploadThroughput: 3 * MBIT },
};

export async function signedIn(browser: Browser, { url, ada }: WebHub): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await signInOn(page, url, ada.email, password);
  await page.close();
  return context;
}

async function slowDown(page: Page, { cpu, network }: Slowness): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  if (network) await session.send('Network.emulateNetworkConditions', { offline: false, ...network });
}

/** The first visit of a browser that has nothing in its cache: until rows are painted and the page takes a key. */
export async function inboxUsable(browser: Browser, hub: WebHub, slowness: Slowness): Promise<number> {
  const from = await signedIn(browser, hub);
  const { cookies } = await from.storageState();
  await from.close();
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  await context.addCookies(cookies);
  const page = await context.newPage();
  await slowDown(page, slowness);
  await page.addInitScript(() => {
    const look = () => {
      if (!document.querySelector('[data-row]')) return requestAnimationFrame(look);
      // Behind the frame that shows them, when nothing holds the page up any more.
      return requestAnimationFrame(() => setTimeout(() => Object.assign(window, { usableMs: performance.now() })));
    };
    look();
  });
  await page.goto(`${hub.url}/inbox`, { waitUntil: 'commit' });
  const handle = await page.waitForFunction(() => (window as unknown as { usableMs?: number }).usableMs);
  const ms = (await handle.jsonValue()) as number;
  await context.close();
  return ms;
}

/** J and K through the list: from each key press to the frame that shows it. */
export async function keyToPaint(browser: Browser, hub: WebHub, slowness: Slowness): Promise<number[]> {
  const context = await signedIn(browser, hub);
  const page = await context.newPage();
  await page.goto(`${hub.url}/inbox`);
  await page.locator('[data-row]').first().waitFor();
  await page.waitForLoadState('networkidle');
  await slowDown(page, { ...slowness, network: undefined });
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { keyTimes: times });
    addEventListener(
      'keydown',
      ({ timeStamp }) => requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - timeStamp))),
      { capture: true },
    );
  });
  for (let press = 0; press < 120; press++) {
    await page.keyboard.press(press % 30 < 25 ? 'j' : 'k');
    await sleep(60);
  }
  await sleep(300);
  const times = await page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes);
  await context.close();
  return times;
}

/** From the press on "Stop and send" to a frame of it in a browser somewhere else that looks for it. */
export async function stopToPlayable(
  browser: Browser,
  hub: WebHub,
  { slowness, title }: { slowness: Slowness; title: string },
): Promise<number> {
  const context = await signedIn(browser, hub);
  const page = await context.newPage();
  const elsewhere = await browser.newContext();
  const viewer = await elsewhere.newPage();
  await signInOn(viewer, hub.url, hub.ben.email, password);
  await addressThread(page, hub.url, ['Platform'], title);
  await slowDown(page, slowness);
  await startCamera(page);
  await safeUpTo(page, 10);
  const playable = viewer.evaluate(waitForRecording, { title, channelId: hub.channelId });
  const began = Date.now();
  await page.getByRole('button', { name: /^Stop and send/ }).click();
  const ended = await playable;
  await context.close();
  await elsewhere.close();
  return ended - began;
}

/** In the page of somebody else: asks for the thread until it is there, and plays what it brings. */
async function waitForRecording({ title, channelId }: { title: string; channelId: string }): Promise<number> {
  const query = `query ($id: ID!) { node(id: $id) { ... on Channel { threads(first: 1) { nodes { title
    posts(first: 1) { nodes { media { originalUrl status } } } } } } } }`;
  for (;;) {
    const answer = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { id: channelId } }),
    });
    const { data } = await answer.json();
    const [thread] = data.node.threads.nodes;
    const url = thread?.title === title ? thread.posts.nodes[0]?.media[0]?.originalUrl : undefined;
    if (url) {
      const video = document.createElement('video');
      video.muted = true;
      video.src = url;
      document.body.append(video);
      await new Promise((done, fail) => {
        video.oncanplay = done;
        video.onerror = () => fail(new Error(video.error?.message));
      });
      return Date.now();
    }
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** The page dies in the middle of a recording; another visit sends what is there. @returns seconds that are missing */
export async function lostWithTheTab(browser: Browser, hub: WebHub, seconds: number): Promise<number> {
  const context = await signedIn(browser, hub);
  const before = (await hub.recordedSeconds()).length;
  const page = await context.newPage();
  await addressThread(page, hub.url, ['Platform'], 'Dies in the middle');
  let began = 0;
  await page.exposeFunction('recordingBegan', () => {
    began = Date.now();
  });
  await page.evaluate(() => {
    const { start } = MediaRecorder.prototype;
    MediaRecorder.prototype.start = function (part) {
      this.addEventListener('start', () => (window as unknown as { recordingBegan: () => void }).recordingBegan());
      start.call(this, part);
    };
  });
  await startCamera(page);
  await sleep(seconds * 1000);
  const session = await context.newCDPSession(page);
  const recorded = (Date.now() - began) / 1000;
  await Promise.race([session.send('Page.crash').catch(() => undefined), sleep(500)]);
  const next = await context.newPage();
  await next.goto(`${hub.url}/inbox`);
  const deadline = Date.now() + 30_000;
  let arrived: number[] = [];
  while (arrived.length <= before) {
    if (Date.now() > deadline) throw new Error('The recording did not arrive.');
    await sleep(200);
    arrived = await hub.recordedSeconds();
  }
  await context.close();
  return recorded - arrived[0]!;
}
