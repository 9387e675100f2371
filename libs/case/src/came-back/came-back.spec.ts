import { toCivilDate as day } from '@duly/law';
import { received, type Told } from '../case.given.js';

const extend = { verb: 'extend-time', ground: 'complexity', reasons: 'w' } as const;
const answer = { verb: 'answer', extent: 'wholly', words: 'w', despite: 'd' } as const;
const identity = { verb: 'ask-for-identity', doubts: 'w', words: 'w' } as const;

const extended = (): Told => received({ on: '2036-03-31' }).on('2036-04-15').when(extend);

describe('a notice that came back (R13, R30)', () => {
  it('is doubtful: the extension stands, and the date without it is planned to', () => {
    expect(extended().summary).toMatchObject({ dueDate: '2036-06-30', planBy: '2036-06-30' });
    const told = extended().thePost('silent').on('2036-04-16').whenComesBack('for-good');
    told.then('NoticeBounced');
    expect(told.summary).toMatchObject({
      dueDate: '2036-06-30',
      planBy: '2036-04-30',
      extension: 'in-force',
    });
    expect(told.file.events.at(-1)).toMatchObject({
      failure: 'for-good',
      again: true,
      lastDay: '2036-04-30',
    });
  });

  it('is written again, with the last day on which that helps; where no address works it is to be posted', () => {
    const told = extended().thePost('to-be-posted').on('2036-04-16').whenComesBack('for-good');
    told.then('NoticeBounced', 'NoticeNotGiven');
    expect(told.letters.at(-1)).toMatchObject({ kind: 'extension', decided: { type: 'ExtensionDecided' } });
    expect(told.letters.at(-1)?.letterId).toMatch(/\.extension\.requester\.again$/);
    expect(told.file.openTasks.at(-1)).toMatchObject({ kind: 'post-a-letter', lastDay: '2036-04-30' });
  });

  it('is given again by e-mail, once, where the failure may pass; then by post', () => {
    const again = extended().on('2036-04-16').whenComesBack('for-now');
    again.then('NoticeBounced', 'NoticeGiven');
    expect(again.summary).toMatchObject({ planBy: '2036-06-30', extension: 'in-force' });
    const twice = again.thePost('silent').on('2036-04-17').whenComesBack('for-now');
    twice.then('NoticeBounced');
    expect(twice.tasks).toContain('post-a-letter');
    expect(twice.letters).toHaveLength(again.letters.length);
  });

  it('ends the doubt on the day on which it was given again, by the cut-off', () => {
    const told = extended()
      .thePost('to-be-posted')
      .on('2036-04-16')
      .whenComesBack('for-good')
      .on('2036-04-29');
    const decided = told.number('ExtensionDecided');
    const posted = told.when({ verb: 'record-notice-given', decided, how: 'post', on: day('2036-04-28') });
    posted.then('NoticeGiven');
    expect(posted.summary).toMatchObject({
      dueDate: '2036-06-30',
      planBy: '2036-06-30',
      extension: 'in-force',
    });
    expect(posted.tasks).not.toContain('post-a-letter');
  });

  it('extends nothing where it is given again after the cut-off (R14)', () => {
    const told = extended()
      .thePost('to-be-posted')
      .on('2036-04-16')
      .whenComesBack('for-good')
      .on('2036-05-06');
    const decided = told.number('ExtensionDecided');
    const late = { verb: 'record-notice-given', decided, how: 'post', on: day('2036-05-02') } as const;
    told.when(late).refused('would-be-late');
    const posted = told.when({ ...late, confirmLate: true });
    expect(posted.summary).toMatchObject({ dueDate: '2036-04-30', extension: 'fell-away' });
    expect(posted.on('2036-05-07').events).toContain('AlarmRaised');
  });

  it('raises an alarm once the day has passed that binds without it, and it was not given again', () => {
    const told = extended().thePost('silent').on('2036-04-16').whenComesBack('for-good');
    const alarms = ({ file }: Told) => file.events.filter(({ type }) => type === 'AlarmRaised');
    expect(alarms(told.on('2036-04-30'))).toEqual([]);
    const after = told.on('2036-05-02');
    expect(alarms(after)).toMatchObject([{ because: 'notice-came-back', forDate: '2036-04-30' }]);
    expect(after.summary).toMatchObject({ dueDate: '2036-06-30', planBy: '2036-04-30' });
    expect(alarms(after.on('2036-06-29'))).toHaveLength(1);
    expect(alarms(after.on('2036-07-02'))).toMatchObject([{}, { because: 'due-date-passed' }]);
  });

  it('has no such alarm where it was given again in time, and withdraws one where it is learned later that it was', () => {
    const told = extended()
      .thePost('to-be-posted')
      .on('2036-04-16')
      .whenComesBack('for-good')
      .on('2036-05-02');
    expect(told.events).toContain('AlarmRaised');
    const decided = told.number('ExtensionDecided');
    const posted = told.when({ verb: 'record-notice-given', decided, how: 'post', on: day('2036-04-28') });
    posted.then('NoticeGiven', 'AlarmWithdrawn');
    expect(posted.on('2036-06-20').events).not.toContain('ExtensionFellAway');
  });

  it('counts once however often the report is told, and not where another way was gone since', () => {
    const [given] = extended().letters.slice(-1);
    const report = { report: 'report-7', letterId: given?.letterId ?? '' };
    const told = extended().thePost('silent').on('2036-04-16').whenComesBack('for-good', report);
    told.whenComesBack('for-good', report).then();
    const decided = told.number('ExtensionDecided');
    const posted = told.when({ verb: 'record-notice-given', decided, how: 'by-hand', on: day('2036-04-16') });
    posted.whenComesBack('for-good', { ...report, report: 'report-8' }).then();
  });

  it('is no news before the post has told what became of the letter: it is told again', () => {
    const told = received({ on: '2036-03-31' }).thePost('silent').on('2036-04-15').when(extend);
    told.whenComesBack('for-good').refused('no-such-notice');
  });
});

