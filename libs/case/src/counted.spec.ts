import { openingOf, received, tenOn, Told, type Given } from './case.given.js';
import { decideReopening } from './decide/reopen.js';
import { openCaseFile } from './evolve.js';
import { isRefusal } from './refusals.js';

const on = (date: string) => ({ on: date as never });
const answer: Given = { verb: 'answer', extent: 'wholly', words: 'w' };
const refuse: Given = { verb: 'refuse', extent: 'wholly', ground: 'exemption', reasons: 'r' };
const note: Given = { verb: 'add-note', words: 'w' };
const askWho: Given = { verb: 'ask-for-identity', doubts: 'd', words: 'w' };
const askWhat: Given = { verb: 'ask-for-clarification', words: 'w', reasons: 'r' };
const clarified = (date: string): Given => ({ verb: 'record-clarification', ...on(date) });

const start = (): Told => received({ on: '2036-03-31' });

function reopened(closed: Told, date: string): Told {
  const events = decideReopening(
    closed.file,
    { verb: 'reopen', by: 'staff-1', reasons: 'r' },
    'ab12',
    tenOn(date),
  );
  if (isRefusal(events)) throw new Error(events.message);
  const opening = { ...closed.file.opening, run: 2, events };
  return new Told(openCaseFile(opening), tenOn(date), 'accepted');
}

describe('the target of 28 days (R32)', () => {
  it('is a plain civil date after receipt: 31 March → 28 April, whatever the legal date is', () => {
    expect(start().summary).toMatchObject({ targetDate: '2036-04-28', dueDate: '2036-04-30' });
    const paused = start().on('2036-04-07').when(askWhat).on('2036-04-14').when(clarified('2036-04-14'));
    expect(paused.summary).toMatchObject({ targetDate: '2036-04-28', dueDate: '2036-05-08' });
  });

  it('follows a corrected receipt, and the policy of the case', () => {
    const corrected = start()
      .on('2036-04-04')
      .when({ verb: 'correct-receipt-date', receivedOn: '2036-04-02' as never, reasons: 'r' });
    expect(corrected.summary.targetDate).toBe('2036-04-30');
    const settings = { policy: { internalTarget: 14 } };
    expect(received({ on: '2036-03-31', settings }).summary.targetDate).toBe('2036-04-14');
  });
});

describe('the days for which the month stood still', () => {
  it('are those of the pauses, over the end of a month too: 28 April to 3 May are six', () => {
    const asked = start().on('2036-04-28').when(askWhat);
    expect(asked.summary).toMatchObject({ excludedDays: null, countedDays: 27, dueDate: null });
    const answered = asked.on('2036-05-04').when(clarified('2036-05-03'));
    expect(answered.summary).toMatchObject({ excludedDays: 6, countedDays: null, dueDate: '2036-05-06' });
  });

  it('stay known when a case is answered while it stands still', () => {
    const told = start().on('2036-04-10').when(askWhat).on('2036-04-20').when(answer);
    expect(told.summary).toMatchObject({ closedOn: '2036-04-20', countedDays: 9, inTime: null });
  });

  it('are none where nothing was asked, and unknown before the month has begun', () => {
    expect(start().summary.excludedDays).toBe(0);
    expect(start().on('2036-04-02').when(askWho).summary).toMatchObject({
      excludedDays: null,
      relevantDate: null,
    });
  });
});

describe('what a request was refused for (R31)', () => {
  /** What names somebody else is withheld, so that there is something to refuse. */
  const withheld = () =>
    start()
      .on('2036-04-07')
      .when({ verb: 'review-other-person', words: 'w', decision: 'withheld', reasons: 'r' });
  it('counts once its notice is given, each ground once', () => {
    const decided = withheld().thePost('silent').when(refuse);
    expect(decided.summary.refusedFor).toEqual([]);
    const given = decided.posted('accepted', '2036-04-08');
    expect(given.summary).toMatchObject({ refusedFor: ['exemption'], outcome: 'refused' });
  });

  it('is told of a part too', () => {
    const partly = withheld().when({ ...refuse, extent: 'partly' });
    expect(partly.summary).toMatchObject({ refusedFor: ['exemption'], outcome: null });
    expect(partly.when(answer).summary).toMatchObject({
      refusedFor: ['exemption'],
      outcome: 'partly-answered',
    });
  });

  it('is forgotten when the case is reopened and then answered: it was answered', () => {
    const refused = withheld().when(refuse);
    const again = reopened(refused, '2036-04-20');
    expect(again.summary).toMatchObject({ refusedFor: [], outcome: null, run: 2 });
    expect(again.when(answer).summary).toMatchObject({ refusedFor: [], outcome: 'answered' });
  });
});

