import { restrictionGrounds, type CivilDate, type RestrictionGround } from '@duly/law';
import { received, type Given, type Told } from '../../case.given.js';
import type { CaseRight } from '../../names.js';

const on = '2036-04-14' as CivilDate;
const start = (right: CaseRight = 'restriction'): Told =>
  received({ on: '2036-03-31', right }).on('2036-04-14');
const restrict = (ground: RestrictionGround = 'needed_for_claims'): Given => ({
  verb: 'restrict',
  ground,
  words: 'w',
  on,
  heldBy: [],
});
const lift = (told: Told): Given => ({
  verb: 'lift-restriction',
  restriction: told.number('DataRestricted'),
  reasons: 'r',
});
const grounds = Object.keys(restrictionGrounds) as RestrictionGround[];

describe('restriction (R39, UK GDPR Art 18)', () => {
  it.each(grounds)('is carried out on the ground %s, and the record names its provision', ground => {
    const told = start().when(restrict(ground)).then('DataRestricted');
    expect(told.file.events.at(-1)?.cite).toBe(`${restrictionGrounds[ground].cite} (R39)`);
  });

  it('ends only when the person was told: the letter first, then the lifting (Art 18(3))', () => {
    const told = start().when(restrict());
    told.when(lift(told)).then('LiftingDecided', 'NoticeGiven', 'RestrictionLifted');
    const decided = told.thePost('silent').when(lift(told)).then('LiftingDecided');
    expect(decided.events).not.toContain('RestrictionLifted');
    const posted = decided.on('2036-04-16').when({
      verb: 'record-notice-given',
      decided: decided.number('LiftingDecided'),
      how: 'post',
      on: '2036-04-15' as CivilDate,
    });
    posted.then('NoticeGiven', 'RestrictionLifted');
    expect(posted.file.events.at(-1)?.on).toBe('2036-04-15');
  });

  it.each(['refused', 'unknown', 'to-be-posted'] as const)(
    'is not lifted where the letter about it is %s',
    outcome => {
      const told = start().when(restrict()).thePost(outcome);
      expect(told.when(lift(told)).events).not.toContain('RestrictionLifted');
    },
  );

  it('is lifted when the letter is given after the case has closed', () => {
    const told = start().when(restrict()).thePost('silent');
    const closed = told
      .when(lift(told))
      .thePost('accepted')
      .when({ verb: 'answer', extent: 'wholly', words: 'w' });
    const decided = closed.number('LiftingDecided');
    closed
      .when({ verb: 'record-notice-given', decided, how: 'by-hand', on })
      .then('NoticeGiven', 'RestrictionLifted');
  });

  it('is lifted once: not twice, not what never was, not while its letter is on the way', () => {
    const told = start().when(restrict());
    start().when(lift(start())).refused('not-on-record');
    told.when(lift(told)).when(lift(told)).refused('not-on-record');
    told.thePost('silent').when(lift(told)).when(lift(told)).refused('already-decided');
    told.when({ ...lift(told), reasons: '' } as Given).refused('reasons-missing');
  });

  it('stands while accuracy is checked, or an objection weighed (Art 18(1)(a), (d))', () => {
    const objection = start('objection').when(restrict('objection_pending'));
    objection.when(lift(objection)).refused('still-being-checked');
    const correction = start('rectification').when(restrict('accuracy_contested'));
    correction.when(lift(correction)).refused('still-being-checked');
    const found = correction.when({ verb: 'record-finding', finding: 'accurate', words: 'w', reasons: 'r' });
    expect(found.summary.owes).toContain('lifting');
    const lifted = found.when(lift(found)).then('LiftingDecided', 'NoticeGiven', 'RestrictionLifted');
    expect(lifted.summary.owes).not.toContain('lifting');
  });

  it('on another ground is for a case of its own', () => {
    start('objection').when(restrict('accuracy_contested')).refused('does-not-fit');
    start('rectification').when(restrict('objection_pending')).refused('does-not-fit');
    start('access').when(restrict()).refused('not-for-this-right');
  });

  it('that was lifted on 16 April is not told as one that stands in the answer of 17 April', () => {
    const two = start().when(restrict()).when(restrict('accuracy_contested'));
    const told = two.on('2036-04-16').when(lift(two)).on('2036-04-17');
    const answered = told.when({ verb: 'answer', extent: 'wholly', words: 'w', despite: 'r' });
    const tells = answered.letters.at(-1)?.tells ?? [];
    expect(tells.map(({ type }) => type)).toEqual(['DataRestricted']);
    expect(tells[0]?.number).toBe(told.file.events.find(({ type }) => type === 'DataRestricted')?.number);
  });

  it('has a letter that holds which data it was', () => {
    const told = start().when(restrict());
    const letter = told.when(lift(told)).letters.at(-1);
    expect(letter).toMatchObject({ kind: 'restriction-lifting', about: { type: 'DataRestricted' } });
  });
});
