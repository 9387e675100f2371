import { whyClarificationStopsNothing } from '../clock/clarification.js';
import { noticeCutOff, whyNoticeIsVoid } from '../clock/extension.js';
import type { Ask } from '../clock/facts.js';
import { weekendsOnly } from '../calendar/calendar.js';
import { defaultPolicy, type Policy } from '../clock/policy.js';
import { whyAskMovesNothing } from '../clock/relevant-time.js';
import { toCivilDate, toDay } from '../dates/civil-date.js';
import { rulesets } from '../rulesets/index.js';
import type { Duty } from '../rulesets/ruleset.js';
import type { RulesetId } from '../rulesets/ruleset-ids.js';
import type { Right } from '../clock/input.js';

const dutyOf = (ruleset: RulesetId, right: Right): Duty => rulesets[ruleset].editions[0].duties[right]!;
const on = toDay(toCivilDate('2026-03-02'));
const access = dutyOf('uk-gdpr-2026', 'access');
const erasure = dutyOf('uk-gdpr-2026', 'erasure');
const marketing = dutyOf('uk-gdpr-2026', 'objection_direct_marketing');
const with_ = (answers: Partial<Policy>): Policy => ({ ...defaultPolicy, ...answers });

describe('why an ask moves nothing (R21–R25)', () => {
  const ask = (of: Ask['of'], more: Partial<Ask> = {}): Ask => ({
    of,
    on,
    reasonableDoubts: true,
    furtherCopies: false,
    doubtful: false,
    ...more,
  });

  it.each<[string, Ask, Duty, Policy, boolean, unknown]>([
    ['identity', ask('identity'), access, defaultPolicy, false, undefined],
    ['authority', ask('authority'), access, defaultPolicy, false, undefined],
    ['a fee under Art 12(5)', ask('fee'), access, defaultPolicy, false, undefined],
    [
      'identity asked for late, which by default resets',
      ask('identity'),
      access,
      defaultPolicy,
      true,
      undefined,
    ],
    [
      'anything, of an objection to direct marketing',
      ask('fee'),
      marketing,
      defaultPolicy,
      false,
      {
        rule: 'R23',
        words: 'an objection to direct marketing waits for nothing (R42)',
        code: 'NOT_WAITED_FOR',
      },
    ],
    [
      'anything, of a period that waits for nothing',
      ask('authority'),
      dutyOf('ca-pipeda', 'access'),
      defaultPolicy,
      false,
      { rule: 'R22', words: 'this period does not wait for proof of authority', code: 'NOT_WAITED_FOR' },
    ],
    [
      'identity without reasonable doubts',
      ask('identity', { reasonableDoubts: false }),
      access,
      defaultPolicy,
      false,
      { rule: 'R21', words: 'there were no reasonable doubts (Art 12(6))', code: 'NO_REASONABLE_DOUBTS' },
    ],
    [
      'authority, where policy says so',
      ask('authority'),
      access,
      with_({ agentAuthority: 'not-a-trigger' }),
      false,
      {
        rule: 'R22',
        words: 'by policy D-6 an agent’s authority is no trigger',
        code: 'NO_TRIGGER_BY_POLICY',
      },
    ],
    [
      'identity, where authority is no trigger',
      ask('identity'),
      access,
      with_({ agentAuthority: 'not-a-trigger' }),
      false,
      undefined,
    ],
    [
      'a fee for further copies',
      ask('fee', { furtherCopies: true }),
      access,
      defaultPolicy,
      false,
      {
        rule: 'R23',
        words: 'a fee for further copies, Art 15(3), is not in Art 12A(2) (D-5)',
        code: 'FURTHER_COPIES_FEE',
      },
    ],
    [
      'a fee for further copies, where policy lets it move the relevant time',
      ask('fee', { furtherCopies: true }),
      access,
      with_({ furtherCopiesFee: 'moves-relevant-time' }),
      false,
      undefined,
    ],
    [
      'identity asked for late, cautiously read',
      ask('identity'),
      access,
      with_({ identityAskedLate: 'does-not-reset', identityPromptWorkingDays: 3 }),
      true,
      {
        rule: 'R25',
        words: 'it was asked for more than 3 working days after receipt (D-2)',
        code: 'ID_REQUEST_LATE',
      },
    ],
    [
      'identity asked for in time, cautiously read',
      ask('identity'),
      access,
      with_({ identityAskedLate: 'does-not-reset' }),
      false,
      undefined,
    ],
  ])('%s', (_, asked, duty, policy, isLate, why) => {
    expect(whyAskMovesNothing(asked, duty, policy, isLate)).toEqual(why);
  });
});

