import type { CivilDate } from '@duly/law';
import { House, requestReceived, words } from './story.telling.js';

const on = (date: string) => ({ on: date as CivilDate });
const reasons = words('as the handler wrote them');
const asked = { doubts: words('the name is common'), words: words('a copy of a passport') };
const extension = { ground: 'complexity', reasons } as const;
const approvals = { refusals: true, fees: true, extensions: true, exemptions: false, disclosures: true };

describe('what a case refuses, on the real server', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.open();
  });
  afterAll(() => house.close());

  it('in asking: twice, for nobody, for nothing, without words', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31' }));
    const day = story.on('2036-04-10');
    await day.askForIdentity(asked);
    const refused = async (answer: Parameters<typeof story.refusal>[0]) => (await story.refusal(answer)).code;
    expect(await refused(day.askForIdentity(asked))).toBe('already-asked');
    expect(await refused(day.judgeIdentity({ sufficient: true }))).toBe('nothing-to-judge');
    expect(await refused(day.askForAuthority({ words: words('a letter of authority') }))).toBe(
      'nobody-acts-for-the-person',
    );
    expect(await refused(day.refundFee({ because: 'other', reasons, ...on('2036-04-10') }))).toBe(
      'nothing-to-refund',
    );
    expect(await refused(day.askForFee({ basis: '15(3)', amountPence: 0, reasons }))).toBe(
      'amount-out-of-range',
    );
    expect(await refused(day.extendTime({ ground: 'complexity' }))).toBe('reasons-missing');
    await story.replays();
  });

  it('in recording: a day that is none, a day to come, a day before the ask, a receipt after what followed it', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31' }));
    const day = story.on('2036-04-10');
    await story.on('2036-04-07').askForIdentity(asked);
    const refusal = async (date: string) => (await story.refusal(day.recordIdentity(on(date)))).code;
    expect(await refusal('2036-02-30')).toBe('not-a-date');
    expect(await refusal('2036-04-11')).toBe('date-in-future');
    expect(await refusal('2036-04-06')).toBe('date-before');
    const correction = day.correctReceiptDate({ receivedOn: '2036-04-08' as CivilDate, reasons });
    expect(await story.refusal(correction)).toMatchObject({ code: 'contradicts-facts' });
    await story.replays();
  });

  it('in deciding: an extension too late, a promise beyond the law, a second decision, an end without a cause', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31' }));
    story.thePost({ refusal: 'to-be-posted' });
    const day = story.on('2036-04-10');
    const refused = async (answer: Parameters<typeof story.refusal>[0]) => (await story.refusal(answer)).code;
    expect(await refused(day.extendTime({ ...extension, promisedDate: '2036-08-01' as CivilDate }))).toBe(
      'promised-date-out-of-range',
    );
    expect(await refused(day.removeExtension({ reasons }))).toBe('no-extension');
    expect(await refused(day.abandon({ reasons }))).toBe('nothing-unanswered');
    const refusal = { extent: 'wholly', ground: 'exemption', reasons } as const;
    expect(await refused(day.refuse({ ...refusal, ground: 'right-does-not-apply' }))).toBe(
      'not-for-this-right',
    );
    await day.reviewOtherPerson({ decision: 'withheld', words: words('a neighbour'), reasons });
    await day.refuse(refusal);
    expect(await refused(day.refuse(refusal))).toBe('already-decided');
    // Its letter is on its way: none that asks for more may contradict it.
    expect(await refused(day.askForClarification({ words: reasons, reasons }))).toBe('already-decided');
    expect(await refused(story.on('2036-05-02').extendTime(extension))).toBe('extension-too-late');
    await story.replays();
  });

  it('in tidying: a notice that is none or was given, a proposal that is none or stands, work that is not open', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31', settings: { approvals } }));
    const day = story.on('2036-04-10');
    const refused = async (answer: Parameters<typeof story.refusal>[0]) => (await story.refusal(answer)).code;
    const given = { how: 'post', ...on('2036-04-09') } as const;
    expect(await refused(day.recordNoticeGiven({ decided: 99, ...given }))).toBe('no-such-notice');
    expect(await refused(day.recordNoticeGiven({ decided: 1, ...given }))).toBe('notice-already-given');
    expect(await refused(day.approve({ proposal: 99 }))).toBe('no-such-proposal');
    await day.extendTime(extension);
    expect(await refused(day.extendTime(extension))).toBe('already-proposed');
    expect(await refused(day.addNote({ words: reasons, completes: 'review' }))).toBe('nothing-to-complete');
    await story.replays();
  });
});
