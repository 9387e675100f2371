import type { CivilDate } from '@duly/law';
import { colleague, received, type Given, type Told } from '../case.given.js';
import type { CaseRight, RefusalGround, WeighedRight } from '../names.js';

const on = '2036-04-14' as CivilDate;
const weighedRights: readonly WeighedRight[] = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'portability',
  'objection',
  'adm_22c',
];
const start = (right: CaseRight): Told =>
  received({ on: '2036-03-31', right, settings: { duties: 'advised' } }).on('2036-04-14');
const refuse = (ground: RefusalGround, extent: 'wholly' | 'partly' = 'wholly'): Given => ({
  verb: 'refuse',
  extent,
  ground,
  reasons: 'r',
  despite: 'no setting and no reason stands in for what the ground rests on',
});
const answer: Given = { verb: 'answer', extent: 'wholly', words: 'w' };
const notApplying = refuse('right-does-not-apply');

describe('a request of 31 March that is refused on 14 April as one that the right does not cover (Art 12(4)–(5))', () => {
  it('of access never is: where nothing is held, that is the answer (R36, R47)', () => {
    start('access').when(notApplying).refused('not-for-this-right');
    const none = start('access').when({ verb: 'record-particulars', isProcessed: false });
    none.when(answer).then('AnswerDecided', 'NoticeGiven', 'RequestAnswered');
  });

  it.each<[CaseRight, Given]>([
    ['rectification', { verb: 'record-finding', finding: 'accurate', words: 'w', reasons: 'r' }],
    [
      'objection',
      {
        verb: 'weigh-objection',
        basis: 'public-task',
        compellingGrounds: true,
        legalClaims: false,
        words: 'w',
        reasons: 'r',
      },
    ],
    [
      'portability',
      {
        verb: 'test-item',
        words: 'w',
        basis: 'legal_obligation',
        isAutomated: true,
        origin: 'provided',
        harmsOthers: false,
        otherParties: 0,
      },
    ],
  ])('of %s rests on what finds it, whatever the settings', (right, finding) => {
    start(right).when(notApplying).refused('duties-open');
    start(right).when(finding).when(notApplying).then('RefusalDecided', 'NoticeGiven', 'RequestRefused');
    start(right).when(finding).when(answer).refused('decided-otherwise');
  });

  it('of erasure rests on a judgement of all six grounds, or of an exception', () => {
    const judged = start('erasure').when({
      verb: 'judge-erasure-ground',
      ground: 'consent_withdrawn',
      applies: true,
      reasons: 'r',
    });
    start('erasure').when(notApplying).refused('duties-open');
    judged.when(notApplying).refused('decided-otherwise');
    judged
      .when({
        verb: 'judge-erasure-exception',
        exception: 'legal_claims',
        applies: true,
        extent: 'wholly',
        reasons: 'r',
      })
      .when(notApplying)
      .then('RefusalDecided', 'NoticeGiven', 'RequestRefused');
  });

  it('of restriction is not while something stands restricted; of a decision not once a person has looked again', () => {
    start('restriction')
      .when({ verb: 'restrict', ground: 'unlawful_but_not_erased', words: 'w', on, heldBy: [] })
      .when(notApplying)
      .refused('decided-otherwise');
    start('adm_22c')
      .when({
        verb: 'record-intervention',
        reviewer: colleague,
        configuredBy: 'staff-3',
        on,
        words: 'w',
        reasons: 'r',
      })
      .when({ verb: 'decide-again', outcome: 'stands', reasons: 'r' })
      .when(notApplying)
      .refused('decided-otherwise');
  });
});

