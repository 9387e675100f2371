import { toCivilDate, type CivilDate } from '@duly/law';
import type { CaseRead } from './read-case.js';
import { latestApart } from './latest.js';
import { isOnTheWay, lettersTold } from './letters-of-case.js';

type Letter = CaseRead['letters'][number];

const letter = (id: string, more: Partial<Letter>): Letter =>
  ({
    ...{ id, kind: 'answer', recipient: 'requester', plannedFor: null },
    ...{ decidedAt: `2036-04-0${id}T09:00:00.000Z`, state: 'to-be-posted' },
    ...more,
  }) as Letter;
const told = (letters: readonly Letter[], events: readonly object[], closedOn: CivilDate | null = null) =>
  lettersTold({
    letters: [...letters],
    timeline: { events: [...events] as CaseRead['timeline']['events'] },
    view: { closedOn },
  });

describe('the letters of a case, as its page tells them', () => {
  const given = { type: 'NoticeGiven', letter: '1', how: 'post', on: '2036-04-09', postedOn: '2036-04-07' };

  it('the last comes first; what was posted by hand is told as given on the day that counts, beside that of its posting (R13)', () => {
    expect(
      told([letter('1', {}), letter('2', {})], [given]).map(one => [one.id, one.given ?? one.wasNotPosted]),
    ).toEqual([
      ['2', undefined],
      ['1', { how: 'post', on: '2036-04-09', postedOn: '2036-04-07' }],
    ]);
  });

  it('one that nobody had posted when the case was closed says so', () => {
    expect(told([letter('2', {})], [], toCivilDate('2036-04-30'))[0]).toMatchObject({ wasNotPosted: true });
  });

  it('are on their way while the mail system has them; not a reminder that is only planned, and none to staff', () => {
    const sending = letter('1', { state: 'sending' });
    expect(isOnTheWay(sending)).toBe(true);
    expect(isOnTheWay({ ...sending, plannedFor: '2036-04-20' as never })).toBe(false);
    expect(isOnTheWay({ ...sending, recipient: 'manager' })).toBe(false);
    expect(isOnTheWay({ ...sending, state: 'accepted' })).toBe(false);
  });

  it('stand open as far as ten; what came before is kept apart', () => {
    const many = Array.from({ length: 201 }, (_, index) => index);
    const { latest, earlier } = latestApart(many);
    expect([latest.length, earlier.length]).toEqual([10, 191]);
  });
});
