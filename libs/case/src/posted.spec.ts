import { toCivilDate as day, explain, isClockError } from '@duly/law';
import { clockInputOf } from './facts-of.js';
import { received, type Told } from './case.given.js';
import { postedNotices, withPost } from './posted.js';

const byPost = (postedCountsAfter: number): Told =>
  received({ on: '2036-03-31', settings: { postedCountsAfter } }).thePost('to-be-posted').on('2036-04-24');

const stepsOf = ({ file }: Told) => {
  const told = explain(clockInputOf(file), file.calendars);
  if (isClockError(told)) throw new Error(told.error.message);
  return withPost(file, told.steps);
};
const posted = (told: Told, decided: number, on: string, how: 'post' | 'by-hand' = 'post'): Told =>
  told.when({ verb: 'record-notice-given', decided, how, on: day(on) });
const ofPost = (told: Told) => stepsOf(told).filter(({ inputs }) => 'postedOn' in inputs);

const extended = (postedCountsAfter: number): Told =>
  byPost(postedCountsAfter).when({ verb: 'extend-time', ground: 'complexity', reasons: 'w' });
const why =
  'Posted on Thursday 24 April 2036; the notice counts as given on Monday 28 April 2036, because by the policy of this ' +
  'organisation (POSTED_COUNTS_AFTER) a posted notice counts 2 working days after posting.';

describe('a notice that was posted and counts on a later day (R13)', () => {
  it('is told with both days and the reason, and stands before the step of the clock that rests on it', () => {
    const told = extended(2);
    const decided = told.number('ExtensionDecided');
    const given = posted(told, decided, '2036-04-24');
    const notice = { decided, kind: 'extension', postedOn: '2036-04-24', countsOn: '2036-04-28', text: why };
    expect(postedNotices(given.file, given.file.events)).toEqual([notice]);

    const steps = stepsOf(given);
    const place = steps.findIndex(({ text }) => text === why);
    expect(steps[place]).toMatchObject({ rule: 'R13', outcome: '2036-04-28' });
    expect(steps[place + 1]).toMatchObject({ rule: 'R12', inputs: { givenOn: '2036-04-28' } });
    expect(given.summary).toMatchObject({ dueDate: '2036-06-30' });
  });

  it('is told of the answer that ends the case, on Monday 28 April 2036', () => {
    const told = byPost(2).when({ verb: 'answer', extent: 'wholly', words: 'w', despite: 'w' });
    const given = posted(told, told.number('AnswerDecided'), '2036-04-24');
    expect(ofPost(given)).toMatchObject([{ text: why, outcome: '2036-04-28' }]);
  });

  it('is no step where no date rests on it: an acknowledgement of an access request moves nothing', () => {
    const back = received({ on: '2036-03-31', settings: { postedCountsAfter: 2 } }).thePost('to-be-posted');
    const given = posted(back.on('2036-04-01').whenComesBack('for-good').on('2036-04-24'), 1, '2036-04-24');
    expect(postedNotices(given.file, given.file.events)).toHaveLength(1);
    expect(ofPost(given)).toEqual([]);
  });

  it('after it came back by e-mail on Friday 25 April 2036 is explained by the day on which it counts again', () => {
    const told = received({ on: '2036-03-31', settings: { postedCountsAfter: 2 } })
      .on('2036-04-24')
      .when({ verb: 'extend-time', ground: 'complexity', reasons: 'w' });
    const back = told.thePost('to-be-posted').on('2036-04-25').whenComesBack('for-good');
    expect(ofPost(back)).toEqual([]);
    const again = posted(back, told.number('ExtensionDecided'), '2036-04-25');
    expect(ofPost(again).map(({ outcome }) => outcome)).toEqual(['2036-04-29']);
  });

  it.each([
    ['by hand', 2, 'by-hand'],
    ['by post where posting is giving', 0, 'post'],
  ] as const)('%s counts that day, and nothing has to be explained', (_, days, how) => {
    const told = extended(days);
    const given = posted(told, told.number('ExtensionDecided'), '2036-04-24', how);
    expect(postedNotices(given.file, given.file.events)).toEqual([]);
    expect(ofPost(given)).toEqual([]);
  });
});
