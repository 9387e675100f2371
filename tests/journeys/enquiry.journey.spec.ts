import type { RequestCommandAnswer, RequestOpened, TaskList, TaskView } from '@duly/api-contract';
import { until } from '@duly/testing';
import { CaseLife } from './case-life.js';
import { Journey } from './journey.js';
import { requestBody } from './letter-of-request.js';

let journey: Journey;
beforeAll(async () => {
  journey = await Journey.begin();
});
afterAll(() => journey.end());

const held = requestBody({ doubts: 'It may only ask when the stall is open.' });

async function enquiry(): Promise<CaseLife> {
  const handler = await journey.as('handler');
  const opened = await handler.done<RequestOpened>('/v1/enquiries', held);
  return CaseLife.following(journey, handler, opened);
}

/** The list of enquiries is that of the tasks to decide them; it follows the case within moments. */
const toDecide = (life: CaseLife): Promise<TaskView> =>
  until('the task to decide', 30, async () => {
    const path = '/v1/tasks?whose=unclaimed&kind=decide-enquiry&limit=200';
    const { tasks } = await life.handler.read<TaskList>(path);
    return tasks.find(task => task.case === life.id);
  });

describe('what may be no request (R46)', () => {
  it('has its due date from the first day, alarms, and is promoted with its own day of receipt', async () => {
    const life = await enquiry();
    await life.happens('RequestReceived');
    expect(await life.view()).toMatchObject({ state: 'RUNNING', dueDate: '2036-04-30' });
    expect((await toDecide(life)).reference).toBe((await life.view()).reference);
    const early = await life.refused('answer', { extent: 'wholly', words: 'All of it.' });
    expect([early.status, early.body.code]).toEqual([409, 'not-yet-a-request']);

    await journey.clockOf(life.id).windTo('2036-04-06T10:00:00Z');
    await life.happens('EnquiryOverdue');
    const alarm = await journey.servers.mail.letter(({ text }) => text.includes('whether this letter is a'));
    expect(alarm.text).toContain('30 April 2036');

    const path = `/v1/requests/${life.opened.request}`;
    const [made] = await life.handler.done<RequestCommandAnswer>(`${path}/promote`, { words: 'She called.' });
    expect(made?.outcome).toBe('accepted');
    await life.happens('EnquiryPromoted');
    await life.happens('NoticeGiven');
    expect(await life.view()).toMatchObject({ receivedOn: '2036-03-31', dueDate: '2036-04-30' });
    const [twice] = await life.handler.done<RequestCommandAnswer>(`${path}/promote`, {});
    expect(twice).toMatchObject({ outcome: 'refused', problem: { code: 'not-an-enquiry' } });
    await life.give('answer', { extent: 'wholly', words: 'It is all in here.' });
    await life.happens('RequestAnswered');
  });

  it('is never an objection to direct marketing: that is acted on, not doubted (R42)', async () => {
    const handler = await journey.as('handler');
    const body = { ...held, rights: ['objection_direct_marketing'] };
    const refused = await handler.refused('/v1/enquiries', body);
    expect(refused.status).toBe(400);
    expect(JSON.stringify(refused.body)).toContain('acted on, not doubted');
  });

  it('is dismissed by its task, with the reasons told to the person', async () => {
    const life = await enquiry();
    await life.happens('RequestReceived');
    const task = await toDecide(life);
    await life.handler.done(`/v1/tasks/${task.id}/claim`, {});
    const reasons = 'You ask when the stall opens: at nine.';
    await life.handler.done(`/v1/tasks/${task.id}/complete`, { verb: 'dismiss', reasons });
    await life.happens('DismissalDecided');
    await life.happens('EnquiryDismissed');
    expect((await life.view()).outcome).toBe('dismissed');
    const letter = await journey.servers.mail.letter(({ text }) => text.includes('the stall opens'));
    expect(letter.text).toMatch(/no\s+special\s+words/);
  });
});

