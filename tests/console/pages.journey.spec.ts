import type { RequestOpened } from '@duly/api-contract';
import { until } from '@duly/infra';
import type { Page } from 'playwright-core';
import { requestBody } from '../journeys/letter-of-request.js';
import { withChromium } from './browser.js';
import { ConsoleJourney } from './console-journey.js';

withChromium('pages of the console', () => {
  let at: ConsoleJourney;
  beforeAll(async () => {
    at = await ConsoleJourney.begin({ at: '2036-03-31T09:00:00Z' });
  });
  afterAll(() => at.end());

  /** A case of this test’s own, opened through the API. */
  async function opened(changes: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const handler = await at.journey.as('handler');
    const { cases } = await handler.done<RequestOpened>('/v1/requests', requestBody(changes));
    return cases[0]?.id ?? '';
  }

  it('say what is wrong beside the field and at the top, keep what was written, and go on from there', async () => {
    const page = await at.signIn('Harriet Okafor');
    await page.goto(`${at.url}/requests/new`);
    await page.getByLabel('What the person said or wrote').fill('Send me my data, please.');
    await page.getByRole('button', { name: 'See the date, then save' }).click();
    await at.says(page, 'There is a problem');
    await at.isOpenToEverybody(page);
    await page.getByRole('link', { name: /What do they ask for/ }).click();
    expect(await page.getByLabel('What the person said or wrote').inputValue()).toBe(
      'Send me my data, please.',
    );
    expect(await page.title()).toContain('Error: ');
  });

  it('say at once what is at risk of a letter that came weeks ago, and what looks like it', async () => {
    await opened({ subject: { name: 'Wanda Early', email: 'wanda@people.example' } });
    const page = await at.signIn('Harriet Okafor');
    await page.goto(`${at.url}/requests/new`);
    await page.getByLabel('What the person said or wrote').fill('You have had this for weeks.');
    await page.getByLabel('Correction').check();
    await page.getByRole('radio', { name: 'Post', exact: true }).first().check();
    await page.getByLabel('Day').fill('20');
    await page.getByLabel('Month').fill('2');
    await page.getByLabel('Name of the person', { exact: true }).fill('Wanda Early');
    await page.getByLabel('Their e-mail address').fill('wanda@people.example');
    await page.getByRole('button', { name: 'See the date, then save' }).click();
    await at.says(page, 'is late already. The person has a right to the answer now.');
    await at.says(page, /alike in the e-mail address, the name/);
    await at.isOpenToEverybody(page);
    await page.getByRole('button', { name: 'Change it' }).click();
    expect(await page.getByLabel('What the person said or wrote').inputValue()).toBe(
      'You have had this for weeks.',
    );
  });

  it('show the second of two people what the first has done, and lose no word of theirs', async () => {
    const id = await opened();
    const [harriet, hamish] = [await at.signIn('Harriet Okafor'), await at.signIn('Hamish Grant')];
    for (const page of [harriet, hamish]) await page.goto(`${at.url}/cases/${id}/steps/add-note`);
    await harriet.getByLabel('The note').fill('I have asked Housing.');
    await harriet.getByRole('button', { name: 'Do it' }).click();
    await at.says(harriet, 'I have asked Housing.');
    await hamish.getByLabel('The note').fill('I have asked Council Tax.');
    await hamish.getByRole('button', { name: 'Do it' }).click();
    await at.says(hamish, 'What has happened since you opened this page');
    await at.isOpenToEverybody(hamish);
    expect(await hamish.getByLabel('The note').inputValue()).toBe('I have asked Council Tax.');
    await hamish.getByRole('button', { name: 'Do it' }).click();
    await at.says(hamish, 'I have asked Council Tax.');
  });

  /** A case whose acknowledgement has been given: the post has raised its version since it was opened. */
  async function openedAndAcknowledged(): Promise<string> {
    const id = await opened();
    const handler = await at.journey.as('handler');
    await until('The acknowledgement', 60, async () => {
      const { events } = await handler.read<{ events: { type: string }[] }>(`/v1/cases/${id}/timeline`);
      return events.some(({ type }) => type === 'NoticeGiven') || undefined;
    });
    return id;
  }

  /** The page as somebody has it who opened it before the letter was given. */
  const asBefore = (page: Page, field: string, value: string): Promise<unknown> =>
    page.evaluate(`document.querySelector('[name=${field}]').value = '${value}'`);

  async function meansToTakeMoreTime(page: Page, id: string): Promise<void> {
    await page.goto(`${at.url}/cases/${id}/steps/extend-time`);
    await page.getByRole('radio', { name: 'The request is complex' }).check();
    await page.getByLabel(/Why is more time needed/).fill('There are many systems to search.');
  }

  it('go on where nothing but the system’s own doing came between, and say what that was', async () => {
    const page = await at.signIn('Harriet Okafor');
    await meansToTakeMoreTime(page, await openedAndAcknowledged());
    await asBefore(page, 'expectedVersion', '1');
    await page.getByRole('button', { name: 'See what would be sent' }).click();
    await at.says(page, 'Check before you send');
    await at.says(page, 'Letter given to the person');
    await at.isOpenToEverybody(page);
    await page.getByRole('button', { name: 'Send and do it' }).click();
    await at.says(page, 'There are many systems to search.');
  });

  it('send what was checked once, though a letter was given meanwhile and the button was pressed twice', async () => {
    const id = await openedAndAcknowledged();
    const page = await at.signIn('Harriet Okafor', { javaScriptEnabled: false });
    await meansToTakeMoreTime(page, id);
    await page.getByRole('button', { name: 'See what would be sent' }).click();
    await asBefore(page, 'expectedVersion', '1');
    await page.getByRole('button', { name: 'Send and do it' }).dblclick();
    await at.says(page, 'There are many systems to search.');
    const handler = await at.journey.as('handler');
    const { events } = await handler.read<{ events: { type: string }[] }>(`/v1/cases/${id}/timeline`);
    expect(events.filter(({ type }) => type === 'ExtensionDecided')).toHaveLength(1);
  });

  it('show once more what would be sent where it is no longer what was checked, and send nothing before', async () => {
    const id = await openedAndAcknowledged();
    const page = await at.signIn('Harriet Okafor');
    await meansToTakeMoreTime(page, id);
    await page.getByRole('button', { name: 'See what would be sent' }).click();
    await asBefore(page, 'expectedVersion', '1');
    await asBefore(page, 'mark', 'of another letter');
    await page.getByRole('button', { name: 'Send and do it' }).click();
    await at.says(page, 'please check it once more');
    await at.isOpenToEverybody(page);
    const handler = await at.journey.as('handler');
    const { events } = await handler.read<{ events: { type: string }[] }>(`/v1/cases/${id}/timeline`);
    expect(events.map(({ type }) => type)).not.toContain('ExtensionDecided');
    await page.getByRole('button', { name: 'Send and do it' }).click();
    await at.says(page, 'There are many systems to search.');
  });

  it('give back a form that comes after the session has ended, to be sent once signed in again', async () => {
    const id = await opened();
    const page = await at.signIn('Harriet Okafor');
    await page.goto(`${at.url}/cases/${id}/steps/add-note`);
    await page.getByLabel('The note').fill('Twenty minutes of writing.');
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Do it' }).click();
    await at.says(page, 'You were signed out');
    await at.isOpenToEverybody(page);
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: /Sign in/ }).click(),
    ]);
    await tab.getByRole('button', { name: 'Harriet Okafor' }).click();
    await at.says(tab, 'You are signed in again');
    await page.getByRole('button', { name: 'Send it now' }).click();
    await at.says(page, 'You were signed out');
    await page.getByRole('button', { name: 'Send it now' }).click();
    await at.says(page, 'Twenty minutes of writing.');
  });

  it('do once what a double click and the back button send twice', async () => {
    const id = await opened();
    const page = await at.signIn('Harriet Okafor', { javaScriptEnabled: false });
    await page.goto(`${at.url}/cases/${id}/steps/add-note`);
    await page.getByLabel('The note').fill('Once is enough.');
    await page.getByRole('button', { name: 'Do it' }).dblclick();
    await at.says(page, 'Once is enough.');
    const handler = await at.journey.as('handler');
    const timeline = await handler.read<{ events: { type: string }[] }>(`/v1/cases/${id}/timeline`);
    expect(timeline.events.filter(({ type }) => type === 'NoteAdded')).toHaveLength(1);
  });

  it('do once what the back button brings to be sent once more, and do anew what is written anew', async () => {
    const id = await opened();
    const page = await at.signIn('Harriet Okafor');
    await page.goto(`${at.url}/cases/${id}/steps/add-note`);
    for (const words of ['I have rung them.', 'I have rung them.', 'They rang back.']) {
      await page.getByLabel('The note').fill(words);
      await page.getByRole('button', { name: 'Do it' }).click();
      await at.says(page, 'The note is kept.');
      await page.goBack();
    }
    const handler = await at.journey.as('handler');
    const timeline = await handler.read<{ events: { type: string }[] }>(`/v1/cases/${id}/timeline`);
    expect(timeline.events.filter(({ type }) => type === 'NoteAdded')).toHaveLength(2);
  });

  it('work without JavaScript, in 320 pixels, with names from right to left and words that look like a page', async () => {
    const hostile = '<img src=x onerror=alert(1)> {{7*7}} </textarea><script>alert(2)</script>';
    const id = await opened({
      words: hostile,
      subject: { name: 'محمد بن عبد الله', email: 'm@people.example' },
    });
    const page = await at.signIn('Hamish Grant', {
      javaScriptEnabled: false,
      viewport: { width: 320, height: 640 },
    });
    await page.goto(`${at.url}/cases/${id}`);
    await at.says(page, hostile);
    await at.says(page, 'محمد بن عبد الله');
    for (const path of [`/cases/${id}`, '/my-work', '/cases', '/requests/new', `/cases/${id}/steps/refuse`]) {
      await page.goto(`${at.url}${path}`);
      const width = await page.evaluate('document.documentElement.scrollWidth');
      expect([path, width]).toEqual([path, 320]);
    }
  });

  it('say to whom a page is closed, and that there is none, without a word about anybody', async () => {
    const id = await opened();
    const administrator = await at.signIn('Zofia Novak');
    await administrator.goto(`${at.url}/cases/${id}`);
    await at.says(administrator, 'This is not for your role');
    await at.isOpenToEverybody(administrator);
    const handler = await at.signIn('Harriet Okafor');
    for (const path of [
      '/nowhere',
      '/cases/5a1f0f6e-0b0c-4b0e-9d57-3f6a7b0c1d2e',
      `/cases/${id}/steps/constructor`,
    ]) {
      const answer = await handler.goto(`${at.url}${path}`);
      expect([path, answer?.status()]).toEqual([path, 404]);
      await at.says(handler, 'There is no such page');
    }
    await at.isOpenToEverybody(handler);
  });

  it('take no form of another site, and let no other page hold them', async () => {
    const id = await opened();
    const page = await at.signIn('Harriet Okafor');
    const [cookie] = await page.context().cookies();
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
    const answer = await fetch(`${at.url}/cases/${id}/steps/add-note`, {
      method: 'POST',
      headers: { origin: 'https://evil.example', cookie: `${cookie?.name ?? ''}=${cookie?.value ?? ''}` },
      body: new URLSearchParams({ words: 'Forged.' }),
    });
    expect(answer.status).toBe(403);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-inline');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const elsewhere = await fetch(`${at.url}/sign-in?to=//evil.example`, { redirect: 'manual' });
    expect(elsewhere.headers.get('location')).not.toContain('evil');
  });

  it('sign out', async () => {
    const page = await at.signIn('Harriet Okafor');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign out everywhere' }).click();
    await page.goto(`${at.url}/my-work`);
    await at.says(page, 'Sign in to Duly');
    expect(at.log()).not.toMatch(/Harriet|people\.example|Housing/);
  });
});
