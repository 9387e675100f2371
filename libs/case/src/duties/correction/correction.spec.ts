import type { CivilDate } from '@duly/law';
import { received, type Given, type Told } from '../../case.given.js';
import { findings, waysOfCorrecting, type Finding, type WayOfCorrecting } from './commands.js';

const on = (date: string): CivilDate => date as CivilDate;
const start = (duties: 'required' | 'advised' = 'required'): Told =>
  received({ on: '2036-03-31', right: 'rectification', settings: { duties } }).on('2036-04-14');
const found = (finding: Finding): Given => ({
  verb: 'record-finding',
  finding,
  words: 'the address of 2031',
  reasons: 'r',
});
const corrected = (told: Told, how: WayOfCorrecting = 'corrected'): Given => ({
  verb: 'record-correction',
  finding: told.number('FindingRecorded'),
  how,
  words: 'w',
  on: on('2036-04-14'),
});
const held = (told: Told, change: object): Told =>
  told.when({ ...corrected(told), heldBy: ['DR-2036-000001-1'], ...change } as Given);
const noRecipients: Given = { verb: 'record-no-recipients', reasons: 'r' };
const answer: Given = { verb: 'answer', extent: 'wholly', words: 'w' };
const refuse: Given = {
  verb: 'refuse',
  extent: 'wholly',
  ground: 'right-does-not-apply',
  reasons: 'r',
};

describe('rectification (R37, UK GDPR Art 16)', () => {
  it('owes a finding, then the correction, then word to the recipients', () => {
    expect(start().summary.owes).toEqual(['finding']);
    const wrong = start().when(found('inaccurate')).then('FindingRecorded');
    expect(wrong.summary.owes).toEqual(['correction']);
    const right = wrong.when(corrected(wrong)).then('CorrectionMade');
    expect(right.summary.owes).toEqual(['recipients']);
    expect(right.when(noRecipients).summary.owes).toEqual([]);
  });

  it('is answered once all that is on record, or the answer says why not', () => {
    start().when(answer).refused('duties-open');
    const wrong = start().when(found('inaccurate'));
    wrong.when(answer).refused('duties-open');
    wrong
      .when(corrected(wrong))
      .when(noRecipients)
      .when(answer)
      .then('AnswerDecided', 'NoticeGiven', 'RequestAnswered');
    wrong
      .when({ verb: 'answer', extent: 'wholly', words: 'w', despite: 'r' })
      .then('AnswerDecided', 'NoticeGiven', 'RequestAnswered');
  });

  const fits: Readonly<Record<Finding, readonly WayOfCorrecting[]>> = {
    inaccurate: ['corrected', 'completed', 'statement-added'],
    incomplete: ['completed', 'statement-added'],
    accurate: ['statement-added'],
    opinion: ['marked-as-opinion', 'statement-added'],
  };
  const pairs = findings.flatMap(finding => waysOfCorrecting.map(how => [finding, how] as const));

  it.each(pairs)('what was found %s: %s', (finding, how) => {
    const told = start().when(found(finding));
    const then = told.when(corrected(told, how));
    expect(then.verdict).toBe(fits[finding].includes(how) ? 'CorrectionMade' : 'does-not-fit');
  });

  it('of data that is accurate, or an opinion marked as such, is refused with reasons and never answered', () => {
    for (const finding of ['accurate', 'opinion'] as const) {
      const told = start().when(found(finding));
      told.when(answer).refused('decided-otherwise');
      told.when(refuse).then('RefusalDecided', 'NoticeGiven', 'RequestRefused');
    }
  });

  it('of what is wrong is not refused as if it were right, whatever the settings', () => {
    const told = start('advised').when(found('incomplete'));
    told.when(refuse).refused('decided-otherwise');
    told
      .when({
        verb: 'assess-request',
        finding: 'manifestly-unfounded',
        factors: [{ factor: 'no_intention_to_exercise', words: 'w' }],
        reasons: 'r',
      })
      .when({ ...refuse, ground: 'manifestly-unfounded' })
      .then('RefusalDecided', 'NoticeGiven', 'RequestRefused');
  });

  it('where one of two is right is answered in part and refused in part', () => {
    const told = start('advised').when(found('inaccurate')).when(found('accurate'));
    told.when(answer).refused('decided-otherwise');
    told.when(refuse).refused('decided-otherwise');
    const partly = told.when({ ...refuse, extent: 'partly' }).when(answer);
    expect(partly.summary.outcome).toBe('partly-answered');
  });

  it('knows no correction without a finding, none of the future, and none before the receipt', () => {
    start().when(corrected(start())).refused('not-on-record');
    const told = start().when(found('inaccurate'));
    told.when({ ...corrected(told), on: on('2036-04-15') } as Given).refused('date-in-future');
    told.when({ ...corrected(told), on: on('2036-03-30') } as Given).refused('date-before');
  });

  it('waits on 14 April while the person’s access case of 31 March holds what it would overwrite (R49a, DPA 2018 s.173)', () => {
    const told = start().when(found('inaccurate'));
    held(told, {}).refused('held');
    held(told, { heldBy: [], mayBeHeldBy: ['DR-2036-000002-1'] }).refused('held');
    held(told, { heldBy: [] }).then('CorrectionMade');
  });

  it('need not wait where what it said before is still there to be copied (s.173 forbids to prevent disclosure)', () => {
    const told = start().when(found('inaccurate'));
    held(told, { isEarlierKept: false }).refused('held');
    const kept = held(told, { isEarlierKept: true }).then('CorrectionMade');
    expect(kept.file.events.at(-1)).toMatchObject({ how: 'corrected', isEarlierKept: true });
    for (const how of ['completed', 'statement-added']) held(told, { how }).then('CorrectionMade');
    held(start().when(found('opinion')), { how: 'marked-as-opinion' }).then('CorrectionMade');
  });

  it('wants reasons for what it finds', () => {
    start()
      .when({ ...found('accurate'), reasons: '' } as Given)
      .refused('reasons-missing');
  });
});
