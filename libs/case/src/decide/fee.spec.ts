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

  it('asked for a second time on the day the first was paid is awaited all the same', () => {
    const again = start()
      .when(fee)
      .when({ verb: 'record-fee', ...on('2036-04-02') })
      .when(fee);
    expect(again.summary).toMatchObject({ state: 'AWAITING_FEE', dueDate: null });
    const both = again.on('2036-04-17').when({ verb: 'record-fee', ...on('2036-04-16') });
    expect(both.summary).toMatchObject({ state: 'RUNNING', dueDate: '2036-05-16' });
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
