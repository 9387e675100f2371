import type { CivilDate } from '@duly/law';
import { received, type Told } from '../../case.given.js';
import type { CaseSettings } from '../../case-settings.js';

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

  it('is answered wholly or not yet: a part could never be refused, and would run on (R42)', () => {
    start()
      .when(passOn)
      .when({ ...answer, extent: 'partly' })
      .refused('cannot-be-refused');
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

describe('an objection by somebody of whom only the name is known (R61, UK GDPR Art 21(3))', () => {
  const caller = (settings: Partial<CaseSettings> = { duties: 'required' }): Told =>
    received({ on: '2036-03-31', right: 'objection_direct_marketing', unlisted: true, settings }).on(on);
  const list = { verb: 'list-objector' } as const;

  it('is acknowledged, but not told that the marketing has stopped: nothing could be put on the list', () => {
    expect(caller().letters.map(({ kind, level }) => [kind, level])).toEqual([['acknowledgement', 'case']]);
    expect(caller().file.events[0]).toMatchObject({ unlisted: true });
    expect(caller().tasks).toEqual(['list-objector']);
  });

  it('is told so once the handler has put a way to reach the person on the list, and no sooner', () => {
    const listed = caller().when(list).then('ObjectorListed', 'NoticeGiven');
    expect(listed.letters.map(({ kind }) => kind)).toEqual(['acknowledgement', 'marketing-stopped']);
    expect(listed.letters.at(-1)?.about).toMatchObject({ type: 'RequestReceived' });
    expect(listed.tasks).toEqual(['assess']);
    listed.when(list).refused('nothing-awaited');
  });

  it('waits with its answer for the list, unless the handler says why there is nobody to list', () => {
    expect(caller().summary.owes).toEqual(['objector-listed', 'objection-passed-on']);
    const told = caller().when(passOn);
    told.when(answer).refused('duties-open');
    expect(told.when(list).when(answer).summary.outcome).toBe('answered');
    const nobody = told.when({ ...answer, despite: 'w' });
    expect(nobody.summary.outcome).toBe('answered');
    expect(nobody.tasks).toEqual([]);
  });

  it('of somebody who is on the list since the receipt, nothing is awaited', () => {
    start().when(list).refused('nothing-awaited');
    expect(received({ on: '2036-03-31', unlisted: true }).file.events[0]).not.toHaveProperty('unlisted');
  });
});
