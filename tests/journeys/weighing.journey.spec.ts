import { CaseLife } from './case-life.js';
import { Journey } from './journey.js';

let journey: Journey;
beforeAll(async () => {
  journey = await Journey.begin({
    settings: {
      APPROVE_FEES: 'on',
      APPROVE_REFUSALS: 'on',
      FEE_CEILING: '5000',
      APPROVAL_NEAR: 'P5D',
      PAYMENT_INSTRUCTIONS: 'Pay by card at council.example/pay.',
    },
  });
});
afterAll(() => journey.end());

const evidence = 'The same files were asked for on 2 and on 20 March, and answered.';
const assessment = {
  finding: 'manifestly-excessive',
  factors: [{ factor: 'repeats', words: evidence }],
  reasons: 'Nothing has changed since.',
};
const fee = {
  basis: '12(5)',
  amountPence: 2550,
  assessment: 'manifestly-excessive',
  reasons: 'It is the ninth time this year.',
};

describe('a manifestly excessive request (UK GDPR Art 12(5); R23, R49)', () => {
  it('is assessed, estimated, charged for by two people, paid, and paid back', async () => {
    const life = await CaseLife.open(journey);
    await life.happens('NoticeGiven');
    expect((await life.refused('ask-for-fee', fee)).body).toMatchObject({
      code: 'not-assessed',
      status: 409,
    });
    const bare = { ...assessment, factors: [{ factor: 'repeats' }] };
    expect((await life.refused('assess-request', bare)).body).toMatchObject({ code: 'evidence-missing' });
    await life.give('assess-request', assessment);
    await life.happens('RequestAssessed');
    const { words } = await life.timeline();
    expect(Object.values(words ?? {})).toContain(evidence);

    const dear = await life.refused('estimate-fee', { basis: '12(5)', amountPence: 5001, words: 'Gold.' });
    expect(dear.body).toMatchObject({ code: 'above-ceiling', status: 422 });
    await life.give('estimate-fee', {
      basis: '12(5)',
      amountPence: 2550,
      words: 'Forty copies and an hour.',
    });
    await life.happens('FeeEstimated');
    const above = await life.refused('ask-for-fee', { ...fee, amountPence: 2600 });
    expect(above.body).toMatchObject({ code: 'above-estimate' });
    await life.give('ask-for-fee', fee);
    const proposed = await life.happens('StepProposed');

    const approve = `/v1/cases/${life.id}/approve`;
    const [one, other] = await Promise.all([journey.as('approver'), journey.as('manager')]);
    const answers = await Promise.all(
      [one, other].map(approver => approver.post<{ code?: string }>(approve, { proposal: proposed.number })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'already-settled' });

    await life.happens('FeeRequested');
    const letter = await journey.servers.mail.letter(({ text }) =>
      text.includes('Forty copies and an hour.'),
    );
    expect(letter.text).toContain('£25.50');
    expect(letter.text).toContain('Pay by card at council.example/pay.');
    expect(letter.text.replace(/\s+/gu, ' ')).toContain('If we have heard nothing by');
    const refusal = { extent: 'wholly', ground: 'manifestly-excessive', reasons: 'Too much.' };
    expect((await life.refused('refuse', refusal)).body).toMatchObject({ code: 'fee-or-refusal' });
    await life.windTo('2036-04-15T10:00:00Z');
    await life.happens('ReminderDue');
    await life.give('record-fee', { on: '2036-04-15' });
    expect((await life.view()).dueDate).toBe('2036-05-15');
    await life.give('refund-fee', {
      on: '2036-04-15',
      because: 'ask-set-aside',
      reasons: 'It was not excessive.',
    });
    await life.happens('FeeRefunded');
    expect((await life.view()).dueDate).toBe('2036-04-30');
  });

  it('is refused instead, and nobody approves what rests on their own assessment', async () => {
    const life = await CaseLife.open(journey, { rights: ['erasure'] });
    const manager = await journey.as('manager');
    const rude = { ...assessment, factors: [{ factor: 'rude_language', words: 'It is rude.' }] };
    expect((await life.refused('assess-request', rude)).body).toMatchObject({ code: 'factor-missing' });
    await manager.done(`/v1/cases/${life.id}/assess-request`, assessment);
    await life.happens('RequestAssessed');
    await life.give('refuse', {
      extent: 'wholly',
      ground: 'manifestly-excessive',
      reasons: 'The ninth time.',
    });
    const { number: proposal } = await life.happens('StepProposed');
    const own = await manager.refused(`/v1/cases/${life.id}/approve`, { proposal });
    expect(own.body).toMatchObject({ code: 'own-assessment', status: 403 });
    await (await journey.as('approver')).done(`/v1/cases/${life.id}/approve`, { proposal });
    await life.happens('RequestRefused');
    expect(await life.view()).toMatchObject({ outcome: 'refused', inTime: true });
  });

  it('whose refusal waits for approval near the cut-off is brought to the manager at once', async () => {
    const life = await CaseLife.open(journey);
    await life.happens('NoticeGiven');
    await life.windTo('2036-04-28T10:00:00Z');
    await life.give('review-other-person', {
      words: 'The letters of her brother.',
      decision: 'withheld',
      reasons: 'He does not agree.',
    });
    await life.give('refuse', { extent: 'wholly', ground: 'exemption', reasons: 'It all tells of him.' });
    expect(await life.happens('ApprovalEscalated')).toMatchObject({ cutOff: '2036-04-30' });
    const sent = await journey.servers.mail.letter(({ text }) =>
      text.includes('A refusal waits for approval'),
    );
    expect(sent.text).toMatch(/Wednesday\s+30\s+April\s+2036/);
  });
});
