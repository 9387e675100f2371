import { until } from '@duly/infra';
import type { Page } from 'playwright-core';
import { inOneLine } from './hostile-words.js';

/** As narrow as a page may get without scrolling sideways (WCAG 2.2, 1.4.10), in CSS pixels. */
export const narrow = { viewport: { width: 320, height: 700 } };

export const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).click();

export const follow = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('link', { name }).first().click();

/** Opens the page anew until it says so; a minute at most. Not by reloading: Chromium refuses that while it swaps a page. */
export const untilSays = (page: Page, words: string): Promise<true> =>
  until(words, 60, async () => {
    await page.goto(page.url());
    return inOneLine(await page.locator('main').innerText()).includes(words) || undefined;
  });
