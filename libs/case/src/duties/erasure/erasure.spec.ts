import { erasureGrounds, refusalGrounds, type CivilDate } from '@duly/law';
import { received, type Given, type Told } from '../../case.given.js';
import { decidedErasureGrounds, erasureExceptions, type CarryOutErasure } from './commands.js';

const on = '2036-04-14' as CivilDate;
const start = (duties: 'required' | 'advised' = 'required'): Told =>
  received({ on: '2036-03-31', right: 'erasure', settings: { duties } }).on('2036-04-14');
const ground = (name = decidedErasureGrounds[0] ?? 'unlawful', applies = true): Given => ({
  verb: 'judge-erasure-ground',
  ground: name,
  applies,
  reasons: 'r',
});
const exception = (extent?: 'wholly' | 'partly'): Given => ({
  verb: 'judge-erasure-exception',
  exception: 'legal_claims',
  applies: extent !== undefined,
  ...(extent && { extent }),
  reasons: 'r',
});
const erase = (more: Partial<CarryOutErasure> = {}): Given => ({
  verb: 'carry-out-erasure',
  words: 'w',
  backups: 'b',
  wasPublic: false,
  on,
  heldBy: [],
  ...more,
});
const none: Given = { verb: 'record-no-recipients', reasons: 'r' };
const answer: Given = { verb: 'answer', extent: 'wholly', words: 'w' };
const refuse: Given = { verb: 'refuse', extent: 'wholly', ground: 'right-does-not-apply', reasons: 'r' };
const noGround = (): Told =>
  decidedErasureGrounds.reduce((told, name) => told.when(ground(name, false)), start('advised'));

describe('erasure (R38, UK GDPR Art 17)', () => {
  it('owes the grounds, then the erasure, then word to the recipients', () => {
    expect(start().summary.owes).toEqual(['grounds']);
    const judged = start().when(ground()).then('ErasureGroundJudged');
    expect(judged.summary.owes).toEqual(['erasure']);
    const erased = judged.when(erase()).then('DataErased');
    expect(erased.summary.owes).toEqual(['recipients']);
    erased.when(answer).refused('duties-open');
    erased.when(none).when(answer).then('AnswerDecided', 'NoticeGiven', 'RequestAnswered');
  });

  it.each(decidedErasureGrounds)('the ground %s is judged with reasons, by its provision', name => {
    start()
      .when({ ...ground(name), reasons: '' } as Given)
      .refused('reasons-missing');
    const told = start().when(ground(name)).then('ErasureGroundJudged');
    expect(told.file.events.at(-1)?.cite).toBe(`${erasureGrounds[name].cite} (R38)`);
  });

  it.each(erasureExceptions)('the exception %s is judged with reasons, by its provision', name => {
    const given = { ...exception('partly'), exception: name } as Given;
    start()
      .when({ ...given, reasons: '' } as Given)
      .refused('reasons-missing');
    const told = start().when(given).then('ErasureExceptionJudged');
    expect(told.file.events.at(-1)?.cite).toBe(`${refusalGrounds.erasure[name].cite} (R38)`);
  });

  it('is not carried out before a ground applies, and answered or refused as was judged', () => {
    start().when(erase()).refused('no-ground-to-erase');
    start().when(ground()).when(refuse).refused('decided-otherwise');
    expect(noGround().summary.owes).toEqual([]);
    noGround().when(erase()).refused('no-ground-to-erase');
    noGround().when(answer).refused('decided-otherwise');
    noGround().when(refuse).then('RefusalDecided', 'NoticeGiven', 'RequestRefused');
  });

  it('where an exception covers all of it is refused (Art 17(3)); of a part, that part is', () => {
    const judged = start('advised').when(ground());
    judged.when(exception('wholly')).when(erase()).refused('no-ground-to-erase');
    judged.when(exception('wholly')).when(answer).refused('decided-otherwise');
    const partly = judged.when(exception('partly')).when(erase()).then('DataErased');
    partly.when(answer).refused('decided-otherwise');
    const both = partly.when({ ...answer, extent: 'partly' }).when({
      ...refuse,
      extent: 'partly',
    });
    expect(both.summary.outcome).toBe('partly-answered');
  });

  it('takes the last judgement of each: what was judged anew stands', () => {
    start().when(ground()).when(ground(undefined, false)).when(erase()).refused('no-ground-to-erase');
    start('advised')
      .when(ground())
      .when(exception('wholly'))
      .when(exception())
      .when(erase())
      .then('DataErased');
  });

  it('an exception that applies says how far, one that does not says nothing of it', () => {
    const given = { verb: 'judge-erasure-exception', exception: 'legal_claims', reasons: 'r' } as const;
    start()
      .when({ ...given, applies: true })
      .refused('does-not-fit');
    start()
      .when({ ...given, applies: false, extent: 'partly' })
      .refused('does-not-fit');
  });

  it('asks no others to erase what it need not erase itself (Art 17(2))', () => {
    const steps: Given = { verb: 'record-public-steps', words: 'w', on };
    start().when(steps).refused('no-ground-to-erase');
  });

  it('of what had been made public owes the steps to tell others, also before an answer to a part (Art 17(2))', () => {
    const erased = start()
      .when(ground())
      .when(erase({ wasPublic: true }))
      .when(none);
    expect(erased.summary.owes).toEqual(['public-copies']);
    erased.when({ ...answer, extent: 'partly' }).refused('duties-open');
    const told = erased.when({ verb: 'record-public-steps', words: 'w', on }).then('PublicStepsRecorded');
    expect(told.summary.owes).toEqual([]);
  });

  it('never runs while another case of the person holds the data (R49a, DPA 2018 s.173)', () => {
    const judged = start('advised').when(ground());
    judged.when(erase({ heldBy: ['DR-2036-000001-1'] })).refused('held');
    judged.when(erase()).then('DataErased');
  });

  it('cannot lie before the receipt, nor in the future', () => {
    const judged = start().when(ground());
    judged.when(erase({ on: '2036-03-30' as CivilDate })).refused('date-before');
    judged.when(erase({ on: '2036-04-15' as CivilDate })).refused('date-in-future');
  });
});
