import { received, type Given, type Told } from '../case.given.js';

const on = (date: string) => ({ on: date as never });
const extend: Extract<Given, { verb: 'extend-time' }> = {
  verb: 'extend-time',
  ground: 'complexity',
  reasons: 'r',
};
const start = (date: string): Told => received({ on: '2036-03-31' }).on(date);

describe('extending time (R12–R15, UK GDPR Art 12A(3)–(4))', () => {
  it('gives three months from the relevant time: 31 March to 30 June', () => {
    const told = start('2036-04-21').when(extend).then('ExtensionDecided', 'NoticeGiven', 'TimeExtended');
    expect(told.summary).toMatchObject({
      dueDate: '2036-06-30',
      unextendedDueDate: '2036-04-30',
      extension: 'in-force',
    });
  });

  it('is possible on the very last day, and not on the day after', () => {
    expect(start('2036-04-30').when(extend).summary.dueDate).toBe('2036-06-30');
    start('2036-05-01').when(extend).refused('extension-too-late');
  });

  it('rolls its cut-off with the due date, and says when the unrolled day has passed (R13)', () => {
    const told = received({ on: '2036-04-10' });
    expect(told.summary).toMatchObject({
      extensionNoticeBy: '2036-05-12',
      conservativeExtensionNoticeBy: '2036-05-10',
    });
    const flagged = told
      .on('2036-05-11')
      .when(extend)
      .file.events.find(({ type }) => type === 'ExtensionDecided');
    expect(flagged).toMatchObject({ isAfterUnrolledCutOff: true, noticeBy: '2036-05-12' });
  });

  it('without reasons is refused, with the rule', () => {
    start('2036-04-21').when({ verb: 'extend-time', ground: 'complexity' }).refused('reasons-missing');
  });

  it('moves nothing while its notice is not given, and falls away with an alarm when the cut-off has passed', () => {
    const decided = start('2036-04-29').thePost('silent').when(extend).then('ExtensionDecided');
    expect(decided.summary).toMatchObject({ dueDate: '2036-04-30', extension: 'decided' });
    const passed = decided.on('2036-05-01');
    expect(passed.events.slice(-2)).toEqual(['AlarmRaised', 'ExtensionFellAway']);
    expect(passed.summary).toMatchObject({
      dueDate: '2036-04-30',
      extension: 'fell-away',
      alarmFor: '2036-04-30',
    });
  });

  it('whose letter is accepted only after the cut-off extends nothing', () => {
    const late = start('2036-04-29')
      .thePost('silent')
      .when(extend)
      .posted('accepted', '2036-05-01')
      .then('AlarmRaised', 'ExtensionFellAway', 'NoticeGiven');
    expect(late.summary).toMatchObject({ dueDate: '2036-04-30', extension: 'fell-away' });
  });

  it('that was given by hand in time, as is learned later, is in force after all, and the alarm is withdrawn', () => {
    const told = start('2036-04-29').thePost('silent').when(extend).on('2036-05-02');
    const learned = told.when({
      verb: 'record-notice-given',
      decided: told.number('ExtensionDecided'),
      how: 'by-hand',
      ...on('2036-04-30'),
    });
    learned.then('NoticeGiven', 'TimeExtended', 'AlarmWithdrawn');
    expect(learned.summary).toMatchObject({ dueDate: '2036-06-30', extension: 'in-force', alarmFor: null });
    expect(learned.tasks).not.toContain('alarm');
  });

  it('is possible once: a second is refused, and removing the first does not buy one', () => {
    const first = start('2036-04-10').when(extend);
    first.when(extend).refused('second-extension');
    const removed = first.when({ verb: 'remove-extension', reasons: 'r' }).then('ExtensionRemoved');
    expect(removed.summary).toMatchObject({ dueDate: '2036-04-30', extension: 'removed' });
    removed.when(extend).refused('second-extension');
  });

  it('removed before its notice was given was none, so another may be decided', () => {
    const removed = start('2036-04-10')
      .thePost('silent')
      .when(extend)
      .when({ verb: 'remove-extension', reasons: 'r' });
    removed.thePost('accepted').when(extend).then('ExtensionDecided', 'NoticeGiven', 'TimeExtended');
  });

  it('whose letter went out after it was removed extends nothing, and is used up', () => {
    const removed = start('2036-04-10')
      .thePost('silent')
      .when(extend)
      .when({ verb: 'remove-extension', reasons: 'r' });
    const given = removed.posted('accepted', '2036-04-10').then('NoticeGiven');
    expect(given.summary.dueDate).toBe('2036-04-30');
    given.when(extend).refused('second-extension');
  });

  it('removed after the first month makes the case late, which must be confirmed', () => {
    const told = start('2036-04-21').when(extend).on('2036-05-20');
    told.when({ verb: 'remove-extension', reasons: 'r' }).refused('would-be-late');
    const meant = told
      .when({ verb: 'remove-extension', reasons: 'r', confirmLate: true })
      .then('ExtensionRemoved');
    expect(meant.on('2036-05-21').summary.alarmFor).toBe('2036-04-30');
  });

  it('may promise a date within the two further months only', () => {
    const promise = (date: string): Given => ({ ...extend, promisedDate: date as never });
    expect(start('2036-04-21').when(promise('2036-05-30')).summary.promisedDate).toBe('2036-05-30');
    start('2036-04-21').when(promise('2036-04-30')).refused('promised-date-out-of-range');
    start('2036-04-21').when(promise('2036-07-01')).refused('promised-date-out-of-range');
  });

  it('is not given a second time by the letter of one that fell away (R12)', () => {
    const fell = start('2036-04-30').thePost('silent').when(extend).on('2036-05-01');
    expect(fell.events).toContain('ExtensionFellAway');
    const first = fell.number('ExtensionDecided');
    const again = fell
      .when({ verb: 'correct-receipt-date', receivedOn: '2036-04-20' as never, reasons: 'r' })
      .when(extend);
    const given = (decided: number): Given => ({
      verb: 'record-notice-given',
      decided,
      how: 'post',
      ...on('2036-05-01'),
    });
    const second = again.number('ExtensionDecided');
    const extended = again.when(given(second)).then('NoticeGiven', 'TimeExtended');
    expect(extended.when(given(first)).then('NoticeGiven').summary.extension).toBe('in-force');
    const other = again.when(given(first)).then('NoticeGiven', 'TimeExtended');
    other.when(given(second)).then('NoticeGiven', 'ExtensionFellAway');
  });

  it('is not possible for an objection to direct marketing (R42)', () => {
    received({ on: '2036-03-31', right: 'objection_direct_marketing' })
      .when(extend)
      .refused('not-for-this-right');
  });
});

describe('under the law before 5 February 2026 (R2)', () => {
  it('a notice given after a month from receipt falls away with an alarm of its own', () => {
    const calendar = { name: 'england-and-wales', version: '2025', covers: null, holidays: [] };
    const told = received({ on: '2025-12-01', calendar }).on('2025-12-03');
    const identified = told
      .when({ verb: 'ask-for-identity', doubts: 'd', words: 'w' })
      .on('2025-12-22')
      .when({ verb: 'record-identity', ...on('2025-12-22') });
    expect(identified.summary).toMatchObject({
      ruleset: 'uk-gdpr-pre-duaa',
      dueDate: '2026-01-22',
      extensionNoticeBy: '2026-01-01',
    });
    const late = identified.on('2025-12-31').thePost('silent').when(extend).on('2026-01-03');
    expect(late.events.slice(-2)).toEqual(['ExtensionFellAway', 'AlarmRaised']);
    expect(late.summary).toMatchObject({ dueDate: '2026-01-22', alarmFor: '2026-01-01' });
  });
});
