import { openingOf, received, tenOn, Told } from '../case.given.js';
import { sampleOf } from '../samples.given.js';
import { decide } from './decide.js';
import { openCaseFile } from '../evolve.js';
import { isRefusal } from '../refusals.js';
import { decideReopening } from './reopen.js';

const start = (date = '2036-04-21'): Told => received({ on: '2036-03-31' }).on(date);
const correct = (receivedOn: string) =>
  ({ verb: 'correct-receipt-date', receivedOn: receivedOn as never, reasons: 'r' }) as const;

describe('correcting the day of receipt (R16, R17)', () => {
  it('is an event, and the date follows', () => {
    const told = start().when(correct('2036-04-02')).then('ReceiptDateCorrected');
    expect(told.summary).toMatchObject({ receivedOn: '2036-04-02', dueDate: '2036-05-02' });
    expect(told.file.events[0]).toMatchObject({ type: 'RequestReceived', on: '2036-03-31' });
  });

  it('to a day that makes the case late says so first', () => {
    start().when(correct('2036-03-10')).refused('would-be-late');
    const meant = start()
      .when({ ...correct('2036-03-10'), confirmLate: true })
      .then('ReceiptDateCorrected');
    expect(meant.on('2036-04-22').summary.alarmFor).toBe('2036-04-10');
  });

  it('to a later day withdraws the alarm that was raised', () => {
    const late = start('2036-05-02');
    expect(late.summary.alarmFor).toBe('2036-04-30');
    const told = late.when(correct('2036-04-04')).then('ReceiptDateCorrected', 'AlarmWithdrawn');
    expect(told.summary).toMatchObject({ alarmFor: null, dueDate: '2036-05-06' });
  });

  it('cannot lie in the future, nor after what has happened since', () => {
    start().when(correct('2036-04-22')).refused('receipt-in-future');
    const asked = start('2036-04-02').when(sampleOf('ask-for-identity', start('2036-04-02')));
    asked.on('2036-04-10').when(correct('2036-04-03')).refused('contradicts-facts');
  });
});

describe('notes and tasks', () => {
  it('a note that completes a task opens the next: assess, collect, review', () => {
    const assessed = start().when({ verb: 'add-note', words: 'w', completes: 'assess' }).then('NoteAdded');
    expect(assessed.tasks).toEqual(['collect']);
    const collected = assessed.when({ verb: 'add-note', words: 'w', completes: 'collect' });
    expect(collected.tasks).toEqual(['review']);
    expect(collected.when({ verb: 'add-note', words: 'w', completes: 'review' }).tasks).toEqual([]);
  });

  it('does not complete what is not open', () => {
    start().when({ verb: 'add-note', words: 'w', completes: 'review' }).refused('nothing-to-complete');
  });

  it('is possible when the case has closed', () => {
    start().when(sampleOf('answer', start())).when({ verb: 'add-note', words: 'w' }).then('NoteAdded');
  });
});

describe('recording that a notice was given', () => {
  it('names a letter that exists, once, on a day that has come', () => {
    const told = start().thePost('silent').when(sampleOf('extend-time', start()));
    const given = {
      verb: 'record-notice-given',
      how: 'post',
      decided: told.number('ExtensionDecided'),
    } as const;
    told.when({ ...given, decided: 99, on: '2036-04-21' as never }).refused('no-such-notice');
    told.when({ ...given, decided: 2, on: '2036-04-21' as never }).refused('no-such-notice');
    told.when({ ...given, on: '2036-04-22' as never }).refused('date-in-future');
    told.when({ ...given, on: '2036-04-20' as never }).refused('date-before');
    const once = told.when({ ...given, on: '2036-04-21' as never }).then('NoticeGiven', 'TimeExtended');
    once.when({ ...given, on: '2036-04-21' as never }).refused('notice-already-given');
    expect(once.posted('accepted', '2036-04-22').events.filter(type => type === 'NoticeGiven')).toHaveLength(
      2,
    );
  });
});

describe('versions', () => {
  it('refuse a command that was given for an older case', () => {
    const { file, now } = start();
    const decision = decide(file, { verb: 'add-note', by: 'staff-1', words: 'w' }, now, 1);
    expect(isRefusal(decision) ? decision : undefined).toMatchObject({
      code: 'version-conflict',
      expectedVersion: 1,
      version: 3,
      verb: 'add-note',
    });
  });
});

describe('reopening', () => {
  const reopen = { verb: 'reopen', by: 'staff-1', reasons: 'r' } as const;

  it('opens a new run with every event so far, the hash of the history before, and a task to assess', () => {
    const closed = start().when(sampleOf('answer', start()));
    const events = decideReopening(closed.file, reopen, 'c0ffee', tenOn('2036-06-10'));
    if (isRefusal(events)) throw new Error(events.message);
    expect(events.at(-1)).toMatchObject({
      type: 'CaseReopened',
      run: 2,
      previousHistory: 'c0ffee',
      number: events.length,
    });
    const file = openCaseFile({ ...openingOf({ on: '2036-03-31' }), run: 2, events });
    const told = new Told(file, tenOn('2036-06-10'), 'accepted');
    expect(told.tasks).toEqual(['assess']);
    expect(told.summary).toMatchObject({ outcome: null, state: 'RUNNING', dueDate: '2036-04-30', run: 2 });
    told
      .when({
        ...(sampleOf('answer', told) as { verb: 'answer'; extent: 'wholly'; words: string }),
        reasonForLateness: 'r',
      })
      .then('AnswerDecided', 'NoticeGiven', 'RequestAnswered');
  });

  it('of an abandoned case whose papers arrive at last begins the month on that day (R24)', () => {
    const asked = start('2036-04-02').when(sampleOf('ask-for-identity', start('2036-04-02')));
    const abandoned = asked.on('2036-05-03').when({ verb: 'abandon', reasons: 'r' });
    const events = decideReopening(abandoned.file, reopen, 'c0ffee', tenOn('2036-07-01'));
    if (isRefusal(events)) throw new Error(events.message);
    const told = new Told(
      openCaseFile({ ...openingOf({ on: '2036-03-31' }), run: 2, events }),
      tenOn('2036-07-01'),
      'accepted',
    );
    expect(told.summary.state).toBe('AWAITING_ID');
    expect(told.when({ verb: 'record-identity', on: '2036-07-01' as never }).summary.dueDate).toBe(
      '2036-08-01',
    );
  });

  it('is not for a case that is open', () => {
    expect(decideReopening(start().file, reopen, 'c0ffee', tenOn('2036-06-10'))).toMatchObject({
      code: 'case-open',
    });
  });
});
