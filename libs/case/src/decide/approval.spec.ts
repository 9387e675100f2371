import { colleague, handler, received, type Given, type Told } from '../case.given.js';
import { defaultCaseSettings } from '../case-settings.js';

const approvals = { refusals: true, fees: true, extensions: true, exemptions: true, disclosures: true };
const extend: Given = { verb: 'extend-time', ground: 'complexity', reasons: 'r' };
const assess: Given = {
  verb: 'assess-request',
  finding: 'manifestly-unfounded',
  factors: [{ factor: 'malicious', words: 'w' }],
  reasons: 'r',
  by: 'staff-3',
};
const start = (): Told =>
  received({ on: '2036-03-31', settings: { approvals } }).on('2036-04-21').when(assess);
const approve = (told: Told, by: string): Told =>
  told.when({ verb: 'approve', proposal: told.number('StepProposed'), by });

describe('proposed, approved, carried out', () => {
  it('is off unless the organisation wants it', () => {
    expect(Object.values(defaultCaseSettings.approvals)).toEqual([false, false, false, false, false]);
  });

  it.each<[string, Given]>([
    ['an extension', extend],
    ['a refusal', { verb: 'refuse', extent: 'wholly', ground: 'manifestly-unfounded', reasons: 'r' }],
    [
      'a fee',
      {
        verb: 'ask-for-fee',
        basis: '12(5)',
        amountPence: 1000,
        assessment: 'manifestly-unfounded',
        reasons: 'r',
      },
    ],
    ['an answer', { verb: 'answer', extent: 'wholly', words: 'w' }],
  ])('holds %s until a second person approves it, and names both', (_what, step) => {
    const proposed = start().when(step).then('StepProposed');
    expect(proposed.tasks).toEqual(['assess', 'approve']);
    expect(proposed.letters).toHaveLength(2);
    const approved = approve(proposed, colleague);
    expect(approved.events.at(-4)).toBe('StepApproved');
    expect(approved.file.events.at(-3)).toMatchObject({ by: handler, approvedBy: colleague });
    expect(approved.tasks).not.toContain('approve');
  });

  it('of two who approve at once one is first, and the other is told so', () => {
    const proposed = start().when(extend);
    approve(approve(proposed, colleague), 'staff-4').refused('already-settled');
    proposed.when({ verb: 'approve', proposal: 99, by: colleague }).refused('no-such-proposal');
  });

  it('nobody approves a fee or refusal that rests on their own assessment (R49)', () => {
    const steps: readonly Given[] = [
      { verb: 'refuse', extent: 'wholly', ground: 'manifestly-unfounded', reasons: 'r' },
      {
        verb: 'ask-for-fee',
        basis: '12(5)',
        amountPence: 1000,
        assessment: 'manifestly-unfounded',
        reasons: 'r',
      },
    ];
    for (const step of steps) {
      const proposed = start().when(step).then('StepProposed');
      approve(proposed, 'staff-3').refused('own-assessment');
      expect(approve(proposed, colleague).events).toContain('StepApproved');
    }
    expect(approve(start().when(extend), 'staff-3').events).toContain('TimeExtended');
  });

  it('nobody approves their own', () => {
    approve(start().when(extend), handler).refused('own-proposal');
  });

  it('is judged anew when approved: what has become too late is refused', () => {
    approve(start().when(extend).on('2036-05-01'), colleague).refused('extension-too-late');
  });

  it('judges before it proposes, and does not propose twice', () => {
    start().when({ verb: 'extend-time', ground: 'complexity' }).refused('reasons-missing');
    start().when(extend).when(extend).refused('already-proposed');
  });

  it('is taken back by whoever works the case, the proposer too: one that has become too late is in nobody’s way', () => {
    const late = start().when(extend).on('2036-05-01');
    const proposal = late.number('StepProposed');
    late.when({ verb: 'take-back', record: proposal, reasons: '' }).refused('reasons-missing');
    const back = late.when({ verb: 'take-back', record: proposal, reasons: 'r' }).then('StepDeclined');
    expect(back.file.events.at(-1)).toMatchObject({ proposal, by: handler });
    expect(back.tasks).not.toContain('approve');
    back.when({ verb: 'take-back', record: proposal, reasons: 'r' }).refused('not-on-record');
  });

  it('declined, the step is gone and may be proposed again', () => {
    const proposed = start().when(extend);
    const declined = proposed.when({
      verb: 'decline-approval',
      proposal: proposed.number('StepProposed'),
      reasons: 'r',
      by: colleague,
    });
    expect(declined.then('StepDeclined').tasks).toEqual(['assess']);
    approve(declined, colleague).refused('already-settled');
    declined.when(extend).then('StepProposed');
  });
});
