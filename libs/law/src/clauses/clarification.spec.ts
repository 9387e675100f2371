import { judged, stepsOf } from './judged.js';

describe('R26 a clarification stops the clock of an access request, both end days included', () => {
  it('excludes 14 to 18 September 2026: five days', () => {
    const facts = 'received@2026-09-08 clarification_requested@2026-09-14 clarification_received@2026-09-18';
    expect(judged('access', facts)).toMatchObject({
      dueDate: '2026-10-13',
      excludedDays: 5,
      conservativeDueDate: '2026-10-12',
      planBy: '2026-10-12',
    });
  });

  it('counts the day of the answer under the other answer to D-1', () => {
    const facts = 'received@2026-09-08 clarification_requested@2026-09-14 clarification_received@2026-09-18';
    const policy = { clarificationAnswerDay: 'counted' } as const;
    expect(judged('access', facts, { policy })).toMatchObject({ dueDate: '2026-10-12', excludedDays: 4 });
    expect(stepsOf('R26', 'access', facts, { policy }).some(({ text }) => text.includes('D-1'))).toBe(true);
  });

  it('asked and answered on one day excludes that day', () => {
    const facts = 'received@2026-09-08 clarification_requested@2026-09-14 clarification_received@2026-09-14';
    expect(judged('access', facts)).toMatchObject({ dueDate: '2026-10-09', excludedDays: 1 });
  });

  it.each(['erasure', 'rectification', 'portability'] as const)('does nothing for %s', right => {
    const facts = 'received@2026-09-08 clarification_requested@2026-09-14';
    expect(judged(right, facts)).toMatchObject({ dueDate: '2026-10-08', state: 'RUNNING' });
    expect(stepsOf('R26', right, facts)).toMatchObject([{ outcome: 'NO_PAUSE' }]);
  });
});

describe('R27 several clarifications: their union, and only what lies after the relevant time', () => {
  it('sums disjoint pauses and unites overlapping ones', () => {
    const disjoint =
      'received@2026-09-08 clarification_requested@2026-09-10:a clarification_received@2026-09-14:a clarification_requested@2026-09-21:b clarification_received@2026-09-23:b';
    expect(judged('access', disjoint)).toMatchObject({ excludedDays: 8, dueDate: '2026-10-16' });
    const overlapping =
      'received@2026-09-08 clarification_requested@2026-09-10:a clarification_received@2026-09-16:a clarification_requested@2026-09-14:b clarification_received@2026-09-18:b';
    expect(judged('access', overlapping)).toMatchObject({ excludedDays: 9, dueDate: '2026-10-19' });
    expect(stepsOf('R27', 'access', overlapping)[0]?.text).toContain('a day is excluded once');
  });

  it('excludes nothing before the relevant time, and only the rest of a pause across it', () => {
    const before =
      'received@2026-09-01 id_requested@2026-09-02 clarification_requested@2026-09-02 clarification_received@2026-09-07 id_received@2026-09-08';
    expect(judged('access', before)).toMatchObject({ dueDate: '2026-10-08', excludedDays: 0 });
    const across =
      'received@2026-09-01 id_requested@2026-09-02 clarification_requested@2026-09-02 clarification_received@2026-09-10 id_received@2026-09-08';
    expect(judged('access', across)).toMatchObject({ dueDate: '2026-10-12', excludedDays: 2 });
    expect(stepsOf('R27', 'access', across)[0]?.text).toContain('only the 2 days after the start');
  });

  it('asked on the day of receipt excludes the days after it only', () => {
    const facts = 'received@2026-09-07 clarification_requested@2026-09-07 clarification_received@2026-09-08';
    expect(judged('access', facts)).toMatchObject({ dueDate: '2026-10-08', excludedDays: 1 });
  });
});

