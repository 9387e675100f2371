import type { CaseView, ClockView } from '@duly/api-contract';
import { toCivilDate } from '@duly/law';
import { clockPicture, labelWidth, type Mark } from './clock-picture.js';

const day = toCivilDate;
const view = { receivedOn: day('2036-03-31') } as CaseView;
const clock = {
  relevantDate: day('2036-03-31'),
  dueDate: day('2036-04-30'),
  effectiveDueDate: day('2036-04-30'),
  extendedDueDate: day('2036-06-30'),
  extensionNoticeBy: day('2036-04-30'),
  extensionValid: null,
  state: 'RUNNING',
} as ClockView['clock'];

const fromOf = ({ label }: Mark): number => (label.anchor === 'start' ? label.x : label.x - labelWidth);
const overlapping = (marks: readonly Mark[]): readonly string[] =>
  marks.flatMap((one, index) =>
    marks
      .slice(index + 1)
      .filter(other => one.row === other.row && Math.abs(fromOf(one) - fromOf(other)) < labelWidth)
      .map(other => `${one.moment} and ${other.moment}`),
  );

describe('the picture of a clock', () => {
  it('has the days in order from left to right, and the month between its two ends', () => {
    const picture = clockPicture(view, clock, day('2036-04-15'));
    expect(picture?.marks.map(({ moment, x }) => [moment, x])).toEqual([
      ['received', 20],
      ['today', 400],
      ['extensionBy', 780],
      ['due', 780],
    ]);
    expect(picture?.period).toEqual({ from: 20, to: 780 });
  });

  it('shows the later last day once an extension is valid, and never covers a label by another', () => {
    const extended = {
      ...clock,
      extensionValid: true,
      effectiveDueDate: day('2036-06-30'),
    } as ClockView['clock'];
    const picture = clockPicture(view, extended, day('2036-04-30'));
    expect(picture?.marks.at(-1)).toMatchObject({ moment: 'extendedDue', x: 780 });
    expect(overlapping(picture?.marks ?? [])).toEqual([]);
  });

  it('never covers a label by another, wherever today lies in the month', () => {
    for (const one of ['2036-04-01', '2036-04-08', '2036-04-22', '2036-04-23', '2036-04-29', '2036-05-20'])
      expect([one, overlapping(clockPicture(view, clock, day(one))?.marks ?? [])]).toEqual([one, []]);
  });

  it('shows in which days the month stood still, and as far as today while it does', () => {
    const stopped = { ...clock, dueDate: null, effectiveDueDate: null } as ClockView['clock'];
    const picture = clockPicture(view, { ...stopped, extensionNoticeBy: null }, day('2036-04-20'), [
      { from: day('2036-04-05'), to: day('2036-04-10') },
      { from: day('2036-04-15'), to: undefined },
    ]);
    expect(picture?.period).toEqual({ from: 20, to: 780 });
    expect(picture?.pauses).toEqual([
      { from: 210, to: 400 },
      { from: 590, to: 780 },
    ]);
  });

  it('is none where there is one day alone', () => {
    const nothing = {
      ...clock,
      relevantDate: null,
      dueDate: null,
      extensionNoticeBy: null,
    } as ClockView['clock'];
    expect(clockPicture(view, nothing, day('2036-03-31'))).toBeUndefined();
  });
});
