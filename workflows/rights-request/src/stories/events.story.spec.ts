import type { EventType } from '@duly/case';
import type { CivilDate } from '@duly/law';
import { colleague, House, requestReceived, words, type Story } from './story.telling.js';

const on = (date: string) => ({ on: date as CivilDate });
const reasons = words('as the handler wrote them');
const approvals = { refusals: true, fees: true, extensions: true, exemptions: false, disclosures: true };

/** The events of a story from the first of a type on, without what the post and the clock add. */
function told(story: Story, from: EventType): EventType[] {
  return story.types
    .slice(story.types.indexOf(from))
    .filter(type => type !== 'NoticeGiven' && type !== 'ReminderDue');
}

describe('what happens in a case, event by event, on the real server', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.open();
  });
  afterAll(() => house.close());

  it('identity that does not suffice is asked for again, and the month waits for what does', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31' }));
    await story.on('2036-04-02').askForIdentity({ doubts: reasons, words: words('a passport') });
    await story.on('2036-04-07').recordIdentity(on('2036-04-06'));
    expect(story.dueOn).toBe('2036-05-06');
    await story.on('2036-04-07').judgeIdentity({ sufficient: false, reasons });
    expect(story.summary).toMatchObject({ state: 'AWAITING_ID', dueDate: null });
    await story.on('2036-04-16').recordIdentity(on('2036-04-15'));
    await story.on('2036-04-16').judgeIdentity({ sufficient: true });
    expect(story.dueOn).toBe('2036-05-15');
    expect(told(story, 'IdentityAskDecided')).toEqual([
      'IdentityAskDecided',
      'IdentityRequested',
      'IdentityReceived',
      'IdentityInsufficient',
      'IdentityReceived',
      'IdentityConfirmed',
    ]);
    await story.replays();
  });

  it('authority that does not suffice has not arrived', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31', agent: true }));
    await story.on('2036-04-02').askForAuthority({ words: words('a signed letter') });
    await story.on('2036-04-07').recordAuthority({ sufficient: false, reasons, ...on('2036-04-07') });
    expect(story.summary.state).toBe('AWAITING_AUTHORITY');
    await story.on('2036-04-09').recordAuthority({ sufficient: true, ...on('2036-04-09') });
    expect(story.dueOn).toBe('2036-05-09');
    expect(told(story, 'AuthorityAskDecided')).toEqual([
      'AuthorityAskDecided',
      'AuthorityRequested',
      'AuthorityInsufficient',
      'AuthorityReceived',
    ]);
    await story.replays();
  });

  it('a fee for an excessive request moves the month to the day it is paid', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31' }));
    await story.on('2036-04-02').assessRequest({
      finding: 'manifestly-excessive',
      factors: [{ factor: 'repeats', words: words('eight times this year') }],
      reasons: reasons,
    });
    await story
      .on('2036-04-02')
      .askForFee({ basis: '12(5)', amountPence: 2500, assessment: 'manifestly-excessive', reasons });
    expect(story.summary.state).toBe('AWAITING_FEE');
    await story.on('2036-04-10').recordFee(on('2036-04-09'));
    expect(story.dueOn).toBe('2036-05-09');
    expect(told(story, 'FeeAskDecided')).toEqual(['FeeAskDecided', 'FeeRequested', 'FeePaid']);
    await story.replays();
  });

  it('a clarification stops the clock from the day it is asked to the day it is answered, both included', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31' }));
    await story.on('2036-04-07').askForClarification({ words: words('which branch'), reasons });
    expect(story.summary).toMatchObject({ state: 'PAUSED_CLARIFICATION', dueDate: null });
    await story.on('2036-04-09').recordClarification(on('2036-04-09'));
    // 30 April and three more days → Saturday 3 May; Monday 5 May is a public holiday.
    expect(story.dueOn).toBe('2036-05-06');
    expect(told(story, 'ClarificationAskDecided')).toEqual([
      'ClarificationAskDecided',
      'ClarificationRequested',
      'ClarificationReceived',
    ]);
    await story.replays();
  });

  it('a request that is never identified is warned about, and closed by a person after that', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31' }));
    await story.on('2036-04-02').askForIdentity({ doubts: reasons, words: words('a passport') });
    await story.until('2036-05-03');
    await story.on('2036-05-03').abandon({ reasons });
    expect(told(story, 'IdentityRequested')).toEqual(
      expect.arrayContaining(['AbandonmentWarningDecided', 'AbandonmentDecided']),
    );
    expect(await story.handle.result()).toMatchObject({ outcome: 'abandoned' });
    await story.replays();
  });

  it('a step that needs approval is proposed, declined or approved, and then carried out', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31', settings: { approvals } }));
    const extension = { ground: 'complexity', reasons } as const;
    await story.on('2036-04-10').extendTime(extension);
    const first = story.number('StepProposed');
    await story.on('2036-04-10').declineApproval({ proposal: first, reasons, by: colleague });
    expect(story.dueOn).toBe('2036-04-30');
    await story.on('2036-04-11').extendTime(extension);
    await story.on('2036-04-11').approve({ proposal: story.number('StepProposed'), by: colleague });
    expect(told(story, 'StepProposed')).toEqual([
      'StepProposed',
      'StepDeclined',
      'StepProposed',
      'StepApproved',
      'ExtensionDecided',
      'TimeExtended',
    ]);
    await story.replays();
  });

  it('a corrected day of receipt is a fact of its own; and the last days are told before they come', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31' }));
    await story.on('2036-04-03').correctReceiptDate({ receivedOn: '2036-03-28' as CivilDate, reasons });
    expect(story.lastOf('ReceiptDateCorrected')).toMatchObject({ receivedOn: '2036-03-28' });
    expect(story.dueOn).toBe('2036-04-28');
    await story.until('2036-04-28');
    expect(story.lastOf('DueSoon')).toMatchObject({ forDate: '2036-04-28' });
    expect(story.summary.isDueSoon).toBe(true);
    await story.replays();
  });
});
