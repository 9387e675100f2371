import { ukCalendars } from '../calendar/uk-calendars.js';
import { clock } from '../clock/clock.js';
import type { ClockInput } from '../clock/input.js';
import { explain } from '../explain/explain.js';

/** Cases at the edge of a rule that random ones seldom reach; each stands for a mutant that once lived. */
type Told = [type: string, date: string, more?: object];

function given(right: string, facts: Told[], more: object = {}): ClockInput {
  const events = facts.map(([type, date, fields]) => ({ type, date, ...fields }));
  const input: unknown = { right, calendar: 'england-and-wales', events, ...more };
  return input as ClockInput;
}

const textOf = (input: ClockInput): string => {
  const explained = explain(input);
  return 'error' in explained ? explained.error.message : explained.steps.map(({ text }) => text).join('\n');
};

describe('edges of pauses and periods', () => {
  it('leaves the month where it ended when a clarification under the extension is asked on the very next day (R28)', () => {
    const facts: Told[] = [
      ['received', '2026-03-31'],
      ['extension_notified', '2026-04-20'],
      ['clarification_requested', '2026-05-01'],
      ['clarification_received', '2026-05-05'],
    ];
    expect(clock(given('access', facts))).toMatchObject({
      dueDate: '2026-04-30',
      extendedDueDate: '2026-07-06',
      effectiveDueDate: '2026-07-06',
      excludedDays: 5,
    });
  });

  it('suspends a month that a clarification interrupts while it rolls (R28, D-7)', () => {
    // 5 September 2026 is a Saturday: the last day is counted, and the period waits for a working day.
    const facts: Told[] = [
      ['received', '2026-08-05'],
      ['clarification_requested', '2026-09-06'],
    ];
    expect(clock(given('access', facts))).toMatchObject({
      state: 'PAUSED_CLARIFICATION',
      dueDate: null,
      conservativeExtensionNoticeBy: '2026-09-05',
      countedDays: 31,
      remainingDays: 0,
    });
  });

  it('can be extended at any time while a clarification is not answered, however long that is (R13, R29)', () => {
    const facts: Told[] = [
      ['received', '2026-03-02'],
      ['clarification_requested', '2026-03-05'],
      ['extension_notified', '2026-08-03'],
    ];
    expect(clock(given('access', facts))).toMatchObject({ extensionValid: true, effectiveDueDate: null });
  });

  it('joins pauses that touch, and counts the days between those that do not (R27)', () => {
    const paused = (secondFrom: string): unknown =>
      clock(
        given('access', [
          ['received', '2026-03-02'],
          ['clarification_requested', '2026-03-05', { ref: 'a' }],
          ['clarification_received', '2026-03-06', { ref: 'a' }],
          ['clarification_requested', secondFrom, { ref: 'b' }],
          ['clarification_received', '2026-03-09', { ref: 'b' }],
        ]),
      );
    expect(paused('2026-03-07')).toMatchObject({ dueDate: '2026-04-07', excludedDays: 5 });
    expect(paused('2026-03-08')).toMatchObject({ dueDate: '2026-04-07', excludedDays: 4 });
  });

  it('ends with the calendar where working days are counted (R59)', () => {
    const facts: Told[] = [['received', '2028-12-20']];
    expect(clock(given('opt_out', facts))).toMatchObject({
      error: { code: 'CALENDAR_HORIZON', field: 'dueDate' },
    });
    expect(clock(given('opt_out', facts, { calendar: 'none' }))).toMatchObject({ dueDate: '2029-01-10' });
  });

  it('gives no date past 2199, and the last day of 2199 still', () => {
    const pipeda = { calendar: 'none', ruleset: 'ca-pipeda' };
    expect(clock(given('access', [['received', '2199-12-01']], pipeda))).toMatchObject({
      dueDate: '2199-12-31',
    });
    expect(clock(given('access', [['received', '2199-12-02']], pipeda))).toMatchObject({
      error: { code: 'CALENDAR_HORIZON' },
    });
  });
});

