import { received, type Told } from '../case.given.js';

const on = (date: string) => ({ on: date as never });
const ask = { verb: 'ask-for-clarification', words: 'w', reasons: 'r' } as const;
const start = (date = '2036-04-07'): Told => received({ on: '2036-03-31' }).on(date);

describe('clarification (R26–R29, UK GDPR Art 12A(5))', () => {
  it('stops the clock on the day it is asked', () => {
    const told = start().when(ask).then('ClarificationAskDecided', 'NoticeGiven', 'ClarificationRequested');
    expect(told.summary).toMatchObject({ state: 'PAUSED_CLARIFICATION', dueDate: null });
  });

  it('excludes both the day it is asked and the day it is answered: eight days move 30 April to 8 May', () => {
    const told = start()
      .when(ask)
      .on('2036-04-14')
      .when({ verb: 'record-clarification', ...on('2036-04-14') });
    expect(told.then('ClarificationReceived').summary).toMatchObject({
      state: 'RUNNING',
      dueDate: '2036-05-08',
      planBy: '2036-05-07',
    });
  });

  it('ends alike where the person declines to clarify (R29)', () => {
    const told = start()
      .when(ask)
      .on('2036-04-14')
      .when({ verb: 'decline-clarification', ...on('2036-04-14') });
    expect(told.then('ClarificationDeclined').summary.dueDate).toBe('2036-05-08');
  });

  it('asked twice at once excludes their union, not their sum (R27)', () => {
    const told = start().when(ask).on('2036-04-09').when(ask);
    const first = told.file.events.find(({ type }) => type === 'ClarificationRequested')?.number ?? 0;
    const one = told.on('2036-04-10').when({ verb: 'record-clarification', ask: first, ...on('2036-04-10') });
    expect(one.then('ClarificationReceived').summary.state).toBe('PAUSED_CLARIFICATION');
    const both = one.on('2036-04-14').when({ verb: 'record-clarification', ...on('2036-04-14') });
    expect(both.summary.dueDate).toBe('2036-05-08');
  });

  it('answered for all that is asked ends every pause', () => {
    const told = start().when(ask).on('2036-04-09').when(ask).on('2036-04-14');
    told
      .when({ verb: 'record-clarification', ...on('2036-04-14') })
      .then('ClarificationReceived', 'ClarificationReceived');
  });

  it('asked after the month has ended changes no date (R28)', () => {
    expect(start('2036-05-02').when(ask).summary).toMatchObject({ state: 'RUNNING', dueDate: '2036-04-30' });
  });

  it.each(['erasure', 'portability', 'objection_direct_marketing'] as const)(
    'is refused for %s, with the provision',
    right => {
      const told = received({ on: '2036-03-31', right }).when(ask).refused('not-for-this-right');
      expect(told.verdict).toBe('not-for-this-right');
    },
  );

  it('needs to say why it is reasonably required', () => {
    start()
      .when({ ...ask, reasons: '' })
      .refused('reasons-missing');
  });
});
