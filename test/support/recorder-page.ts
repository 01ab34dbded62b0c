/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/** Fills in whom it is for and what it is about. */
export async function addressThread(page: Page, hub: string, to: readonly string[], title: string): Promise<void> {
  await page.goto(`${hub}/new`);
  const field = page.getByRole('combobox').first();
  for (const name of to) {
    await field.fill(name);
    await page
      .getByRole('option', { name: new RegExp(name) })
      .first()
      .click();
  }
  await page.getByPlaceholder('A title that asks the question').fill(title);
}

/** Chooses the camera and starts at once. @returns when it records */
export async function startCamera(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Camera', exact: true }).click();
  await page.getByRole('button', { name: 'Start recording' }).click();
  await page.getByRole('button', { name: /Press to start at once/ }).click();
  await page.getByRole('timer').waitFor();
}

/** Until so many seconds are recorded, and said to be safe. */
export async function safeUpTo(page: Page, seconds: number): Promise<void> {
  await page.waitForFunction((least) => {
    const [, minutes = 0, rest = 0] = /Safe up to (\d+):(\d\d)/.exec(document.body.innerText) ?? [];
    return Number(minutes) * 60 + Number(rest) >= least;
  }, seconds);
}

/** What the timer of the recorder shows. */
export async function recordedSeconds(page: Page): Promise<number> {
  const [minutes = 0, seconds = 0] = (await page.getByRole('timer').innerText()).trim().split(':').map(Number);
  return minutes * 60 + seconds;
}
