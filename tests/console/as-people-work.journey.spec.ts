import type { RequestOpened } from '@duly/api-contract';
import { until } from '@duly/infra';
import type { Page } from 'playwright-core';
import { requestBody } from '../journeys/letter-of-request.js';
import { withChromium } from './browser.js';
import { ConsoleJourney } from './console-journey.js';

/** From “my work” to a case recorded and more time taken: no more presses than this, letters typed not counted. */
const mostPresses = 140;

/** What has broken pages elsewhere: markup, attributes, templates, addresses, other directions and alphabets. */
const hostile = [
  '<script>document.title="broken"</script>',
  '"><img src=x onerror=document.title="broken">',
  "' onmouseover='document.title=1' x='",
  '{{ constructor.constructor("return 1")() }} {% raw %}',
  '</title></textarea></select><svg onload=document.title="broken">',
  'javascript:alert(1) &lt;b&gt; &amp; %3Cscript%3E',
].join(' ');

withChromium('the console, as people work with it', () => {
  let at: ConsoleJourney;
  beforeAll(async () => {
    at = await ConsoleJourney.begin({ at: '2036-03-31T09:00:00Z' });
  });
  afterAll(() => at.end());

  async function opened(changes: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const handler = await at.journey.as('handler');
    const { cases } = await handler.done<RequestOpened>('/v1/requests', requestBody(changes));
    return cases[0]?.id ?? '';
  }

  /** Presses Tab until what has the focus is called so. @returns how many presses it took */
  async function tabTo(page: Page, name: RegExp): Promise<number> {
    for (let presses = 1; presses <= 80; presses += 1) {
      await page.keyboard.press('Tab');
      const called = await page.evaluate<string>(
        `(() => { const one = document.activeElement; const label = one?.labels?.[0]?.innerText ?? ''; return (label || one?.innerText || one?.value || '').trim(); })()`,
      );
      if (name.test(called)) return presses;
    }
    throw new Error(`Nothing called ${String(name)} was reached by the Tab key on ${page.url()}.`);
  }

  it('records a request and takes more time by keyboard alone, with no more presses than stated', async () => {
    const page = await at.signIn('Harriet Okafor');
    let presses = 0;
    const go = async (name: RegExp, key?: string): Promise<void> => {
      presses += await tabTo(page, name);
      if (key === undefined) return;
      presses += 1;
      await page.keyboard.press(key);
    };
    await go(/^Record a request$/, 'Enter');
    await at.says(page, 'What the person said or wrote');
    await go(/^What the person said/);
    await page.keyboard.type('Please send me all you hold about me.');
    await go(/^Access to their data$/, 'Space');
    await go(/^E-mail$|^Post$/, 'Space');
    // The day is today’s already.
    await go(/^Name of the person$/);
    await page.keyboard.type('Kay Board');
    await go(/^Their e-mail address$/);
    await page.keyboard.type('kay@people.example');
    await go(/^See the date, then save$/, 'Enter');
    await at.says(page, 'Wednesday 30 April 2036');
    await go(/^Save the request$/, 'Enter');
    await at.says(page, 'The request is recorded');
    await go(/^Take time, or stop the clock$/, 'Enter');
    await go(/^Take two further months/, 'Enter');
    await at.says(page, 'On what ground?');
    await go(/^The request is complex$/, 'Space');
    await go(/^Why is more time needed/);
    await page.keyboard.type('There are many systems to search.');
    await go(/^See what would be sent$/, 'Enter');
    // Where the case had not begun when the page was sent, the API asks for a moment: the same form goes again.
    await until('What would be sent', 60, async () => {
      await page
        .getByText(/Check before you send|There is a problem/)
        .first()
        .waitFor();
      if ((await page.getByText('Check before you send').count()) > 0) return true;
      await page.getByRole('button', { name: 'See what would be sent' }).press('Enter');
      return undefined;
    });
    await go(/^Send and do it$/, 'Enter');
    await at.says(page, 'There are many systems to search.');
    expect(presses).toBeLessThanOrEqual(mostPresses);
  });

  it('shows each role its own first page, and a case to those alone who may see it', async () => {
    const id = await opened();
    const roles = [
      ['Harriet Okafor', true],
      ['Anneke Prasad', true],
      ['Morgan Reid', true],
      ['Aled Price', true],
      ['Zofia Novak', false],
    ] as const;
    for (const [name, seesCases] of roles) {
      const page = await at.signIn(name);
      await at.isOpenToEverybody(page);
      const answer = await page.goto(`${at.url}/cases/${id}`);
      expect([name, answer?.status()]).toEqual([name, seesCases ? 200 : 403]);
      await at.isOpenToEverybody(page);
      await page.context().close();
    }
  });

  it('reads well at 200 % and at 320 pixels: nothing runs out of the page, however long a name is', async () => {
    const long = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(4);
    const id = await opened({ subject: { name: long, email: `${'a'.repeat(60)}@people.example` } });
    // 1280 pixels at 200 % are 640 to the page.
    for (const width of [640, 320]) {
      const page = await at.signIn('Hamish Grant', { viewport: { width, height: 700 } });
      const paths = ['', '/steps/answer', '/people/subject', '/doings/prepare-delivery'];
      for (const path of [...paths.map(one => `/cases/${id}${one}`), '/requests/new', '/words']) {
        await page.goto(`${at.url}${path}`);
        const found = await page.evaluate('document.documentElement.scrollWidth');
        expect([path, found]).toEqual([path, width]);
        await at.isOpenToEverybody(page);
      }
      await page.context().close();
    }
  });

  it('takes words that look like a page in every field, and shows them as words', async () => {
    const page = await at.signIn('Harriet Okafor');
    await page.goto(`${at.url}/requests/new`);
    await page.getByLabel('Access to their data').check();
    await page.getByRole('radio', { name: 'Telephone' }).check();
    for (const field of await page.locator('textarea, input[type="text"]').all())
      if (await field.isVisible()) {
        const name = await field.getAttribute('name');
        if (name?.startsWith('receivedOn') !== true) await field.fill(hostile.slice(0, 190));
      }
    await page.getByRole('button', { name: 'See the date, then save' }).click();
    await at.says(page, 'Check before you save');
    expect(await page.title()).not.toContain('broken');
    await page.getByRole('button', { name: 'Save the request' }).click();
    await at.says(page, 'The request is recorded');
    await at.says(page, hostile.slice(0, 60));
    const id = new URL(page.url()).pathname.split('/')[2] ?? '';
    await page.goto(`${at.url}/cases/${id}/steps/add-note`);
    await page.getByLabel('The note').fill(hostile);
    await page.getByRole('button', { name: 'Do it' }).click();
    await at.says(page, hostile);
    for (const path of ['', '/people/subject', '/steps/take-back', '/steps/refuse']) {
      await page.goto(`${at.url}/cases/${id}${path}`);
      expect([path, await page.title()]).toEqual([path, expect.not.stringContaining('broken') as string]);
      expect(await page.locator('main script, main svg[onload], main img').count()).toBe(0);
    }
    expect(at.log()).not.toContain('onerror');
  });

  it('names somebody else, and asks every source and builds a copy from the page of the case', async () => {
    const id = await opened();
    const page = await at.signIn('Harriet Okafor');
    await page.goto(`${at.url}/cases/${id}`);
    await page.getByRole('link', { name: 'Name or change: who asks' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Ada Agent');
    await page.getByRole('button', { name: 'Save' }).click();
    await at.says(page, 'There is a problem');
    await page.getByLabel('E-mail address').fill('ada@agents.example');
    await page.getByRole('radio', { name: /asked to act for them/ }).check();
    await page.getByLabel('How do you know?').fill('She sent a signed note.');
    await page.getByRole('button', { name: 'Save' }).click();
    await at.says(page, 'Ada Agent');
    await page.getByRole('link', { name: 'Ask every source what it holds' }).click();
    await at.isOpenToEverybody(page);
    await page.getByRole('button', { name: 'Do it' }).click();
    // No source is registered here, and the page says what to do.
    await at.says(page, 'There is a problem');
    await page.goto(`${at.url}/cases/${id}/doings/build-package`);
    await at.isOpenToEverybody(page);
  });
});
