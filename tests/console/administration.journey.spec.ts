import type { Page } from 'playwright-core';
import { withChromium } from './browser.js';
import { ConsoleJourney } from './console-journey.js';

withChromium('what an administrator does, by visible labels', () => {
  let at: ConsoleJourney;
  beforeAll(async () => {
    at = await ConsoleJourney.begin({ at: '2036-03-31T09:00:00Z', withoutWorker: true });
  }, 240_000);
  afterAll(() => at.end());

  const narrow = { viewport: { width: 320, height: 640 } } as const;
  const isNoWiderThanTheWindow = async (page: Page): Promise<void> =>
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  it('registers a system, whose secret is shown once', async () => {
    const page = await at.signIn('Zofia Novak');
    await page.getByRole('link', { name: 'Sources', exact: true }).click();
    await page.getByRole('link', { name: 'Register a source of data' }).click();
    await at.isOpenToEverybody(page);
    await page.getByRole('link', { name: 'By a call to its address' }).click();
    await page.getByLabel('What is it called?').fill('Housing system');
    await page.getByLabel('A short name for systems').fill('housing-system');
    await page.getByLabel('Address that is called').fill('https://housing.example.org/duly');
    await page.getByRole('button', { name: 'Register it' }).click();
    await at.says(page, /whsec_/);
    await at.isOpenToEverybody(page);
    await page.goto(`${at.url}/administration/sources`);
    await at.says(page, 'Housing system');
    expect(await page.locator('main').innerText()).not.toContain('whsec_');
  });

  it('changes a source and removes it, without JavaScript on a narrow page, with a name from right to left', async () => {
    const page = await at.signIn('Zofia Novak', { ...narrow, javaScriptEnabled: false });
    await page.goto(`${at.url}/administration/sources/new?kind=task`);
    await page.getByRole('button', { name: 'Register it' }).click();
    await at.says(page, 'There is a problem');
    await page.getByLabel('What is it called?').fill('أرشيف البلدية');
    await page.getByLabel('A short name for systems').fill('archive');
    await page.getByLabel('E-mail address of the team').fill('archive@council.example');
    await page.getByRole('button', { name: 'Register it' }).click();
    await at.says(page, 'The source is registered.');
    await page.getByRole('link', { name: 'أرشيف البلدية' }).click();
    await isNoWiderThanTheWindow(page);
    await page.getByLabel('E-mail address of the team').fill('nobody');
    await page.getByRole('button', { name: 'Change it' }).click();
    await at.says(page, 'There is a problem');
    await page.getByLabel('E-mail address of the team').fill('the-archive@council.example');
    await page.getByLabel('Correction', { exact: true }).check();
    await page.getByRole('button', { name: 'Change it' }).click();
    await at.says(page, 'The source is changed.');
    await page.getByRole('link', { name: 'أرشيف البلدية' }).click();
    expect(await page.getByLabel('E-mail address of the team').inputValue()).toBe(
      'the-archive@council.example',
    );
    expect(await page.getByLabel('Correction', { exact: true }).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Remove it' }).click();
    await at.says(page, 'The source is removed.');
    expect(await page.getByRole('link', { name: 'أرشيف البلدية' }).count()).toBe(0);
  });

  it('tries a schedule of reminders, is told what is wrong in it, and puts it in force', async () => {
    const page = await at.signIn('Zofia Novak', narrow);
    await page.getByRole('link', { name: 'Reminders', exact: true }).click();
    await page.getByRole('row').filter({ hasText: 'ccess' }).getByRole('link').first().click();
    const handler = page.getByLabel('Remind the handler, before the day to plan by');
    await handler.fill('a fortnight');
    await page.getByRole('button', { name: 'Try it' }).click();
    await at.says(page, 'must be written as 10 working days');
    await at.isOpenToEverybody(page);
    await isNoWiderThanTheWindow(page);
    await handler.fill('8 working days, 1 day');
    await page.getByRole('button', { name: 'Try it' }).click();
    await at.says(page, 'What this schedule would send');
    await at.isOpenToEverybody(page);
    expect(await handler.inputValue()).toBe('8 working days, 1 day');
    await page.getByRole('button', { name: 'Put it in force' }).click();
    await at.says(page, 'The schedule is in force.');
    await at.isOpenToEverybody(page);
    await isNoWiderThanTheWindow(page);
    await at.says(page, '8 working days, 1 day');
  });
});
