import { CaseLife } from './case-life.js';
import { Journey } from './journey.js';
import { requestBody } from './letter-of-request.js';

let journey: Journey;
beforeAll(async () => {
  journey = await Journey.begin({
    settings: { APPROVE_EXTENSIONS: 'on', APPROVE_EXEMPTIONS: 'on', APPROVE_DISCLOSURES: 'on' },
  });
});
afterAll(() => journey.end());

const extension = { ground: 'complexity', reasons: 'Four systems must be searched.' };

describe('an organisation where extensions are approved', () => {
  it('has them proposed, declined or approved by somebody else, and then carried out', async () => {
    const life = await CaseLife.open(journey);
    await life.happens('NoticeGiven');
    await life.give('extend-time', extension);
    const proposed = await life.happens('StepProposed');
    const approver = await journey.as('approver');
    const decline = `/v1/cases/${life.id}/decline-approval`;
    await approver.done(decline, { proposal: proposed.number, reasons: 'Say which systems.' });
    await life.happens('StepDeclined');

    await life.give('extend-time', extension);
    const again = await life.happens('StepProposed', 2);
    await approver.done(`/v1/cases/${life.id}/approve`, { proposal: again.number });
    await life.happens('TimeExtended');
    expect(await life.view()).toMatchObject({ extension: 'in-force', dueDate: '2036-06-30' });
  });

  it('cannot reopen what is open', async () => {
    const life = await CaseLife.open(journey);
    const refusal = await life.refused('reopen', { reasons: 'It seemed closed.' });
    expect(refusal.body).toMatchObject({ code: 'case-open' });
  });
});

describe('an organisation where exemptions and disclosures are approved (R33, R49b)', () => {
  it('withholds nothing and sends nothing before a second person has seen it', async () => {
    const life = await CaseLife.open(journey);
    await life.happens('NoticeGiven');
    const approver = await journey.as('approver');
    const approve = (proposal: number) => approver.done(`/v1/cases/${life.id}/approve`, { proposal });

    await life.give('apply-exemption', {
      exemption: 'legal_professional_privilege',
      words: 'Two letters of 3 March.',
      reasons: 'They give advice about the claim.',
      isTold: true,
    });
    const exemption = await life.happens('StepProposed');
    expect(await life.types()).not.toContain('ExemptionApplied');
    expect((await life.view()).tasks.map(({ kind }) => kind)).toContain('approve');
    const alone = await life.refused('refuse', {
      extent: 'partly',
      ground: 'exemption',
      reasons: 'They are advice about your claim.',
    });
    expect(alone.body).toMatchObject({ code: 'duties-open', duties: ['exemption'] });
    await approve(exemption.number);
    await life.happens('ExemptionApplied');

    await life.give('answer', { extent: 'partly', words: 'All but two letters is in here.' });
    const disclosure = await life.happens('StepProposed', 2);
    expect((await life.letters()).letters.map(({ kind }) => kind)).toEqual(['acknowledgement']);
    await approve(disclosure.number);
    await life.happens('RequestAnswered');
    expect(await life.letterSaying('All but two letters is in here.')).toContain('part of what you asked');

    await life.give('refuse', {
      extent: 'partly',
      ground: 'exemption',
      reasons: 'They are advice about your claim.',
    });
    await life.happens('RequestRefused');
    expect(await life.view()).toMatchObject({ outcome: 'partly-answered', inTime: true });
  });
});

describe('the day of receipt', () => {
  it.each([
    ['receipt-missing', { receivedOn: undefined }],
    ['receipt-dates-differ', { receivedOn: '2036-03-31', receivedAt: '2036-03-31T23:30:00Z' }],
  ])('is refused as %s', async (code, changes) => {
    const handler = await journey.as('handler');
    const refusal = await handler.refused('/v1/requests', requestBody(changes));
    expect(refusal.body).toMatchObject({ code });
    expect(refusal.body.remedy).not.toBe('');
  });
});
