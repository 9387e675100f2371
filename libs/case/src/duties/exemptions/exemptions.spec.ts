import { colleague, handler, received, type Given, type Told } from '../../case.given.js';
import { defaultCaseSettings } from '../../case-settings.js';
import type { CaseRight } from '../../names.js';

const start = (right: CaseRight = 'access', approves = false): Told =>
  received({
    on: '2036-03-31',
    right,
    settings: {
      duties: 'required',
      approvals: { ...defaultCaseSettings.approvals, exemptions: approves },
    },
  }).on('2036-04-14');
const privilege = {
  verb: 'apply-exemption',
  exemption: 'legal_professional_privilege',
  words: 'w',
  reasons: 'r',
  isTold: true,
} as const satisfies Given;
const refuse = { verb: 'refuse', extent: 'wholly', ground: 'exemption', reasons: 'r' } as const;
const reviewed = (told: Told, agrees: boolean, by = colleague): Told =>
  told.when({
    verb: 'review-exemption',
    applied: told.number('ExemptionApplied'),
    agrees,
    reasons: 'r',
    by,
  });

describe('an exemption (R49b, DPA 2018 Schs 2–4)', () => {
  it('is applied by its paragraph, and counts once a second person agrees', () => {
    const applied = start().when(privilege).then('ExemptionApplied');
    expect(applied.file.events.at(-1)?.cite).toBe('DPA 2018 Sch 2 para 19 (R49b)');
    expect(applied.summary.owes).toContain('exemption-review');
    applied.when(refuse).refused('duties-open');
    const agreed = reviewed(applied, true).then('ExemptionReviewed');
    expect(agreed.summary.owes).not.toContain('exemption-review');
    agreed.when(refuse).then('RefusalDecided', 'NoticeGiven', 'RequestRefused');
  });

  it('is reviewed by somebody else than who applied it', () => {
    reviewed(start().when(privilege), true, handler).refused('own-proposal');
    reviewed(start(), true).refused('not-on-record');
  });

  it('carries no refusal when the reviewer does not agree, and no reason stands in for it', () => {
    const disagreed = reviewed(start().when(privilege), false);
    disagreed.when(refuse).refused('duties-open');
    disagreed.when({ ...refuse, despite: 'd' }).refused('duties-open');
  });

  it('shows prejudice wherever its paragraph asks for it: crime and taxation, para 2', () => {
    const crime = { ...privilege, exemption: 'crime_and_taxation' } as const;
    start().when(crime).refused('reasons-missing');
    start()
      .when({ ...crime, prejudice: 'p' })
      .then('ExemptionApplied');
  });

  it('releases only from the rights its paragraph names: privilege from access, not from erasure', () => {
    start('erasure').when(privilege).refused('not-for-this-right');
    start('erasure')
      .when({ ...privilege, exemption: 'crime_and_taxation', prejudice: 'p' })
      .then('ExemptionApplied');
    start('objection_direct_marketing').when(privilege).refused('not-for-this-right');
  });

  it('is proposed, approved and carried out where approval is asked for; the approver is its reviewer', () => {
    const proposed = start('access', true).when(privilege).then('StepProposed');
    proposed.when(privilege).refused('already-proposed');
    proposed.when({ ...privilege, exemption: 'confidential_references' }).then('StepProposed');
    const proposal = proposed.number('StepProposed');
    proposed.when({ verb: 'approve', proposal, by: handler }).refused('own-proposal');
    const approved = proposed.when({ verb: 'approve', proposal, by: colleague });
    approved.then('StepApproved', 'ExemptionApplied');
    expect(approved.summary.owes).not.toContain('exemption-review');
    approved.when(refuse).then('RefusalDecided', 'NoticeGiven', 'RequestRefused');
  });

  it('keeps a part back from an answer of the rest: the figures count it as refused by an exemption', () => {
    const answer = { verb: 'answer', extent: 'wholly', words: 'w', despite: 'w' } as const;
    const withheld = reviewed(start().when(privilege), true);
    expect(withheld.summary.refusedFor).toEqual([]);
    expect(withheld.when(answer).summary).toMatchObject({ outcome: 'answered', refusedFor: ['exemption'] });
    expect(start().when(answer).summary.refusedFor).toEqual([]);
  });

  it('is told with the refusal, unless telling would undo what it protects', () => {
    const told = reviewed(start().when(privilege), true).when(refuse);
    expect(told.letters.at(-1)?.tells).toMatchObject([{ exemption: 'legal_professional_privilege' }]);
    const untold = reviewed(start().when({ ...privilege, isTold: false }), true).when(refuse);
    expect(untold.letters.at(-1)?.tells).toBeUndefined();
  });
});

describe('an access request that is refused in part (R31, R36)', () => {
  it('comes after the duties of the right, in whichever order its two halves are told', () => {
    const applied = reviewed(start().when(privilege), true);
    const partly = { ...refuse, extent: 'partly' } as const;
    const answer = { verb: 'answer', extent: 'partly', words: 'w' } as const;
    applied.when(partly).when(answer).refused('duties-open');
    applied.when(answer).when(partly).refused('duties-open');
    const done = applied
      .when({ verb: 'record-search', words: 'w', on: applied.file.events[0]!.on })
      .when({ verb: 'find-no-other-person', words: 'w' })
      .when({ verb: 'record-particulars', isProcessed: false });
    expect(done.when(partly).when(answer).summary.outcome).toBe('partly-answered');
    expect(done.when(answer).when(partly).summary.outcome).toBe('partly-answered');
  });
});