describe('edges of what was told twice', () => {
  it('takes of two notices on one day the one that nobody doubts, in whichever order they were recorded', () => {
    const firm: Told = ['extension_notified', '2026-03-20'];
    const doubtful: Told = ['extension_notified', '2026-03-20', { doubtful: true }];
    const reasonless: Told = ['extension_notified', '2026-03-19', { reasons: false }];
    const received: Told = ['received', '2026-03-02'];
    for (const facts of [
      [firm, doubtful, reasonless],
      [doubtful, reasonless, firm],
      [reasonless, firm, doubtful],
    ]) {
      const input = given('access', [received, ...facts]);
      expect(clock(input)).toMatchObject({ planBy: '2026-06-02', extensionValid: true });
      expect(textOf(input)).toContain(
        'given on Thursday 19 March 2026 changes nothing: it states no reasons',
      );
    }
    const later: Told = ['extension_notified', '2026-03-21', { doubtful: true }];
    expect(clock(given('access', [received, later, firm]))).toMatchObject({ planBy: '2026-06-02' });
  });

  it('joins an ask and an answer named by the same number, as a number or as a text', () => {
    const facts = (asked: unknown, answered: unknown): Told[] => [
      ['received', '2026-03-02'],
      ['clarification_requested', '2026-03-05', { ref: asked }],
      ['clarification_received', '2026-03-06', { ref: answered }],
    ];
    expect(clock(given('access', facts(1, '1')))).toMatchObject({ excludedDays: 2 });
    expect(clock(given('access', facts(null, undefined)))).toMatchObject({ excludedDays: 2 });
    expect(clock(given('access', facts(1, 2)))).toMatchObject({ state: 'PAUSED_CLARIFICATION' });
  });
});

describe('edges of asks', () => {
  it('works to the earlier date also where the cautious one is the later (R30)', () => {
    // Cautiously read the late ask resets nothing, so more days of the pause lie inside the month, and that month is longer.
    const facts: Told[] = [
      ['received', '2027-01-20'],
      ['clarification_requested', '2027-01-21'],
      ['id_requested', '2027-01-31'],
      ['id_received', '2027-01-31'],
      ['clarification_received', '2027-02-10'],
    ];
    expect(clock(given('access', facts))).toMatchObject({
      effectiveDueDate: '2027-03-10',
      conservativeDueDate: '2027-03-12',
      fallbackDueDate: '2027-02-22',
      planBy: '2027-02-22',
    });
    expect(clock(given('access', facts, { policy: { identityPromptWorkingDays: 7 } }))).toMatchObject({
      effectiveDueDate: '2027-03-10',
      planBy: '2027-03-09',
    });
  });

  it.each<[string, Told]>([
    ['an ask', ['id_requested', '2026-03-04', { doubtful: true }]],
    ['what answered it', ['id_received', '2026-03-06', { doubtful: true }]],
  ])('keeps the fallback in sight while %s is doubtful (R30)', (_, doubtful) => {
    const firm: Told[] = [
      ['received', '2026-03-02'],
      ['id_requested', '2026-03-04'],
      ['id_received', '2026-03-06'],
    ];
    const facts = firm.map(fact => (fact[0] === doubtful[0] ? doubtful : fact));
    expect(clock(given('erasure', firm))).toMatchObject({
      planBy: '2026-04-07',
      fallbackDueDate: '2026-04-02',
    });
    expect(clock(given('erasure', facts))).toMatchObject({ dueDate: '2026-04-07', planBy: '2026-04-02' });
  });

  it.each<[string, Told]>([
    ['a clarification', ['clarification_requested', '2026-03-04', { doubtful: true }]],
    ['what answered it', ['clarification_received', '2026-03-06', { doubtful: true }]],
  ])('keeps the fallback in sight while %s is doubtful (R30)', (_, doubtful) => {
    const firm: Told[] = [
      ['received', '2026-03-02'],
      ['clarification_requested', '2026-03-04'],
      ['clarification_received', '2026-03-06'],
    ];
    const facts = firm.map(fact => (fact[0] === doubtful[0] ? doubtful : fact));
    expect(clock(given('access', facts))).toMatchObject({
      fallbackDueDate: '2026-04-02',
      planBy: '2026-04-02',
    });
    expect(clock(given('access', firm))).toMatchObject({
      fallbackDueDate: '2026-04-02',
      dueDate: '2026-04-07',
    });
  });

  it('tells that the breach stands, and on which day the period had ended (R25)', () => {
    const facts: Told[] = [
      ['received', '2026-03-02'],
      ['id_requested', '2026-04-03'],
    ];
    expect(textOf(given('erasure', facts))).toContain(
      'the period had ended on Thursday 2 April 2026, before it was asked for, and the breach stands',
    );
  });
});

