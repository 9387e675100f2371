import { CaseLife } from './case-life.js';
import { Journey } from './journey.js';
import { requestBody } from './letter-of-request.js';

let journey: Journey;
beforeAll(async () => {
  journey = await Journey.begin({ settings: { APPROVE_EXTENSIONS: 'on' } });
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
