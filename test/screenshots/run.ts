import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { signInOn, startChromium } from '../support/chromium.js';
import { DemoHub } from './demo-hub.js';
import { fakeCamera, fakeScreen, withFewColours } from './devices.js';
import { compose, type Look, looks, urge, views } from './views.js';

/*
 * npm run screenshots [-- --to <folder>] [--only inbox,thread,composer] [--hub <address of one that runs>]: pictures of
 * the demonstration on a Monday at 10:24 in Berlin, for docs/screenshots.
 */
const MONDAY = '2026-11-30T09:24:00.000Z';
const EMAIL = 'priya@juniper.example';
const PASSWORD = 'juniper works demo';

const { values: flags } = parseArgs({
  options: { to: { type: 'string' }, only: { type: 'string' }, hub: { type: 'string' } },
});
const target = resolve(flags.to ?? join(import.meta.dirname, '../../../docs/screenshots'));
const isWanted = (name: string): boolean => !flags.only || flags.only.split(',').includes(name);
mkdirSync(target, { recursive: true });

const devices = mkdtempSync(join(tmpdir(), 'meantime-devices-'));
const [hub, browser] = await Promise.all([
  flags.hub ? { url: flags.hub, stop: () => undefined } : DemoHub.start(MONDAY),
  fakeCamera(devices).then(startChromium),
]);
try {
  const page = await priyaOn(browser, hub.url);
  for (const view of views.filter(({ name }) => isWanted(name))) {
    for (const look of looks) {
      await lookAs(page, look);
      await view.open(page, hub.url, look.width > 1000);
      await picture(page, `${view.name}-${look.name}`);
    }
  }
  if (isWanted('inbox')) {
    await lookAs(page, looks[0]);
    await page.goto(`${hub.url}/inbox?locale=ar-XB`);
    await page.getByRole('link', { name: /Rollout plan/ }).waitFor();
    await page.waitForLoadState('networkidle');
    await picture(page, 'inbox-right-to-left');
    await page.goto(`${hub.url}/inbox?locale=en`);
  }
  if (isWanted('composer')) {
    await lookAs(page, looks[0]);
    await compose(page, hub.url);
    await inAllLooks(page, 'composer');
    await lookAs(page, looks[0]);
    await urge(page);
    await inAllLooks(page, 'urgent');
  }
} finally {
  await browser.close();
  await hub.stop();
  rmSync(devices, { recursive: true, force: true });
}

async function priyaOn(chromium: Browser, url: string): Promise<Page> {
  const context = await chromium.newContext({
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
    permissions: ['camera', 'microphone'],
    viewport: { width: 1440, height: 900 },
  });
  await fakeScreen(context);
  const page = await context.newPage();
  await page.clock.install({ time: MONDAY });
  await signInOn(page, url, EMAIL, PASSWORD);
  return page;
}

async function inAllLooks(page: Page, name: string): Promise<void> {
  for (const look of looks) {
    await lookAs(page, look);
    await picture(page, `${name}-${look.name}`);
  }
}

async function lookAs(page: Page, { colorScheme, width, height }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height });
}

async function picture(page: Page, name: string): Promise<void> {
  // Whatever the page has fetched is painted.
  await page.waitForTimeout(500);
  const taken = join(devices, 'taken.png');
  await page.screenshot({ path: taken });
  await withFewColours(taken, join(target, `${name}.png`));
  process.stdout.write(`${name}.png\n`);
}