describe('edges of the EU’s month (EDPB Guidelines 01/2022 §5.3)', () => {
  const european = (facts: Told[], edpbSuspension: string): unknown =>
    clock(
      given('access', [['received', '2026-03-02'], ...facts], {
        calendar: 'none',
        ruleset: 'eu-gdpr',
        policy: { edpbSuspension },
      }),
    );
  const identity: Told[] = [
    ['id_requested', '2026-03-04'],
    ['id_received', '2026-03-06'],
  ];
  const clarification: Told[] = [
    ['clarification_requested', '2026-03-04'],
    ['clarification_received', '2026-03-06'],
  ];

  it.each([
    ['identity', identity],
    ['clarification', clarification],
  ])('is suspended while %s is awaited, only where policy applies the guidelines', (_, facts) => {
    expect(european(facts, 'applied')).toMatchObject({
      relevantDate: '2026-03-02',
      dueDate: '2026-04-06',
      excludedDays: 3,
    });
    expect(european(facts, 'not-applied')).toMatchObject({
      relevantDate: '2026-03-02',
      dueDate: '2026-04-02',
      excludedDays: 0,
    });
    expect(european(facts.slice(0, 1), 'applied')).toMatchObject({
      dueDate: null,
      state: 'PAUSED_CLARIFICATION',
    });
  });

  it('is the EU’s alone: in the United Kingdom identity moves the start whatever that policy says', () => {
    const facts: Told[] = [['received', '2026-03-02'], ...identity];
    expect(clock(given('access', facts, { policy: { edpbSuspension: 'applied' } }))).toMatchObject({
      relevantDate: '2026-03-06',
      excludedDays: 0,
    });
  });

  it('is not suspended for an agent’s authority or a fee', () => {
    expect(european([['authority_requested', '2026-03-04']], 'applied')).toMatchObject({
      dueDate: '2026-04-02',
    });
    expect(european([['fee_requested', '2026-03-04', { basis: '12(5)' }]], 'applied')).toMatchObject({
      dueDate: '2026-04-02',
    });
  });

  it('tells of a suspending ask for identity what it was and when it was met', () => {
    const policy = { edpbSuspension: 'applied' };
    const facts: Told[] = [['received', '2026-03-02'], ...identity];
    expect(textOf(given('access', facts, { ruleset: 'eu-gdpr', policy }))).toMatch(
      /identity.*4 March 2026|4 March 2026.*identity/,
    );
  });
});

describe('edges of closing (R35)', () => {
  const order = ['completed', 'refused', 'withdrawn', 'abandoned', 'died'];
  const states = ['COMPLETED', 'REFUSED', 'WITHDRAWN', 'ABANDONED', 'DECEASED'];

  it.each(order.slice(0, -1).map((type, index) => [type, order[index + 1]!, states[index]!] as const))(
    'of %s and %s on one day the first gives the state',
    (first, second, state) => {
      for (const types of [
        [first, second],
        [second, first],
      ]) {
        const facts = types.map((type): Told => [type, '2026-03-10']);
        expect(clock(given('access', [['received', '2026-03-02'], ...facts]))).toMatchObject({
          state: `CLOSED_${state}`,
        });
      }
    },
  );

  it('the earliest of several gives the state, and whether it came in time', () => {
    const facts: Told[] = [
      ['received', '2026-03-02'],
      ['completed', '2026-04-20'],
      ['died', '2026-03-20'],
    ];
    expect(clock(given('access', facts))).toMatchObject({ state: 'CLOSED_DECEASED', inTime: null });
    expect(clock(given('access', facts.slice(0, 2)))).toMatchObject({
      state: 'CLOSED_COMPLETED',
      inTime: false,
    });
    const onTheDay: Told[] = [
      ['received', '2026-03-02'],
      ['refused', '2026-04-02'],
    ];
    expect(clock(given('access', onTheDay), ukCalendars)).toMatchObject({
      state: 'CLOSED_REFUSED',
      inTime: true,
    });
  });
});
