import type { RequestOpened, TaskList } from '@duly/api-contract';
import { until } from '@duly/testing';
import type { Page } from 'playwright-core';
import { requestBody } from '../journeys/letter-of-request.js';
import { withChromium } from './browser.js';
import { ConsoleJourney } from './console-journey.js';

withChromium('work, by the role of whoever looks', () => {
  let at: ConsoleJourney;
  beforeAll(async () => {
    at = await ConsoleJourney.begin({ at: '2036-03-31T09:00:00Z' });
  });
  afterAll(() => at.end());

  /** A case of this test’s own, as soon as there is something to do in it. */
  async function opened(changes: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const handler = await at.journey.as('handler');
    const { cases } = await handler.done<RequestOpened>('/v1/requests', requestBody(changes));
    const [one] = cases;
    await until('its task', 30, async () => {
      const { tasks } = await handler.read<TaskList>(`/v1/tasks?whose=all&case=${one?.id ?? ''}`);
      return tasks[0];
    });
    return one?.reference ?? '';
  }

  /** The API’s own log after all that was asked before has been answered: a call of ours marks the place. */
  async function callsOfApi(): Promise<number> {
    const lines = (route: string) => at.journey.api.log().split(`"route":"/v1/${route}`).length - 1;
    const marks = lines('assignment-rules');
    await (await at.journey.as('handler')).read('/v1/assignment-rules');
    await until('the mark in the log', 20, () =>
      Promise.resolve(lines('assignment-rules') > marks || undefined),
    );
    return lines('') - lines('assignment-rules');
  }
  const rowOf = (page: Page, reference: string) => page.getByRole('row').filter({ hasText: reference });

  it('is what to do next, with why and how long; it is taken and given back', async () => {
    const reference = await opened();
    const page = await at.signIn('Hamish Grant');
    await at.says(page, 'There is nothing for you to do.');
    await at.isOpenToEverybody(page);
    await page.getByRole('link', { name: 'Look at what nobody has taken yet' }).click();
    await at.says(page, reference);
    const row = await rowOf(page, reference).innerText();
    expect(row).toContain('Read the request and decide what it needs');
    expect(row).toContain('The month began on the day it came.');
    expect(row).toMatch(/\d+ days left\s+\w+day \d+ \w+ 2036/u);
    expect(row).toContain('Nobody yet');
    await at.isOpenToEverybody(page);

    await rowOf(page, reference)
      .getByRole('button', { name: /Take it/ })
      .click();
    await at.says(page, 'It is yours now.');
    await page.getByRole('link', { name: 'Mine' }).click();
    await at.says(page, reference);
    expect(await rowOf(page, reference).innerText()).toContain('Hamish Grant');
    await rowOf(page, reference)
      .getByRole('button', { name: /Give it back/ })
      .click();
    await at.says(page, 'You have given it back.');
    await at.says(page, 'There is nothing for you to do.');
  });

  it('says who has it where another was faster', async () => {
    const reference = await opened();
    const [slow, fast] = [await at.signIn('Harriet Okafor'), await at.signIn('Hamish Grant')];
    for (const page of [slow, fast]) await page.goto(`${at.url}/my-work?whose=unclaimed`);
    for (const page of [fast, slow])
      await rowOf(page, reference)
        .getByRole('button', { name: /Take it/ })
        .click();
    await at.says(slow, 'The task is in the hands of Hamish Grant.');
    await at.isOpenToEverybody(slow);
  });

  it('asks the API once for a page of it', async () => {
    await opened();
    const page = await at.signIn('Harriet Okafor');
    const before = await callsOfApi();
    await page.goto(`${at.url}/my-work?whose=all`);
    expect((await callsOfApi()) - before).toBe(1);
  });

  it('is given to somebody by a manager, many at once', async () => {
    const references = [await opened(), await opened()];
    await (await at.journey.as('staff-anneke')).read('/v1/tasks');
    const page = await at.signIn('Morgan Reid');
    await page.goto(`${at.url}/my-work?whose=all`);
    await page.getByRole('button', { name: 'Give the ticked ones to somebody' }).click();
    await at.says(page, 'You have ticked nothing.');
    await page.getByRole('link', { name: 'My work' }).first().click();
    await page.getByRole('link', { name: 'Everybody' }).click();
    for (const reference of references) await page.getByLabel(new RegExp(`^Tick ${reference}`)).check();
    await at.isOpenToEverybody(page);
    await page.getByRole('button', { name: 'Give the ticked ones to somebody' }).click();
    await at.says(page, references[0] ?? '');
    await page.getByRole('button', { name: 'Give it' }).click();
    await at.says(page, 'choose who is to have it');
    await at.isOpenToEverybody(page);
    await page.getByLabel('To whom?').selectOption({ label: 'Anneke Prasad' });
    await page.getByRole('button', { name: 'Give it' }).click();
    await at.says(page, '2 pieces of work were given.');
    for (const reference of references)
      expect(await rowOf(page, reference).innerText()).toContain('Anneke Prasad');
    expect(page.url()).not.toMatch(/Anneke/);
  });
});
