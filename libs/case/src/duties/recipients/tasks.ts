import type { CaseFile } from '../../case-file.js';
import type { CaseEvent } from '../../events.js';
import type { OpenTask, ToDo } from '../../tasks.js';
import type { Tellers } from '../../told-by.js';
import { lastOne } from '../../what-happened.js';
import { isMeasure, lastMeasure, stillToTell } from './told.js';

/** R45 — one task for each recipient, ended by its outcome. */
export const recipientTasks: Tellers<ToDo> = {
  RecipientNamed: ({ number }) => ({ kind: 'tell-recipient', about: number }),
};

export const endsOfRecipientTasks = (task: OpenTask): Tellers<boolean> => ({
  RecipientOutcomeRecorded: ({ recipient }) => task.kind === 'tell-recipient' && task.about === recipient,
  RecordTakenBack: ({ record }) => task.kind === 'tell-recipient' && task.about === record,
});

/** The answer says that they will be told, so what is left of it stays to be done when the case has closed. */
export function outlivesClosing(file: CaseFile, { kind, about }: OpenTask): boolean {
  if (kind !== 'tell-recipient' || !lastMeasure(file) || lastOne(file, 'SubjectDied')) return false;
  return stillToTell(file).some(({ number }) => number === about);
}

/** Each measure is told to each recipient, also one who was told of an earlier one, or of whom that was recorded by mistake. */
export function recipientsToTellAgain(file: CaseFile, event: CaseEvent): readonly ToDo[] {
  if (!isMeasure(event) && event.type !== 'RecordTakenBack') return [];
  return stillToTell(file).map(({ number }) => ({ kind: 'tell-recipient', about: number }));
}
