import { received, type Given, type Told } from '../case.given.js';

const on = (date: string) => ({ on: date as never });
const fee: Extract<Given, { verb: 'ask-for-fee' }> = {
  verb: 'ask-for-fee',
  basis: '12(5)',
  amountPence: 2500,
  assessment: 'manifestly-excessive',
  reasons: 'r',
};
const assess: Given = {
  verb: 'assess-request',
  finding: 'manifestly-excessive',
  factors: [{ factor: 'repeats', words: 'w' }],
  reasons: 'r',
};
const start = (): Told => received({ on: '2036-03-31' }).on('2036-04-02').when(assess);
const paid = (): Told =>
  start()
    .when(fee)
    .on('2036-04-17')
    .when({ verb: 'record-fee', ...on('2036-04-16') });

describe('a fee (R23, R49)', () => {
  it('under Article 12(5) moves the month to the day it is paid', () => {
    const asked = start().when(fee).then('FeeAskDecided', 'NoticeGiven', 'FeeRequested');
    expect(asked.summary).toMatchObject({
      state: 'AWAITING_FEE',
      dueDate: null,
      fallbackDueDate: '2036-04-30',
    });
    expect(paid().then('FeePaid').summary).toMatchObject({ state: 'RUNNING', dueDate: '2036-05-16' });
  });

  it('needs an assessment as manifestly unfounded or excessive, with reasons', () => {
    const { assessment: _assessment, ...unassessed } = fee;
    start().when(unassessed).refused('assessment-missing');
    start()
      .when({ ...fee, reasons: '' })
      .refused('reasons-missing');
  });

  it('for further copies needs none, and moves nothing', () => {
    const asked = start().when({ verb: 'ask-for-fee', basis: '15(3)', amountPence: 500, reasons: 'r' });
    expect(asked.then('FeeAskDecided', 'NoticeGiven', 'FeeRequested').summary).toMatchObject({
      state: 'RUNNING',
      dueDate: '2036-04-30',
    });
    const late = asked.on('2036-04-20').when({ verb: 'record-fee', ...on('2036-04-20') });
    expect(late.then('FeePaid').summary.dueDate).toBe('2036-04-30');
  });

  it('for further copies belongs to access, and none can be charged for an objection to direct marketing (R42)', () => {
    const copies = { verb: 'ask-for-fee', basis: '15(3)', amountPence: 500, reasons: 'r' } as const;
    received({ on: '2036-03-31', right: 'erasure' }).when(copies).refused('not-for-this-right');
    received({ on: '2036-03-31', right: 'objection_direct_marketing' })
      .when(fee)
      .refused('not-for-this-right');
  });

  it.each([0, -1, 1.5])('is not of %d pence', amountPence => {
    start()
      .when({ ...fee, amountPence })
      .refused('amount-out-of-range');
  });

  it('is not asked for a second time on the day the first was paid: one request, one fee', () => {
    const paidAtOnce = start()
      .when(fee)
      .when({ verb: 'record-fee', ...on('2036-04-02') });
    paidAtOnce.when(fee).refused('fee-stands');
    expect(paidAtOnce.summary).toMatchObject({ state: 'RUNNING', dueDate: '2036-05-02' });
  });

  it('that was refunded because it was not justified moves the month no longer, and that may make the case late', () => {
    const refund = { verb: 'refund-fee', because: 'ask-set-aside', reasons: 'r' } as const;
    const inTime = paid()
      .on('2036-04-20')
      .when({ ...refund, ...on('2036-04-20') });
    expect(inTime.then('FeeRefunded', 'NoticeGiven').summary.dueDate).toBe('2036-04-30');
    const late = paid().on('2036-05-06');
    late.when({ ...refund, ...on('2036-05-06') }).refused('would-be-late');
    const meant = late.when({ ...refund, ...on('2036-05-06'), confirmLate: true });
    expect(meant.then('FeeRefunded', 'NoticeGiven').summary.dueDate).toBe('2036-04-30');
  });

  it('refunded for another reason leaves the date as it is, and is refunded once', () => {
    const refund = { verb: 'refund-fee', because: 'other', reasons: 'r', ...on('2036-04-20') } as const;
    const told = paid().on('2036-04-20').when(refund);
    expect(told.summary.dueDate).toBe('2036-05-16');
    told.when(refund).refused('nothing-to-refund');
  });
});

describe('a fee that is asked for once (R23)', () => {
  const again = { ...fee, amountPence: 500 };

  it('is not asked for again after it is paid, so that its month does not begin anew', () => {
    const told = paid();
    expect(told.summary.dueDate).toBe('2036-05-16');
    told.when(again).refused('fee-stands');
    const aside = told.when({
      verb: 'refund-fee',
      because: 'ask-set-aside',
      reasons: 'r',
      ...on('2036-04-17'),
    });
    aside.when(again).then('FeeAskDecided', 'NoticeGiven', 'FeeRequested');
  });

  it('has one ceiling over all that is asked of the person', () => {
    const copies = { verb: 'ask-for-fee', basis: '15(3)', amountPence: 600, reasons: 'r' } as const;
    const told = received({ on: '2036-03-31', settings: { fees: { currency: 'GBP', ceiling: 1000 } } }).on(
      '2036-04-02',
    );
    const first = told.when(copies).when({ verb: 'record-fee', ...on('2036-04-02') });
    first.when(copies).refused('above-ceiling');
    first.when({ ...copies, amountPence: 400 }).then('FeeAskDecided', 'NoticeGiven', 'FeeRequested');
    const back = first.when({ verb: 'refund-fee', because: 'other', reasons: 'r', ...on('2036-04-02') });
    back.when(copies).then('FeeAskDecided', 'NoticeGiven', 'FeeRequested');
  });
});

