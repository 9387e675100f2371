import type { CivilDate } from '@duly/law';
import { colleague, received, type Given, type Told } from '../../case.given.js';

const on = '2036-04-14' as CivilDate;
const start = (): Told =>
  received({ on: '2036-03-31', right: 'adm_22c', settings: { duties: 'required' } }).on('2036-04-14');
const explain: Given = { verb: 'explain-decision', words: 'w' };
const represent: Given = { verb: 'record-representations', on, contests: true, words: 'w' };
const intervene: Extract<Given, { verb: 'record-intervention' }> = {
  verb: 'record-intervention',
  reviewer: colleague,
  configuredBy: 'staff-9',
  on,
  words: 'w',
  reasons: 'r',
};
const decide: Given = { verb: 'decide-again', outcome: 'changed', reasons: 'r' };
const answer: Given = { verb: 'answer', extent: 'wholly', words: 'w' };

describe('a decision that a machine took (R44, UK GDPR Art 22C)', () => {
  it('owes each safeguard in turn, and is answered once all are on record', () => {
    let told = start();
    expect(told.summary.owes).toEqual(['information', 'representations', 'intervention', 'outcome']);
    told.when(answer).refused('duties-open');
    told = told.when(explain).then('DecisionExplanationDecided', 'NoticeGiven', 'DecisionExplained');
    told = told.when(represent).then('RepresentationsRecorded');
    told = told.when(intervene).then('PersonIntervened');
    expect(told.summary.owes).toEqual(['outcome']);
    told = told.when(decide).then('DecidedAgain');
    expect(told.file.events.at(-1)).toMatchObject({ reviewer: colleague, outcome: 'changed' });
    told.when(answer).then('AnswerDecided', 'NoticeGiven', 'RequestAnswered');
  });

  it('is explained only once the letter was given', () => {
    const told = start().thePost('silent').when(explain).then('DecisionExplanationDecided');
    expect(told.summary.owes).toContain('information');
  });

  it('is looked at by somebody who neither took nor configured it', () => {
    start()
      .when({ ...intervene, reviewer: 'staff-9' })
      .refused('own-decision');
  });

  it('is recorded and decided by nobody who took or configured it, whoever looked', () => {
    start()
      .when({ ...intervene, by: 'staff-9' })
      .refused('own-decision');
    const looked = start().when(intervene);
    looked.when({ ...decide, by: 'staff-9' }).refused('own-decision');
    looked.when(decide).then('DecidedAgain');
  });

  it('is owed an outcome anew where the person contests it once more', () => {
    const decided = start().when(explain).when(represent).when(intervene).when(decide);
    expect(decided.summary.owes).toEqual([]);
    const silent = decided.when({ verb: 'record-representations', on, contests: false });
    expect(silent.summary.owes).toEqual([]);
    const contested = decided.when(represent);
    expect(contested.summary.owes).toEqual(['outcome']);
    expect(contested.when(decide).summary.owes).toEqual([]);
  });

  it('is not decided again before a person has looked', () => {
    start().when(decide).refused('not-on-record');
  });

  it('wants to know why the reviewer is competent, and why it ends as it does', () => {
    start()
      .when({ ...intervene, reasons: '' })
      .refused('reasons-missing');
    start()
      .when(intervene)
      .when({ verb: 'decide-again', outcome: 'stands', reasons: '' })
      .refused('reasons-missing');
  });

  it('records also that the person said nothing more', () => {
    start().when({ verb: 'record-representations', on, contests: false }).then('RepresentationsRecorded');
    start()
      .when({ verb: 'record-representations', on: '2036-03-30' as CivilDate, contests: false })
      .refused('date-before');
  });
});
