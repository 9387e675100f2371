import type { CivilDate } from '@duly/law';
import { colleague, House, requestReceived, words } from './story.telling.js';

const approvals = { refusals: true, fees: true, extensions: true, exemptions: false, disclosures: false };
const manager = 'staff-3';
const on = (date: string) => ({ on: date as CivilDate });

describe('what is weighed against a request, on the real server', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.open();
  });
  afterAll(() => house.close());

  it('is assessed with evidence, approved by another than the assessor, and carries a fee or a refusal (R49, R23)', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31', settings: { approvals } }));
    const day = story.on('2036-04-02');
    const found = { finding: 'manifestly-excessive', reasons: words('nothing has changed') } as const;
    const bare = day.assessRequest({ ...found, factors: [{ factor: 'repeats' }] });
    expect(await story.refusal(bare)).toMatchObject({ code: 'evidence-missing', factor: 'repeats' });
    const rude = day.assessRequest({
      ...found,
      factors: [{ factor: 'rude_language', words: words('rude') }],
    });
    expect(await story.refusal(rude)).toMatchObject({ code: 'factor-missing' });

    const fee = {
      basis: '12(5)',
      amountPence: 2500,
      assessment: 'manifestly-excessive',
      reasons: words('the ninth time'),
    } as const;
    expect(await story.refusal(day.askForFee(fee))).toMatchObject({ code: 'not-assessed' });
    const factors = [{ factor: 'repeats', words: words('on 2 and on 20 March') }] as const;
    await day.assessRequest({ ...found, factors, by: colleague });
    expect(story.types).toContain('RequestAssessed');
    await day.estimateFee({ basis: '12(5)', amountPence: 2500, words: words('forty copies') });
    expect(story.types).toContain('FeeEstimated');
    expect(await story.refusal(day.askForFee({ ...fee, amountPence: 2501 }))).toMatchObject({
      code: 'above-estimate',
    });
    expect(await story.refusal(day.askForFee({ ...fee, amountPence: 1_000_001 }))).toMatchObject({
      code: 'above-ceiling',
    });

    await day.askForFee(fee);
    const proposal = story.number('StepProposed');
    expect(await story.refusal(day.approve({ proposal, by: colleague }))).toMatchObject({
      code: 'own-assessment',
    });
    const both = [day.approve({ proposal, by: manager }), day.approve({ proposal, by: 'staff-4' })];
    const settled = await Promise.allSettled(both);
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const second = both[settled.findIndex(({ status }) => status === 'rejected')];
    if (!second) throw new Error('Both approved it.');
    expect(await story.refusal(second)).toMatchObject({ code: 'already-settled', proposal });
    expect(story.summary.state).toBe('AWAITING_FEE');
    const refusal = day.refuse({ extent: 'wholly', ground: 'manifestly-excessive', reasons: words('r') });
    expect(await story.refusal(refusal)).toMatchObject({ code: 'fee-or-refusal' });

    const neither = { finding: 'neither', factors, reasons: words('it is new') } as const;
    expect(await story.refusal(day.assessRequest(neither))).toMatchObject({ code: 'fee-stands' });
    const aside = { because: 'ask-set-aside', reasons: words('it was not'), ...on('2036-04-02') } as const;
    await day.refundFee(aside);
    expect(story.summary).toMatchObject({ state: 'RUNNING', dueDate: '2036-04-30' });
    await day.assessRequest(neither);
    await story.replays();
  });

  it('moves nothing once the month has ended: no fee is asked for then (R25)', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31' }));
    const day = story.on('2036-05-02');
    const found = { finding: 'manifestly-excessive', reasons: words('nothing has changed') } as const;
    await day.assessRequest({ ...found, factors: [{ factor: 'repeats', words: words('twice') }] });
    const assessment = 'manifestly-excessive';
    const fee = { basis: '12(5)', amountPence: 2500, assessment, reasons: words('the ninth') } as const;
    expect(await story.refusal(day.askForFee(fee))).toMatchObject({
      code: 'period-ended',
      dueDate: '2036-04-30',
    });
    await story.replays();
  });

  it('an approval asked for two days before the cut-off goes to the manager at once', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31', settings: { approvals } }));
    await story.on('2036-04-28').extendTime({ ground: 'complexity', reasons: words('four systems') });
    await story.until('2036-04-28');
    expect(story.types.at(-1)).toBe('ApprovalEscalated');
    expect(story.lastOf('ApprovalEscalated')).toMatchObject({ cutOff: '2036-04-30' });
    await story.on('2036-04-29').approve({ proposal: story.number('StepProposed'), by: manager });
    expect(story.types).toContain('TimeExtended');
    await story.replays();
  });
});
