/// <reference lib="dom" />
import type { Page } from 'playwright-core';

export const looks = [
  { name: 'light-desk', colorScheme: 'light', width: 1440, height: 900 },
  { name: 'dark-desk', colorScheme: 'dark', width: 1440, height: 900 },
  { name: 'light-phone', colorScheme: 'light', width: 390, height: 844 },
  { name: 'dark-phone', colorScheme: 'dark', width: 390, height: 844 },
] as const;
export type Look = (typeof looks)[number];

/** A screen as it is pictured in every look. */
export interface View {
  name: string;
  open: (page: Page, hub: string, isDesk: boolean) => Promise<void>;
}

const quiet = (page: Page): Promise<void> => page.waitForLoadState('networkidle');

export const views: readonly View[] = [
  {
    name: 'inbox',
    open: async (page, hub, isDesk) => {
      await page.goto(`${hub}/inbox`);
      await page.getByRole('link', { name: /Rollout plan/ }).waitFor();
      await quiet(page);
      if (isDesk) await page.getByRole('link', { name: /Rollout plan/ }).hover();
    },
  },
  {
    name: 'thread',
    open: async (page, hub, isDesk) => {
      await page.goto(`${hub}/inbox`);
      await page.getByRole('link', { name: /Rollout plan/ }).click();
      await page.getByRole('heading', { level: 1, name: /Rollout plan/ }).waitFor();
      await page.getByText('With B we keep').first().waitFor();
      await quiet(page);
      await play(page, 'With B we keep', isDesk);
    },
  },
  {
    name: 'catch-up',
    open: async (page, hub) => {
      await page.goto(`${hub}/catch-up`);
      await page.getByRole('heading', { name: 'Decided' }).waitFor();
      await quiet(page);
    },
  },
  {
    name: 'storage',
    open: async (page, hub) => {
      await page.goto(`${hub}/admin/storage`);
      await page.getByText('Board update, part 2').first().waitFor();
      await quiet(page);
    },
  },
];

/** To a sentence of the transcript, with captions, and still. */
async function play(page: Page, sentence: string, isDesk: boolean): Promise<void> {
  await page.locator('.tr button.l', { hasText: sentence }).click();
  const captions = page.getByRole('button', { name: /^Captions/ }).first();
  if ((await captions.getAttribute('aria-pressed')) === 'false') await captions.click();
  await page.getByRole('button', { name: /^Play/ }).first().click();
  await page.waitForFunction(() => {
    const video = document.querySelector('video');
    return video && !video.paused && video.readyState >= 3;
  });
  await page.waitForTimeout(1_200);
  await page.evaluate(() => document.querySelector('video')?.pause());
  await page.evaluate(() => {
    const scroller = document.querySelector('.talk-scroll');
    scroller?.scrollTo(0, 0);
    document.querySelector('.page > *')?.scrollTo(0, 0);
    scrollTo(0, 0);
  });
  if (isDesk) await page.mouse.move(4, 4);
}

/** A question about captions, being recorded. Leaves the recorder running. */
export async function compose(page: Page, hub: string): Promise<void> {
  await page.goto(`${hub}/new`);
  const to = page.getByRole('combobox').first();
  for (const name of ['platform', 'Jonas', 'Yuki', 'Leila']) {
    await to.fill(name);
    await page
      .getByRole('option', { name: new RegExp(name) })
      .first()
      .click();
  }
  await page.getByPlaceholder('A title that asks the question').fill('Where do we keep captions for old recordings?');
  await page
    .getByPlaceholder('What should they know, or decide?')
    .fill(
      'Two places, three trade-offs. I would keep them beside the file. Look at what that does to search, from 0:30 on.',
    );
  await page.getByText('Reply by a time').click();
  await page.getByRole('button', { name: 'Screen and camera' }).click();
  await page.getByRole('button', { name: 'Start recording' }).click();
  await page.getByRole('button', { name: /Press to start at once/ }).click();
  await page.getByText(/Safe up to 0:0[4-9]/).waitFor({ timeout: 20_000 });
}

/** The same, if it could not wait. */
export async function urge(page: Page): Promise<void> {
  await page.getByText('Urgent', { exact: true }).click();
  await page.getByRole('button', { name: 'Yes, it cannot wait' }).click();
  await page.getByRole('button', { name: 'Yes, worth the interruption' }).click();
  await page.getByLabel(/Why now/).fill('Captions are missing for the board video at 11:30.');
  await page.getByLabel(/Why now/).blur();
}
