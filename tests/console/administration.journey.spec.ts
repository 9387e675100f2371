import type { SourcesView } from '@duly/api-contract';
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
  const sources = async () =>
    (await (await at.journey.as('administrator')).read<SourcesView>('/v1/sources')).sources;

  it('registers, changes and removes a source of data, on a window of 320 pixels and without JavaScript', async () => {
    const page = await at.signIn('Zofia Novak', { ...narrow, javaScriptEnabled: false });
    await page.getByRole('link', { name: 'Sources', exact: true }).click();
    await page.getByRole('link', { name: 'Register a source of data' }).click();
    await page.getByLabel('What is it called?').fill('ארכיון מרכזי');
    await page.getByLabel('A short name for systems').fill('Central Archive');
    await page.getByLabel('E-mail address of the team').fill('archive@council.example');
    await page.getByLabel('access', { exact: false }).first().check();
    await page.getByRole('button', { name: 'Register it' }).click();
    await at.says(page, 'There is a problem');
    await at.says(page, 'A short name for systems: must be lower-case letters, digits and -');
    expect(await page.getByLabel('What is it called?').inputValue()).toBe('ארכיון מרכזי');
    await at.isOpenToEverybody(page);
    await isNoWiderThanTheWindow(page);
    await page.getByLabel('A short name for systems').fill('central-archive');
    await page.getByRole('button', { name: 'Register it' }).click();
    await at.says(page, 'The source is registered.');
    await at.isOpenToEverybody(page);
    await isNoWiderThanTheWindow(page);
    expect(await sources()).toMatchObject([
      { name: 'central-archive', rights: ['access'], terms: { email: 'archive@council.example' } },
    ]);

    await page.getByRole('link', { name: 'ארכיון מרכזי' }).click();
    await page.getByLabel('What is it called?').fill('The archive');
    await page.getByLabel('E-mail address of the team').fill('records@council.example');
    await at.isOpenToEverybody(page);
    await isNoWiderThanTheWindow(page);
    await page.getByRole('button', { name: 'Change it' }).click();
    await at.says(page, 'The source is changed.');
    expect(await sources()).toMatchObject([
      { title: 'The archive', terms: { email: 'records@council.example' } },
    ]);
    await page.getByRole('link', { name: 'The archive' }).click();
    await page.getByRole('button', { name: 'Remove it' }).click();
    await at.says(page, 'No source of data is registered yet.');
    expect(await sources()).toEqual([]);
  });

  it('registers a system, whose secret is shown once', async () => {
    const page = await at.signIn('Zofia Novak');
    await page.goto(`${at.url}/administration/sources/new`);
    await page.getByLabel('What is it called?').fill('Housing system');
    await page.getByLabel('A short name for systems').fill('housing-system');
    await page.getByLabel('How is it asked?').selectOption({ label: 'By a call to its address' });
    await page.getByLabel('Address that is called').fill('https://housing.example.org/duly');
    await page.getByRole('button', { name: 'Register it' }).click();
    await at.says(page, /whsec_/);
    await at.isOpenToEverybody(page);
    await page.goto(`${at.url}/administration/sources`);
    await at.says(page, 'Housing system');
    expect(await page.locator('main').innerText()).not.toContain('whsec_');
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
