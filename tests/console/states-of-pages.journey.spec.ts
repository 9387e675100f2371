import { withChromium } from './browser.js';
import { ConsoleJourney } from './console-journey.js';
import { nowhere, pagesOfConsole, type Whose } from './pages-of-console.js';

/** What a page says where there is nothing to show yet. */
const empty: readonly (readonly [whose: Whose, path: string, says: string])[] = [
  ['Harriet Okafor', '/my-work', 'There is nothing for you to do.'],
  ['Harriet Okafor', '/my-work?whose=all', 'There is nothing for anybody to do.'],
  ['Harriet Okafor', '/cases', 'No case is like that.'],
  ['Harriet Okafor', '/incoming', 'Nobody has sent a package yet.'],
  ['Morgan Reid', '/team', 'No case is late, has an alarm, or is due within seven days.'],
  ['Morgan Reid', '/team/statistics', 'There is no case in these months.'],
  ['Aled Price', '/audit/sample?size=2', 'No case is like that.'],
  ['Aled Price', '/audit', 'Nothing has been signed yet.'],
  ['Zofia Novak', '/administration/sources', 'No source of data is registered yet.'],
];

/** What shows a form, or words, before anything is asked of the API. */
const asksNobody = [
  '/requests/new',
  '/administration/sources/new',
  '/administration',
  '/marketing',
  '/words',
];

withChromium('the states of each page', () => {
  let at: ConsoleJourney;
  beforeAll(async () => {
    at = await ConsoleJourney.begin({ at: '2036-03-31T09:00:00Z', withoutWorker: true });
  });
  afterAll(() => at.end());
  const none = nowhere();

  it('empty: it says that there is nothing, in words of its own', async () => {
    for (const whose of new Set(empty.map(([name]) => name))) {
      const page = await at.signIn(whose);
      for (const [, path, says] of empty.filter(([name]) => name === whose)) {
        await page.goto(`${at.url}${path}`);
        await at.says(page, says);
        await at.isOpenToEverybody(page);
      }
      await page.context().close();
    }
  });

  it('forbidden: whoever’s role has nothing to do with it is told so, and what they could do, before they fill anything in', async () => {
    for (const role of new Set(pagesOfConsole.map(({ notFor }) => notFor))) {
      if (role === undefined) continue;
      const page = await at.signIn(role);
      for (const { route, path } of pagesOfConsole.filter(({ notFor }) => notFor === role)) {
        const answer = await page.goto(`${at.url}${path(none)}`);
        expect([route, answer?.status()]).toEqual([route, 403]);
        expect([route, await page.locator('h1').innerText()]).toEqual([route, 'This is not for your role']);
      }
      await at.isOpenToEverybody(page);
      await page.context().close();
    }
  });

  it('session over: whoever is not signed in signs in, and comes back to it', async () => {
    for (const { route, path } of pagesOfConsole) {
      const answer = await fetch(`${at.url}${path(none)}`, { redirect: 'manual' });
      const to = `/sign-in?to=${encodeURIComponent(path(none))}`;
      expect([route, answer.status, answer.headers.get('location')]).toEqual([route, 303, to]);
    }
    const page = await at.signIn('Zofia Novak');
    await page.context().clearCookies();
    await page.goto(`${at.url}/administration/calendars`);
    await page.getByRole('button', { name: 'Zofia Novak' }).click();
    await page.waitForURL(`${at.url}/administration/calendars`);
  });

  it('nothing of that name: it says so, whoever made the address up', async () => {
    const page = await at.signIn('Harriet Okafor');
    const named = pagesOfConsole.filter(
      ({ route, whose }) => whose === 'Harriet Okafor' && route.includes(':id'),
    );
    for (const { route, path } of named) {
      const answer = await page.goto(`${at.url}${path(none)}`);
      expect([route, answer?.status()]).toEqual([route, 404]);
      expect([route, await page.locator('h1').innerText()]).toEqual([route, 'There is no such page']);
    }
    await at.isOpenToEverybody(page);
  });

  it('away: where the service does not answer, it says so and what to do, and is there again with it', async () => {
    const pages = await Promise.all(
      [...new Set(pagesOfConsole.map(({ whose }) => whose))].map(async whose => ({
        whose,
        page: await at.signIn(whose),
      })),
    );
    await at.journey.api.stop();
    for (const { whose, page } of pages)
      for (const { route, path } of pagesOfConsole.filter(one => one.whose === whose)) {
        const answer = await page.goto(`${at.url}${path(none)}`);
        const isAsking = !asksNobody.includes(route);
        expect([route, answer?.status()]).toEqual([route, isAsking ? 503 : 200]);
        if (!isAsking) continue;
        await at.says(page, 'The service did not answer just now.');
        await at.says(page, 'Wait a moment, then send the same page again.');
      }
    for (const { page } of pages) await at.isOpenToEverybody(page);
    await at.journey.startApi();
    for (const { whose, page } of pages) {
      await page.goto(at.url);
      expect([whose, await page.getByText('The service did not answer').count()]).toEqual([whose, 0]);
    }
  });
});
