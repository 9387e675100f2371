import type { TaskView } from '@duly/api-contract';
import { toCivilDate, type CivilDate } from '@duly/law';
import { byUrgency } from './by-urgency.js';

const today = toCivilDate('2036-04-15');

function task(id: string, changes: Partial<TaskView>): TaskView {
  return {
    id,
    kind: 'collect',
    about: 1,
    lastDay: null,
    openedAt: '2036-04-01T09:00:00Z',
    handler: null,
    team: null,
    verbs: ['add-note'],
    case: '5a1f0f6e-0b0c-4b0e-9d57-3f6a7b0c1d2e',
    request: '5a1f0f6e-0b0c-4b0e-9d57-3f6a7b0c1d2f',
    reference: 'DR-2036-000001-1',
    right: 'access',
    dueDate: null,
    planBy: null,
    isLate: false,
    claimedAt: null,
    endedAt: null,
    ...changes,
  };
}
const on = (date: string): CivilDate => toCivilDate(date);

describe('the order of a day’s work', () => {
  it('puts what is late first, then today, then seven days, then the rest, each with the earliest first', () => {
    const groups = byUrgency(
      [
        task('later', { dueDate: on('2036-04-23') }),
        task('no-date', {}),
        task('week-end', { dueDate: on('2036-04-22') }),
        task('today', { dueDate: on('2036-04-15') }),
        task('late', { dueDate: on('2036-04-01'), isLate: true }),
        task('tomorrow', { dueDate: on('2036-04-16') }),
        task('alarm', { kind: 'alarm', dueDate: on('2036-05-01') }),
      ],
      today,
    );
    expect(groups.map(({ when, rows }) => [when, rows.map(row => row.task.id)])).toEqual([
      ['late', ['late', 'alarm']],
      ['today', ['today']],
      ['week', ['tomorrow', 'week-end']],
      ['later', ['later', 'no-date']],
    ]);
  });

  it('goes by a task’s own last day before the date to work to, and by that before the legal one', () => {
    const dates = { dueDate: on('2036-04-30'), planBy: on('2036-04-29') };
    const [row] = byUrgency([task('one', { ...dates, lastDay: on('2036-04-20') })], today)[0]?.rows ?? [];
    expect(row?.until).toBe('2036-04-20');
    const [other] = byUrgency([task('two', dates)], today)[0]?.rows ?? [];
    expect(other?.until).toBe('2036-04-29');
  });

  it('has no group without a row', () => {
    expect(byUrgency([], today)).toEqual([]);
  });
});
