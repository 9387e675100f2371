import type {
  CaseList,
  LetterContent,
  RequestOpened,
  RequestView,
  SuppressionChecked,
} from '@duly/api-contract';
import { auditOf } from './audit-entries.js';
import { CaseLife } from './case-life.js';
import { destroyKeysOf } from './erasing.js';
import { Journey } from './journey.js';
import { requestBody } from './letter-of-request.js';

let journey: Journey;
beforeAll(async () => {
  journey = await Journey.begin({ settings: { DUTIES: 'required', STARTS_IN_FLIGHT: '1' } });
});
afterAll(() => journey.end());

const written = {
  channel: 'web-form',
  receivedOn: '2036-03-31',
  words: 'You sent my file to my old house.',
  subject: { name: 'Ottoline Frisby', email: 'ottoline@frisby.example' },
};

describe('a complaint to the controller (DPA 2018 s.164A; R50–R54)', () => {
  it('about a case of ours is acknowledged, told of, and concluded; the case it is about goes on', async () => {
    const about = await CaseLife.open(journey);
    const handler = await journey.as('handler');
    const opened = await handler.done<RequestOpened>('/v1/complaints', { ...written, aboutCase: about.id });
    const life = CaseLife.following(journey, handler, opened);
    await life.happens('ComplaintAcknowledged');
    const view = await life.view();
    expect(view).toMatchObject({ right: 'complaint', ruleset: 'uk-dpa-s164a', dueDate: null, inTime: true });
    expect(view.reason).toContain('without undue delay');
    expect((await life.clock()).clock.acknowledgeBy).toBe('2036-04-30');
    const request = await handler.read<RequestView>(`/v1/requests/${opened.request}`);
    expect(request.aboutCase).toBe(about.id);
    const list = await handler.read<CaseList>(`/v1/cases?about=${about.id}`);
    expect(list.cases.map(({ id }) => id)).toEqual([life.id]);

    for (const [verb, body] of [
      ['extend-time', { ground: 'complexity', reasons: 'Much to do.' }],
      ['ask-for-clarification', { words: 'Which?', reasons: 'Many.' }],
      ['ask-for-fee', { basis: '15(3)', amountPence: 100, reasons: 'Paper.' }],
    ] as const) {
      const refused = await life.refused(verb, body);
      expect(refused.body).toMatchObject({
        code: 'not-for-this-right',
        cite: expect.stringContaining('s.164A'),
      });
    }
    const papers = await life.giveToRequest('ask-for-identity', {
      doubts: 'Is it you?',
      words: 'A passport.',
    });
    expect(papers[0]).toMatchObject({ outcome: 'refused', problem: { code: 'not-for-this-right' } });

    await life.give('tell-progress', { words: 'We have asked the team that wrote to you.' });
    await life.happens('ProgressTold');
    await life.windTo('2036-05-02T10:00:00Z');
    await life.happens('ProgressDue');
    await life.give('give-outcome', { finding: 'upheld', words: 'It went to the old house. We are sorry.' });
    await life.happens('ComplaintConcluded');
    expect(await life.view()).toMatchObject({ outcome: 'concluded', closedOn: '2036-05-02', inTime: true });
    expect((await about.view()).closedOn).toBeNull();
  });

  it('needs no case, but not one that is not there; beside a request it is a case of its own', async () => {
    const handler = await journey.as('handler');
    const nowhere = '00000000-0000-4000-8000-00000000dead';
    const unknown = await handler.refused('/v1/complaints', { ...written, aboutCase: nowhere });
    expect(unknown.body).toMatchObject({
      code: 'no-such-case',
      remedy: expect.stringContaining('leave aboutCase out'),
    });
    const astray = await handler.refused('/v1/requests', requestBody({ aboutCase: nowhere }));
    expect(astray.body).toMatchObject({ code: 'not-valid' });

    const life = await CaseLife.open(journey, { rights: ['access', 'complaint'] });
    expect(life.opened.cases.map(({ dueDate }) => dueDate)).toEqual(['2036-04-30', '2036-04-30']);
    await life.happens('NoticeGiven');
    await life.sister(1).happens('ComplaintAcknowledged');
    const kinds = (await life.sister(1).letters()).letters.map(({ kind }) => kind);
    expect(kinds).toEqual(['complaint-acknowledgement']);
  });

  it('without an address is acknowledged by post', async () => {
    const handler = await journey.as('handler');
    const subject = { name: 'Ottoline Frisby', postalAddress: '1 Mill Lane' };
    const opened = await handler.done<RequestOpened>('/v1/complaints', { ...written, subject });
    const life = CaseLife.following(journey, handler, opened);
    await life.happens('NoticeNotGiven');
    expect((await life.view()).dueDate).toBe('2036-04-30');
    await life.give('record-notice-given', { decided: 1, how: 'post', on: '2036-03-31' });
    await life.happens('ComplaintAcknowledged');
    expect(await life.view()).toMatchObject({ dueDate: null, inTime: true });
  });
});