describe('the other grounds', () => {
  it.each(weighedRights)(
    'an exemption from %s needs one in force (R49b), and of Art 22C there is none',
    right => {
      start(right)
        .when(refuse('exemption'))
        .refused(right === 'adm_22c' ? 'not-for-this-right' : 'duties-open');
    },
  );

  it('an exemption that the reviewer disagrees with carries nothing (R49b)', () => {
    const applied = start('access').when({
      verb: 'apply-exemption',
      exemption: 'legal_professional_privilege',
      words: 'w',
      reasons: 'r',
      isTold: true,
    });
    const review = (agrees: boolean): Told =>
      applied.when({
        verb: 'review-exemption',
        applied: applied.number('ExemptionApplied'),
        agrees,
        reasons: 'r',
        by: colleague,
      });
    applied.when(refuse('exemption')).refused('duties-open');
    review(false).when(refuse('exemption')).refused('duties-open');
    review(true).when(refuse('exemption')).then('RefusalDecided', 'NoticeGiven', 'RequestRefused');
  });

  it('what is withheld for another person’s sake carries a refusal of that part (Art 15(4))', () => {
    const reviewed = (decision: 'withheld' | 'consent'): Told =>
      start('access').when({ verb: 'review-other-person', words: 'w', decision, reasons: 'r' });
    reviewed('consent').when(refuse('exemption', 'partly')).refused('duties-open');
    reviewed('withheld')
      .when(refuse('exemption', 'partly'))
      .then('RefusalDecided', 'NoticeGiven', 'RequestRefused');
  });

  it.each(weighedRights)('that nobody can be identified is shown first, of %s (Arts 11(2), 12(2))', right => {
    start(right).when(refuse('cannot-identify')).refused('duties-open');
    const asked = start(right).when({ verb: 'ask-for-identity', doubts: 'w', words: 'w' });
    asked.when(refuse('cannot-identify')).then('RefusalDecided', 'NoticeGiven', 'RequestRefused');
  });

  it('in a case that was opened before grounds had to be on record none is asked for', () => {
    const told = start('rectification');
    const { groundsOnRecord: _ground, ...settings } = told.file.opening.settings;
    const old = { ...told.file, opening: { ...told.file.opening, settings } };
    Object.assign(start('rectification'), { file: old })
      .when(notApplying)
      .then('RefusalDecided', 'NoticeGiven', 'RequestRefused');
  });
});

describe('portability whose items were tested (R40)', () => {
  const item = {
    verb: 'test-item',
    words: 'w',
    basis: 'contract',
    isAutomated: true,
    origin: 'provided',
    harmsOthers: false,
    otherParties: 0,
  } as const satisfies Given;

  it('is not refused where everything is portable, nor wholly where something is', () => {
    const all = start('portability').when(item);
    all.when(notApplying).refused('decided-otherwise');
    const some = all.when({ ...item, origin: 'inferred' });
    some.when(notApplying).refused('decided-otherwise');
    some.when(answer).then('AnswerDecided', 'NoticeGiven', 'RequestAnswered');
    some
      .when(refuse('right-does-not-apply', 'partly'))
      .then('RefusalDecided', 'NoticeGiven', 'RequestRefused');
  });
});

describe('an objection that is overridden (R39, R41)', () => {
  it('and refused where duties are required has the restriction lifted first, and who has the data told', () => {
    const told = received({ on: '2036-03-31', right: 'objection', settings: { duties: 'required' } })
      .on('2036-04-14')
      .when({ verb: 'restrict', ground: 'objection_pending', words: 'w', on, heldBy: [] })
      .when({
        verb: 'weigh-objection',
        basis: 'legitimate-interests',
        compellingGrounds: true,
        legalClaims: false,
        words: 'w',
        reasons: 'r',
      });
    const { despite: _despite, ...refusal } = notApplying as Extract<Given, { verb: 'refuse' }>;
    told.when(refusal).refused('duties-open');
    told
      .when({ verb: 'record-no-recipients', reasons: 'r' })
      .when({ verb: 'lift-restriction', restriction: told.number('DataRestricted'), reasons: 'r' })
      .when(refusal)
      .then('RefusalDecided', 'NoticeGiven', 'RequestRefused');
  });
});
