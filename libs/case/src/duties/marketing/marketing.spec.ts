import type { CivilDate } from '@duly/law';
import { received, type Told } from '../../case.given.js';

const on = '2036-04-02' as CivilDate;
const start = (): Told =>
  received({
    on: '2036-03-31',
    right: 'objection_direct_marketing',
    settings: { duties: 'required' },
  }).on(on);
const passOn = { verb: 'pass-on-objection', on, words: 'w' } as const;
const answer = { verb: 'answer', extent: 'wholly', words: 'w' } as const;

describe('an objection to direct marketing (R42, R61, UK GDPR Art 21(2)–(3))', () => {
  it('is confirmed by a letter of its own, on the day it came', () => {
    expect(start().letters.map(({ kind, level }) => [kind, level])).toEqual([['marketing-stopped', 'case']]);
  });

  it('allows a question to find the right record, which stops nothing and awaits nothing', () => {
    const asked = start().when({ verb: 'ask-which-record', words: 'w' });
    asked.then('RecordQuestionDecided', 'NoticeGiven', 'RecordQuestionAsked');
    expect(asked.summary).toMatchObject({ state: 'RUNNING', dueDate: '2036-04-30' });
    asked.when({ verb: 'abandon', reasons: 'r' }).refused('nothing-unanswered');
  });

  it('is passed on to those who send, and the answer waits for the record of it', () => {
    expect(start().summary.owes).toEqual(['objection-passed-on']);
    start().when(answer).refused('duties-open');
    const told = start().when(passOn).then('ObjectionPassedOn');
    told.when(answer).then('AnswerDecided', 'NoticeGiven', 'RequestAnswered');
    start()
      .when({ ...passOn, on: '2036-03-30' as CivilDate })
      .refused('date-before');
  });

  it('keeps to what the person limits it to', () => {
    const opened = received({
      on: '2036-03-31',
      right: 'objection_direct_marketing',
      stopFor: ['email'],
    });
    expect(opened.file.events[0]).toMatchObject({ stopFor: ['email'] });
    expect(received({ on: '2036-03-31', stopFor: ['email'] }).file.events[0]).not.toHaveProperty('stopFor');
  });
});
