import { toCivilDate } from '../dates/civil-date.js';
import { clock } from './clock.js';
import { closingTypes, rights, type ClockInput } from './input.js';
import { policyAnswers } from './policy.js';
import { factTypeNames, isReceipt } from './read-fact.js';
import { clockErrorCodes, clockStates } from './result.js';

// Others write these words into files and programs: a changed word is a broken contract.
describe('the words of the contract', () => {
  it('are these rights', () => {
    expect(rights.join(' ')).toBe(
      'access access_s45 erasure portability rectification restriction objection objection_direct_marketing adm_22c complaint prior_consultation know delete opt_out',
    );
  });

  it('are these states, in the order in which the first that holds is given (rules §4)', () => {
    expect(clockStates.join(' ')).toBe(
      'CLOSED_COMPLETED CLOSED_REFUSED CLOSED_WITHDRAWN CLOSED_ABANDONED CLOSED_DECEASED AWAITING_ID AWAITING_AUTHORITY AWAITING_FEE PAUSED_CLARIFICATION RUNNING',
    );
  });

  it('are these facts, none of which can lie before the receipt, unless it begins a clock of its own', () => {
    const receipts = 'received complaint_received consultation_received_by_regulator';
    const others =
      'id_requested id_received authority_requested authority_received fee_requested fee_paid clarification_requested clarification_received clarification_declined extension_notified completed refused withdrawn abandoned died';
    expect(factTypeNames.join(' ')).toBe(`${receipts} ${others}`);
    for (const type of others.split(' ')) {
      const fact = { type, date: toCivilDate('2026-03-01'), basis: '12(5)' };
      const received = { type: 'received', date: toCivilDate('2026-03-02') };
      const input: unknown = { right: 'access', calendar: 'none', events: [fact, received] };
      expect(clock(input as ClockInput)).toMatchObject({ error: { code: 'BEFORE_RECEIPT' } });
    }
    expect(receipts.split(' ').map(type => isReceipt(type as 'received'))).toEqual([true, true, true]);
  });

  it('are these closings, in the order of their states', () => {
    expect(closingTypes.join(' ')).toBe('completed refused withdrawn abandoned died');
  });

  it('are these errors', () => {
    expect(clockErrorCodes.join(' ')).toBe(
      'NOT_JSON NOT_AN_OBJECT MISSING UNKNOWN_VALUE NOT_A_DATE NOT_AN_INSTANT INSTANT_OFF_DATE NOT_RECEIVED RECEIVED_TWICE BEFORE_RECEIPT RIGHT_NOT_COVERED CALENDAR_HORIZON',
    );
  });

  it('are these answers to the doubtful points', () => {
    expect(policyAnswers).toEqual({
      clarificationAnswerDay: ['excluded', 'counted'],
      identityAskedLate: ['resets', 'does-not-reset'],
      identityPromptWorkingDays: [0, 31],
      noticeCutOff: ['rolled', 'unrolled'],
      furtherCopiesFee: ['moves-nothing', 'moves-relevant-time'],
      agentAuthority: ['trigger', 'not-a-trigger'],
      clarificationOnRolledDay: ['excluded', 'not-excluded'],
      clarificationBeforeArticle12A: ['excludes-nothing', 'stops-the-clock'],
      edpbSuspension: ['not-applied', 'applied'],
      safetyDays: [0, 31],
      internalTarget: [1, 366],
      abandonAfter: [1, 12],
    });
  });
});