describe('why a clarification stops nothing (R26, R28)', () => {
  const guided = dutyOf('uk-gdpr-pre-duaa', 'access');
  const european = dutyOf('eu-gdpr', 'access');

  it.each<[string, Duty, Policy, boolean, unknown]>([
    ['access', access, defaultPolicy, false, undefined],
    [
      'another right',
      erasure,
      defaultPolicy,
      true,
      { rule: 'R26', words: 'the clock of this right has no pause for clarification', code: 'NO_PAUSE' },
    ],
    [
      'before Article 12A',
      guided,
      defaultPolicy,
      false,
      {
        rule: 'R26',
        words: 'Art 12A(5) is not in force for it, and by policy D-12 guidance excludes nothing',
        code: 'NO_PAUSE_BY_POLICY',
      },
    ],
    [
      'before Article 12A, by guidance',
      guided,
      with_({ clarificationBeforeArticle12A: 'stops-the-clock' }),
      false,
      undefined,
    ],
    [
      'in the EU',
      european,
      defaultPolicy,
      false,
      {
        rule: 'R26',
        words: 'by policy the suspension of EDPB Guidelines 01/2022 is not applied',
        code: 'NO_PAUSE_BY_POLICY',
      },
    ],
    ['in the EU, by the EDPB', european, with_({ edpbSuspension: 'applied' }), false, undefined],
    [
      'asked for too late',
      access,
      defaultPolicy,
      true,
      {
        rule: 'R28',
        words: 'it was asked for after the period had ended on Monday 2 March 2026',
        code: 'ASKED_AFTER_EXPIRY',
      },
    ],
    [
      'asked for too late, cautiously read',
      access,
      with_({ clarificationOnRolledDay: 'not-excluded' }),
      true,
      {
        rule: 'R28',
        words:
          'it was asked for after the period had ended on Monday 2 March 2026, by policy D-7 before rolling',
        code: 'ASKED_AFTER_EXPIRY',
      },
    ],
  ])('%s', (_, duty, policy, hasEnded, why) => {
    expect(whyClarificationStopsNothing(duty, policy, hasEnded ? on : undefined)).toEqual(why);
  });
});

describe('why an extension notice is void (R14)', () => {
  // Received on 5 August 2026: the month ends on Saturday 5 September and rolls to Monday 7 September.
  const counting = {
    calendar: weekendsOnly('none'),
    asOf: undefined,
    roll: 'next_working_day' as const,
    pauses: [],
  };
  const receipt = toDay(toCivilDate('2026-08-05'));
  const cutOff = noticeCutOff(access.extension!, receipt, receipt, counting);
  const given = (date: string, reasons = true) => ({
    on: toDay(toCivilDate(date)),
    reasons,
    doubtful: false,
  });
  const unrolled = with_({ noticeCutOff: 'unrolled' });

  it.each([
    ['on the rolled day', given('2026-09-07'), access, defaultPolicy, false, undefined],
    [
      'on the unrolled day, where the cut-off does not roll',
      given('2026-09-05'),
      access,
      unrolled,
      false,
      undefined,
    ],
    [
      'the day after',
      given('2026-09-08'),
      access,
      defaultPolicy,
      false,
      {
        words: 'it was given after the last day for it, Monday 7 September 2026',
        code: 'EXTENSION_REJECTED_LATE',
      },
    ],
    [
      'the day after, where the cut-off does not roll',
      given('2026-09-06'),
      access,
      unrolled,
      false,
      {
        words:
          'it was given after the last day for it, Saturday 5 September 2026, which by policy D-4 does not roll',
        code: 'EXTENSION_REJECTED_LATE',
      },
    ],
    [
      'without reasons',
      given('2026-09-01', false),
      access,
      defaultPolicy,
      false,
      { words: 'it states no reasons', code: 'EXTENSION_REJECTED_NO_REASONS' },
    ],
    [
      'a second one',
      given('2026-09-01'),
      access,
      defaultPolicy,
      true,
      { words: 'there is one extension only', code: 'EXTENSION_REJECTED_SECOND' },
    ],
    [
      'of a period that has none',
      given('2026-09-01'),
      marketing,
      defaultPolicy,
      false,
      { words: 'this period cannot be extended', code: 'NO_EXTENSION' },
    ],
  ])('%s', (_, notice, duty, policy, hasOne, why) => {
    const told = whyNoticeIsVoid(notice, duty, () => cutOff, policy, hasOne);
    expect(told).toEqual(why === undefined ? undefined : { rule: 'R14', ...why });
  });
});
