import type { TaskView } from '@duly/api-contract';
import { toCivilDate, type CivilDate } from '@duly/law';
import { byUrgency } from './by-urgency.js';

const today = toCivilDate('2036-04-15');
const on = (date: string): CivilDate => toCivilDate(date);

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
    hasAlarm: false,
    actBy: null,
    claimedAt: null,
    endedAt: null,
    ...changes,
  };
}

describe('a page of work', () => {
  it('puts what is late or has an alarm first, then today, then seven days, then the rest', () => {
    const sections = byUrgency(
      [
        task('alarm', { hasAlarm: true, actBy: on('2036-05-01') }),
        task('past', { actBy: on('2036-04-14') }),
        task('today', { actBy: on('2036-04-15') }),
        task('tomorrow', { actBy: on('2036-04-16') }),
        task('late', { isLate: true, actBy: on('2036-04-20') }),
        task('week-end', { actBy: on('2036-04-22') }),
        task('later', { actBy: on('2036-04-23') }),
        task('no-date', {}),
      ],
      today,
    );
    expect(sections.map(({ when, tasks }) => [when, tasks.map(({ id }) => id)])).toEqual([
      ['alarm', ['alarm', 'past', 'late']],
      ['today', ['today']],
      ['week', ['tomorrow', 'week-end']],
      ['later', ['later', 'no-date']],
    ]);
  });

  it('has no section without a row', () => {
    expect(byUrgency([], today)).toEqual([]);
  });
});
