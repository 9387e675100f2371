import { toCivilDate } from '@duly/law';
import { barsOf, weeksOf } from './bars.js';

const on = (date: string) => toCivilDate(date);
const today = on('2036-04-16');

describe('open cases by the week', () => {
  const weeks = weeksOf({
    today,
    weeks: [
      { from: on('2036-03-31'), cases: 1, alarms: 1 },
      { from: on('2036-04-07'), cases: 2, alarms: 1 },
      { from: on('2036-04-14'), cases: 4, alarms: 0 },
      { from: null, cases: 3, alarms: 0 },
    ],
  });

  it('are summed before this Monday, and last come those without a date', () => {
    expect(weeks.map(({ label, cases, alarms }) => [label, cases, alarms])).toEqual([
      ['Before this week', 3, 2],
      ['Week of Monday 14 April 2036', 4, 0],
      ['No date binds now', 3, 0],
    ]);
  });

  it('are bars as high as their share of the highest, and none where there is no case', () => {
    expect(barsOf(weeks)?.bars.map(({ height, alarmHeight }) => [height, alarmHeight])).toEqual([
      [98, 65],
      [130, 0],
      [98, 0],
    ]);
    expect(barsOf([])).toBeUndefined();
  });
});
