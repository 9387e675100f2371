import { readFileSync } from 'node:fs';
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
  }, 240_000);
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
    expect(row).toContain('What else has to be done follows from it, and the month may be running already.');
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
    await at.says(page, 'You have given it back, and somebody else can take it.');
    await at.says(page, 'There is nothing for you to do.');
  });

  it('says who has it where another was faster', async () => {
    const reference = await opened();
    const [slow, fast] = [await at.signIn('Harriet Okafor'), await at.signIn('Hamish Grant')];
    for (const page of [slow, fast]) await page.goto(`${at.url}/my-work?whose=unclaimed`);
    const take = (page: Page) =>
      rowOf(page, reference)
        .getByRole('button', { name: /Take it/ })
        .click();
    await take(fast);
    await at.says(fast, 'It is yours now.');
    await take(slow);
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

  it('finds cases by name without the name in any address, keeps a view, and gives a table', async () => {
    const reference = await opened({
      subject: { name: 'Ottoline Vane-Tempest', email: 'ottoline@people.example' },
    });
    const page = await at.signIn('Harriet Okafor');
    await page.getByRole('link', { name: 'Cases' }).click();
    await at.says(page, reference);
    await at.isOpenToEverybody(page);
    await page.getByLabel('Name of a person').fill('tempest ottoline');
    await page.getByLabel('Name of a person').press('Enter');
    await page.getByRole('button', { name: 'Download as a table (CSV)' }).waitFor();
    await at.says(page, reference);
    expect(await page.getByRole('row').count()).toBe(2);
    expect(page.url()).not.toMatch(/tempest/iu);
    await at.isOpenToEverybody(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download as a table (CSV)' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('cases-2036-03-31.csv');
    const table = readFileSync(await download.path(), 'utf8');
    expect(table.split('\r\n').map(line => line.split(',')[0])).toEqual(['Reference', reference, '']);
    await page.getByLabel('Name of a person').fill('Nobody Atall');
    await page.getByRole('button', { name: 'Show' }).click();
    await at.says(page, 'No case is like that.');
    await at.isOpenToEverybody(page);

    await page.getByLabel('Name of a person').fill('');
    await page.getByLabel('Right').selectOption({ label: 'Access to their data' });
    await page.getByLabel('Handler').selectOption({ label: 'Nobody yet' });
    await page.getByLabel('Answer is due').selectOption({ label: 'Within a month' });
    await page.getByRole('button', { name: 'Show' }).click();
    await at.says(page, reference);
    await page.getByText('Keep this view').click();
    await page.getByLabel('What do you call it?').fill('Access, nobody’s');
    await page.getByRole('button', { name: 'Keep it' }).click();
    await at.says(page, 'The view is kept.');
    await page.getByRole('link', { name: 'My work' }).click();
    await page.getByRole('link', { name: 'Cases' }).click();
    await page.getByRole('link', { name: 'Access, nobody’s' }).click();
    await page.waitForURL(/handler=nobody/u);
    expect(await page.getByLabel('Handler').inputValue()).toBe('nobody');
    expect(await page.getByLabel('Answer is due').inputValue()).toBe('month');
    await page.getByText('Keep this view').click();
    await page.getByRole('button', { name: 'Remove “Access, nobody’s”' }).click();
    await at.says(page, 'The view is removed.');
    await page.getByLabel('Reference', { exact: true }).fill('not one');
    await page.getByRole('button', { name: 'Show' }).click();
    await at.says(page, 'There is a problem');
    expect(await page.getByLabel('Reference', { exact: true }).inputValue()).toBe('NOT ONE');
    await page.getByText('Keep this view').click();
    await page.getByRole('button', { name: 'Keep it' }).click();
    await at.says(page, /^What do you call it: /);
    await at.isOpenToEverybody(page);
    expect(at.log() + at.journey.api.log()).not.toMatch(/tempest|ottoline/iu);
  });

  it('is seen whole by a manager: by week, by person, at risk; somebody is away and is covered', async () => {
    const reference = await opened();
    await (await at.journey.as('staff-hamish')).read('/v1/tasks');
    const page = await at.signIn('Morgan Reid');
    await at.says(page, 'Open cases by the week in which they are due');
    await at.says(page, 'Who has how much');
    expect(await page.getByRole('img', { name: /A picture of the table below/ }).count()).toBe(1);
    expect(await page.getByRole('row', { name: /Week of Monday \d+ \w+ 2036/ }).count()).toBeGreaterThan(0);
    await at.isOpenToEverybody(page);
    await page
      .getByRole('row', { name: /^Hamish Grant/ })
      .getByRole('link', { name: 'Plan an absence' })
      .click();
    await at.says(page, 'Absence of Hamish Grant');
    const [from, until] = [
      page.getByRole('group', { name: 'First day away' }),
      page.getByRole('group', { name: /^Last day away/ }),
    ];
    for (const [group, day] of [
      [from, '7'],
      [until, '11'],
    ] as const) {
      await group.getByLabel('Day').fill(day);
      await group.getByLabel('Month').fill('4');
      await group.getByLabel('Year').fill('2036');
    }
    await page.getByLabel('Who does their work meanwhile?').selectOption({ label: 'Morgan Reid' });
    await page.getByRole('button', { name: 'Keep it' }).click();
    await at.says(page, 'It is kept.');
    await at.isOpenToEverybody(page);
    await page.getByRole('link', { name: 'Team', exact: true }).last().click();
    await at.says(page, 'to Friday 11 April 2036; Morgan Reid acts');
    await page.getByRole('link', { name: 'Statistics' }).click();
    await at.says(page, 'Cases by the month in which they came');
    await at.says(page, '2036-03');
    await at.isOpenToEverybody(page);
    await page.getByLabel('First month').fill('soon');
    await page.getByRole('button', { name: 'Show' }).click();
    await at.says(page, 'There is a problem');
    await at.isOpenToEverybody(page);
    expect(reference).not.toBe('');
  });

  it('is looked into by an auditor: a case told and retold, as it stood, its log; a sample and its seed; the heads', async () => {
    const reference = await opened();
    const page = await at.signIn('Aled Price');
    await at.says(page, 'Signed heads of the log');
    await page.getByLabel('Reference of a case or a request').fill('DR-1999-000001');
    await page.getByRole('button', { name: 'Look into it' }).click();
    await at.says(page, 'No case has this reference.');
    await page.getByRole('button', { name: 'Sign the log as it is now' }).click();
    await at.says(page, 'It is signed.');
    await at.isOpenToEverybody(page);
    await page.getByLabel('Reference of a case or a request').fill(reference);
    await page.getByRole('button', { name: 'Look into it' }).click();
    await at.says(page, `Audit of ${reference}`);
    await at.says(page, 'Today’s rules and public holidays say the same.');
    await at.isOpenToEverybody(page);
    await page.getByLabel('Day').fill('31');
    await page.getByLabel('Month').fill('3');
    await page.getByLabel('Year').fill('2036');
    await page.getByRole('button', { name: 'Show it' }).click();
    await at.says(page, 'At the end of Monday 31 March 2036, by all that is known today');
    await at.isOpenToEverybody(page);
    await page
      .getByLabel('By what?')
      .selectOption({ label: 'By what had been recorded by the end of that day' });
    await page.getByRole('button', { name: 'Show it' }).click();
    await at.says(page, 'At the end of Monday 31 March 2036, by what had been recorded until then');
    await page.getByRole('link', { name: 'Audit', exact: true }).last().click();
    await page.getByLabel('Seed (optional)').fill('spring-2036');
    await page.getByLabel('How many cases?').fill('2');
    await page.getByRole('button', { name: 'Draw it' }).click();
    await at.says(page, /\d of \d+ cases, drawn with the seed spring-2036/);
    await at.isOpenToEverybody(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download as a table (CSV)' }).click(),
    ]);
    expect(readFileSync(await download.path(), 'utf8')).toContain('id,reference,right');
  });

  it('is kept going by an administrator: health, sources, reminders, letters, holidays, settings', async () => {
    const reference = await opened({ receivedOn: '2036-03-28' });
    const page = await at.signIn('Zofia Novak');
    await at.says(page, 'Nothing endangers the record.');
    await at.isOpenToEverybody(page);
    for (const [tab, words] of [
      ['Sources', 'No source of data is registered yet.'],
      ['Reminders', 'When whom is reminded of what'],
      ['Letters', 'Not reviewed'],
      ['Settings', 'production refuses them'],
      ['Public holidays', 'Which cases would a new holiday move?'],
    ] as const) {
      await page.getByRole('link', { name: tab, exact: true }).click();
      await at.says(page, words);
      await at.isOpenToEverybody(page);
    }
    await page.getByLabel('Day').fill('28');
    await page.getByLabel('Month').fill('4');
    await page.getByLabel('Year').fill('2036');
    await page.getByLabel('What is it called?').fill('A day of thanks');
    await page.getByRole('button', { name: 'Show the cases' }).click();
    await at.says(page, 'There is a problem');
    await at.isOpenToEverybody(page);
    await page.getByLabel('What does it rest on?').fill('Proclamation of 30 March 2036');
    await page.getByRole('button', { name: 'Show the cases' }).click();
    await at.says(page, reference);
    await at.says(page, 'Answer by, after it');
    await at.says(page, 'Tuesday 29 April 2036');
    await at.isOpenToEverybody(page);
    await page.getByRole('button', { name: 'Take it in' }).click();
    await at.says(page, 'The holiday is taken in.');
    await at.says(page, 'A day of thanks on 2036-04-28 was entered by hand');
  });
});
