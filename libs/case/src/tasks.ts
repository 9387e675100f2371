import type { CivilDate } from '@duly/law';
import type { Verb } from './commands.js';
import type { TaskKind } from './task-kinds.js';

export interface OpenTask {
  readonly taskId: string;
  readonly kind: TaskKind;
  /** The number of the event that opened it. */
  readonly openedBy: number;
  /** What it is about: the number of the papers received, the letter's decision, or the proposal. */
  readonly about: number;
  /** The last day on which doing it helps, where there is one: of a letter to be posted, the day on which its notice can still be given. */
  readonly lastDay?: CivilDate;
}

/** What an event gives a person to do, and what that is about. */
export type ToDo = Pick<OpenTask, 'kind' | 'about' | 'lastDay'>;

export interface EndedTask {
  readonly taskId: string;
  /** The number of the event that ended it. */
  readonly endedBy: number;
}

export interface TaskChanges {
  readonly opened: readonly OpenTask[];
  readonly ended: readonly EndedTask[];
}

/** The commands that a task can be completed with; its page offers these. */
export const verbsCompleting: Readonly<Record<TaskKind, readonly Verb[]>> = {
  'decide-enquiry': ['promote', 'dismiss'],
  // It ends by itself when a way to reach the person is put on the list (`POST /v1/suppressions`).
  'list-objector': ['answer'],
  assess: ['add-note', 'refuse', 'answer'],
  collect: ['add-note', 'refuse', 'answer'],
  review: ['add-note', 'refuse', 'answer'],
  'check-identity': ['judge-identity'],
  approve: ['approve', 'decline-approval'],
  'post-a-letter': ['record-notice-given'],
  'decide-abandonment': ['abandon'],
  alarm: ['answer', 'refuse', 'extend-time', 'add-note', 'record-notice-given', 'give-outcome'],
  'tell-recipient': ['record-recipient-outcome'],
  'handle-complaint': ['give-outcome'],
  'tell-progress': ['tell-progress', 'give-outcome'],
  escalation: ['add-note'],
  'check-reply': ['add-note', 'record-notice-given'],
  // They end by what is done to the delivery (`POST /v1/cases/{id}/deliveries/…`).
  'tell-code': [],
  'unlock-delivery': [],
  'post-package': [],
  'offer-copy': [],
};
