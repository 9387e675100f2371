import { jest } from '@jest/globals';
import { until } from '@duly/infra';
import type { Page } from 'playwright-core';
import { withChromium } from './browser.js';
import { ConsoleJourney } from './console-journey.js';

// A whole system and a browser, on a machine that others use too.
jest.setTimeout(240_000);

withChromium('the main job, by visible labels alone', () => {
  let at: ConsoleJourney;
  beforeAll(async () => {
    at = await ConsoleJourney.begin({ at: '2036-03-31T09:00:00Z' });
  });
  afterAll(() => at.end());

  it('records a request, reads how its date was worked out, sees what would be sent, and takes more time', async () => {
    const page = await at.signIn('Harriet Okafor');
    await at.isOpenToEverybody(page);

    await page.getByRole('link', { name: 'Record a request' }).click();
    await at.isOpenToEverybody(page);
    await page.getByLabel('What the person said or wrote').fill('Please send me all you hold about me.');
    await page.getByLabel('Access to their data').check();
    await page.getByRole('radio', { name: 'Telephone' }).check();
    await page.getByLabel('Day').fill('31');
    await page.getByLabel('Month').fill('3');
    await page.getByLabel('Year').fill('2036');
    await page.getByLabel('Name of the person', { exact: true }).fill('Ann Lee');
    await page.getByLabel('Their e-mail address').fill('ann.lee@people.example');
    await page.getByRole('button', { name: 'See the date, then save' }).click();
    // The date is there before anything is kept.
    await at.says(page, 'Check before you save');
    await at.says(page, 'Wednesday 30 April 2036');
    await at.says(page, 'No earlier request looks like this one.');
    await at.isOpenToEverybody(page);
    await page.getByRole('button', { name: 'Save the request' }).click();
    await at.says(page, 'The request is recorded');
    await at.says(page, 'Wednesday 30 April 2036');
    await at.isOpenToEverybody(page);

    await page.getByText('How was this date worked out?').click();
    await at.says(page, /31 March 2036 \+ 1 month/);
    // The effects stand there as soon as the case has begun, which is a moment after it was accepted.
    await until('The effects of steps', 60, async () => {
      await page.reload();
      return (await page.getByText('The date stays as it is.').count()) > 0 || undefined;
    });
    await page.getByText('Take time, or stop the clock').click();
    // What each step would do to the date is said before it is taken.
    await at.says(page, 'Answer by Monday 30 June 2036 after it. A letter goes to the person.');
    await page.getByRole('link', { name: /Take two further months/ }).click();
    await at.isOpenToEverybody(page);
    await page.getByRole('radio', { name: 'The request is complex' }).check();
    await page.getByLabel(/Why is more time needed/).fill('There are many systems to search.');
    await page.getByRole('button', { name: 'See what would be sent' }).click();
    await at.says(page, 'Check before you send');
    await at.isOpenToEverybody(page);
    await page.getByRole('button', { name: 'Send and do it' }).click();
    await at.says(page, 'Done');
    await at.says(page, /More time|Time extended|Extension/);
  });

  /** A case whose steps can be taken: it has begun. */
  async function recorded(page: Page, words: string, right: string): Promise<void> {
    await page.getByRole('link', { name: 'Record a request' }).click();
    await page.getByLabel('What the person said or wrote').fill(words);
    await page.getByLabel(right).check();
    await page.getByRole('radio', { name: 'Telephone' }).check();
    await page.getByLabel('Name of the person', { exact: true }).fill('Bo Example');
    await page.getByLabel('Their e-mail address').fill('bo@people.example');
    await page.getByRole('button', { name: 'See the date, then save' }).click();
    await page.getByRole('button', { name: 'Save the request' }).click();
    await at.says(page, 'The request is recorded');
    await until('The effects of steps', 60, async () => {
      await page.reload();
      return (await page.getByText('The date stays as it is.').count()) > 0 || undefined;
    });
  }

  async function sent(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'See what would be sent' }).click();
    await at.says(page, 'Check before you send');
    await page.getByRole('button', { name: 'Send and do it' }).click();
    await at.says(page, 'Done');
  }

  it('asks for identity, refuses another request, and answers', async () => {
    const page = await at.signIn('Hamish Grant');
    await recorded(page, 'Send me my data.', 'Access to their data');
    await page.getByText('Know who is asking').click();
    await page.getByRole('link', { name: /^Ask for information that confirms who is asking/ }).click();
    await page.getByLabel(/Why do you doubt who is asking/).fill('We do not know this address.');
    await page.getByLabel(/What do you ask the person to show/).fill('A bill with your name on it.');
    await sent(page);

    await recorded(page, 'Correct my name.', 'Correction');
    const corrected = page.url();
    await page.getByText('Correct, erase, restrict or stop').click();
    await page.getByRole('link', { name: /^Record what a check of the data found/ }).click();
    await page.getByLabel('Which data is it about?').fill('The name.');
    await page.getByRole('radio', { name: 'It is right' }).check();
    await page.getByLabel('How was it checked?').fill('The deed says the same.');
    await page.getByRole('button', { name: 'Do it' }).click();
    await at.says(page, 'Done');
    await page.goto(corrected);
    await page.getByText('Answer or refuse').click();
    await page
      .getByRole('link', { name: /^Refuse, wholly or partly/ })
      .first()
      .click();
    await page.getByRole('radio', { name: 'In full' }).check();
    await page.getByRole('radio', { name: 'The right does not apply here' }).check();
    await page.getByLabel(/Why\? The person is told this/).fill('It is about somebody else.');
    await sent(page);
    await at.says(page, 'Refuse, wholly or partly');

    await recorded(page, 'What do you have on me?', 'Access to their data');
    await page.getByText('Answer or refuse').click();
    await page
      .getByRole('link', { name: /^Answer, wholly or partly/ })
      .first()
      .click();
    await page.getByRole('radio', { name: 'In full' }).check();
    await page.getByLabel('What does the answer say?').fill('Here is all that we hold.');
    await page.getByLabel(/not on record yet: why now/).fill('We looked, and it is little.');
    await sent(page);
    await at.isOpenToEverybody(page);
  });
});