describe('an objection to direct marketing (UK GDPR Art 21(2)–(3); R42, R61)', () => {
  const subject = { name: 'Barnaby Thrupp', email: 'Barnaby@thrupp.example', phone: '01632 960 123' };
  const objection = { rights: ['objection_direct_marketing'], subject };

  async function stopped(body: object): Promise<SuppressionChecked> {
    return (await journey.as('marketing')).done('/v1/suppressions/check', body);
  }

  it('stops every channel in the moment it is accepted, also where its case starts later (202)', async () => {
    expect(await stopped({ email: 'barnaby@thrupp.example' })).toEqual({ stopped: [], since: null });
    const handler = await journey.as('handler');
    const both = requestBody({ ...objection, rights: ['objection_direct_marketing', 'erasure'] });
    expect((await handler.post('/v1/requests', both)).status).toBe(202);
    const all = { stopped: ['email', 'phone', 'post'], since: '2036-03-31' };
    expect(await stopped({ email: ' barnaby@THRUPP.example'.trim() })).toEqual(all);
    for (const phone of ['01632960123', '+441632960123', '+44 (0)1632 960 123', '0044 1632 960123']) {
      expect(await stopped({ phone })).toEqual(all);
    }
    expect(await stopped({ email: 'somebody@else.example' })).toEqual({ stopped: [], since: null });
  });

  it('outlives the erasure that was asked for in the same letter (Art 17(1)(c); R61)', async () => {
    const email = 'sabina@ledbury.example';
    const life = await CaseLife.open(journey, {
      rights: ['objection_direct_marketing', 'erasure'],
      subject: { name: 'Sabina Ledbury', email },
    });
    await life.happens('NoticeGiven');
    const erasure = life.sister(1);
    const on = '2036-03-31';
    await erasure.give('judge-erasure-ground', {
      ground: 'objected',
      applies: true,
      reasons: 'She objects to our marketing.',
    });
    await erasure.give('carry-out-erasure', {
      words: 'All that we held to send you marketing.',
      backups: 'They are written over after 35 days.',
      wasPublic: false,
      on,
    });
    await erasure.happens('DataErased');
    await erasure.give('record-no-recipients', { reasons: 'Nobody else has it.' });
    const words = 'Your address stays, as a code alone, on the list of those whom we must not write to.';
    await erasure.give('answer', { extent: 'wholly', words });
    await erasure.happens('RequestAnswered');
    expect(await erasure.view()).toMatchObject({ right: 'erasure', outcome: 'answered', owes: [] });
    expect((await life.view()).closedOn).toBeNull();
    expect(await stopped({ email })).toEqual({ stopped: ['email', 'phone', 'post'], since: on });
  });

  it('lives to its answer: confirmed, asked about, passed on; never refused, charged for or extended', async () => {
    const life = await CaseLife.open(journey, {
      ...objection,
      subject: { name: 'Cressida Wragg', email: 'cressida@wragg.example' },
      stopFor: ['email'],
    });
    await life.happens('NoticeGiven');
    expect((await life.letters()).letters.map(({ kind }) => kind)).toEqual(['marketing-stopped']);
    expect(await stopped({ email: 'cressida@wragg.example' })).toMatchObject({ stopped: ['email'] });
    for (const [verb, body] of [
      ['refuse', { extent: 'wholly', ground: 'manifestly-unfounded', reasons: 'No.' }],
      [
        'ask-for-fee',
        { basis: '12(5)', amountPence: 100, assessment: 'manifestly-excessive', reasons: 'No.' },
      ],
      ['extend-time', { ground: 'complexity', reasons: 'No.' }],
      ['assess-request', { finding: 'neither', factors: [], reasons: 'No.' }],
    ] as const) {
      expect((await life.refused(verb, body)).body.cite).toContain('Art 21');
    }
    await life.give('ask-which-record', { words: 'Which other address do we write to?' });
    await life.happens('RecordQuestionAsked');
    expect((await life.view()).dueDate).toBe('2036-04-30');
    const more = { request: life.opened.request, email: 'cressida.work@wragg.example' };
    expect(await life.handler.done('/v1/suppressions', more)).toMatchObject({ stopped: ['email'] });
    expect(await stopped({ email: 'cressida.work@wragg.example' })).toMatchObject({ stopped: ['email'] });

    const tooSoon = await life.refused('answer', { extent: 'wholly', words: 'It has stopped.' });
    expect(tooSoon.body).toMatchObject({ code: 'duties-open' });
    await life.give('pass-on-objection', {
      on: '2036-03-31',
      words: 'The mailing house; the April mailing.',
    });
    await life.happens('ObjectionPassedOn');
    await life.give('answer', { extent: 'wholly', words: 'Our marketing has stopped.' });
    await life.happens('RequestAnswered');
  });

  it('by a caller who gives a name alone is not said to have stopped anything, before somebody finds where it reaches them', async () => {
    const life = await CaseLife.open(journey, {
      rights: ['objection_direct_marketing'],
      channel: 'telephone',
      subject: { name: 'Drusilla Quarmby' },
    });
    await life.happens('NoticeNotGiven');
    const view = await life.view();
    expect(view.owes).toEqual(['objector-listed', 'objection-passed-on']);
    expect(view.tasks.map(({ kind }) => kind)).toContain('list-objector');
    const [toPost] = (await life.letters()).letters;
    expect(toPost).toMatchObject({ kind: 'acknowledgement', state: 'to-be-posted' });
    const path = `/v1/cases/${life.id}/letters/${toPost?.id}`;
    const auditor = await journey.as('auditor');
    const letter = await auditor.read<LetterContent>(path);
    expect(letter).toMatchObject({ to: null, state: 'to-be-posted', html: expect.stringContaining('<') });
    expect(letter.text.replaceAll(/\s+/gu, ' ')).toContain('We could not stop our marketing yet.');
    expect((await (await journey.as('marketing')).get(path)).status).toBe(403);
    const elsewhere = await CaseLife.open(journey);
    for (const none of [`/v1/cases/${life.id}/letters/none`, path.replace(life.id, elsewhere.id)]) {
      expect(await auditor.get(none)).toMatchObject({ status: 404, body: { code: 'no-such-letter' } });
    }
    expect((await auditor.get(path)).headers.get('cache-control')).toBe('no-store');
    const early = await life.refused('answer', { extent: 'wholly', words: 'It has stopped.' });
    expect(early.body).toMatchObject({ code: 'duties-open' });

    const way = { phone: '+44 (0)1632 960 777' };
    expect(await stopped(way)).toEqual({ stopped: [], since: null });
    await life.handler.done('/v1/suppressions', { request: life.opened.request, ...way });
    await life.happens('ObjectorListed');
    await life.handler.done('/v1/suppressions', {
      request: life.opened.request,
      email: 'dq@quarmby.example',
    });
    expect(await stopped({ phone: '01632960777' })).toMatchObject({ since: '2036-03-31' });
    const { letters } = await life.letters();
    expect(letters.map(({ kind }) => kind)).toEqual(['acknowledgement', 'marketing-stopped']);
    expect((await life.view()).tasks.map(({ kind }) => kind)).not.toContain('list-objector');
    const entries = await auditOf(life.opened.request, journey);
    const added = entries.filter(({ action }) => action === 'SuppressionAdded');
    const readOf = entries.map(({ detail }) => detail?.['letter']);
    expect(readOf).toContain(toPost?.id);
    expect(added.map(({ detail }) => detail)).toEqual([{ channels: 'phone' }, { channels: 'email' }]);
  });

  it('outlives the request and its keys: the list knows whom it knew (R61)', async () => {
    const subject = { name: 'Eudora Plumley', email: 'eudora@plumley.example', phone: '07700 900 456' };
    const life = await CaseLife.open(journey, { ...objection, subject });
    await life.happens('NoticeGiven');
    const [letter] = (await life.letters()).letters;
    const path = `/v1/cases/${life.id}/letters/${letter?.id}`;
    expect(await life.handler.read<LetterContent>(path)).toMatchObject({ to: subject.email });
    await destroyKeysOf(life.opened.request, journey);
    expect(await life.handler.get(path)).toMatchObject({ status: 410, body: { code: 'erased' } });
    expect((await life.view()).people).toBeNull();
    const still = { stopped: ['email', 'phone', 'post'], since: '2036-03-31' };
    expect(await stopped({ email: 'Eudora@plumley.example' })).toEqual(still);
    expect(await stopped({ phone: '+447700900456' })).toEqual(still);
    const more = { request: life.opened.request, email: 'eudora.new@plumley.example' };
    expect(await life.handler.done('/v1/suppressions', more)).toMatchObject({ since: '2036-03-31' });
  });

  it('is asked about by who may, with something to ask by, and added to by who has objected', async () => {
    const auditor = await journey.as('auditor');
    const asked = { email: 'barnaby@thrupp.example' };
    expect((await auditor.refused('/v1/suppressions/check', asked)).status).toBe(403);
    const marketing = await journey.as('marketing');
    expect((await marketing.refused('/v1/suppressions/check', {})).body).toMatchObject({ code: 'not-valid' });
    expect((await marketing.get('/v1/cases')).status).toBe(403);
    const access = await CaseLife.open(journey);
    const astray = { request: access.opened.request, ...asked };
    expect((await access.handler.refused('/v1/suppressions', astray)).body).toMatchObject({
      code: 'not-for-this-right',
    });
  });
});
