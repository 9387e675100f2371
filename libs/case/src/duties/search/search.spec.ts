import { received, type Told } from '../../case.given.js';
import type { CivilDate } from '@duly/law';

const on = (date: string): CivilDate => date as CivilDate;
const start = (duties: 'required' | 'advised' = 'required'): Told =>
  received({ on: '2036-03-31', settings: { duties } }).on('2036-04-14');
const search = { verb: 'record-search', words: 'w', on: on('2036-04-11') } as const;
const answer = { verb: 'answer', extent: 'wholly', words: 'w' } as const;

describe('the search (R36, UK GDPR Art 15(1A))', () => {
  it('is owed from the receipt until it is on record', () => {
    expect(start().summary.owes).toContain('search');
    expect(start().when(search).then('SearchRecorded').summary.owes).not.toContain('search');
  });

  it('must be on record before an access request is answered, or the answer says why not', () => {
    start().when(answer).refused('duties-open');
    const others = start()
      .when({ verb: 'find-no-other-person', words: 'w' })
      .when({ verb: 'record-particulars', isProcessed: false });
    others.when(answer).refused('duties-open');
    others.when(search).when(answer).then('AnswerDecided', 'NoticeGiven', 'RequestAnswered');
    start()
      .when({ ...answer, despite: 'r' })
      .then('AnswerDecided', 'NoticeGiven', 'RequestAnswered');
  });

  it('is only shown where the organisation has duties advised', () => {
    const told = start('advised');
    expect(told.summary.owes).toContain('search');
    told.when(answer).then('AnswerDecided', 'NoticeGiven', 'RequestAnswered');
  });

  it('cannot have ended before the request was received on 31 March, nor tomorrow', () => {
    start()
      .when({ ...search, on: on('2036-03-30') })
      .refused('date-before');
    start()
      .when({ ...search, on: on('2036-04-15') })
      .refused('date-in-future');
  });

  it('belongs to access: no other right is asked for it', () => {
    const erasure = received({ on: '2036-03-31', right: 'erasure' }).on('2036-04-14');
    erasure.when(search).refused('not-for-this-right');
  });
});
