import type {
  CaseSourcesView,
  IncomingList,
  IncomingView,
  LettersView,
  RequestOpened,
  ReviewView,
  SenderRegistered,
  SourcesView,
  StaffList,
} from '@duly/api-contract';
import type { EntityHeld } from '@duly/register';
import { until } from '@duly/infra';
import pg from 'pg';
import type { Page } from 'playwright-core';
import type { ApiCaller } from '../journeys/api-caller.js';
import { CaseLife } from '../journeys/case-life.js';
import { Shelf } from '../journeys/collected.js';
import { requestBody } from '../journeys/letter-of-request.js';
import { fileNamed, packageOf, SendingController } from '../journeys/sending-controller.js';
import { ofTeam } from '../journeys/source-office.js';
import { withChromium } from './browser.js';
import { ConsoleJourney } from './console-journey.js';
import { everyHostileWord, isUnbroken } from './hostile-words.js';
import { pagesOfConsole, type Places, type Whose } from './pages-of-console.js';

/** Written from right to left, and as long as one word can be. */
const rightToLeft = 'محمد بن عبد الله';
const long = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(3);

const notes: readonly EntityHeld[] = [
  {
    name: 'notes',
    description: 'Notes of calls',
    fields: [{ name: 'note', type: 'text', description: 'The note', origin: 'provided', basis: 'contract' }],
  },
];

/** A package of another controller, once somebody can look at it. */
const examinedFor = (handler: ApiCaller, theirs: string): Promise<IncomingView> =>
  until(theirs, 60, async () => {
    const { packages } = await handler.read<IncomingList>('/v1/incoming');
    const found = packages.find(
      ({ theirReference, state }) => theirReference === theirs && state === 'to-assess',
    );
    return found && handler.read<IncomingView>(`/v1/incoming/${found.id}`);
  });

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
  let shelf: Shelf;
  let places: Places;
  /** Pages that have more than one shape. */
  let more: Readonly<Partial<Record<Whose, readonly string[]>>> = {};
  beforeAll(async () => {
    at = await ConsoleJourney.begin({ at: '2036-03-31T09:00:00Z', settings: { DOCUMENTS_UNSCANNED: 'on' } });
    shelf = await Shelf.of(at.journey);
    const handler = await at.journey.as('staff-harriet');
    const administrator = await at.journey.as('administrator');
    const auditor = await at.journey.as('auditor');
    const life = await reviewedCase(handler);
    const incoming = await packageFromElsewhere(administrator, handler);
    const { staff } = await handler.read<StaffList>('/v1/staff');
    const { items } = await life.handler.read<ReviewView>(`/v1/cases/${life.id}/review`);
    const { sources } = await administrator.read<SourcesView>('/v1/sources');
    const { collections } = await handler.read<CaseSourcesView>(`/v1/cases/${life.id}/sources`);
    for (const _ of [1, 2]) await auditor.done('/v1/audit/heads', {});
    const letter = await givenLetter(life);
    await withManyLetters(at.journey.servers.database.url, life.id, letter);
    const closed = await closedCase(handler);
    places = {
      ...{ case: life.id, letter, member: staff[0]?.id ?? '', source: sources[0]?.id ?? '' },
      asked: collections[0]?.sources[0]?.id ?? '',
      ...{ reviewed: items.find(({ entity }) => entity !== null)?.id ?? '' },
      ...{ incoming: incoming.id, received: incoming.items[0]?.id ?? '' },
    };
    more = {
      'Harriet Okafor': ['/my-work?kind=approve', `/cases/${closed}`, '/cases?state=closed', '/nowhere'],
      'Morgan Reid': ['/my-work?whose=all', `/cases/${life.id}`],
      'Aled Price': [`/cases/${life.id}`, `/audit/cases/${closed}`],
    };
  });
  afterAll(async () => {
    await shelf.close();
    await at.end();
  });

  /** A case of somebody with a long name, whose words are hostile and whose data has come from a source. */
  async function reviewedCase(handler: ApiCaller): Promise<CaseLife> {
    const subject = { name: `${rightToLeft} ${long}`, email: `${'a'.repeat(60)}@people.example` };
    const body = requestBody({ words: everyHostileWord, subject });
    const life = CaseLife.following(
      at.journey,
      handler,
      await handler.done<RequestOpened>('/v1/requests', body),
    );
    await life.happens('NoticeGiven');
    const administrator = await at.journey.as('administrator');
    await administrator.done('/v1/sources', { ...ofTeam(), title: `${rightToLeft} ${long}` });
    await shelf.collected(life, notes, [`${JSON.stringify({ note: everyHostileWord })}\n`], 'As it is held.');
    return life;
  }

  async function packageFromElsewhere(administrator: ApiCaller, handler: ApiCaller): Promise<IncomingView> {
    const sender = { title: `${rightToLeft} ${long}`, contact: 'data@first-power.example' };
    const { token } = await administrator.done<SenderRegistered>('/v1/senders', sender);
    const examined = (theirs: string): Promise<IncomingView> => examinedFor(handler, theirs);
    const there = new SendingController({ second: at.journey, token: token ?? '', examined });
    const { theirReference } = await there.sent(
      await packageOf(fileNamed('documents/crm/0001.txt', 'text/plain', 'It.')),
    );
    return examinedFor(handler, theirReference);
  }

  const givenLetter = (life: CaseLife): Promise<string> =>
    until('the first letter', 60, async () => {
      const { letters } = await life.handler.read<LettersView>(`/v1/cases/${life.id}/letters`);
      return letters.find(({ state }) => state === 'accepted')?.id;
    });

  async function closedCase(handler: ApiCaller): Promise<string> {
    const life = CaseLife.following(
      at.journey,
      handler,
      await handler.done<RequestOpened>('/v1/requests', requestBody({})),
    );
    await life.happens('NoticeGiven');
    await life.give('withdraw', { on: '2036-03-31', words: 'I no longer want it.' });
    await life.happens('RequestWithdrawn');
    return life.id;
  }

  /** Shows each page of each role, whatever becomes of it. */
  async function shown(looks: object, look: (page: Page, path: string) => Promise<void>): Promise<void> {
    for (const whose of new Set(pagesOfConsole.map(page => page.whose))) {
      const page = await at.signIn(whose, looks);
      const paths = pagesOfConsole.filter(one => one.whose === whose).map(({ path }) => path(places));
      for (const path of [...paths, ...(more[whose] ?? [])]) {
        const answer = await page.goto(`${at.url}${path}`);
        expect([path, answer?.status()]).toEqual([path, path === '/nowhere' ? 404 : 200]);
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
