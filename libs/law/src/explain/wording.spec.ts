import { judged, stepsOf, type Circumstances } from '../clauses/judged.js';
import type { Right } from '../clock/input.js';

const texts = (rule: string, right: Right, facts: string, circumstances?: Circumstances): string =>
  stepsOf(rule, right, facts, circumstances)
    .map(({ text, cite }) => `${text} ${cite}`)
    .join('\n');

describe('explanations say what is so, and no more', () => {
  it('names the doubtful points that made a difference, and only those', () => {
    const late = texts('R30', 'access', 'received@2026-09-01 id_requested@2026-09-15 id_received@2026-09-20');
    expect(late).toContain('Under the cautious answer (D-2: identity asked for late moves nothing)');
    expect(late).not.toMatch(/D-1|D-7/);
    const onRolledDay =
      'received@2026-10-01 clarification_requested@2026-11-02:z clarification_received@2026-11-05:z';
    expect(texts('R30', 'access', onRolledDay)).toContain('doubtful point D-7');
  });

  it('names a pause of one day as that day, and the days of a longer one together', () => {
    const oneDay = 'received@2026-06-30 clarification_requested@2026-07-01 clarification_received@2026-07-01';
    expect(texts('R26', 'access', oneDay)).toContain('Wednesday 1 July 2026 is excluded: 1 day.');
    const rolled = 'received@2026-10-01 clarification_requested@2026-11-02 clarification_received@2026-11-05';
    expect(texts('R28', 'access', rolled)).toContain(
      'Monday 2 November 2026 to Thursday 5 November 2026 are excluded by a clarification',
    );
  });

  it('names everything that is awaited', () => {
    const facts = 'received@2026-03-03 id_requested@2026-03-04 fee_requested@2026-03-05:12(5)';
    expect(texts('R24', 'erasure', facts)).toContain(
      'proof of identity and a fee were asked for and have not arrived',
    );
  });

  it('tells the date that an extension would give, while none was given', () => {
    expect(texts('R12', 'access', 'received@2026-09-03')).toContain(
      'Were it extended: 3 September 2026 + 3 months → Thursday 3 December 2026.',
    );
  });

  it('does not call the outcome of a complaint late: only its acknowledgement has a date (R52, R53)', () => {
    expect(texts('R53', 'complaint', 'complaint_received@2026-07-04 completed@2026-08-03')).toContain(
      'no separate acknowledgement was due',
    );
    expect(texts('R52', 'complaint', 'complaint_received@2026-07-04 completed@2026-08-04')).toContain(
      'The outcome itself has no fixed date',
    );
  });

  it('cites the law of the ruleset for receipt on a weekend, not the ICO abroad', () => {
    const saturday = 'received@2026-09-05';
    expect(texts('R16', 'access', saturday)).toContain('ICO right of access guidance');
    for (const ruleset of ['eu-gdpr', 'ca-pipeda'] as const) {
      expect(texts('R16', 'access', saturday, { ruleset })).not.toContain('ICO');
    }
  });
});

describe('R30 the fallback joins the plan while an act, or what answered it, is doubtful', () => {
  const asked = 'received@2026-09-03 id_requested@2026-09-04';
  it.each([
    [`${asked} id_received@2026-09-11`, '2026-10-12'],
    [`${asked}:doubtful id_received@2026-09-11`, '2026-10-05'],
    [`${asked} id_received@2026-09-11:doubtful`, '2026-10-05'],
  ])('%s: work to %s', (facts, planBy) => {
    expect(judged('access', facts)).toMatchObject({ effectiveDueDate: '2026-10-12', planBy });
  });

  it('tells pauses that adjoin as one, and those that do not as two (R27)', () => {
    const pauses = (second: string): string =>
      texts(
        'R27',
        'access',
        `received@2026-03-02 clarification_requested@2026-03-05:a clarification_received@2026-03-06:a clarification_requested@${second}:b clarification_received@2026-03-09:b`,
      );
    expect(pauses('2026-03-07')).toContain('one pause: a day is excluded once');
    expect(pauses('2026-03-08')).toBe('');
  });

  it('tells an answer from a refusal to answer (R29)', () => {
    const facts = 'received@2026-03-02 clarification_requested@2026-03-05';
    expect(texts('R26', 'access', `${facts} clarification_received@2026-03-09`)).toContain(
      'it was answered on',
    );
    expect(texts('R29', 'access', `${facts} clarification_declined@2026-03-09`)).toContain('it was declined');
  });

  it('tells of no pause where an answer of the same day leaves none (D-1)', () => {
    const facts = 'received@2026-03-02 clarification_requested@2026-03-05 clarification_received@2026-03-05';
    const byPolicy = { policy: { clarificationAnswerDay: 'counted' as const } };
    expect(texts('R26', 'access', facts)).toContain('Thursday 5 March 2026 is excluded');
    expect(texts('R26', 'access', facts, byPolicy)).not.toContain('excluded');
    expect(texts('R27', 'access', facts, byPolicy)).toBe('');
    expect(judged('access', facts, byPolicy)).toMatchObject({ dueDate: '2026-04-02', excludedDays: 0 });
  });
});
