import type { RegisterFigures } from '@duly/register';
import { ApiMetrics } from './api-metrics.js';

const figures: RegisterFigures = {
  notStarted: { many: 3, oldest: 12.5 },
  cases: { access: { open: 7, late: 2, alarms: 1 } },
  unsettledLetters: { deferred: 4 },
  lettersToStaff: { many: 5, oldest: 60 },
  reminders: { planned: 40, due: 12, oldest: 5400 },
  tasks: { open: 9, unclaimed: 6 },
  commandsToTell: 8,
  casesToTell: 11,
  casesToTellOfSchedule: 13,
  auditWaiting: { many: 2, oldest: 90 },
  historiesWaiting: { many: 4, oldest: 700 },
  historiesLost: 1,
  registerDrift: 3,
  hookMessages: { many: 3, oldest: 400 },
  hooks: { failing: 1, disabled: 2 },
};

describe('the figures of the API', () => {
  it('tell those of the register, a right or a state without any as 0', async () => {
    const text = await new ApiMetrics(() => Promise.resolve(figures)).text();
    for (const line of [
      'duly_register_answers 1',
      'duly_cases_open{right="access"} 7',
      'duly_cases_late{right="access"} 2',
      'duly_cases_with_alarm{right="access"} 1',
      'duly_cases_open{right="erasure"} 0',
      'duly_letters_unsettled{state="deferred"} 4',
      'duly_letters_unsettled{state="sending"} 0',
      'duly_cases_not_started 3',
      'duly_histories_waiting 4',
      'duly_histories_oldest_seconds 700',
      'duly_histories_lost 1',
      'duly_register_drift 3',
      'duly_cases_not_started_oldest_seconds 12.5',
      'duly_letters_to_staff_waiting 5',
      'duly_letters_to_staff_oldest_seconds 60',
      'duly_reminders_planned 40',
      'duly_reminders_due 12',
      'duly_reminders_oldest_seconds 5400',
      'duly_tasks_open 9',
      'duly_tasks_unclaimed 6',
      'duly_commands_to_tell 8',
      'duly_calendar_cases_waiting 11',
      'duly_schedule_cases_waiting 13',
      'duly_audit_entries_waiting 2',
      'duly_audit_entries_oldest_seconds 90',
    ])
      expect(text.split('\n')).toContain(line);
  });

  it('are told while PostgreSQL is away, but those of the register, of which an old one would mislead', async () => {
    const text = await new ApiMetrics(() => Promise.reject(new Error('away'))).text();
    expect(text).toContain('duly_register_answers 0\n');
    expect(text).toContain('process_cpu_seconds_total');
    expect(text).not.toContain('duly_cases_open{');
  });

  it('ask the register once for scrapes that come together', async () => {
    let asked = 0;
    const metrics = new ApiMetrics(() => {
      asked += 1;
      return Promise.resolve(figures);
    });
    await Promise.all([metrics.text(), metrics.text()]);
    await metrics.text();
    expect(asked).toBe(1);
  });
});
