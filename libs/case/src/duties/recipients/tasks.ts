import type { OpenTask, ToDo } from '../../tasks.js';
import type { Tellers } from '../../told-by.js';

/** R45 — one task for each recipient, ended by its outcome. */
export const recipientTasks: Tellers<ToDo> = {
  RecipientNamed: ({ number }) => ({ kind: 'tell-recipient', about: number }),
};

export const endsOfRecipientTasks = (task: OpenTask): Tellers<boolean> => ({
  RecipientOutcomeRecorded: ({ recipient }) => task.kind === 'tell-recipient' && task.about === recipient,
});
