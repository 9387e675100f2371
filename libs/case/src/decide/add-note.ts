import type { AddNote } from '../commands.js';
import { given, refused, type Judgement, type Judging } from './judging.js';

/** Keeps words with the case; with `completes` they are the result of a piece of work. */
export function addNote({ file }: Judging, { words, completes }: AddNote): Judgement {
  if (completes !== undefined && !file.openTasks.some(({ kind }) => kind === completes)) {
    return refused(
      'nothing-to-complete',
      'R33',
      {
        message: `The case has no open task "${completes}".`,
        remedy: 'Add the note without completing a task, or look at the open tasks.',
      },
      { task: completes },
    );
  }
  return [{ type: 'NoteAdded', cite: 'UK GDPR Art 5(2)', words, ...given('completes', completes) }];
}
