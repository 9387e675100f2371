import type { CaseFile } from '../case-file.js';
import type { CaseCommand, Verb } from '../commands.js';
import { decide } from '../decide/decide.js';
import type { Draft } from '../decide/judging.js';
import type { CaseEvent, EventType } from '../events.js';
import { evolve } from '../evolve.js';
import { isRefusal, type Decision, type RefusalCode } from '../refusals.js';
import { stamp } from '../stamp.js';
import { theCase, type Judges } from './place.given.js';

/** Where the case refuses a verb for this reason, the copy does something instead. */
export function insteadOf(
  code: RefusalCode,
  verb: Verb,
  instead: (file: CaseFile, command: CaseCommand) => readonly Draft[],
): Judges {
  return changing((decision, file, command) =>
    isRefusal(decision) && decision.code === code && command.verb === verb ? instead(file, command) : [],
  );
}

/** After an event of this type that a command caused, the copy adds another at once. */
export function addingTo(type: EventType, more: (event: CaseEvent) => Draft): Judges {
  return changing(decision =>
    isRefusal(decision) ? [] : decision.filter(event => event.type === type).map(more),
  );
}

/** After what the case decides, the copy adds this. */
function changing(
  more: (decision: Decision<CaseEvent>, file: CaseFile, command: CaseCommand) => readonly Draft[],
): Judges {
  return {
    ...theCase,
    command: (file, command, now) => {
      const decision = decide(file, command, now);
      const drafts = more(decision, file, command);
      if (drafts.length === 0) return decision;
      const events = isRefusal(decision) ? [] : decision;
      const after = events.reduce(evolve, file);
      return [...events, ...stamp(after, drafts, command.by, now)];
    },
  };
}

/** After every event the copy takes the case for something else. */
export const evolving = (
  change: (after: CaseFile, event: CaseEvent, before: CaseFile) => Partial<CaseFile>,
): Judges => ({
  ...theCase,
  evolve: (file, event) => {
    const after = evolve(file, event);
    return { ...after, ...change(after, event, file) };
  },
});

/** Of two equal commands the copy decides one otherwise. */
export function tossingACoin(): Judges {
  let isOdd = false;
  return changing(decision => {
    isOdd = !isOdd;
    return !isRefusal(decision) && isOdd ? [{ type: 'NoteAdded', cite: 'a coin', words: 'words-2' }] : [];
  });
}
