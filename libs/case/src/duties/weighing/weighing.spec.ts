import type { CivilDate } from '@duly/law';
import { received, type Given, type Told } from '../../case.given.js';
import type { WeighObjection } from './commands.js';

const on = '2036-04-14' as CivilDate;
const start = (duties: 'required' | 'advised' = 'required'): Told =>
  received({ on: '2036-03-31', right: 'objection', settings: { duties } }).on('2036-04-14');
const restrict: Given = { verb: 'restrict', ground: 'objection_pending', words: 'w', on, heldBy: [] };
const weigh = (more: Partial<WeighObjection> = {}): Given => ({
  verb: 'weigh-objection',
  basis: 'legitimate-interests',
  compellingGrounds: false,
  legalClaims: false,
  words: 'w',
  reasons: 'r',
  ...more,
});
const stop: Given = { verb: 'stop-processing', words: 'w', on };
const none: Given = { verb: 'record-no-recipients', reasons: 'r' };
const answer: Given = { verb: 'answer', extent: 'wholly', words: 'w' };
const refuse: Given = { verb: 'refuse', extent: 'wholly', ground: 'right-does-not-apply', reasons: 'r' };

describe('objection (R41, UK GDPR Art 21(1))', () => {
  it('owes the restriction meanwhile, then the balancing test, then the end of the processing', () => {
    expect(start().summary.owes).toEqual(['restriction', 'balancing-test']);
    const restricted = start().when(restrict);
    expect(restricted.summary.owes).toEqual(['balancing-test', 'recipients']);
    const upheld = restricted.when(none).when(weigh()).then('ObjectionWeighed');
    expect(upheld.summary.owes).toEqual(['stopping']);
    upheld.when(answer).refused('duties-open');
    const stopped = upheld.when(stop).then('ProcessingStopped');
    stopped.when(answer).then('AnswerDecided', 'NoticeGiven', 'RequestAnswered');
  });

  it('that is upheld is answered and not refused; the test names who weighed', () => {
    const upheld = start('advised').when(weigh());
    expect(upheld.file.events.at(-1)).toMatchObject({ outcome: 'upheld', by: 'staff-1' });
    upheld.when(refuse).refused('decided-otherwise');
  });

  it.each([
    ['compelling legitimate grounds', { compellingGrounds: true }],
    ['legal claims', { legalClaims: true }],
  ])('is overridden by %s: refused and not answered, and the restriction is to be lifted', (_name, more) => {
    const overridden = start('advised').when(restrict).when(weigh(more));
    expect(overridden.file.events.at(-1)).toMatchObject({ outcome: 'overridden' });
    expect(overridden.summary.owes).toContain('lifting');
    overridden.when(answer).refused('decided-otherwise');
    overridden.when(refuse).then('RefusalDecided', 'NoticeGiven', 'RequestRefused');
  });

  it('is weighed anew where the first test was wrong: the last one stands', () => {
    start('advised')
      .when(weigh({ compellingGrounds: true }))
      .when(weigh())
      .when(refuse)
      .refused('decided-otherwise');
  });

  it('to research is overridden by a public-interest task alone (R43, Art 21(6))', () => {
    const research = { basis: 'research' } as const;
    start().when(weigh(research)).refused('does-not-fit');
    start()
      .when(weigh({ ...research, publicInterestTask: true, legalClaims: true }))
      .refused('does-not-fit');
    start()
      .when(weigh({ publicInterestTask: true }))
      .refused('does-not-fit');
    const told = start().when(weigh({ ...research, publicInterestTask: true }));
    expect(told.file.events.at(-1)).toMatchObject({
      outcome: 'overridden',
      cite: 'UK GDPR Art 21(6) (R43)',
    });
    const upheld = start().when(weigh({ ...research, publicInterestTask: false }));
    expect(upheld.file.events.at(-1)).toMatchObject({ outcome: 'upheld' });
  });

  it('reaches recognised legitimate interests too (Art 6(1)(ea), Art 21(1) as amended)', () => {
    const told = start().when(weigh({ basis: 'recognised-legitimate-interests' }));
    expect(told.file.events.at(-1)).toMatchObject({ outcome: 'upheld' });
  });

  it('to what rests on a contract finds that nobody can object to it: refused, not answered, nothing to weigh', () => {
    const none = start('advised')
      .when(restrict)
      .when(weigh({ basis: 'other-basis' }));
    expect(none.file.events.at(-1)).toMatchObject({ outcome: 'not-objectable' });
    expect(none.summary.owes).toContain('lifting');
    none.when(answer).refused('decided-otherwise');
    none.when(refuse).then('RefusalDecided', 'NoticeGiven', 'RequestRefused');
    start()
      .when(weigh({ basis: 'other-basis', legalClaims: true }))
      .refused('does-not-fit');
  });

  it('wants the reasons of the test', () => {
    start()
      .when(weigh({ reasons: '' }))
      .refused('reasons-missing');
  });

  it('to direct marketing is never weighed (R42)', () => {
    received({ on: '2036-03-31', right: 'objection_direct_marketing' })
      .on('2036-04-14')
      .when(weigh())
      .refused('not-for-this-right');
  });
});
