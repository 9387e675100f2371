import type { AuditLog, CaseFinds, RequestOpened, RequestView } from '@duly/api-contract';
import { until } from '@duly/infra';
import { CaseLife } from './case-life.js';
import { Journey } from './journey.js';

let journey: Journey;
beforeAll(async () => {
  journey = await Journey.begin();
});
afterAll(() => journey.end());

const lettersTo = (address: string): readonly string[] =>
  journey.servers.mail
    .letters()
    .filter(({ envelope }) => envelope.to.includes(address))
    .map(({ text }) => text.replace(/\s+/gu, ' '));

describe('the people of a request', () => {
  it('are named later and anew: letters follow, authority may be asked for, and the page shows it', async () => {
    const life = await CaseLife.open(journey);
    await life.happens('NoticeGiven');
    const nobody = await life.giveToRequest('ask-for-authority', { words: 'A signed note.' });
    expect(nobody[0]).toMatchObject({ problem: { code: 'nobody-acts-for-the-person' } });
    const path = `/v1/requests/${life.opened.request}`;
    const alone = { actsAs: 'agent', reasons: 'The heading of the letter says so.' };
    const misfit = await life.handler.refused(`${path}/name-people`, alone);
    expect([misfit.status, misfit.body.code]).toEqual([422, 'does-not-fit']);

    const agent = { name: 'Perpetua Oldacre', email: 'perpetua@oldacre.example', format: 'plain-text' };
    const made = await life.giveToRequest('name-people', { ...alone, requester: agent });
    expect(made.map(({ outcome }) => outcome)).toEqual(['accepted']);
    await life.happens('PeopleNamed');
    expect(await life.view()).toMatchObject({
      owes: expect.arrayContaining(['authority']),
      people: { requester: agent, actsAs: 'agent', child: null },
    });
    await life.giveToRequest('ask-for-authority', { words: 'A note signed with a fountain pen.' });
    await life.happens('AuthorityRequested');
    const [letter] = lettersTo(agent.email);
    expect(letter).toContain('A note signed with a fountain pen.');

    await life.giveToRequest('name-people', {
      requester: { ...agent, email: 'perpetua@new.example' },
      isSamePerson: true,
      reasons: 'She wrote from her old address.',
    });
    await life.happens('PeopleNamed', 2);
    const shown = { on: '2036-03-31', sufficient: true, reasons: 'The signature is hers.' };
    await life.giveToRequest('record-authority', shown);
    await life.happens('AuthorityReceived');
    expect((await life.view()).owes).not.toContain('authority');
    // Another agent takes over: what the first has shown is not theirs (R22).
    const successor = { name: 'Sukie Larkin', email: 'sukie@larkin.example' };
    await life.giveToRequest('name-people', { requester: successor, reasons: 'Both wrote to us.' });
    await life.happens('PeopleNamed', 3);
    expect((await life.view()).owes).toContain('authority');
    const back = { requester: { ...agent, email: 'perpetua@new.example' }, reasons: 'She is back.' };
    await life.giveToRequest('name-people', back);
    await life.giveToRequest('record-authority', shown);
    await life.happens('AuthorityReceived', 2);
    await life.give('answer', { extent: 'wholly', words: 'Each page is in this letter.' });
    await life.happens('RequestAnswered');
    expect(lettersTo('perpetua@new.example').join()).toContain('Each page is in this letter.');
    expect((await life.handler.read<RequestView>(path)).people?.requester?.email).toBe(
      'perpetua@new.example',
    );
  });

  it('are found by whole words of their names in any order and writing, by the new name alone once named anew, and in no log', async () => {
    const subject = { name: 'Désirée Quennell-Ashe', email: 'desiree@quennell.example' };
    const life = await CaseLife.open(journey, { subject });
    const found = async (name: string, filter = {}) => {
      const finds = await life.handler.done<CaseFinds>('/v1/cases/search', { name, filter });
      return finds.cases.map(({ id }) => id);
    };
    for (const name of ['quennell', 'Ashe Desiree', 'DÉSIRÉE quennell ashe'])
      expect([name, await found(name)]).toEqual([name, [life.id]]);
    for (const name of ['Quenn', 'Quennell Marrowbone', '…'])
      expect([name, await found(name)]).toEqual([name, []]);
    expect(await found('Quennell', { state: 'open', right: 'access' })).toEqual([life.id]);
    expect(await found('Quennell', { state: 'closed' })).toEqual([]);

    await life.happens('NoticeGiven');
    const anew = { name: 'Désirée Tollemache', email: 'desiree@quennell.example' };
    const reasons = 'She has married.';
    await life.giveToRequest('name-people', { subject: anew, isSamePerson: true, reasons });
    expect(await found('Quennell')).toEqual([]);
    expect(await found('Tollemache Desiree')).toEqual([life.id]);
    const auditor = await journey.as('auditor');
    const entries = await until('The log of the searches', 60, async () => {
      const log = await auditor.read<AuditLog>('/v1/audit/entries?limit=5000');
      return log.entries.some(({ detail }) => detail['what'] === 'search by name') ? log : undefined;
    });
    expect(JSON.stringify(entries)).not.toMatch(/quennell|tollemache/iu);
    expect(journey.api.log() + journey.worker.log()).not.toMatch(/quennell|tollemache/iu);
  });

  it('say on the page for which child a parent asks', async () => {
    const child = { aged: '12-to-15', livesIn: 'scotland' } as const;
    const requester = { name: 'Osbert Marrowbone', email: 'osbert@marrowbone.example' };
    const life = await CaseLife.open(journey, { requester, actsAs: 'parent', child });
    expect((await life.view()).people).toMatchObject({ actsAs: 'parent', child });
  });

  it('are written to by a person where they need what no machine can do', async () => {
    const subject = {
      name: 'Cal Ling',
      email: 'cal@ling.example',
      adjustments: 'Call first, never write.',
    };
    const life = await CaseLife.open(journey, { subject });
    await life.happens('NoticeNotGiven');
    const { people, tasks } = await life.view();
    expect(people?.subject.adjustments).toBe(subject.adjustments);
    expect(tasks.map(({ kind }) => kind)).toContain('post-a-letter');
    expect(lettersTo(subject.email)).toEqual([]);
  });
});