describe('what may be no request', () => {
  it('is an enquiry until it is promoted, and for good once it is dismissed', () => {
    const held = () => received({ on: '2036-03-31', doubts: 'w' }).on('2036-04-02');
    expect(held().summary.isEnquiry).toBe(true);
    expect(held().when({ verb: 'promote' }).summary.isEnquiry).toBe(false);
    expect(held().when({ verb: 'dismiss', reasons: 'w' }).summary).toMatchObject({
      isEnquiry: true,
      outcome: 'dismissed',
    });
    expect(start().summary.isEnquiry).toBe(false);
  });
});

describe('how long nothing was done (R33)', () => {
  const idle = (told: Told) => [told.summary.longestIdleDays, told.summary.idleSince];

  it('is the longest stretch between two acts, and open since the last', () => {
    const told = start().on('2036-04-02').when(note).on('2036-04-12').when(note).on('2036-04-15').when(note);
    expect(idle(told)).toEqual([10, '2036-04-15']);
  });

  it('is not ended by a reminder, a warning or the alarm', () => {
    const untouched = start().on('2036-05-10');
    expect(untouched.events).toContain('AlarmRaised');
    expect(idle(untouched)).toEqual([0, '2036-03-31']);
    expect(idle(untouched.when(note))).toEqual([40, '2036-05-10']);
  });

  it('leaves out the wait for the person, and begins anew when their answer is there', () => {
    const asked = start().on('2036-04-02').when(askWho);
    expect(idle(asked.on('2036-04-20'))).toEqual([2, null]);
    const shown = asked.on('2036-04-20').when({ verb: 'record-identity', ...on('2036-04-18') });
    expect(idle(shown)).toEqual([2, '2036-04-18']);
    expect(idle(shown.on('2036-04-25').when(note))).toEqual([7, '2036-04-25']);
  });

  it('goes on waiting while papers do not suffice (R21)', () => {
    const insufficient = start()
      .on('2036-04-02')
      .when(askWho)
      .on('2036-04-05')
      .when({ verb: 'record-identity', ...on('2036-04-05') })
      .on('2036-04-09')
      .when({ verb: 'judge-identity', sufficient: false, reasons: 'r' });
    expect(idle(insufficient.on('2036-04-25'))).toEqual([4, null]);
  });

  it('leaves out a fee that holds the month, and no fee for further copies (R23)', () => {
    const copies: Given = { verb: 'ask-for-fee', basis: '15(3)', amountPence: 500, reasons: 'r' };
    expect(idle(start().on('2036-04-05').when(copies))).toEqual([5, '2036-04-05']);
  });

  it('ends with the case: 31 March → answered on 20 April, 20 days; what is noted later is no delay', () => {
    const closed = start().on('2036-04-20').when(answer);
    expect(idle(closed)).toEqual([20, null]);
    expect(idle(closed.on('2036-06-20').when(note))).toEqual([20, null]);
  });

  it('leaves out the time between closing and reopening', () => {
    const closed = start().on('2036-04-05').when(answer);
    const again = reopened(closed, '2036-06-05');
    expect(idle(again)).toEqual([5, '2036-06-05']);
    expect(idle(again.on('2036-06-12').when(note))).toEqual([7, '2036-06-12']);
  });

  it('of a case just opened is nothing', () => {
    const file = openCaseFile(openingOf({ on: '2036-03-31' }));
    expect(idle(new Told(file, tenOn('2036-03-31'), 'silent'))).toEqual([0, '2036-03-31']);
  });
});
