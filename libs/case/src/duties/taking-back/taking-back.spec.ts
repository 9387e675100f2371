import type { CivilDate } from '@duly/law';
import { received, type Given, type Told } from '../../case.given.js';
import type { CaseRight } from '../../names.js';

const on = '2036-04-14' as CivilDate;
const start = (right: CaseRight): Told =>
  received({ on: '2036-03-31', right, settings: { duties: 'required' } }).on('2036-04-14');
const found = (finding: 'inaccurate' | 'accurate'): Given => ({
  verb: 'record-finding',
  finding,
  words: 'w',
  reasons: 'r',
});
const takeBack = (record: number, reasons = 'r'): Given => ({ verb: 'take-back', record, reasons });
const refuse: Given = { verb: 'refuse', extent: 'wholly', ground: 'right-does-not-apply', reasons: 'r' };
const answer: Given = { verb: 'answer', extent: 'wholly', words: 'w' };

describe('what was recorded by mistake on 14 April (UK GDPR Art 5(1)(d))', () => {
  it('counts no longer, and stays to be read: a finding of inaccurate that was another tenant’s', () => {
    const mistaken = start('rectification').when(found('inaccurate'));
    const both = mistaken.when(found('accurate'));
    both.when(refuse).refused('decided-otherwise');
    const right = both.when(takeBack(mistaken.number('FindingRecorded'))).then('RecordTakenBack');
    expect(right.events.filter(type => type === 'FindingRecorded')).toHaveLength(2);
    expect(right.summary.owes).toEqual([]);
    right.when(refuse).then('RefusalDecided', 'NoticeGiven', 'RequestRefused');
  });

  it('takes along what rests on it: the correction of that finding, which no letter tells', () => {
    const corrected = start('rectification').when(found('inaccurate'));
    const finding = corrected.number('FindingRecorded');
    const told = corrected
      .when({ verb: 'record-correction', finding, how: 'corrected', words: 'w', on })
      .when(takeBack(finding))
      .then('RecordTakenBack', 'RecordTakenBack')
      .when(found('inaccurate'));
    const anew = told
      .when({
        verb: 'record-correction',
        finding: told.number('FindingRecorded'),
        how: 'completed',
        words: 'w',
        on,
      })
      .when({ verb: 'record-no-recipients', reasons: 'r' })
      .when(answer);
    expect(anew.letters.at(-1)?.tells).toMatchObject([
      { type: 'FindingRecorded', number: told.number('FindingRecorded') },
      { type: 'CorrectionMade', how: 'completed' },
      { type: 'NoRecipientsRecorded' },
    ]);
  });

  it('is a recipient named by mistake: the task ends, and that there is none can be recorded', () => {
    const named = start('erasure').when({ verb: 'name-recipient', words: 'w' });
    named.when({ verb: 'record-no-recipients', reasons: 'r' }).refused('contradicts-facts');
    expect(named.tasks).toContain('tell-recipient');
    const none = named.when(takeBack(named.number('RecipientNamed')));
    expect(none.tasks).not.toContain('tell-recipient');
    none.when({ verb: 'record-no-recipients', reasons: 'r' }).then('NoRecipientsRecorded');
  });

  it('is an outcome: the recipient is to be told again', () => {
    const restricted = start('restriction')
      .when({ verb: 'restrict', ground: 'needed_for_claims', words: 'w', on, heldBy: [] })
      .when({ verb: 'name-recipient', words: 'w' });
    const recipient = restricted.number('RecipientNamed');
    const told = restricted.when({ verb: 'record-recipient-outcome', recipient, outcome: 'told', on });
    expect(told.summary.owes).toEqual([]);
    const again = told.when(takeBack(told.number('RecipientOutcomeRecorded')));
    expect(again.summary.owes).toEqual(['recipients']);
    expect(again.tasks).toContain('tell-recipient');
  });

  it('is an erasure or another person that were another case’s', () => {
    const ground: Given = {
      verb: 'judge-erasure-ground',
      ground: 'consent_withdrawn',
      applies: true,
      reasons: 'r',
    };
    const erase: Given = {
      verb: 'carry-out-erasure',
      words: 'w',
      backups: 'b',
      wasPublic: true,
      on,
      heldBy: [],
    };
    const erased = start('erasure').when(ground).when(erase);
    expect(erased.summary.owes).toContain('public-copies');
    const record = erased.number('DataErased');
    expect(erased.when(takeBack(record)).summary.owes).toEqual(['erasure']);
    const person: Given = { verb: 'review-other-person', words: 'w', decision: 'withheld', reasons: 'r' };
    const reviewed = start('access').when(person);
    const without = reviewed.when(takeBack(reviewed.number('OtherPersonReviewed')));
    expect(without.summary.owes).toContain('others');
  });

  it('is taken back once, with reasons, and not while a letter that tells it is on its way', () => {
    const told = start('rectification').when(found('accurate'));
    const record = told.number('FindingRecorded');
    told.when(takeBack(record, '')).refused('reasons-missing');
    told.when(takeBack(1)).refused('not-on-record');
    told.when(takeBack(record)).when(takeBack(record)).refused('not-on-record');
    told.thePost('silent').when(refuse).when(takeBack(record)).refused('already-decided');
    told.when(refuse).when(takeBack(record)).refused('case-closed');
  });
});