describe('R28 a clarification at the edge of the period', () => {
  it('asked on the last day saves that day', () => {
    const facts = 'received@2026-09-08 clarification_requested@2026-10-08 clarification_received@2026-10-12';
    expect(judged('access', facts)).toMatchObject({ dueDate: '2026-10-13', excludedDays: 5 });
  });

  it('asked on the rolled Monday keeps the period from ending on an excluded day, unless D-7 is answered otherwise', () => {
    const facts = 'received@2026-09-10 clarification_requested@2026-10-12 clarification_received@2026-10-14';
    expect(judged('access', facts)).toMatchObject({
      dueDate: '2026-10-15',
      conservativeDueDate: '2026-10-12',
    });
    expect(stepsOf('R28', 'access', facts)).toHaveLength(1);
    const policy = { clarificationOnRolledDay: 'not-excluded' } as const;
    expect(judged('access', facts, { policy }).dueDate).toBe('2026-10-12');
    expect(stepsOf('R28', 'access', facts, { policy })[0]?.text).toContain('D-7');
  });

  it('asked after expiry changes no date', () => {
    const facts = 'received@2026-09-08 clarification_requested@2026-10-09 clarification_received@2026-10-12';
    expect(judged('access', facts)).toMatchObject({
      dueDate: '2026-10-08',
      excludedDays: 0,
      state: 'RUNNING',
    });
    expect(stepsOf('R28', 'access', facts)).toMatchObject([{ outcome: 'ASKED_AFTER_EXPIRY' }]);
  });

  it('within an extended period moves the three-month date only', () => {
    const facts =
      'received@2026-09-08 extension_notified@2026-10-01 clarification_requested@2026-11-02 clarification_received@2026-11-06';
    expect(judged('access', facts)).toMatchObject({
      dueDate: '2026-10-08',
      extendedDueDate: '2026-12-14',
      effectiveDueDate: '2026-12-14',
      conservativeDueDate: '2026-12-14',
      excludedDays: 5,
    });
  });
});

describe('R29 while a clarification is outstanding there is no due date', () => {
  it('shows the days counted and the days still to count', () => {
    const answer = judged('access', 'received@2026-09-08 clarification_requested@2026-09-14');
    expect(answer).toMatchObject({
      state: 'PAUSED_CLARIFICATION',
      dueDate: null,
      countedDays: 5,
      remainingDays: 25,
      fallbackDueDate: '2026-10-08',
    });
    expect(answer.reason).toContain('R29');
  });

  it('keeps the month that had ended when it is asked within an extended period', () => {
    const facts = 'received@2026-09-08 extension_notified@2026-10-01 clarification_requested@2026-11-02';
    expect(judged('access', facts)).toMatchObject({
      state: 'PAUSED_CLARIFICATION',
      dueDate: '2026-10-08',
      effectiveDueDate: null,
      countedDays: 54,
      remainingDays: 37,
    });
  });

  it('ends when the person declines, as with an answer', () => {
    const facts =
      'received@2026-09-08 clarification_requested@2026-09-14:a clarification_declined@2026-09-18:a';
    expect(judged('access', facts)).toMatchObject({ dueDate: '2026-10-13', excludedDays: 5 });
    expect(stepsOf('R29', 'access', facts)[0]?.text).toContain('declined');
  });

  it('ignores an answer to what was not asked', () => {
    const facts =
      'received@2026-09-08 clarification_requested@2026-09-14:a clarification_received@2026-09-18:b';
    expect(judged('access', facts).state).toBe('PAUSED_CLARIFICATION');
    expect(stepsOf('R29', 'access', facts).some(({ outcome }) => outcome === 'UNSOLICITED')).toBe(true);
  });
});

describe('R30 every act that moves a date leaves the date without it in sight', () => {
  it('joins the fallback in only while an act is doubtful', () => {
    const certain = 'received@2026-10-14 extension_notified@2026-10-20';
    expect(judged('access', certain)).toMatchObject({
      effectiveDueDate: '2027-01-14',
      fallbackDueDate: '2026-11-16',
      planBy: '2027-01-14',
    });
    expect(judged('access', `${certain}:doubtful`)).toMatchObject({
      effectiveDueDate: '2027-01-14',
      planBy: '2026-11-16',
    });
    expect(stepsOf('R30', 'access', `${certain}:doubtful`).at(-1)?.text).toContain(
      'Work to Monday 16 November',
    );
  });
});
