import { received, type Given, type Told } from './case.given.js';

const extend: Given = { verb: 'extend-time', ground: 'complexity', reasons: 'r' };
const answer: Given = { verb: 'answer', extent: 'wholly', words: 'w' };
/** Received on 31 March 2036, so that the answer and the notice of an extension must be given on 30 April. */
const start = (date: string): Told => received({ on: '2036-03-31' }).on(date).thePost('silent');
const askedFrom = (told: Told): string | undefined => told.letters.at(-1)?.otherMeansFrom;

describe('a letter that the mail server does not take is sent by other means well before its last day (Art 12(3), 12A(4))', () => {
  it.each([
    ['10 April, with time left: two days later', '2036-04-10', '2036-04-12T09:00:00.000Z'],
    ['28 April: when 29 April begins, the day before the last', '2036-04-28', '2036-04-28T23:00:00.000Z'],
    ['30 April itself: an hour later', '2036-04-30', '2036-04-30T10:00:00.000Z'],
  ])('an extension or an answer decided on %s', (_when, date, from) => {
    expect(askedFrom(start(date).when(extend))).toBe(from);
    expect(askedFrom(start(date).when(answer))).toBe(from);
  });

  it('due on Monday 12 May 2036: when Friday begins, while somebody is at the post', () => {
    const told = received({ on: '2036-04-10' }).on('2036-05-08').thePost('silent').when(answer);
    expect(told.summary.dueDate).toBe('2036-05-12');
    expect(askedFrom(told)).toBe('2036-05-08T23:00:00.000Z');
  });

  it('a reminder or an alarm to staff is of no use to anybody by post', () => {
    const late = received({ on: '2036-03-31' }).on('2036-05-01');
    expect(late.letters.filter(({ kind }) => kind === 'alarm-to-handler')).toMatchObject([
      expect.not.objectContaining({ otherMeansFrom: expect.anything() }),
    ]);
  });

  it('a person is asked once; the notice counts when it is given, whichever way comes first', () => {
    const told = start('2036-04-10').when(extend);
    const asked = told.posted('deferred', '2036-04-12').then('NoticeNotGiven');
    expect(asked.tasks).toContain('post-a-letter');
    expect(asked.summary.extension).toBe('decided');
    const byMail = asked.posted('accepted', '2036-04-13').then('NoticeGiven', 'TimeExtended');
    expect(byMail.tasks).not.toContain('post-a-letter');
    const decided = asked.number('ExtensionDecided');
    const byHand = asked.when({
      verb: 'record-notice-given',
      decided,
      how: 'post',
      on: '2036-04-12' as never,
    });
    expect(byHand.then('NoticeGiven', 'TimeExtended').tasks).not.toContain('post-a-letter');
    byHand.posted('accepted', '2036-04-13').then();
  });
});
