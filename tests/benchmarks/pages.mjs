// The console's first byte beside the API's calls behind it, and what a first visit loads. Signed in by a real browser; timed without one.
import { join } from 'node:path';
import { chromiumPath, noChromium, until } from '@duly/infra';
import { openBrowser } from '../console/browser.ts';
import { startConsole } from '../journeys/app-process.ts';
import { get, inParallel, letter, post, tokenOf } from './calls.mjs';
import { inRounds, middleTime, over, tell } from './rounds.mjs';

const calls = 40;
/** Requests of two cases each: more work than a page shows. */
const requests = 40;
const mostBesideCalls = 2;
/** Kilobytes. */
const mostWeight = 150;
/** What the page of a case shows comes by these, asked for at once. */
const behindCase = [
  '',
  '/clock',
  '/letters',
  '/timeline',
  '/steps',
  '/documents',
  '/sources',
  '/package',
  '/deliveries',
];

const p50 = call => middleTime(calls, call);

/** Milliseconds until the first byte; what comes after it is read, and not counted. */
const firstByte = (url, headers) => () =>
  middleTime(
    calls,
    () => fetch(url, { headers, redirect: 'manual' }),
    async answer => {
      await answer.text();
      if (answer.status !== 200) throw new Error(`${url} was answered ${answer.status}.`);
    },
  );

/** What a browser that was never here loads for a page: document, style, script, with their headers, as they come over the line. */
async function weightOf(browser, cookies, url) {
  const context = await browser.newContext();
  await context.addCookies(cookies);
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'networkidle' });
  const bytes = await page.evaluate(
    'performance.getEntries().reduce((sum, { transferSize = 0 }) => sum + transferSize, 0)',
  );
  await context.close();
  return bytes / 1_000;
}

async function signedIn(browser, url) {
  const page = await browser.newPage();
  await page.goto(url);
  await page.getByRole('button', { name: 'Harriet Okafor' }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  return page.context().cookies(url);
}

async function worked(house, token) {
  const opened = await inParallel(requests, 4, () =>
    post(`${house.apiUrl}/v1/requests`, token, {
      ...letter,
      rights: ['access', 'erasure'],
      receivedOn: '2036-03-31',
    }),
  );
  const id = opened[0].cases[0].id;
  const tasks = `${house.apiUrl}/v1/tasks?whose=all&limit=50`;
  await until(
    'more work than a page shows',
    120,
    async () => (await get(tasks, token)).next !== null || undefined,
  );
  await until('the first letter', 60, async () =>
    (await get(`${house.apiUrl}/v1/cases/${id}`, token)).version >= 2 ? true : undefined,
  );
  return { id, tasks };
}

export async function pagesOfConsole(house, folder, stopWorker, rounds) {
  if (chromiumPath() === undefined)
    return console.log(`\nThe console's pages are not measured. ${noChromium}`);
  const token = await tokenOf(house, 'staff-harriet');
  const { id, tasks } = await worked(house, token);
  await stopWorker();
  const { CLOCK_OFFSET, OIDC_ISSUER } = house.environment;
  const url = 'http://127.0.0.1:3001';
  const settings = {
    OIDC_ISSUER,
    CLOCK_OFFSET,
    API_URL: house.apiUrl,
    CONSOLE_URL: url,
    CONSOLE_PORT: '3001',
  };
  const app = await startConsole(settings, join(folder, 'console.log'));
  const browser = await openBrowser();
  try {
    const cookies = await signedIn(browser, url);
    const headers = { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
    const reads = () =>
      Promise.all(behindCase.map(path => get(`${house.apiUrl}/v1/cases/${id}${path}`, token)));
    const figures = await inRounds(
      {
        work: firstByte(`${url}/my-work?whose=all`, headers),
        tasks: () => p50(() => get(tasks, token)),
        aCase: firstByte(`${url}/cases/${id}`, headers),
        reads: () => p50(reads),
      },
      rounds,
    );
    console.log('\nPages of the console (first byte, p50)');
    tell('my work, fifty tasks', figures.work, 'ms');
    tell('the API call behind it', figures.tasks, 'ms');
    tell('my work ÷ its call', over(figures.work, figures.tasks), '', mostBesideCalls);
    tell('a case', figures.aCase, 'ms');
    tell('the API calls behind it, asked for at once', figures.reads, 'ms');
    tell('a case ÷ its calls', over(figures.aCase, figures.reads), '', mostBesideCalls);
    console.log('\nWhat a first visit loads');
    for (const [name, path] of [
      ['my work, fifty tasks', '/my-work?whose=all'],
      ['a case', `/cases/${id}`],
    ])
      tell(name, [await weightOf(browser, cookies, `${url}${path}`)], 'kB', mostWeight);
  } finally {
    await browser.close();
    await app.stop();
  }
}
