/// <reference lib="dom" />
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { requireCommands } from './servers/debian-packages.js';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');
const axeFile = 'axe-core/axe.min.js';

/** Without these a browser asks hosts of its maker for this and that, which no test waits for. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** A picture that moves and a tone, in place of a camera and a microphone; permission is given. */
const FAKE_DEVICES = [
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  '--auto-select-desktop-capture-source=Entire screen',
];

/** Builds the web client as `npm start` does, when a source of it has changed. */
export const buildWebClient = () => run(process.execPath, ['bin/build-web.mjs'], { cwd: root });

/** Debian's Chromium, or the one that CHROMIUM_PATH names. @param devices arguments that say what it sees and hears */
export async function startChromium(devices: readonly string[] = FAKE_DEVICES): Promise<Browser> {
  const named = process.env.CHROMIUM_PATH;
  if (!named) await requireCommands(['chromium'], ['chromium']);
  const found = named ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);
  return chromium.launch({ executablePath: found, args: [...QUIET, ...devices] });
}

/** A page that remembers what went wrong in it by itself: exceptions, and what its security policy refused. */
export async function watchedPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; context: BrowserContext; faults: string[] }> {
  const context = await browser.newContext({ locale: 'en-GB', ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) faults.push(message.text());
  });
  return { page, context, faults };
}

export async function signInOn(page: Page, baseUrl: string, email: string, password: string): Promise<void> {
  await page.goto(`${baseUrl}/sign-in`);
  await page.getByLabel('Mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/inbox*');
}

/**
 * What axe finds against WCAG 2.2 AA on the page as it stands. The page's own policy forbids the script, so the context
 * needs `bypassCSP`.
 */
export async function barriersOn(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve(axeFile), 'utf8'));
  return page.evaluate(async () => {
    interface Finding {
      id: string;
      nodes: { target: string[] }[];
    }
    const { axe: checker } = globalThis as unknown as {
      axe: { run: (options: object) => Promise<{ violations: Finding[] }> };
    };
    const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const { violations } = await checker.run({ runOnly, resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  });
}

/** How far the page runs over its window sideways, in points. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const main = document.querySelector<HTMLElement>('.page > *');
    const inside = main ? main.scrollWidth - main.clientWidth : 0;
    return Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth, inside);
  });
