import { Gauge, Registry } from 'prom-client';
import { caseRights } from '@duly/case';
import { unsettledStates, type RegisterFigures } from '@duly/register';

/** Said with every figure of the register, so that nobody adds up what each replica tells of the same rows. */
const ofAll = 'Of the whole register and the same from every replica: take max, never sum.';

type Series = readonly (readonly [label: string, value: number])[];

interface Labelled {
  readonly name: string;
  readonly help: string;
  readonly label: string;
  readonly series: Series;
}

const plain = ({ notStarted, lettersToStaff, tasks, ...more }: RegisterFigures) =>
  [
    ['duly_cases_not_started', 'Accepted cases whose workflow is not started yet.', notStarted.many],
    ['duly_cases_not_started_oldest_seconds', 'How long the oldest of them has waited.', notStarted.oldest],
    ['duly_letters_to_staff_waiting', 'Letters to staff that wait to be sent.', lettersToStaff.many],
    [
      'duly_letters_to_staff_oldest_seconds',
      'How long the oldest of them has waited.',
      lettersToStaff.oldest,
    ],
    ['duly_tasks_open', 'Tasks that are open.', tasks.open],
    ['duly_tasks_unclaimed', 'Open tasks that nobody has claimed.', tasks.unclaimed],
    ['duly_commands_to_tell', 'Verbs of requests that a case has not been told yet.', more.commandsToTell],
    [
      'duly_calendar_cases_waiting',
      'Open cases whose date a changed calendar moves and that have not been told yet.',
      more.casesToTell,
    ],
  ] as const;

const ofReminders = ({ reminders, casesToTellOfSchedule }: RegisterFigures) =>
  [
    ['duly_reminders_planned', 'Reminders to staff that wait for their day.', reminders.planned],
    [
      'duly_reminders_due',
      'Reminders to staff whose day has come and that have not gone out: for the pace, the quiet hours, a digest or the mail server.',
      reminders.due,
    ],
    [
      'duly_reminders_oldest_seconds',
      'How late the oldest of them is: more than a day is an alarm.',
      reminders.oldest,
    ],
    [
      'duly_schedule_cases_waiting',
      'Open cases that a changed schedule of reminders concerns and that have not been told yet.',
      casesToTellOfSchedule,
    ],
  ] as const;

const ofRecord = (more: RegisterFigures) =>
  [
    [
      'duly_audit_entries_waiting',
      'Entries of the audit log that have no place in its tree yet.',
      more.auditWaiting.many,
    ],
    [
      'duly_audit_entries_oldest_seconds',
      'How long the oldest of them has waited: more than a minute is an alarm.',
      more.auditWaiting.oldest,
    ],
    [
      'duly_histories_waiting',
      'Histories of closed cases that are not archived yet.',
      more.historiesWaiting.many,
    ],
    [
      'duly_histories_oldest_seconds',
      'How long the oldest of them has waited: more than HISTORY_ALARM_AFTER is an alarm.',
      more.historiesWaiting.oldest,
    ],
    [
      'duly_histories_lost',
      'Histories that Temporal no longer has and that were never archived: each is an alarm.',
      more.historiesLost,
    ],
    [
      'duly_register_drift',
      'Cases in which the last look over the register found other rows than their histories say, or no history.',
      more.registerDrift,
    ],
  ] as const;

const ofHooks = ({ hookMessages, hooks }: RegisterFigures) =>
  [
    [
      'duly_hook_messages_waiting',
      'Messages to other systems that wait to be sent or tried again.',
      hookMessages.many,
    ],
    [
      'duly_hook_messages_oldest_seconds',
      'How long ago the oldest of them was recorded.',
      hookMessages.oldest,
    ],
    ['duly_hooks_failing', 'Endpoints of other systems whose last tries failed.', hooks.failing],
    [
      'duly_hooks_disabled',
      'Endpoints that were disabled because they only failed or want no more: any is an alarm.',
      hooks.disabled,
    ],
  ] as const;

function labelled({ cases, unsettledLetters }: RegisterFigures): readonly Labelled[] {
  const byRight = (of: 'open' | 'late' | 'alarms'): Series =>
    caseRights.map(right => [right, cases[right]?.[of] ?? 0]);
  return [
    { name: 'duly_cases_open', help: 'Open cases, by right.', label: 'right', series: byRight('open') },
    {
      name: 'duly_cases_late',
      help: 'Open cases whose binding last day has ended, by right.',
      label: 'right',
      series: byRight('late'),
    },
    {
      name: 'duly_cases_with_alarm',
      help: 'Open cases for which an alarm stands, by right.',
      label: 'right',
      series: byRight('alarms'),
    },
    {
      name: 'duly_letters_unsettled',
      help: 'Letters without an outcome, by state.',
      label: 'state',
      series: unsettledStates.map(state => [state, unsettledLetters[state] ?? 0]),
    },
  ];
}

/**
 * The register's figures as metrics. Where they cannot be read (undefined) nothing is told of them: an old figure would look like one
 * of this moment.
 */
export function registerMetrics(figures: RegisterFigures | undefined): Registry {
  const registry = new Registry();
  const registers = [registry];
  new Gauge({
    name: 'duly_register_answers',
    help: '1 where this process could read the figures of the register, else 0.',
    registers,
  }).set(figures ? 1 : 0);
  if (!figures) return registry;
  const parts = [plain, ofReminders, ofRecord, ofHooks];
  for (const [name, help, value] of parts.flatMap(part => [...part(figures)]))
    new Gauge({ name, help: `${help} ${ofAll}`, registers }).set(value);
  for (const { name, help, label, series } of labelled(figures)) {
    const gauge = new Gauge({ name, help: `${help} ${ofAll}`, labelNames: [label], registers });
    for (const [of, value] of series) gauge.set({ [label]: of }, value);
  }
  return registry;
}
