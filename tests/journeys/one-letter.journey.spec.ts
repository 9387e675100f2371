import { randomUUID } from 'node:crypto';
import type { RequestOpened, RequestView } from '@duly/api-contract';
import { CaseLife } from './case-life.js';
import { Journey } from './journey.js';

let journey: Journey;
beforeAll(async () => {
  journey = await Journey.begin({ at: '2036-04-10T09:00:00Z' });
});
afterAll(() => journey.end());

const overlooked = { right: 'portability', reasons: 'The last line asks for a file to take elsewhere.' };

describe('one letter that asks for three things (R34, R46)', () => {
  it('is one page, one correspondence, and a case each, and each comes to its own end', async () => {
    const life = await CaseLife.open(journey, { rights: ['access', 'rectification', 'erasure'] });
    await Promise.all([0, 1, 2].map(place => life.sister(place).happens('NoticeGiven')));
    const page = await life.handler.read<RequestView>(`/v1/requests/${life.opened.request}`);
    expect(page).toMatchObject({ receivedOn: '2036-03-31', rights: ['access', 'rectification', 'erasure'] });
    expect(page.cases.map(({ reference }) => reference)).toEqual(
      [1, 2, 3].map(number => `${page.reference}-${number}`),
    );
    const letters = await Promise.all([0, 1, 2].map(place => life.sister(place).letters()));
    const acknowledgements = new Set(letters.flatMap(view => view.letters.map(({ id }) => id)));
    expect(acknowledgements.size).toBe(1);

    await life.sister(1).give('withdraw', { on: '2036-04-10', words: 'The name is right after all.' });
    await life.sister(1).happens('RequestWithdrawn');
    await life.give('answer', { extent: 'partly', words: 'A copy of what is not about others.' });
    await life.happens('RequestAnswered');
    expect((await life.view()).closedOn).toBeNull();
    const reasons = 'The rest names others.';
    await life.give('review-other-person', { words: 'Two neighbours.', decision: 'withheld', reasons });
    await life.give('refuse', { extent: 'partly', ground: 'exemption', reasons });
    await life.happens('RequestRefused');
    expect((await life.view()).outcome).toBe('partly-answered');
    const states = (await life.handler.read<RequestView>(`/v1/requests/${page.id}`)).cases;
    expect(states.map(({ state }) => state).slice(1)).toEqual(['CLOSED_WITHDRAWN', 'RUNNING']);

    const erasure = life.sister(2);
    await erasure.give('judge-erasure-ground', {
      ground: 'no_longer_necessary',
      applies: true,
      reasons: 'The stall was sold in 2019.',
    });
    await erasure.give('carry-out-erasure', {
      words: 'What was kept of the stall.',
      backups: 'They are written over after 35 days.',
      wasPublic: false,
      on: '2036-04-10',
    });
    await erasure.happens('DataErased');
    await erasure.give('record-no-recipients', { reasons: 'Nobody else has had it.' });
    await erasure.give('answer', { extent: 'wholly', words: 'We keep nothing of the stall any more.' });
    await erasure.happens('RequestAnswered');
    expect(await erasure.letterSaying('We keep nothing of the stall any more.')).toContain('35 days');
    const ends = await Promise.all([0, 1, 2].map(place => life.sister(place).view()));
    expect(ends.map(({ outcome }) => outcome)).toEqual(['partly-answered', 'withdrawn', 'answered']);
    expect(ends.map(({ closedOn }) => closedOn)).toEqual(['2036-04-10', '2036-04-10', '2036-04-10']);
  });
});

describe('a right that was overlooked in the letter', () => {
  it('is added once, with the letter’s day of receipt, the same people and a letter of its own', async () => {
    const life = await CaseLife.open(journey);
    await life.happens('NoticeGiven');
    const [path, key] = [`/v1/requests/${life.opened.request}/add-right`, randomUUID()];
    const added = await life.handler.post<RequestOpened>(path, overlooked, { key });
    expect(added.status).toBe(201);
    expect(added.body.cases).toMatchObject([
      { reference: `${life.opened.reference}-2`, right: 'portability', dueDate: '2036-04-30' },
    ]);
    const again = await life.handler.post<RequestOpened>(path, overlooked, { key });
    expect(again.body).toEqual(added.body);

    const found = CaseLife.following(journey, life.handler, added.body);
    await found.happens('NoticeGiven');
    const { letters } = await found.letters();
    expect(letters.map(({ kind, state }) => `${kind} ${state}`)).toEqual(['acknowledgement accepted']);
    expect((await life.letters()).letters[0]?.id).not.toBe(letters[0]?.id);
    const letter = await journey.servers.mail.letter(({ text }) => text.includes('We missed this'));
    expect(letter.text).toContain('in a form that can be used');
    expect((await found.view()).people?.subject.name).toBe('Quillon Marrowbone');
    const page = await life.handler.read<RequestView>(`/v1/requests/${life.opened.request}`);
    expect(page.rights).toEqual(['access', 'portability']);

    const twice = await life.handler.refused(path, overlooked);
    expect([twice.status, twice.body.code]).toEqual([409, 'right-already-there']);
  });

  it('is not there where the request is not', async () => {
    const handler = await journey.as('handler');
    const none = await handler.refused(`/v1/requests/${randomUUID()}/add-right`, overlooked);
    expect([none.status, none.body.code]).toEqual([404, 'no-such-request']);
  });

  it('takes effect at once where it is an objection to direct marketing (Art 21(3))', async () => {
    const life = await CaseLife.open(journey);
    await life.happens('NoticeGiven');
    const marketing = { right: 'objection_direct_marketing', reasons: 'It was in the postscript.' };
    await life.handler.done(`/v1/requests/${life.opened.request}/add-right`, marketing);
    const letter = await journey.servers.mail.letter(({ text }) => text.includes('We have stopped using'));
    expect(letter.text).toMatch(/We\s+missed\s+this/);
  });
});

describe('what the person asks anew', () => {
  it('is a request of its own, with its own day of receipt', async () => {
    const life = await CaseLife.open(journey);
    const anew = await CaseLife.open(journey, { rights: ['erasure'], receivedOn: '2036-04-09' });
    expect(anew.opened.reference).not.toBe(life.opened.reference);
    expect(anew.opened.cases[0]?.dueDate).toBe('2036-05-09');
    expect((await life.view()).dueDate).toBe('2036-04-30');
  });
});
