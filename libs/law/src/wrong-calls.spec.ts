import {
  clock,
  dutiesOf,
  toCivilDate,
  whatIf,
  isClockError,
  type CivilDate,
  type ClockInput,
  type DueDate,
  type ExtensionDecision,
  type FeeCharge,
  type ManifestlyAssessment,
  type Refusal,
  type UnrolledDate,
} from './index.js';

const date = toCivilDate('2026-03-10');

/** Stands for whoever tells a person the date by which they will have an answer. */
const told = (due: DueDate): string => `We will answer by ${due}.`;

describe('wrong calls that do not compile', () => {
  it('a pause told of a right that has none', () => {
    // @ts-expect-error only a request for access can be clarified so that time stands still (Art 12A(5))
    const input: ClockInput = {
      right: 'erasure',
      calendar: 'scotland',
      events: [
        { type: 'received', date },
        { type: 'clarification_requested', date },
      ],
    };
    // The clock itself answers such a call all the same, for it is asked by JSON too.
    expect(clock(input)).toMatchObject({ dueDate: '2026-04-10', state: 'RUNNING' });
  });

  it('a pause supposed of a right that has none', () => {
    const input = { right: 'erasure', calendar: 'scotland', events: [{ type: 'received', date }] } as const;
    // @ts-expect-error what is supposed must be a fact that the right can have
    const answer = whatIf(input, [{ type: 'clarification_requested', date }]);
    expect(answer).toMatchObject({ moved: [] });
  });

  it('an unrolled date, a text or any civil date given as a due date', () => {
    const answer = clock({ right: 'access', calendar: 'scotland', events: [{ type: 'received', date }] });
    if (isClockError(answer)) throw new Error(answer.error.message);
    const unrolled: UnrolledDate | null = answer.conservativeExtensionNoticeBy;
    const anyDay: CivilDate = date;
    if (unrolled === null || answer.dueDate === null) throw new Error('There is a date.');
    // @ts-expect-error a period's end before it rolled is never a due date (R13, R19)
    expect(told(unrolled)).toContain('2026-04-10');
    // @ts-expect-error an internal target or any other day is never a due date (R32)
    expect(told(anyDay)).toContain('2026-03-10');
    // @ts-expect-error a text is no date
    expect(told('2026-04-10')).toContain('2026-04-10');
    expect(told(answer.dueDate)).toContain('2026-04-10');
  });

  it('a text given as a civil date', () => {
    const input: ClockInput = {
      right: 'access',
      calendar: 'none',
      // @ts-expect-error dates are read with toCivilDate, which refuses 30 February
      events: [{ type: 'received', date: '2026-02-30' }],
    };
    expect(clock(input)).toMatchObject({ error: { code: 'NOT_A_DATE' } });
  });

  it('a fee without its basis', () => {
    const input: ClockInput = {
      right: 'access',
      calendar: 'none',
      events: [
        { type: 'received', date },
        // @ts-expect-error only a fee under Art 12(5) moves the month, so the basis is never left out (R23)
        { type: 'fee_requested', date },
      ],
    };
    expect(clock(input)).toMatchObject({ error: { code: 'MISSING', field: 'events[1].basis' } });
  });

  it('a refusal, a fee or an extension of an objection to direct marketing', () => {
    const refusal: Refusal = {
      // @ts-expect-error there are no grounds to refuse it (R42)
      right: 'objection_direct_marketing',
      ground: 'manifestly_unfounded',
      extent: 'whole',
      reasons: '',
    };
    const fee: FeeCharge = {
      // @ts-expect-error no fee can be charged for it (R61)
      right: 'objection_direct_marketing',
      basis: '12(5)',
      ground: 'manifestly_excessive',
      reasons: '',
      calculation: '',
    };
    const extension: ExtensionDecision = {
      // @ts-expect-error it cannot be extended (R61)
      right: 'objection_direct_marketing',
      ground: 'complexity',
      reasons: '',
    };
    const { refusals, fees, extensions } = dutiesOf('objection_direct_marketing');
    expect([refusals, fees, extensions]).toEqual([[], [], []]);
    expect([refusal, fee, extension]).toHaveLength(3);
  });

  it('a ground of another right, of no statute, or a finding without a factor', () => {
    // @ts-expect-error compelling legitimate grounds are for an objection, not for access (R41)
    const refusal: Refusal = {
      right: 'access',
      ground: 'compelling_legitimate_grounds',
      extent: 'part',
      reasons: '',
    };
    // @ts-expect-error workload is no ground for an extension (R15)
    const extension: ExtensionDecision = { right: 'access', ground: 'workload', reasons: '' };
    // @ts-expect-error a fee for further copies is for access only (Art 15(3))
    const fee: FeeCharge = { right: 'erasure', basis: '15(3)', calculation: '' };
    // @ts-expect-error a finding rests on at least one factor (R49)
    const finding: ManifestlyAssessment = { finding: 'manifestly_unfounded', factors: [], reasons: '' };
    expect([refusal, extension, fee, finding]).toHaveLength(4);
  });
});
