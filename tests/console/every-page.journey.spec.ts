import type { LettersView, RequestOpened, StaffList } from '@duly/api-contract';
import { until } from '@duly/infra';
import pg from 'pg';
import type { Page } from 'playwright-core';
import { requestBody } from '../journeys/letter-of-request.js';
import { ofTeam } from '../journeys/source-office.js';
import { withChromium } from './browser.js';
import { ConsoleJourney } from './console-journey.js';
import { everyHostileWord, isUnbroken } from './hostile-words.js';

/** Written from right to left, and as long as one word can be. */
const rightToLeft = 'محمد بن عبد الله';
const long = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(3);

/** As many as a quarrel of years brings: the first letter of the case, two hundred times more. */
async function withManyLetters(url: string, caseId: string, letterId: string): Promise<void> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  try {
    await owner.query(
      `WITH made AS (
         INSERT INTO register.letter (letter_id, request_id, level, kind, recipient, occasion, state, built_at, outcome_on, outcome_at, decided_at)
         SELECT encode(sha256((letter_id || n)::bytea), 'hex'), request_id, level, kind, recipient, 'copy ' || n, state, built_at, outcome_on,
           outcome_at, decided_at + n * interval '1 hour'
         FROM register.letter, generate_series(1, 200) n WHERE letter_id = $2
         RETURNING letter_id)
       INSERT INTO register.letter_of_case (case_id, letter_id, run, decided) SELECT $1, letter_id, 1, 1 FROM made`,
      [caseId, letterId],
    );
  } finally {
    await owner.end();
  }
}

withChromium('every kind of page', () => {
  let at: ConsoleJourney;
  let id = '';
  let letter = '';
  let member = '';
  beforeAll(async () => {
    at = await ConsoleJourney.begin({ at: '2036-03-31T09:00:00Z' });
    const handler = await at.journey.as('staff-harriet');
    const subject = { name: `${rightToLeft} ${long}`, email: `${'a'.repeat(60)}@people.example` };
    const body = requestBody({ words: everyHostileWord, subject });
    const { cases } = await handler.done<RequestOpened>('/v1/requests', body);
    id = cases[0]?.id ?? '';
    const administrator = await at.journey.as('administrator');
    await administrator.done('/v1/sources', { ...ofTeam(), title: `${rightToLeft} ${long}` });
    ({ id: letter } = await until('the first letter', 60, async () => {
      const { letters } = await handler.read<LettersView>(`/v1/cases/${id}/letters`);
      return letters.find(({ state }) => state === 'accepted');
    }));
    await withManyLetters(at.journey.servers.database.url, id, letter);
    const { staff } = await handler.read<StaffList>('/v1/staff');
    member = staff[0]?.id ?? '';
  });
  afterAll(() => at.end());

  const pagesOf = (): Readonly<Record<string, readonly string[]>> => ({
    'Harriet Okafor': [
      ...['/my-work?whose=all', '/my-work?kind=approve', '/cases', '/requests/new', '/words', '/incoming'],
      ...['', '/steps/answer', '/people/subject', '/documents/new', '/review', `/letters/${letter}`].map(
        path => `/cases/${id}${path}`,
      ),
      ...['prepare-delivery', 'build-package', 'collect'].map(verb => `/cases/${id}/doings/${verb}`),
      '/nowhere',
    ],
    'Morgan Reid': ['/team', '/team/statistics', `/team/absence/${member}`, '/my-work?whose=all'],
    'Aled Price': ['/audit', `/audit/cases/${id}`, '/audit/sample?from=2036-03-01&to=2036-03-31&count=2'],
    'Zofia Novak': [
      '/administration',
      ...['sources', 'schedules', 'templates', 'calendars', 'settings'].map(tab => `/administration/${tab}`),
      `/cases/${id}`,
    ],
    Mailings: ['/marketing', '/cases'],
  });

  /** Shows each page of each role, whatever becomes of it. */
  async function shown(looks: object, look: (page: Page, path: string) => Promise<void>): Promise<void> {
    for (const [name, paths] of Object.entries(pagesOf())) {
      const page = await at.signIn(name, looks);
      for (const path of paths) {
        const answer = await page.goto(`${at.url}${path}`);
        expect([path, (answer?.status() ?? 500) < 500]).toEqual([path, true]);
        expect([path, await page.locator('h1').count()]).toEqual([path, 1]);
        await look(page, path);
      }
      await page.context().close();
    }
  }

  it.each([
    ['320 pixels', 320, true],
    ['1280 pixels', 1280, true],
    ['1280 pixels at 200 %, which are 640', 640, true],
    ['320 pixels without JavaScript', 320, false],
  ])(
    'fits in %s, with long names and names from right to left; what somebody wrote stays words, though the browser would run it',
    async (_words, width, javaScriptEnabled) => {
      const looks = { javaScriptEnabled, bypassCSP: true, viewport: { width, height: 700 } };
      await shown(looks, async (page, path) => {
        const found = await page.evaluate('document.documentElement.scrollWidth');
        expect([path, found]).toEqual([path, width]);
        await isUnbroken(page);
        if (javaScriptEnabled && width === 320) await at.isOpenToEverybody(page);
        else await at.picture(page);
      });
      expect(at.log()).not.toMatch(/broken|Wolfeschlegel/u);
    },
  );
});
