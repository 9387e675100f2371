import { received, type Told } from '../case.given.js';

const on = (date: string) => ({ on: date as never });
const abandon = { verb: 'abandon', reasons: 'r' } as const;
const asked = (): Told =>
  received({ on: '2036-03-31' }).on('2036-04-02').when({ verb: 'ask-for-identity', doubts: 'd', words: 'w' });

describe('abandoning (R24)', () => {
  it('comes after a reminder at 14 days, a warning a week before the month is over, and a proposal to a person', () => {
    expect(asked().letters.at(-1)).toMatchObject({ kind: 'identity', waitsUntil: '2036-05-02' });
    const reminded = asked().on('2036-04-16');
    expect(reminded.letters.at(-1)).toMatchObject({
      kind: 'reminder-to-requester',
      about: { type: 'IdentityAskDecided' },
      waitsUntil: '2036-05-02',
    });
    const warned = reminded.on('2036-04-25');
    expect(warned.events.slice(-3)).toEqual([
      'AbandonmentWarningDecided',
      'NoticeGiven',
      'AbandonmentWarned',
    ]);
    expect(warned.letters.at(-1)).toMatchObject({
      kind: 'abandonment-warning',
      decided: { replyBy: '2036-05-02' },
    });
    const proposed = warned.on('2036-05-03');
    expect(proposed.events.at(-1)).toBe('AbandonmentProposed');
    expect(proposed.tasks).toContain('decide-abandonment');
    const closed = proposed.when(abandon).then('AbandonmentDecided', 'NoticeGiven', 'RequestAbandoned');
    expect(closed.summary).toMatchObject({ outcome: 'abandoned', closedOn: '2036-05-03' });
    expect(closed.letters.at(-1)).toMatchObject({
      kind: 'abandonment',
      about: { type: 'IdentityAskDecided' },
    });
  });

  it('never happens by itself, however long it takes', () => {
    expect(asked().on('2036-12-01').summary).toMatchObject({ outcome: null, state: 'AWAITING_ID' });
  });

  it('is refused before the time to reply is over, and without a warning', () => {
    asked().on('2036-04-20').when(abandon).refused('not-warned');
    asked().on('2036-05-02').when(abandon).refused('too-early-to-abandon');
  });

  it('gives the person a full week after a warning that had to be posted', () => {
    const told = asked().on('2036-04-24').thePost('to-be-posted').on('2036-05-06');
    const decided = told.number('AbandonmentWarningDecided');
    const posted = told.when({ verb: 'record-notice-given', decided, how: 'post', ...on('2036-05-05') });
    expect(
      posted
        .then('NoticeGiven', 'AbandonmentWarned')
        .on('2036-05-12')
        .when(abandon)
        .refused('too-early-to-abandon').verdict,
    ).toBe('too-early-to-abandon');
    posted
      .thePost('accepted')
      .on('2036-05-13')
      .when(abandon)
      .then('AbandonmentDecided', 'NoticeGiven', 'RequestAbandoned');
  });

  it('is over when the person replies', () => {
    const replied = asked()
      .on('2036-05-03')
      .when({ verb: 'record-identity', ...on('2036-05-03') });
    expect(replied.tasks).toEqual(['assess', 'check-identity']);
    replied.when(abandon).refused('nothing-unanswered');
  });

  it('is possible of a clarification that nobody answers (R29)', () => {
    const paused = received({ on: '2036-03-31' })
      .on('2036-04-07')
      .when({ verb: 'ask-for-clarification', words: 'w', reasons: 'r' });
    paused.on('2036-05-08').when(abandon).then('AbandonmentDecided', 'NoticeGiven', 'RequestAbandoned');
  });
});
