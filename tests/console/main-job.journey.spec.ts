import { until } from '@duly/infra';
import { withChromium } from './browser.js';
import { ConsoleJourney } from './console-journey.js';
import { answered, foundRightAndRefused, identityAsked, recorded } from './main-job.js';

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

  it('asks for identity, refuses another request, and answers', async () => {
    const page = await at.signIn('Hamish Grant');
    const says = (words: string) => at.says(page, words);
    await recorded(page, says, 'Send me my data.', 'Access to their data');
    await identityAsked(page, says);
    await recorded(page, says, 'Correct my name.', 'Correction');
    await foundRightAndRefused(page, says);
    await recorded(page, says, 'What do you have on me?', 'Access to their data');
    await answered(page, says);
    await at.isOpenToEverybody(page);
  });
});
