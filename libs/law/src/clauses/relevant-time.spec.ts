import { judged, stepsOf } from './judged.js';

describe('R21 the month begins when the identity asked for arrives', () => {
  it.each(['access', 'erasure', 'portability', 'objection'] as const)('holds for %s', right => {
    const facts = 'received@2026-03-02 id_requested@2026-03-03 id_received@2026-03-16';
    expect(judged(right, facts)).toMatchObject({ relevantDate: '2026-03-16', dueDate: '2026-04-16' });
  });

  it('needs reasonable doubts, recorded when it was asked', () => {
    const facts = 'received@2026-10-05 id_requested@2026-10-06:no-doubts id_received@2026-10-20';
    expect(judged('access', facts)).toMatchObject({ relevantDate: '2026-10-05', dueDate: '2026-11-05' });
    expect(stepsOf('R21', 'access', facts)[0]).toMatchObject({ outcome: 'NO_REASONABLE_DOUBTS' });
  });

  it('takes what does not suffice, twice, for not received', () => {
    const facts =
      'received@2026-09-01 id_requested@2026-09-02 id_received@2026-09-08:insufficient id_received@2026-09-11:insufficient id_received@2026-09-17';
    expect(judged('access', facts)).toMatchObject({ relevantDate: '2026-09-17', dueDate: '2026-10-19' });
    expect(stepsOf('R21', 'access', facts).filter(({ outcome }) => outcome === 'INSUFFICIENT')).toHaveLength(
      2,
    );
  });

  it('ignores an identity that nobody asked for, and says so', () => {
    const facts = 'received@2026-09-01 id_received@2026-09-08';
    expect(judged('access', facts)).toMatchObject({ relevantDate: '2026-09-01', dueDate: '2026-10-01' });
    expect(stepsOf('R21', 'access', facts)).toMatchObject([{ outcome: 'UNSOLICITED' }]);
  });

  it('waits for the last of several asks', () => {
    const facts =
      'received@2026-09-01 id_requested@2026-09-02 id_received@2026-09-08 id_requested@2026-09-10 id_received@2026-09-15';
    expect(judged('access', facts)).toMatchObject({ relevantDate: '2026-09-15', dueDate: '2026-10-15' });
  });
});

describe('R22 an agent’s authority moves the start as identity does, by guidance', () => {
  const facts = 'received@2026-10-05 authority_requested@2026-10-06 authority_received@2026-10-15';

  it('moves it, and keeps the date without it', () => {
    expect(judged('access', facts)).toMatchObject({
      relevantDate: '2026-10-15',
      dueDate: '2026-11-16',
      fallbackDueDate: '2026-11-05',
    });
    expect(stepsOf('R22', 'access', facts)[0]?.text).toContain('(D-6)');
  });

  it('moves nothing under the other answer to D-6', () => {
    const policy = { agentAuthority: 'not-a-trigger' } as const;
    expect(judged('access', facts, { policy }).dueDate).toBe('2026-11-05');
  });
});

describe('R23 only a fee under Art 12(5) moves the start', () => {
  it('waits for the fee of a manifestly excessive request', () => {
    const facts = 'received@2026-06-01 fee_requested@2026-06-03:12(5) fee_paid@2026-06-15';
    expect(judged('access', facts)).toMatchObject({ relevantDate: '2026-06-15', dueDate: '2026-07-15' });
  });

  it('waits for no fee for further copies, unless D-5 is answered otherwise', () => {
    const facts = 'received@2026-10-05 fee_requested@2026-10-06:15(3) fee_paid@2026-10-20';
    expect(judged('access', facts).dueDate).toBe('2026-11-05');
    const policy = { furtherCopiesFee: 'moves-relevant-time' } as const;
    expect(judged('access', facts, { policy }).dueDate).toBe('2026-11-20');
    expect(stepsOf('R23', 'access', facts, { policy })[0]?.text).toContain('by policy D-5');
  });
});

describe('R24 while what was asked for is outstanding there is no due date', () => {
  it.each([
    ['id_requested@2026-06-03', 'AWAITING_ID'],
    ['authority_requested@2026-06-03', 'AWAITING_AUTHORITY'],
    ['fee_requested@2026-06-03:12(5)', 'AWAITING_FEE'],
    ['fee_requested@2026-06-03:12(5) id_requested@2026-06-04', 'AWAITING_ID'],
  ])('%s: %s', (asked, state) => {
    const answer = judged('access', `received@2026-06-01 ${asked}`);
    expect(answer).toMatchObject({
      state,
      relevantDate: null,
      dueDate: null,
      effectiveDueDate: null,
      planBy: null,
      fallbackDueDate: '2026-07-01',
    });
    expect(answer.reason).toContain('R24');
  });
});

describe('R25 identity asked for late still moves the start, but is flagged; asked too late it moves nothing', () => {
  it('counts five working days after receipt on 1 September 2026 to the 8th', () => {
    const inTime = 'received@2026-09-01 id_requested@2026-09-08 id_received@2026-09-15';
    const late = 'received@2026-09-01 id_requested@2026-09-09 id_received@2026-09-15';
    expect(judged('access', inTime)).toMatchObject({ dueDate: '2026-10-15', planBy: '2026-10-15' });
    expect(judged('access', late)).toMatchObject({
      dueDate: '2026-10-15',
      conservativeDueDate: '2026-10-01',
      planBy: '2026-10-01',
    });
    expect(stepsOf('R25', 'access', late)[0]?.text).toContain('ID_REQUEST_LATE');
  });

  it('does not reset under the other answer to D-2', () => {
    const facts = 'received@2026-09-01 id_requested@2026-09-09 id_received@2026-09-15';
    expect(judged('access', facts, { policy: { identityAskedLate: 'does-not-reset' } }).dueDate).toBe(
      '2026-10-01',
    );
  });

  it.each(['id', 'authority'])('%s asked for after 1 October 2026 leaves the breach standing', thing => {
    const facts = `received@2026-09-01 ${thing}_requested@2026-10-02 ${thing}_received@2026-10-12`;
    expect(judged('access', facts)).toMatchObject({ dueDate: '2026-10-01', relevantDate: '2026-09-01' });
    expect(stepsOf('R25', 'access', facts)).toMatchObject([{ outcome: 'ASKED_AFTER_EXPIRY' }]);
  });
});
