import { received, type Told } from '../case.given.js';

const start = (): Told => received({ on: '2036-03-31' });
const asked = (): Told =>
  start().on('2036-04-02').when({ verb: 'ask-for-identity', doubts: 'd', words: 'w' });
const on = (date: string) => ({ on: date as never });

describe('identity (R21, UK GDPR Art 12(6))', () => {
  it('an ask that is decided moves nothing until its notice is given', () => {
    const decided = start()
      .on('2036-04-02')
      .thePost('silent')
      .when({ verb: 'ask-for-identity', doubts: 'd', words: 'w' });
    expect(decided.then('IdentityAskDecided').summary).toMatchObject({
      state: 'RUNNING',
      dueDate: '2036-04-30',
    });
    const given = decided.posted('accepted', '2036-04-03').then('NoticeGiven', 'IdentityRequested');
    expect(given.summary).toMatchObject({ state: 'AWAITING_ID', dueDate: null });
    expect(given.file.events.at(-1)?.on).toBe('2036-04-03');
  });

  it.each(['refused', 'unknown', 'to-be-posted'] as const)(
    'a letter that is %s asks for nothing, and becomes a task',
    outcome => {
      const told = start()
        .on('2036-04-02')
        .thePost('silent')
        .when({ verb: 'ask-for-identity', doubts: 'd', words: 'w' });
      const notGiven = told.posted(outcome, '2036-04-02').then('NoticeNotGiven');
      expect(notGiven.summary.state).toBe('RUNNING');
      expect(notGiven.tasks).toEqual(['assess', 'post-a-letter']);
      const posted = notGiven.on('2036-04-04').when({
        verb: 'record-notice-given',
        decided: notGiven.number('IdentityAskDecided'),
        how: 'post',
        ...on('2036-04-03'),
      });
      posted.then('NoticeGiven', 'IdentityRequested');
      expect(posted.summary.state).toBe('AWAITING_ID');
      expect(posted.tasks).toEqual(['assess']);
    },
  );

  it('begins the month on the day the papers arrive, while they are still being looked at', () => {
    const told = asked()
      .on('2036-04-16')
      .when({ verb: 'record-identity', ...on('2036-04-15') })
      .then('IdentityReceived');
    expect(told.summary).toMatchObject({
      state: 'RUNNING',
      relevantDate: '2036-04-15',
      dueDate: '2036-05-15',
    });
    expect(told.tasks).toEqual(['assess', 'check-identity']);
  });

  it('keeps that day once the papers are found to suffice', () => {
    const told = asked()
      .on('2036-04-16')
      .when({ verb: 'record-identity', ...on('2036-04-15') });
    const judged = told
      .on('2036-04-22')
      .when({ verb: 'judge-identity', sufficient: true })
      .then('IdentityConfirmed');
    expect(judged.summary.dueDate).toBe('2036-05-15');
    expect(judged.tasks).toEqual(['assess']);
  });

  it('takes the day back where they do not suffice, and says at once what is missing', () => {
    const told = asked()
      .on('2036-04-16')
      .when({ verb: 'record-identity', ...on('2036-04-15') });
    const judged = told.on('2036-04-22').when({ verb: 'judge-identity', sufficient: false, reasons: 'r' });
    judged.then('IdentityInsufficient', 'NoticeGiven');
    expect(judged.summary).toMatchObject({ state: 'AWAITING_ID', dueDate: null });
    expect(judged.letters.at(-1)).toMatchObject({ kind: 'identity', about: { type: 'IdentityAskDecided' } });
    const again = judged
      .on('2036-04-29')
      .when({ verb: 'record-identity', ...on('2036-04-28') })
      .then('IdentityReceived');
    expect(again.summary.dueDate).toBe('2036-05-28');
  });

  it('refuses to find them insufficient without saying what is missing', () => {
    const told = asked()
      .on('2036-04-16')
      .when({ verb: 'record-identity', ...on('2036-04-15') });
    told.when({ verb: 'judge-identity', sufficient: false }).refused('reasons-missing');
  });

  it('refuses an ask without reasonable doubts, papers from the future, and papers from before the ask', () => {
    start().when({ verb: 'ask-for-identity', doubts: '', words: 'w' }).refused('reasons-missing');
    asked()
      .when({ verb: 'record-identity', ...on('2036-04-03') })
      .refused('date-in-future');
    asked()
      .when({ verb: 'record-identity', ...on('2036-04-01') })
      .refused('date-before');
    asked()
      .when({ verb: 'record-identity', ...on('2036-02-30') })
      .refused('not-a-date');
    asked()
      .when({ verb: 'record-identity', ...on('2036-04-02'), at: '2036-04-01T09:00:00Z' })
      .refused('receipt-dates-differ');
  });

  it('asked on the sixth working day is flagged, and the date without it is kept in sight (R25)', () => {
    const told = start().on('2036-04-08').when({ verb: 'ask-for-identity', doubts: 'd', words: 'w' });
    expect(told.summary).toMatchObject({
      isIdentityAskedLate: true,
      state: 'AWAITING_ID',
      dueDate: null,
      planBy: '2036-04-30',
    });
    const prompt = start().on('2036-04-07').when({ verb: 'ask-for-identity', doubts: 'd', words: 'w' });
    expect(prompt.summary).toMatchObject({ isIdentityAskedLate: false, planBy: null });
  });

  it('asked after the month has ended changes nothing: the breach stands (R25)', () => {
    const told = start().on('2036-05-02').when({ verb: 'ask-for-identity', doubts: 'd', words: 'w' });
    expect(told.summary).toMatchObject({ state: 'RUNNING', dueDate: '2036-04-30' });
  });

  it('of several cases of one request sends one letter', () => {
    const ask = { verb: 'ask-for-identity', doubts: 'd', words: 'w', occasion: 'command-7' } as const;
    const letters = ['access', 'erasure'].map(
      caseId => received({ on: '2036-03-31', caseId }).when(ask).letters.at(-1)?.letterId,
    );
    expect(new Set(letters).size).toBe(1);
  });
});

describe('authority (R22)', () => {
  const acting = (): Told => received({ on: '2036-03-31', people: { requester: true } }).on('2036-04-02');
  it('moves the month to the day it arrives', () => {
    const told = acting().when({ verb: 'ask-for-authority', words: 'w' });
    told.then('AuthorityAskDecided', 'NoticeGiven', 'AuthorityRequested');
    expect(told.summary).toMatchObject({ state: 'AWAITING_AUTHORITY', dueDate: null });
    const arrived = told
      .on('2036-04-10')
      .when({ verb: 'record-authority', sufficient: true, ...on('2036-04-09') });
    expect(arrived.then('AuthorityReceived').summary.dueDate).toBe('2036-05-09');
  });

  it('that does not suffice has not arrived, and the agent is told what is missing', () => {
    const told = acting().when({ verb: 'ask-for-authority', words: 'w' }).on('2036-04-10');
    const found = told.when({
      verb: 'record-authority',
      sufficient: false,
      reasons: 'r',
      ...on('2036-04-09'),
    });
    expect(found.then('AuthorityInsufficient', 'NoticeGiven').summary.state).toBe('AWAITING_AUTHORITY');
    told
      .when({ verb: 'record-authority', sufficient: false, ...on('2036-04-09') })
      .refused('reasons-missing');
  });

  it('is not asked of somebody who asks for themselves', () => {
    start().when({ verb: 'ask-for-authority', words: 'w' }).refused('nobody-acts-for-the-person');
  });
});