describe('a parent who asks for a child (R48)', () => {
  const asParent = {
    requester: { name: 'Osbert Marrowbone', email: 'osbert@marrowbone.example' },
    actsAs: 'parent',
  };

  it('in Scotland is not answered for a child of 12 who has not agreed', async () => {
    const life = await CaseLife.open(journey, {
      ...asParent,
      child: { aged: '12-to-15', livesIn: 'scotland' },
    });
    await life.happens('NoticeGiven');
    const refused = await life.refused('answer', { extent: 'wholly', words: 'All of it.' });
    expect([refused.status, refused.body.code]).toEqual([409, 'no-standing']);
    expect(refused.body.cite).toContain('s.208');
    const assessment = { aged: '12-to-15', livesIn: 'scotland', competent: true, agrees: true };
    await life.giveToRequest('assess-competence', { ...assessment, reasons: 'She wrote it with him.' });
    await life.happens('CompetenceAssessed');
    await life.give('answer', { extent: 'wholly', words: 'All of it.' });
    await life.happens('RequestAnswered');
  });

  it('in England owes an assessment; a child of 16 in Scotland needs none', async () => {
    const child = { aged: '16-or-17', livesIn: 'england-and-wales' };
    const life = await CaseLife.open(journey, { ...asParent, child });
    expect((await life.view()).owes).toContain('competence');
    const unassessed = await life.refused('answer', { extent: 'wholly', words: 'All of it.' });
    expect(unassessed.body.code).toBe('no-standing');
    const ageless = await life.handler.refused('/v1/requests', requestBody(asParent));
    expect([ageless.status, ageless.body.code]).toEqual([400, 'not-valid']);
    const none = { aged: '16-or-17', livesIn: 'scotland', competent: true, reasons: 'She is sixteen.' };
    const [made] = await life.giveToRequest('assess-competence', none);
    expect(made).toMatchObject({ outcome: 'refused', problem: { code: 'not-a-child' } });
  });
});

describe('an agent who asks for many people at once (R47)', () => {
  it('has a request, a case and an outcome for each of them', async () => {
    const agent = {
      requester: { name: 'Claims Direct', email: 'bulk@claims.example' },
      actsAs: 'bulk-agent',
    };
    const people = ['Ada Finch', 'Ben Finch', 'Cleo Wren'].map(name => ({ ...agent, subject: { name } }));
    const lives = await Promise.all(people.map(person => CaseLife.open(journey, person)));
    await Promise.all(lives.map(life => life.happens('NoticeGiven')));
    expect(new Set(lives.map(({ opened }) => opened.reference)).size).toBe(3);
    const [first, second] = lives;
    const none = 'We hold no data about Ada Finch.';
    const refusal = { extent: 'wholly', ground: 'right-does-not-apply', reasons: none };
    expect((await first?.refused('refuse', refusal))?.body.code).toBe('not-for-this-right');
    await first?.give('record-particulars', { isProcessed: false });
    await first?.give('answer', { extent: 'wholly', words: none });
    await first?.happens('RequestAnswered');
    expect((await first?.view())?.outcome).toBe('answered');
    expect((await second?.view())?.state).toBe('RUNNING');
  });
});

describe('how a person needs to be written to', () => {
  it('in another language: the letter waits for a person, and is not given before', async () => {
    const subject = {
      name: 'Nia Bach',
      email: 'nia@bach.example',
      language: 'cy',
      adjustments: 'Call first.',
    };
    const life = await CaseLife.open(journey, { subject });
    await life.happens('NoticeNotGiven');
    const view = await life.view();
    expect(view.people?.subject).toMatchObject({ language: 'cy', adjustments: 'Call first.' });
    const task = view.tasks.find(({ kind }) => kind === 'post-a-letter');
    await life.give('record-notice-given', { decided: task?.about, how: 'post', on: '2036-03-31' });
    await life.happens('NoticeGiven');
  });

  it('in large print, and in plain text alone', async () => {
    const [large, plain] = [
      { name: 'Lena Gross', email: 'lena@gross.example', format: 'large-print' },
      { name: 'Paul Plain', email: 'paul@plain.example', format: 'plain-text' },
    ];
    await CaseLife.open(journey, { subject: large });
    await CaseLife.open(journey, { subject: plain });
    const toLena = await journey.servers.mail.letter(({ envelope }) => envelope.to.includes(large.email));
    expect(toLena.html).toContain('font-size:24px;line-height');
    const toPaul = await journey.servers.mail.letter(({ envelope }) => envelope.to.includes(plain.email));
    expect(toPaul.html).toBeUndefined();
  });
});