describe('an answer that came back has been given to nobody (Art 12(3))', () => {
  const answered = (): Told => received({ on: '2036-03-31' }).on('2036-04-15').when(answer);

  it('leaves the case open, with its date and what reminds of it, until it is given again', () => {
    expect(answered().summary).toMatchObject({ closedOn: '2036-04-15', inTime: true });
    const told = answered().thePost('to-be-posted').on('2036-04-16').whenComesBack('for-good');
    expect(told.summary).toMatchObject({ closedOn: null, dueDate: '2036-04-30', state: 'RUNNING' });
    expect(told.tasks).toEqual(['post-a-letter']);
    told.when(answer).refused('already-decided');
    expect(told.on('2036-05-01').events).toContain('AlarmRaised');
  });

  it('closes it on the day on which it was given again', () => {
    const told = answered()
      .thePost('to-be-posted')
      .on('2036-04-16')
      .whenComesBack('for-good')
      .on('2036-04-18');
    const decided = told.number('AnswerDecided');
    const posted = told.when({ verb: 'record-notice-given', decided, how: 'post', on: day('2036-04-17') });
    expect(posted.summary).toMatchObject({ closedOn: '2036-04-17', inTime: true, outcome: 'answered' });
    expect(posted.tasks).toEqual([]);
  });
});

describe('an ask that came back', () => {
  const asked = (): Told => received({ on: '2036-03-31' }).on('2036-04-01').when(identity);

  it('plans to the month from receipt, since the month may not have waited (R21, R30)', () => {
    expect(asked().summary).toMatchObject({ state: 'AWAITING_ID', planBy: null });
    const told = asked().thePost('silent').on('2036-04-02').whenComesBack('for-good');
    expect(told.summary).toMatchObject({ state: 'AWAITING_ID', dueDate: null, planBy: '2036-04-30' });
  });

  it('that was answered all the same keeps its day', () => {
    const told = asked().thePost('to-be-posted').on('2036-04-02').whenComesBack('for-good').on('2036-04-05');
    const shown = told.when({ verb: 'record-identity', on: day('2036-04-05') }).on('2036-04-08');
    const decided = shown.number('IdentityAskDecided');
    const posted = shown.when({ verb: 'record-notice-given', decided, how: 'post', on: day('2036-04-07') });
    expect(posted.summary).toMatchObject({ relevantDate: '2036-04-05', dueDate: '2036-05-06' });
  });
});

describe('the acknowledgement of a complaint (DPA 2018 s.164A(3))', () => {
  it('that came back has acknowledged nothing until it is given again', () => {
    const told = received({ on: '2036-03-31', right: 'complaint' });
    expect(told.summary).toMatchObject({ inTime: true, dueDate: null });
    const back = told.thePost('to-be-posted').on('2036-04-16').whenComesBack('for-good');
    expect(back.summary).toMatchObject({ inTime: null, dueDate: '2036-04-30' });
    const given = { verb: 'record-notice-given', decided: 1, how: 'post', on: day('2036-04-17') } as const;
    expect(back.on('2036-04-17').when(given).summary).toMatchObject({ inTime: true, dueDate: null });
  });
});

describe('an automatic answer (RFC 3834)', () => {
  it('to a notice that the law requires wants somebody to look whether anybody reads it', () => {
    const told = extended().on('2036-04-16').whenComesBack('auto-reply');
    told.then('AutoReplyReceived');
    expect(told.tasks).toContain('check-reply');
    expect(told.summary).toMatchObject({ planBy: '2036-06-30' });
    expect(told.when({ verb: 'add-note', words: 'w', completes: 'check-reply' }).tasks).toEqual(['assess']);
  });

  it('to an acknowledgement is on record, and nothing is to be done', () => {
    const told = received({ on: '2036-03-31' }).on('2036-04-01').whenComesBack('auto-reply');
    expect(told.then('AutoReplyReceived').tasks).toEqual(['assess']);
  });
});

describe('a notice that is posted (R13)', () => {
  const refused = (postedCountsAfter: number): Told =>
    received({ on: '2036-03-31', settings: { postedCountsAfter } })
      .thePost('to-be-posted')
      .on('2036-04-15')
      .when(answer)
      .on('2036-04-28');

  it.each([
    [0, '2036-04-28'],
    [2, '2036-04-30'],
    [3, '2036-05-01'],
  ])('counts %i working days after posting on Monday 28 April 2036: %s', (days, counts) => {
    const told = refused(days);
    const decided = told.number('AnswerDecided');
    const posted = told.when({ verb: 'record-notice-given', decided, how: 'post', on: day('2036-04-28') });
    expect(posted.summary).toMatchObject({ closedOn: counts, inTime: days < 3 });
    const notice = posted.file.events.findLast(({ type }) => type === 'NoticeGiven');
    expect(notice).toMatchObject({ on: counts, ...(days > 0 && { postedOn: '2036-04-28' }) });
  });

  it('is handed over or said on the day itself', () => {
    const told = refused(2);
    const decided = told.number('AnswerDecided');
    const given = told.when({ verb: 'record-notice-given', decided, how: 'by-hand', on: day('2036-04-28') });
    expect(given.summary).toMatchObject({ closedOn: '2036-04-28' });
  });
});
