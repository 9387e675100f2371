import { until } from '@duly/infra';
import type { Page } from 'playwright-core';

/** Waits until the page says so. */
export type Says = (words: string) => Promise<void>;

/** A request taken by telephone today, whose case has begun: its steps can be taken. */
export async function recorded(page: Page, says: Says, words: string, right: string): Promise<void> {
  await page.getByRole('link', { name: 'Record a request' }).click();
  await page.getByLabel('What the person said or wrote').fill(words);
  await page.getByLabel(right).check();
  await page.getByRole('radio', { name: 'Telephone' }).check();
  await page.getByLabel('Name of the person', { exact: true }).fill('Bo Example');
  await page.getByLabel('Their e-mail address').fill('bo@people.example');
  await page.getByRole('button', { name: 'See the date, then save' }).click();
  await page.getByRole('button', { name: 'Save the request' }).click();
  await says('The request is recorded');
  await until('The effects of steps', 60, async () => {
    await page.reload();
    return (await page.getByText('The date stays as it is.').count()) > 0 || undefined;
  });
}

async function sent(page: Page, says: Says): Promise<void> {
  await page.getByRole('button', { name: 'See what would be sent' }).click();
  await says('Check before you send');
  await page.getByRole('button', { name: 'Send and do it' }).click();
  await says('Done');
}

/** Opens a group of what can be done, and in it the step. */
async function chosen(page: Page, group: string, step: RegExp): Promise<void> {
  await page.getByText(group, { exact: true }).click();
  await page.getByRole('link', { name: step }).first().click();
}

export async function identityAsked(page: Page, says: Says): Promise<void> {
  await chosen(page, 'Know who is asking', /^Ask for information that confirms who is asking/);
  await page.getByLabel(/Why do you doubt who is asking/).fill('We do not know this address.');
  await page.getByLabel(/What do you ask the person to show/).fill('A bill with your name on it.');
  await sent(page, says);
}

export async function moreTimeTaken(page: Page, says: Says): Promise<void> {
  await chosen(page, 'Take time, or stop the clock', /^Take two further months/);
  await page.getByRole('radio', { name: 'The request is complex' }).check();
  await page.getByLabel(/Why is more time needed/).fill('There are many systems to search.');
  await sent(page, says);
}

export async function foundRightAndRefused(page: Page, says: Says): Promise<void> {
  const corrected = page.url();
  await chosen(page, 'Correct, erase, restrict or stop', /^Record what a check of the data found/);
  await page.getByLabel('Which data is it about?').fill('The name.');
  await page.getByRole('radio', { name: 'It is right' }).check();
  await page.getByLabel('How was it checked?').fill('The deed says the same.');
  await page.getByRole('button', { name: 'Do it' }).click();
  await says('Done');
  await page.goto(corrected);
  await chosen(page, 'Answer or refuse', /^Refuse, wholly or partly/);
  await page.getByRole('radio', { name: 'In full' }).check();
  await page.getByRole('radio', { name: 'The right does not apply here' }).check();
  await page.getByLabel(/Why\? The person is told this/).fill('It is about somebody else.');
  await sent(page, says);
  await says('The refusal is decided.');
}

export async function answered(page: Page, says: Says): Promise<void> {
  await chosen(page, 'Answer or refuse', /^Answer, wholly or partly/);
  await page.getByRole('radio', { name: 'In full' }).check();
  await page.getByLabel('What does the answer say?').fill('Here is all that we hold.');
  await page.getByLabel(/not on record yet: why now/).fill('We looked, and it is little.');
  await sent(page, says);
}
