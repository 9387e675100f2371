import { colleague, received, type Told } from '../../case.given.js';

const approvals = { refusals: true, fees: true, extensions: true, exemptions: true, disclosures: true };
const extend = { verb: 'extend-time', ground: 'complexity', reasons: 'r' } as const;
const start = (): Told => received({ on: '2036-03-31', settings: { approvals } });

/** The month from 31 March 2036 ends on 30 April, and near is three days before. */
describe('an approval asked for near the cut-off (R33)', () => {
  it('goes to the manager at once, and once', () => {
    const proposed = start().on('2036-04-28').when(extend);
    const escalated = proposed.until((proposed.now + 1) as never);
    escalated.then('ApprovalEscalated');
    expect(escalated.letters.at(-1)).toMatchObject({ kind: 'approval-to-manager', recipient: 'manager' });
    const { events } = escalated.on('2036-04-29');
    expect(events.filter(type => type === 'ApprovalEscalated')).toHaveLength(1);
  });

  it('asked for on 10 April goes to the manager when 27 April begins, and not where it is approved by then', () => {
    const proposed = start().on('2036-04-10').when(extend);
    expect(proposed.on('2036-04-26').events).not.toContain('ApprovalEscalated');
    expect(proposed.on('2036-04-27').events).toContain('ApprovalEscalated');
    const approve = { verb: 'approve', proposal: proposed.number('StepProposed'), by: colleague } as const;
    expect(proposed.when(approve).on('2036-04-28').events).not.toContain('ApprovalEscalated');
  });

  it('an answer has the date to plan by for its cut-off', () => {
    const proposed = start().on('2036-04-10').when({ verb: 'answer', extent: 'wholly', words: 'w' });
    expect(proposed.on('2036-04-27').file.events.at(-1)).toMatchObject({ cutOff: '2036-04-30' });
  });

  it('in a case that was opened without the setting nobody is told', () => {
    const told = start();
    const { approvalNear: _near, ...settings } = told.file.opening.settings;
    const old = { ...told.file, opening: { ...told.file.opening, settings } };
    const proposed = Object.assign(start(), { file: old }).on('2036-04-28').when(extend);
    expect(proposed.on('2036-04-29').events).not.toContain('ApprovalEscalated');
  });
});
