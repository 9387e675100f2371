import { received, type Given, type Told } from '../case.given.js';

const on = (date: string) => ({ on: date as never });
const answer: Extract<Given, { verb: 'answer' }> = { verb: 'answer', extent: 'wholly', words: 'w' };
const refuse: Extract<Given, { verb: 'refuse' }> = {
  verb: 'refuse',
  extent: 'wholly',
  ground: 'exemption',
  reasons: 'r',
};
/** What names somebody else is withheld, so that there is something to refuse. */
const start = (date = '2036-04-21'): Told =>
  received({ on: '2036-03-31' })
    .on(date)
    .when({ verb: 'review-other-person', words: 'w', decision: 'withheld', reasons: 'r' });

describe('answering (UK GDPR Art 12(3))', () => {
  it('closes the case on the day it is given', () => {
    const told = start().when(answer).then('AnswerDecided', 'NoticeGiven', 'RequestAnswered');
    expect(told.summary).toMatchObject({ outcome: 'answered', closedOn: '2036-04-21', inTime: true });
    expect(told.tasks).toEqual([]);
  });

  it('that is decided on the last day and given on the next is late', () => {
    const told = start('2036-04-30').thePost('silent').when(answer).posted('accepted', '2036-05-01');
    expect(told.summary).toMatchObject({ outcome: 'answered', closedOn: '2036-05-01', inTime: false });
  });

  it('decided in time and posted on 2 May, after it came back, has its reason on record', () => {
    const told = start('2036-04-30').thePost('refused').when(answer).on('2036-05-02');
    const decided = told.number('AnswerDecided');
    const posted = { verb: 'record-notice-given', decided, how: 'post', ...on('2036-05-02') } as const;
    const given = told.when({ ...posted, reasonForLateness: 'r' });
    expect(given.then('NoticeGiven', 'RequestAnswered').summary.inTime).toBe(false);
    expect(given.file.events.at(-2)).toMatchObject({ type: 'NoticeGiven', reasonForLateness: 'r' });
  });

  it('after the period has ended asks for the reason', () => {
    start('2036-05-01').when(answer).refused('late-without-reason');
    const told = start('2036-05-01').when({ ...answer, reasonForLateness: 'r' });
    expect(told.then('AnswerDecided', 'NoticeGiven', 'RequestAnswered').summary.inTime).toBe(false);
  });

  it('that was given in time by hand, as is learned later, withdraws the alarm', () => {
    const told = start('2036-04-30').thePost('silent').when(answer).on('2036-05-02');
    expect(told.summary.alarmFor).toBe('2036-04-30');
    const given = told.when({
      verb: 'record-notice-given',
      decided: told.number('AnswerDecided'),
      how: 'by-hand',
      ...on('2036-04-30'),
    });
    given.then('NoticeGiven', 'RequestAnswered', 'AlarmWithdrawn');
    expect(given.summary).toMatchObject({ inTime: true, outcome: 'answered', alarmFor: null });
  });

  it('partly leaves the case open until the rest is refused, and the two together close it', () => {
    const partly = start().when({ ...answer, extent: 'partly' });
    expect(partly.then('AnswerDecided', 'NoticeGiven', 'RequestAnswered').summary).toMatchObject({
      outcome: null,
      state: 'RUNNING',
    });
    const both = partly.on('2036-04-25').when({ ...refuse, extent: 'partly' });
    expect(both.summary).toMatchObject({ outcome: 'partly-answered', closedOn: '2036-04-25', inTime: true });
  });

  it('goes to the recipient, where one is named', () => {
    const told = received({ on: '2036-03-31', people: { recipient: true } }).when(answer);
    expect(told.letters.at(-1)).toMatchObject({ kind: 'answer', recipient: 'recipient' });
  });
});

describe('a case reopened on 2 June after its answer of 21 April, which was in time', () => {
  const reopened = (): Told => start().when(answer).on('2036-06-02').reopened();

  it('tells handler and manager at once that the last day has passed, and that there was an answer', () => {
    const alarmed = reopened().on('2036-06-03');
    expect(alarmed.file.events.at(-1)).toMatchObject({
      type: 'AlarmRaised',
      forDate: '2036-04-30',
      respondedOn: '2036-04-21',
    });
    expect(alarmed.letters.slice(-2).map(({ kind }) => kind)).toEqual([
      'alarm-to-handler',
      'alarm-to-manager',
    ]);
  });

  it('stays one that was answered in time, and needs no reason for lateness', () => {
    const answered = reopened().when(answer).then('AnswerDecided', 'NoticeGiven', 'RequestAnswered');
    expect(answered.summary).toMatchObject({ outcome: 'answered', closedOn: '2036-06-02', inTime: true });
  });

  it('stays late where that answer was late', () => {
    const late = start('2036-05-01').when({ ...answer, reasonForLateness: 'r' });
    const again = late.on('2036-06-02').reopened();
    again.when(answer).refused('late-without-reason');
    expect(again.when({ ...answer, reasonForLateness: 'r' }).summary.inTime).toBe(false);
  });

  it('withdrawn, abandoned or closed untold in between was never answered: it is late', () => {
    const withdrawn = start().when({ verb: 'withdraw', words: 'w', ...on('2036-04-21') });
    withdrawn.on('2036-06-02').reopened().when(answer).refused('late-without-reason');
  });
});

describe('refusing (R31, UK GDPR Art 12(4))', () => {
  it('closes the case when its notice is given, not when it is decided', () => {
    const decided = start().thePost('silent').when(refuse).then('RefusalDecided');
    expect(decided.summary.outcome).toBeNull();
    expect(decided.posted('accepted', '2036-04-22').summary).toMatchObject({
      outcome: 'refused',
      closedOn: '2036-04-22',
      inTime: true,
    });
  });

  it('needs reasons, and late also the reason for the lateness', () => {
    start().when({ verb: 'refuse', extent: 'wholly', ground: 'exemption' }).refused('reasons-missing');
    start('2036-05-01').when(refuse).refused('late-without-reason');
  });

  it('partly, and then answering the rest, is partly answered', () => {
    const told = start()
      .when({ ...refuse, extent: 'partly' })
      .when(answer);
    expect(told.summary.outcome).toBe('partly-answered');
  });

  it('is never possible for an objection to direct marketing (R42)', () => {
    received({ on: '2036-03-31', right: 'objection_direct_marketing' })
      .when(refuse)
      .refused('cannot-be-refused');
  });
});

describe('withdrawing (R35)', () => {
  it('closes the case on the day the person said so, with a letter', () => {
    const told = start()
      .when({ verb: 'withdraw', words: 'w', ...on('2036-04-18') })
      .then('RequestWithdrawn', 'NoticeGiven');
    expect(told.summary).toMatchObject({ outcome: 'withdrawn', closedOn: '2036-04-18', inTime: null });
    expect(told.letters.at(-1)?.kind).toBe('withdrawal');
  });

  it('before an earlier answer was given leaves the answer without effect', () => {
    const told = start()
      .thePost('silent')
      .when(answer)
      .when({ verb: 'withdraw', words: 'w', ...on('2036-04-21') });
    expect(told.summary.outcome).toBe('withdrawn');
    const decided = told.number('AnswerDecided');
    told.when({ verb: 'record-notice-given', decided, how: 'post', ...on('2036-04-21') }).then('NoticeGiven');
  });

  it('that cannot be confirmed by e-mail leaves a letter to be posted', () => {
    const told = start()
      .thePost('to-be-posted')
      .when({ verb: 'withdraw', words: 'w', ...on('2036-04-18') });
    expect(told.tasks).toEqual(['post-a-letter']);
  });
});