describe('a fee that nobody has paid (R23, R30)', () => {
  const aside = { verb: 'refund-fee', because: 'ask-set-aside', reasons: 'r' } as const;

  it('can be set aside: the date is the one without it, and the person hears that nothing is to be paid', () => {
    const told = start()
      .when(fee)
      .on('2036-04-10')
      .when({ ...aside, ...on('2036-04-10') });
    told.then('FeeRefunded', 'NoticeGiven');
    expect(told.summary).toMatchObject({ state: 'RUNNING', dueDate: '2036-04-30' });
    expect(told.letters.at(-1)).toMatchObject({ kind: 'fee-refund', decided: { isUnpaid: true } });
    expect(told.on('2036-06-30').events).not.toContain('AbandonmentWarned');
    told.when({ verb: 'record-fee', ...on('2036-04-10') }).refused('nothing-awaited');
  });

  it('after the month has passed makes the case late, and whoever sets it aside says that they know', () => {
    const late = start().when(fee).on('2036-05-06');
    late.when({ ...aside, ...on('2036-05-06') }).refused('would-be-late');
    const told = late.when({ ...aside, ...on('2036-05-06'), confirmLate: true });
    expect(told.then('FeeRefunded', 'NoticeGiven').summary.dueDate).toBe('2036-04-30');
  });

  it('is paid back for no other reason', () => {
    start()
      .when(fee)
      .when({ ...aside, because: 'other', ...on('2036-04-02') })
      .refused('nothing-to-refund');
  });

  it('for further copies gives way to another once it is set aside', () => {
    const copies = start().when({ verb: 'ask-for-fee', basis: '15(3)', amountPence: 500, reasons: 'r' });
    copies.when(fee).refused('already-asked');
    copies
      .when({ ...aside, ...on('2036-04-02') })
      .when(fee)
      .then('FeeAskDecided', 'NoticeGiven', 'FeeRequested');
  });

  it('and whose letter never arrived can be set aside as well: nothing is left to post, and it asks for nothing', () => {
    const pending = start().thePost('to-be-posted').when(fee);
    expect(pending.tasks).toContain('post-a-letter');
    const told = pending.thePost('accepted').when({ ...aside, ...on('2036-04-02') });
    expect(told.then('FeeRefunded', 'NoticeGiven').tasks).not.toContain('post-a-letter');
    const decided = told.number('FeeAskDecided');
    told.when({ verb: 'record-notice-given', decided, how: 'post', ...on('2036-04-02') }).then('NoticeGiven');
    expect(told.summary.state).toBe('RUNNING');
  });

  it('stands on its finding: no other is made while the person is asked to pay', () => {
    const neither = { ...assess, finding: 'neither' } as const;
    const asked = start().when(fee);
    asked.when(neither).refused('fee-stands');
    asked.when(assess).then('RequestAssessed');
    asked
      .when({ ...aside, ...on('2036-04-02') })
      .when(neither)
      .then('RequestAssessed');
  });
});

describe('what is asked for after the month has ended (R25, R28)', () => {
  const late = (): Told => start().on('2036-05-10');

  it('moves nothing: no fee is asked for, and no clarification, whose letters would say that it does', () => {
    late().when(fee).refused('period-ended');
    late().when({ verb: 'ask-for-clarification', words: 'w', reasons: 'r' }).refused('period-ended');
    late()
      .when({ verb: 'ask-for-fee', basis: '15(3)', amountPence: 500, reasons: 'r' })
      .then('FeeAskDecided', 'NoticeGiven', 'FeeRequested');
    start().on('2036-04-30').when(fee).then('FeeAskDecided', 'NoticeGiven', 'FeeRequested');
  });

  it('holds nothing: the case is late, nobody is warned of its closure, and nobody can close it', () => {
    const asked = late().when({ verb: 'ask-for-identity', doubts: 'w', words: 'w' });
    expect(asked.summary).toMatchObject({ state: 'RUNNING', dueDate: '2036-04-30' });
    expect(asked.letters.at(-1)?.decided).toMatchObject({ movesNothing: true });
    const waited = asked.on('2036-07-10');
    for (const event of ['AbandonmentWarned', 'AbandonmentProposed'] as const) {
      expect(waited.events).not.toContain(event);
    }
    expect(
      waited.file.events.filter(event => event.type === 'ReminderDue' && event.to === 'requester'),
    ).toEqual([]);
    waited.when({ verb: 'abandon', reasons: 'r' }).refused('nothing-unanswered');
  });

  it('while identity was asked for in time and is still awaited, no month has ended', () => {
    const awaiting = start().when({ verb: 'ask-for-identity', doubts: 'w', words: 'w' }).on('2036-05-02');
    expect(awaiting.when(fee).then('FeeAskDecided', 'NoticeGiven', 'FeeRequested').summary.state).toBe(
      'AWAITING_ID',
    );
  });
});
