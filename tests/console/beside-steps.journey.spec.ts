import { readFileSync } from 'node:fs';
import type {
  DeliveriesView,
  IncomingList,
  IncomingView,
  RequestOpened,
  SenderRegistered,
} from '@duly/api-contract';
import type { EntityHeld } from '@duly/register';
import { until } from '@duly/infra';
import type { Page } from 'playwright-core';
import { CaseLife } from '../journeys/case-life.js';
import { Shelf } from '../journeys/collected.js';
import { reviewed } from '../journeys/disclosing.js';
import { requestBody } from '../journeys/letter-of-request.js';
import { fileNamed, packageOf, SendingController } from '../journeys/sending-controller.js';
import { ofTeam } from '../journeys/source-office.js';
import { withChromium } from './browser.js';
import { ConsoleJourney } from './console-journey.js';
import { everyHostileWord, isUnbroken } from './hostile-words.js';
import { follow, narrow, press, untilSays } from './by-labels.js';

const notes: readonly EntityHeld[] = [
  {
    name: 'notes',
    description: 'Notes of calls',
    fields: [{ name: 'note', type: 'text', description: 'The note', origin: 'provided', basis: 'contract' }],
  },
];

withChromium('what is done beside the steps of a case', () => {
  let at: ConsoleJourney;
  let shelf: Shelf;
  beforeAll(async () => {
    const settings = { DOCUMENTS_UNSCANNED: 'on' };
    at = await ConsoleJourney.begin({ at: '2036-03-31T09:00:00Z', settings });
    shelf = await Shelf.of(at.journey);
  });
  afterAll(async () => {
    await shelf.close();
    await at.end();
  });

  async function opened(changes: object = {}): Promise<CaseLife> {
    const handler = await at.journey.as('staff-harriet');
    const life = CaseLife.following(
      at.journey,
      handler,
      await handler.done<RequestOpened>('/v1/requests', requestBody({ ...changes })),
    );
    await life.happens('NoticeGiven');
    return life;
  }
  const toCase = (page: Page, life: CaseLife) => page.goto(`${at.url}/cases/${life.id}`);

  it('adds a document without JavaScript on a narrow page, saves it, and destroys what does not belong here', async () => {
    const life = await opened();
    const page = await at.signIn('Harriet Okafor', { ...narrow, javaScriptEnabled: false });
    await toCase(page, life);
    await follow(page, 'Add a document');
    await press(page, 'Add it');
    await at.says(page, 'The document: choose the document that you want to add');
    const name = '<img src=x onerror=window.broken=1> ملف.txt';
    const buffer = Buffer.from('What she sent.');
    await page.getByLabel('The document').setInputFiles({ name, mimeType: 'text/plain', buffer });
    await press(page, 'Add it');
    await at.says(page, 'The document is kept, and waits for its scan.');
    await untilSays(page, 'scanned, clean');
    const [download] = await Promise.all([page.waitForEvent('download'), follow(page, name)]);
    expect(readFileSync(await download.path(), 'utf8')).toBe('What she sent.');
    await follow(page, /^Remove a document/u);
    await press(page, 'Do it');
    await at.says(page, 'write something here');
    await page.getByLabel('Why does it not belong here?').fill('It is about a neighbour.');
    await press(page, 'Do it');
    await at.says(page, 'The document is gone.');
    expect(await page.getByRole('link', { name }).count()).toBe(0);
    expect(at.log() + at.journey.api.log()).not.toContain('onerror');
  });

  it('goes on without a source that does not answer, with the reason, and asks it again', async () => {
    const administrator = await at.journey.as('administrator');
    await administrator.done('/v1/sources', ofTeam());
    const life = await opened();
    const page = await at.unguarded('Harriet Okafor');
    await toCase(page, life);
    await follow(page, 'Ask every source what it holds');
    await press(page, 'Do it');
    await at.says(page, 'Every source is being asked.');
    await at.says(page, '1 still to answer');
    await follow(page, /^Go on without a source/u);
    await at.says(page, 'The archive');
    await at.isOpenToEverybody(page);
    await page.getByLabel('Why do you go on without it?').fill(everyHostileWord);
    await press(page, 'Do it');
    await at.says(page, 'The source is set aside.');
    await isUnbroken(page);
    await follow(page, /^Ask a source again/u);
    await at.isOpenToEverybody(page);
    await press(page, 'Do it');
    await at.says(page, 'The source is being asked again.');
  });

  it('reviews what was collected item by item, and finishes exactly what was shown', async () => {
    const life = await opened();
    await shelf.collected(life, notes, [`${JSON.stringify({ note: everyHostileWord })}\n`], 'As it is held.');
    const page = await at.unguarded('Harriet Okafor');
    await toCase(page, life);
    await follow(page, 'Review of what was collected');
    await untilSays(page, 'Nobody has looked at it');
    await at.isOpenToEverybody(page);
    await press(page, 'Finish the review');
    await at.says(page, 'There is a problem');
    await at.isOpenToEverybody(page);
    await follow(page, 'Notes: Notes of calls');
    await at.says(page, 'The records');
    await isUnbroken(page);
    await at.isOpenToEverybody(page);
    await follow(page, 'Say what becomes of an item');
    await at.isOpenToEverybody(page);
    await press(page, 'Do it');
    await at.says(page, 'choose one of them');
    await page.getByLabel('A part of it is left out').check();
    await page.getByLabel('It is about somebody else', { exact: true }).check();
    await page.getByLabel('Which records are left out?').fill('1');
    await page.getByLabel('What is it, and why?').fill(everyHostileWord);
    await press(page, 'Do it');
    await at.says(page, 'A part of it is left out');
    await isUnbroken(page);
    await follow(page, 'Notes: Notes of calls');
    await isUnbroken(page);
    await press(page, 'Take back “A part of it is left out”');
    for (const item of ['Notes: Notes of calls', 'a note.txt']) {
      await follow(page, item);
      await follow(page, 'Say what becomes of an item');
      await page.getByLabel('It goes as it is').check();
      await press(page, 'Do it');
    }
    await press(page, 'Finish the review');
    await at.says(page, 'You have finished the review.');
    await at.isOpenToEverybody(page);
  });

  it('shows the password of a copy and the code of a link to whoever tells them, renews a link, and records a posting', async () => {
    const who = {
      name: 'Philippa Frost',
      email: 'philippa@people.example',
      phone: '+44 1632 960001',
      postalAddress: '2 Low Road\nExampleton',
    };
    const life = await opened({ subject: who });
    await shelf.collected(life, notes, ['{"note":"She rang."}\n'], 'As it is held.');
    await reviewed(life);
    const page = await at.unguarded('Harriet Okafor');
    await toCase(page, life);
    await follow(page, 'Build the copy of the data');
    await page.getByRole('group', { name: 'Is the copy locked with a password?' }).getByLabel('Yes').check();
    await press(page, 'Do it');
    await untilSays(page, 'Ready');
    await follow(page, /^Show the password of the copy/u);
    await at.isOpenToEverybody(page);
    await press(page, 'Show it');
    await at.says(page, /^[A-Za-z0-9]{4}(-[A-Za-z0-9]{4})+$/u);
    await at.isOpenToEverybody(page);
    await toCase(page, life);
    for (const way of ['Post', 'By a link'] as const) {
      await follow(page, 'Prepare how the copy reaches the person');
      await page.getByRole('group', { name: 'How is it sent?' }).getByLabel(way, { exact: true }).check();
      if (way === 'By a link')
        await page
          .getByRole('group', { name: /^How is the code told/u })
          .getByLabel('By telephone')
          .check();
      await press(page, 'Do it');
      await at.says(page, 'The delivery is prepared.');
    }
    await follow(page, /^The label of the parcel/u);
    await at.says(page, '2 Low Road');
    await at.isOpenToEverybody(page);
    await toCase(page, life);
    await follow(page, /^Record that the copy was posted/u);
    await at.isOpenToEverybody(page);
    await press(page, 'Do it');
    await at.says(page, 'The posting is recorded.');
    const { deliveries } = await life.handler.read<DeliveriesView>(`/v1/cases/${life.id}/deliveries`);
    const delivery = deliveries.find(({ way }) => way === 'link')?.id;
    await life.give('answer', { extent: 'wholly', words: 'We made a copy.', delivery });
    await life.happens('RequestAnswered');
    await toCase(page, life);
    await untilSays(page, 'Sent');
    await follow(page, /^Show a new code for the link/u);
    await at.isOpenToEverybody(page);
    await press(page, 'Show a new code');
    await at.says(page, /^\d{8}$/u);
    await toCase(page, life);
    await follow(page, /^Send a new link/u);
    await at.isOpenToEverybody(page);
    await press(page, 'Do it');
    await at.says(page, 'A new link is on its way.');
  });

  it('takes over a package of another controller item by item, and rejects another', async () => {
    const administrator = await at.journey.as('administrator');
    const sender = { title: 'First Power', contact: 'data@first-power.example' };
    const { token } = await administrator.done<SenderRegistered>('/v1/senders', sender);
    const handler = await at.journey.as('staff-harriet');
    const examined = (theirs: string): Promise<IncomingView> =>
      until(theirs, 60, async () => {
        const { packages } = await handler.read<IncomingList>('/v1/incoming');
        const found = packages.find(
          ({ theirReference, state }) => theirReference === theirs && state === 'to-assess',
        );
        return found && handler.read<IncomingView>(`/v1/incoming/${found.id}`);
      });
    const there = new SendingController({ second: at.journey, token: token ?? '', examined });
    const page = await at.unguarded('Harriet Okafor');
    for (const end of ['Take the package over', 'Take nothing of the package'] as const) {
      const file = fileNamed('documents/crm/0001.txt', 'text/plain', `A contract: ${end}.`);
      const { theirReference } = await there.sent(await packageOf(file));
      await follow(page, 'Sent to us');
      await at.isOpenToEverybody(page);
      await page.getByRole('row', { name: theirReference }).getByRole('link').first().click();
      await at.says(page, 'Quillibert Canarius');
      await at.isOpenToEverybody(page);
      await follow(page, 'Judge item 1');
      await press(page, 'Do it');
      await at.says(page, 'There is a problem');
      await at.isOpenToEverybody(page);
      await page
        .getByRole('group', { name: /^Is it kept/u })
        .getByLabel('It is kept')
        .check();
      await page
        .getByRole('group', { name: /^Does it tell of other people/u })
        .getByLabel('No', { exact: true })
        .check();
      await page.getByLabel('What did you look at').fill(everyHostileWord);
      await press(page, 'Do it');
      await at.says(page, 'You may say it anew until the package is decided.');
      await isUnbroken(page);
      await follow(page, end);
      await at.isOpenToEverybody(page);
      if (end === 'Take the package over') await page.getByLabel('Contract', { exact: true }).check();
      await page.getByLabel('The person is told this').fill(everyHostileWord);
      await press(page, 'Do it');
      await at.says(page, end === 'Take the package over' ? 'Taken over' : 'Rejected, and destroyed');
      await isUnbroken(page);
    }
  });

  it('tells whoever sends marketing whether they may, and puts another number on the list', async () => {
    const subject = { name: 'Barnaby Thrupp', email: 'barnaby@thrupp.example' };
    const life = await opened({ rights: ['objection_direct_marketing'], subject });
    const mailings = await at.signIn('Mailings', narrow);
    await at.says(mailings, 'Ask whether marketing may be sent to somebody');
    await at.isOpenToEverybody(mailings);
    await press(mailings, 'Ask');
    await at.says(mailings, 'There is a problem');
    await at.isOpenToEverybody(mailings);
    await mailings.getByLabel('E-mail address').fill('barnaby@thrupp.example');
    await press(mailings, 'Ask');
    await at.says(mailings, 'Marketing may not be sent');
    await at.isOpenToEverybody(mailings);
    expect(mailings.url()).not.toContain('thrupp');
    const page = await at.unguarded('Harriet Okafor');
    await toCase(page, life);
    await follow(page, 'Put another address or number on the list');
    await at.isOpenToEverybody(page);
    await page.getByLabel('Telephone number').fill('01632 960 123');
    await press(page, 'Do it');
    await at.says(page, 'It is on the list of those who get no marketing.');
    await follow(mailings, 'Marketing');
    await mailings.getByLabel('Telephone number').fill('+44 1632 960123');
    await press(mailings, 'Ask');
    await at.says(mailings, 'Marketing may not be sent');
    expect((await mailings.goto(`${at.url}/cases/${life.id}`))?.status()).toBe(403);
  });

  it('shows one kind of work alone', async () => {
    const life = await opened();
    const { reference } = await life.view();
    const page = await at.unguarded('Harriet Okafor');
    await follow(page, 'My work');
    await follow(page, 'Nobody has it');
    await untilSays(page, reference);
    await page.getByLabel('Which kind of work').selectOption({ label: 'Approve or decline a step' });
    await press(page, 'Show');
    await at.says(page, 'There is nothing of this kind to do.');
    await at.isOpenToEverybody(page);
    await page
      .getByLabel('Which kind of work')
      .selectOption({ label: 'Read the request and decide what it needs' });
    await press(page, 'Show');
    await at.says(page, reference);
  });
});