describe('a right that is added to a request later', () => {
  it('waits for the identity that its sister waits for, without another letter', async () => {
    const subject = { name: 'Una Sure', email: 'una@sure.example' };
    const life = await CaseLife.open(journey, { subject });
    await life.happens('NoticeGiven');
    await life.giveToRequest('ask-for-identity', { doubts: 'A new address.', words: 'A library card.' });
    await life.happens('IdentityRequested');
    const opened = await life.handler.done<RequestOpened>(`/v1/requests/${life.opened.request}/add-right`, {
      right: 'erasure',
      reasons: 'The last line asks for it.',
    });
    const added = CaseLife.following(journey, life.handler, opened);
    await added.happens('NoticeGiven', 2);
    expect(await added.view()).toMatchObject({ state: 'AWAITING_ID', dueDate: null });
    const early = await added.refused('answer', { extent: 'wholly', words: 'All of it.' });
    expect(early.body).toMatchObject({ code: 'still-awaited', what: 'identity' });
    expect(lettersTo(subject.email).filter(text => text.includes('A library card.'))).toHaveLength(1);
  });

  it('says what it is about, and what it is limited to', async () => {
    const life = await CaseLife.open(journey);
    const path = `/v1/requests/${life.opened.request}/add-right`;
    const reasons = 'The second page says so.';
    const wrong = await life.handler.refused(path, { right: 'erasure', reasons, stopFor: ['post'] });
    expect([wrong.status, wrong.body.code]).toEqual([400, 'not-valid']);
    const right = 'objection_direct_marketing';
    const limited = await life.handler.done<RequestOpened>(path, { right, reasons, stopFor: ['post'] });
    const objection = CaseLife.following(journey, life.handler, limited);
    expect((await objection.happens('RequestReceived'))['stopFor']).toEqual(['post']);
    const about = { right: 'complaint', reasons, aboutCase: life.id };
    const complained = await life.handler.done<RequestOpened>(path, about);
    const complaint = CaseLife.following(journey, life.handler, complained);
    expect((await complaint.happens('RequestReceived'))['about']).toBe(life.id);
  });
});
